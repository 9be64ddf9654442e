/// What a row says about its ship line.
package enum Verdict: Sendable, Equatable {
    case goalHolds
    case shipHolds
    case missed
    /// At another size than the lines are written for.
    case would(hold: Bool)
    case notJudged(String)
    case notMeasured(String)
    case notYet(String)
    /// The answer was not the right one, so the time says nothing.
    case wrong(String)

    package init(of value: Double, ship: Limit, goal: Limit?, isFullSize: Bool) {
        if !isFullSize {
            self = .would(hold: ship.isKept(by: value))
        } else if !ship.isKept(by: value) {
            self = .missed
        } else {
            self = goal?.isKept(by: value) == true ? .goalHolds : .shipHolds
        }
    }

    /// A word or two for the table.
    package var word: String {
        switch self {
        case .goalHolds: "goal holds"
        case .shipHolds: "ship holds"
        case .missed: "MISSED"
        case .would(let holds): holds ? "would hold" : "would miss"
        case .notJudged: "not judged"
        case .notMeasured: "not measured"
        case .notYet: "not yet"
        case .wrong: "WRONG"
        }
    }

    /// Why, where the word alone does not say it.
    package var reason: String? {
        switch self {
        case .goalHolds, .shipHolds, .missed, .would: nil
        case .notJudged(let reason), .notMeasured(let reason), .notYet(let reason), .wrong(let reason): reason
        }
    }

    /// Whether a change may not go out with it.
    package var isFailure: Bool {
        switch self {
        case .missed, .wrong: true
        case .goalHolds, .shipHolds, .would, .notJudged, .notMeasured, .notYet: false
        }
    }
}
