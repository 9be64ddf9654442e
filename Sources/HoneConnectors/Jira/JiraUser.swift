internal import HoneFacts

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Somebody whom an export names: read only so that the name can be taken out of texts.
struct JiraUser: Decodable, Hashable {
    /// Display name, login, key and address, those there are.
    let names: [String]

    private enum Field: CodingKey {
        case displayName, name, key, emailAddress, accountType, active
    }

    /// Decoding fails for an object that is not a user, such as a status, which has a name too. A program of the Cloud
    /// ("Automation for Jira") is nobody.
    init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Field.self)
        let displayName = object.text(.displayName)
        let address = object.text(.emailAddress)
        guard displayName != nil || address != nil || object.contains(.active) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no user"))
        }
        guard object.text(.accountType) != "app" else {
            names = []
            return
        }
        names = [displayName, object.text(.name), object.text(.key).flatMap(Self.login), address].compactMap(\.self)
    }

    /// A name that stands alone, as changes of the assignee have it.
    init(name: String) {
        names = [name]
    }

    /// Newer servers make up keys, `JIRAUSER10100`, that nobody is called by.
    private static func login(_ key: String) -> String? { key.hasPrefix("JIRAUSER") ? nil : key }

    func add(to people: inout KnownPeople) {
        for name in names {
            if name.contains("@") { people.add(mail: name) } else { people.add(name: name) }
        }
    }
}

/// The users in one field of any kind: a user, a list of users, or comments, work logs and attachments with their authors.
struct JiraUsers: Decodable {
    let users: [JiraUser]

    private enum Field: CodingKey {
        case comments, worklogs, author, updateAuthor
    }

    init(from decoder: any Decoder) throws {
        if let list = try? decoder.unkeyedContainer() {
            // Labels and sprints of older servers are lists of texts; one look tells.
            var first = list
            guard !list.isAtEnd, (try? first.decode(String.self)) == nil else {
                users = []
                return
            }
            users = (try? JiraList<JiraUsers>(from: decoder))?.known.flatMap(\.users) ?? []
            return
        }
        let object = try decoder.container(keyedBy: Field.self)
        var users = [object.loose(JiraUser.self, .author), object.loose(JiraUser.self, .updateAuthor)].compactMap(\.self)
        for key in [Field.comments, .worklogs] where object.contains(key) {
            users += object.list(JiraUsers.self, key).flatMap(\.users)
        }
        if let user = try? JiraUser(from: decoder) { users.append(user) }
        self.users = users
    }
}
