/// What a column of an export can be mapped to.
package enum CSVField: String, CaseIterable, Sendable {
    case key, kind, title, labels, stream, requestedOn, startedOn, finishedOn, status, reason, changedOn

    /// Accepts the name, its snake_case and two older words: `type` and `team`.
    package init?(name: String) {
        switch name {
        case "type": self = .kind
        case "team": self = .stream
        case "requested_on": self = .requestedOn
        case "started_on": self = .startedOn
        case "finished_on": self = .finishedOn
        case "changed_on": self = .changedOn
        default: self.init(rawValue: name)
        }
    }

    /// Position in a table by field; a dictionary would cost more than the rest of reading a cell.
    var index: Int {
        switch self {
        case .key: 0
        case .kind: 1
        case .title: 2
        case .labels: 3
        case .stream: 4
        case .requestedOn: 5
        case .startedOn: 6
        case .finishedOn: 7
        case .status: 8
        case .reason: 9
        case .changedOn: 10
        }
    }

    /// The fields an item row may have, and those a transition row may have.
    static let ofItems: Set<CSVField> = [
        .key, .kind, .title, .labels, .stream, .requestedOn, .startedOn, .finishedOn, .status, .reason,
    ]
    static let ofTransitions: Set<CSVField> = [.key, .kind, .title, .labels, .stream, .requestedOn, .status, .reason, .changedOn]
}
