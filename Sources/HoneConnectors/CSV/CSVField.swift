/// What a column of an export can be mapped to.
package enum CSVField: String, CaseIterable, Sendable {
    case key, kind, title, labels, stream, requestedOn, startedOn, finishedOn, status, reason
    case logged, estimated, severity, injectedPhase, foundPhase, found, versions, affected, sprint
    case changedOn, loggedOn
    // Of deployments, incidents and builds.
    case service, environment, sha, commits, items, unplanned, repairs, openedOn, resolvedOn, deployment, fromChange, pipeline, branch
    // Of plan lines.
    case statedOn, plannedStartOn, plannedFinishOn, budget, cost, phase
    // Of measurements.
    case name, date, value, unit

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
        case "opened_on": self = .openedOn
        case "resolved_on": self = .resolvedOn
        case "from_change": self = .fromChange
        case "stated_on": self = .statedOn
        case "planned_start_on": self = .plannedStartOn
        case "planned_finish_on": self = .plannedFinishOn
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
        case .service: 20
        case .environment: 21
        case .sha: 22
        case .commits: 23
        case .items: 24
        case .unplanned: 25
        case .repairs: 26
        case .openedOn: 27
        case .resolvedOn: 28
        case .deployment: 29
        case .fromChange: 30
        case .pipeline: 31
        case .branch: 32
        case .statedOn: 33
        case .plannedStartOn: 34
        case .plannedFinishOn: 35
        case .budget: 36
        case .cost: 37
        case .name: 38
        case .date: 39
        case .value: 40
        case .unit: 41
        case .phase: 42
        case .affected: 43
        }
    }

    /// Fields that hold several texts and take every column of their name; `name*` takes every column that begins so.
    static let lists: Set<CSVField> = [.labels, .versions, .affected, .sprint]
    /// Fields that few exports have; an item without any of them is kept smaller.
    static let details: Set<CSVField> = [
        .logged, .estimated, .severity, .injectedPhase, .foundPhase, .found, .versions, .affected, .sprint,
    ]

    /// The fields a row of each shape may have.
    static let ofItems = details.union([
        .key, .kind, .title, .labels, .stream, .requestedOn, .startedOn, .finishedOn, .status, .reason,
    ])
    static let ofTransitions: Set<CSVField> = [.key, .kind, .title, .labels, .stream, .requestedOn, .status, .reason, .changedOn]
    static let ofWorkLogs: Set<CSVField> = [.key, .loggedOn, .logged]
}
