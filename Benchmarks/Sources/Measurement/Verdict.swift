/// What a row says about its ship line.
package enum Verdict: Sendable, Equatable {
    case goalHolds
    case shipHolds
    case missed
    /// There is no line to ship at, and the value does not reach where we are going.
    case goalMissed
    /// At another size than the lines are written for.
    case would(hold: Bool)
    case notJudged(String)
    case notMeasured(String)
    case notYet(String)
    /// The answer was not the right one, so the time says nothing.
    case wrong(String)

    /// Where there is neither a line nor a goal, a right answer is all that is asked for.
    package init(of value: Double, ship: Limit?, goal: Limit?, isFullSize: Bool) {
        if !isFullSize {
            self = .would(hold: (ship ?? goal)?.isKept(by: value) ?? true)
        } else if ship?.isKept(by: value) == false {
            self = .missed
        } else if let goal, goal.isKept(by: value) {
            self = .goalHolds
        } else {
            self = ship == nil && goal != nil ? .goalMissed : .shipHolds
        }
    }

    /// A word or two for the table.
    package var word: String {
        switch self {
        case .goalHolds: "goal holds"
        case .shipHolds: "ship holds"
        case .missed: "MISSED"
        case .goalMissed: "goal missed"
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
        case .goalHolds, .shipHolds, .missed, .goalMissed, .would: nil
        case .notJudged(let reason), .notMeasured(let reason), .notYet(let reason), .wrong(let reason): reason
        }
    }

    /// Whether a change may not go out with it.
    package var isFailure: Bool {
        switch self {
        case .missed, .wrong: true
        case .goalHolds, .shipHolds, .goalMissed, .would, .notJudged, .notMeasured, .notYet: false
        }
    }
}
