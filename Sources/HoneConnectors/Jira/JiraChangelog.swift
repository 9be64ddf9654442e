internal import HoneFacts

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What is read of an issue's history: its changes of status, and who made changes.
struct JiraChangelog: Decodable {
    /// In the order of the file.
    let histories: [JiraHistory]
    /// Whether the issue has more histories than the export.
    let isCut: Bool

    private enum Field: CodingKey {
        case total, histories, values
    }

    init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Field.self)
        // Pages of a changelog that were asked for on their own call them values.
        let list = object.loose(JiraList<JiraHistory>.self, .histories) ?? object.loose(JiraList<JiraHistory>.self, .values)
        histories = list?.known ?? []
        isCut = (object.loose(JiraNumber.self, .total)?.number ?? 0) > Int64(list?.elements.count ?? 0)
    }
}

/// One save of an issue.
struct JiraHistory: Decodable {
    let number: Int64?
    let created: String?
    /// The statuses it went through, oldest first.
    var statusChanges: [JiraChange] { changes.filter { $0.field == "status" } }
    /// Those of status, sprint, flag and key, oldest first.
    let changes: [JiraChange]
    let users: [JiraUser]

    private enum Field: CodingKey {
        case id, created, author, items
    }

    init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Field.self)
        number = object.loose(JiraNumber.self, .id)?.number
        created = object.text(.created)
        let changes = object.list(JiraChange.self, .items)
        self.changes = changes.filter { $0.field == "status" || JiraChange.followedNames.contains($0.name) }
        let named = changes.filter { JiraChange.personFields.contains($0.field) }.flatMap { [$0.before, $0.after].compactMap(\.self) }
        users = [object.loose(JiraUser.self, .author)].compactMap(\.self) + named.map(JiraUser.init(name:))
    }
}

extension JiraHistory {
    /// Those with a date that can be, oldest first: by instant, then by Jira's own number, then as they stand in the file. The Cloud
    /// lists the newest first.
    static func ordered(_ histories: [JiraHistory]) -> [(at: Instant, history: JiraHistory)] {
        let dated = histories.compactMap { history in history.created.flatMap(JiraRecord.instant).map { (at: $0, history: history) } }
        let isNewestFirst = dated.first.flatMap { first in dated.last.map { first.at > $0.at } } ?? false
        return (isNewestFirst ? dated.reversed() : dated).enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            return (a.at, a.history.number ?? 0, left.offset) < (b.at, b.history.number ?? 0, right.offset)
        }.map(\.element)
    }
}

/// A field that got another value.
struct JiraChange: Decodable {
    static let personFields: Set<String> = ["assignee", "reporter", "creator"]

    static let followedNames: Set<String> = ["sprint", "flagged", "key"]

    let field: String
    /// As people see it, in lower case.
    let name: String
    let before: String?
    let after: String?
    /// Ids of what it was and is, where the field has such.
    let from: String?
    let to: String?

    private enum Field: String, CodingKey {
        case field, fieldId, from, to
        case before = "fromString"
        case after = "toString"
    }

    init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Field.self)
        // The id is the same in every language; servers have only the name.
        field = (object.text(.fieldId) ?? object.text(.field) ?? "").lowercased()
        name = (object.text(.field) ?? "").lowercased()
        from = object.text(.from)
        to = object.text(.to)
        before = object.text(.before)
        after = object.text(.after)
    }
}
