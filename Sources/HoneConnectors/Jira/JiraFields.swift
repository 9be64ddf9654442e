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
    let updated: String?
    let resolved: String?
    let labels: [String]
    let components: [String]
    let loggedSeconds: Int64?
    let estimatedSeconds: Int64?
    /// new, active or done, as the tracker says of the status; empty where it does not.
    let category: String
    let versions: [JiraVersion]
    /// Names of the versions that have it, as the tracker says of a bug.
    let affected: [String]
    let sprints: [JiraSprint]
    let workLogs: [JiraWorkLog]
    let isFlagged: Bool
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
        updated = text("updated")
        resolved = text("resolutiondate")
        labels = names("labels")
        components = names("components")
        workLogs = fields.loose(JiraWorkLogs.self, JiraKey("worklog"))?.worklogs ?? []
        loggedSeconds = Self.loggedSeconds(fields)
        let estimate = fields.loose(JiraNumber.self, JiraKey("timeoriginalestimate"))?.number
        estimatedSeconds = (estimate ?? fields.loose(JiraTimes.self, JiraKey("timetracking"))?.originalEstimateSeconds).flatMap {
            $0 >= 0 ? $0 : nil
        }
        category = fields.loose(JiraStatus.self, JiraKey("status"))?.statusCategory?.word ?? ""
        versions = fields.list(JiraVersion.self, JiraKey("fixVersions"))
        affected = fields.list(JiraVersion.self, JiraKey("versions")).map(\.name).filter { !$0.isEmpty }
        sprints = Self.sprints(fields)
        isFlagged = (try? fields.decode(Bool.self, forKey: JiraKey("flagged"))) ?? false
        users = fields.allKeys.filter { !Self.unsearched.contains($0.stringValue) }.flatMap {
            fields.loose(JiraUsers.self, $0)?.users ?? []
        }
    }

    /// Of both agile fields, each once.
    private static func sprints(_ fields: KeyedDecodingContainer<JiraKey>) -> [JiraSprint] {
        var found: [JiraSprint] = []
        for key in fields.allKeys.sorted(by: { $0.stringValue < $1.stringValue })
        where key.stringValue == "sprint" || key.stringValue == "closedSprints" || key.stringValue.hasPrefix("customfield_") {
            for sprint in fields.list(JiraSprint.self, key) where !found.contains(where: { $0.id == sprint.id }) { found.append(sprint) }
        }
        return found
    }

    /// Time logged on the issue itself; the sum with its sub-tasks only where it has none, or theirs would count twice.
    private static func loggedSeconds(_ fields: KeyedDecodingContainer<JiraKey>) -> Int64? {
        let own = fields.loose(JiraNumber.self, JiraKey("timespent"))
        let hasParts = !fields.list(JiraPart.self, JiraKey("subtasks")).isEmpty
        let seconds = (own ?? (hasParts ? nil : fields.loose(JiraNumber.self, JiraKey("aggregatetimespent"))))?.number
        return seconds.flatMap { $0 >= 0 ? $0 : nil }
    }
}

private struct JiraWorkLogs: Decodable {
    let worklogs: [JiraWorkLog]?
}

private struct JiraTimes: Decodable {
    let originalEstimateSeconds: Int64?
}

private struct JiraStatus: Decodable {
    let statusCategory: JiraCategory?
}

/// A sub-task, of which only its being there matters.
private struct JiraPart: Decodable {}
