/// What a column of an export can be mapped to.
package enum CSVField: String, CaseIterable, Sendable {
    case key, kind, title, labels, stream, requestedOn, startedOn, finishedOn, status, reason
    case logged, estimated, severity, injectedPhase, foundPhase, found, versions, sprint
    case changedOn, loggedOn

    /// Accepts the name, its snake_case and two older words: `type` and `team`.
    package init?(name: String) {
        switch name {
        case "type": self = .kind
        case "team": self = .stream
        case "requested_on": self = .requestedOn
        case "started_on": self = .startedOn
        case "finished_on": self = .finishedOn
        case "changed_on": self = .changedOn
        case "logged_on": self = .loggedOn
        case "injected_phase": self = .injectedPhase
        case "found_phase": self = .foundPhase
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
        case .logged: 11
        case .estimated: 12
        case .severity: 13
        case .injectedPhase: 14
        case .foundPhase: 15
        case .found: 16
        case .versions: 17
        case .sprint: 18
        case .loggedOn: 19
        }
    }

    /// Fields that hold several texts and take every column of their name; `name*` takes every column that begins so.
    static let lists: Set<CSVField> = [.labels, .versions, .sprint]
    /// Fields that few exports have; an item without any of them is kept smaller.
    static let details: Set<CSVField> = [.logged, .estimated, .severity, .injectedPhase, .foundPhase, .found, .versions, .sprint]

    /// The fields a row of each shape may have.
    static let ofItems = details.union([
        .key, .kind, .title, .labels, .stream, .requestedOn, .startedOn, .finishedOn, .status, .reason,
    ])
    static let ofTransitions: Set<CSVField> = [.key, .kind, .title, .labels, .stream, .requestedOn, .status, .reason, .changedOn]
    static let ofWorkLogs: Set<CSVField> = [.key, .loggedOn, .logged]
}
