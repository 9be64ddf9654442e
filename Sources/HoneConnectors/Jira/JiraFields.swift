#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What is read of an issue's `fields`. An odd or missing field is not known; it never loses the issue.
struct JiraFields: Decodable {
    let summary: String
    let type: String
    let status: String
    let resolution: String
    let created: String?
    let resolved: String?
    let labels: [String]
    let components: [String]
    let loggedSeconds: Int64?
    let users: [JiraUser]

    /// Fields that hold long texts or no users.
    private static let unsearched: Set<String> = [
        "summary", "description", "environment", "issuetype", "project", "status", "resolution", "resolutiondate", "created", "updated",
        "labels", "components", "versions", "fixVersions", "priority", "duedate", "votes", "issuelinks", "subtasks", "parent", "timespent",
        "aggregatetimespent", "timeestimate", "aggregatetimeestimate", "timeoriginalestimate", "aggregatetimeoriginalestimate", "workratio",
        "lastViewed", "progress", "aggregateprogress", "timetracking", "security", "statuscategorychangedate", "statusCategory", "flagged",
        "epic", "sprint", "closedSprints",
    ]

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: JiraKey.self)
        func text(_ name: String) -> String? { fields.text(JiraKey(name)) }
        func names(_ name: String) -> [String] { fields.list(JiraText.self, JiraKey(name)).map(\.text).filter { !$0.isEmpty } }
        summary = text("summary") ?? ""
        type = text("issuetype") ?? ""
        status = text("status") ?? ""
        resolution = text("resolution") ?? ""
        created = text("created")
        resolved = text("resolutiondate")
        labels = names("labels")
        components = names("components")
        loggedSeconds = Self.loggedSeconds(fields)
        users = fields.allKeys.filter { !Self.unsearched.contains($0.stringValue) }.flatMap {
            fields.loose(JiraUsers.self, $0)?.users ?? []
        }
    }

    /// Time logged on the issue itself; the sum with its sub-tasks only where it has none, or theirs would count twice.
    private static func loggedSeconds(_ fields: KeyedDecodingContainer<JiraKey>) -> Int64? {
        let own = fields.loose(JiraNumber.self, JiraKey("timespent"))
        let hasParts = !fields.list(JiraPart.self, JiraKey("subtasks")).isEmpty
        let seconds = (own ?? (hasParts ? nil : fields.loose(JiraNumber.self, JiraKey("aggregatetimespent"))))?.number
        return seconds.flatMap { $0 >= 0 ? $0 : nil }
    }
}

/// A sub-task, of which only its being there matters.
private struct JiraPart: Decodable {}
