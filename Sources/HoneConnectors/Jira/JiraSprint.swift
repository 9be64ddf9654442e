#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A sprint: an object of the agile interface, or the text that older servers put into a field.
struct JiraSprint: Decodable {
    let id: String
    let name: String
    let state: String
    let started: String?
    let due: String?
    let completed: String?

    init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            guard let sprint = JiraSprint(text: text) else { throw Self.none(decoder) }
            self = sprint
            return
        }
        let object = try decoder.container(keyedBy: JiraKey.self)
        func text(_ name: String) -> String? { object.text(JiraKey(name)) }
        let isAgile = ["originBoardId", "boardId", "startDate", "goal", "rapidViewId"].contains { object.contains(JiraKey($0)) }
        guard let name = text("name"), let state = text("state"), isAgile else { throw Self.none(decoder) }
        id = text("id") ?? name
        self.name = name
        self.state = state.lowercased()
        started = text("startDate")
        due = text("endDate")
        completed = text("completeDate")
    }

    /// Reads `com.atlassian.greenhopper.service.sprint.Sprint@1f[id=5,state=CLOSED,name=Sprint 5,startDate=...]`.
    init?(text: String) {
        guard text.hasPrefix("com.atlassian.greenhopper"), let open = text.firstIndex(of: "["), text.last == "]" else { return nil }
        let inner = text[text.index(after: open)...].dropLast()
        var values: [Substring: String] = [:]
        var last: Substring?
        // A comma in a name begins no field.
        for part in inner.split(separator: ",", omittingEmptySubsequences: false) {
            if let equals = part.firstIndex(of: "="), Self.fields.contains(part[..<equals]) {
                last = part[..<equals]
                values[part[..<equals]] = String(part[part.index(after: equals)...])
            } else if let last {
                values[last, default: ""] += "," + part
            }
        }
        func known(_ name: Substring) -> String? { values[name].flatMap { $0.isEmpty || $0 == "<null>" ? nil : $0 } }
        guard let name = known("name") else { return nil }
        id = known("id") ?? name
        self.name = name
        state = known("state")?.lowercased() ?? ""
        started = known("startDate")
        due = known("endDate")
        completed = known("completeDate")
    }

    private static let fields: Set<Substring> = [
        "id", "rapidViewId", "state", "name", "startDate", "endDate", "completeDate", "activatedDate", "sequence", "goal", "synced",
        "autoStartStop", "incompleteIssuesDestinationId",
    ]

    private static func none(_ decoder: any Decoder) -> DecodingError {
        .dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no sprint"))
    }
}

/// A version that the project releases.
struct JiraVersion: Decodable, Hashable {
    let name: String
    /// The day it was released; nil while it is not.
    let released: String?

    init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: JiraKey.self)
        name = try object.decode(String.self, forKey: JiraKey("name"))
        let isReleased = (try? object.decode(Bool.self, forKey: JiraKey("released"))) ?? true
        released = isReleased ? object.text(JiraKey("releaseDate")) : nil
    }
}
