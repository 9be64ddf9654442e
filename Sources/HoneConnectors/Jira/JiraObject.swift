#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What one object of an export is, told by its fields.
enum JiraObject: Decodable {
    case issue(JiraIssue)
    case sprint(JiraSprint)
    /// One save of an issue, from a page of its changelog.
    case history(JiraHistory)
    case workLog(JiraWorkLog)
    case status(name: String, category: String)
    /// Something of Jira's that no fact is made of, in words.
    case other(String)

    init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: JiraKey.self)
        let keys = Set(object.allKeys.map(\.stringValue))
        func has(_ names: String...) -> Bool { names.allSatisfy(keys.contains) }
        if has("key", "fields") {
            self = .issue(try JiraIssue(from: decoder))
        } else if has("timeSpentSeconds") {
            self = .workLog(try JiraWorkLog(from: decoder))
        } else if has("statusCategory", "name") {
            self = .status(
                name: object.text(JiraKey("name")) ?? "",
                category: object.loose(JiraCategory.self, JiraKey("statusCategory"))?.word ?? "")
        } else if has("created", "items") {
            self = .history(try JiraHistory(from: decoder))
        } else if let sprint = try? JiraSprint(from: decoder) {
            self = .sprint(sprint)
        } else if let kind = Self.others.first(where: { $0.keys.allSatisfy(keys.contains) })?.kind {
            self = .other(kind)
        } else {
            self = .issue(try JiraIssue(from: decoder))
        }
    }

    private static let others: [(keys: [String], kind: String)] = [
        (["projectTypeKey"], "projects"), (["clauseNames"], "fields"), (["navigable", "searchable"], "fields"),
        (["subtask", "name"], "issue types"), (["object", "relationship"], "remote links"), (["object", "application"], "remote links"),
        (["detail", "errors"], "development panels"), (["accountType"], "accounts"), (["displayName"], "accounts"),
        (["body", "author"], "comments"), (["columnConfig"], "boards"), (["location", "type", "name"], "boards"),
    ]
}

/// The category of a status in one word: new, active or done.
struct JiraCategory: Decodable {
    let word: String

    init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: JiraKey.self)
        switch object.text(JiraKey("key")) {
        case "new": word = "new"
        case "indeterminate": word = "active"
        case "done": word = "done"
        default: word = ""
        }
    }
}

/// Time somebody logged on an issue.
struct JiraWorkLog: Decodable {
    let id: String?
    let issue: String?
    let started: String?
    let seconds: Int64?
    let users: [JiraUser]

    init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: JiraKey.self)
        id = object.text(JiraKey("id"))
        issue = object.text(JiraKey("issueId"))
        started = object.text(JiraKey("started")) ?? object.text(JiraKey("created"))
        seconds = object.loose(JiraNumber.self, JiraKey("timeSpentSeconds"))?.number
        users = [JiraKey("author"), JiraKey("updateAuthor")].compactMap { object.loose(JiraUser.self, $0) }
    }
}
