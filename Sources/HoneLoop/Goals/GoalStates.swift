package import HoneFacts

/// Where a goal stands. Each state is a type whose methods are the steps from it, so that no other step can be written.
package enum GoalState: Sendable, Equatable {
    case open(OpenGoal)
    case met(MetGoal)
    case dropped(DroppedGoal)

    /// The state after a decision; nil where it is no step from this one.
    func after(_ decision: Decision) -> GoalState? {
        let (reason, instant) = (decision.reason, decision.decidedAt)
        switch (self, decision.verb) {
        case (.open(let open), .meetGoal): return open.met(reason, at: instant).map(GoalState.met)
        case (.open(let open), .dropGoal): return open.dropped(reason, at: instant).map(GoalState.dropped)
        case (.met(let met), .reopenGoal): return met.reopened(reason, at: instant).map(GoalState.open)
        case (.met(let met), .dropGoal): return met.dropped(reason, at: instant).map(GoalState.dropped)
        default: return nil
        }
    }
}

/// What a goal came to, why, and when.
package struct GoalTurn: Sendable, Equatable {
    package let reason: String
    package let decidedAt: Int64

    /// Nil without a reason: a goal does not come and go in silence.
    fileprivate init?(_ reason: String, at instant: Int64) {
        guard !reason.isEmpty else { return nil }
        (self.reason, decidedAt) = (reason, instant)
    }
}

/// Not reached yet, or no longer.
package struct OpenGoal: Sendable, Equatable {
    /// Nil where it was never met.
    package let reopened: GoalTurn?

    package init() { reopened = nil }
    fileprivate init(reopened: GoalTurn) { self.reopened = reopened }

    package func met(_ reason: String, at instant: Int64) -> MetGoal? { GoalTurn(reason, at: instant).map(MetGoal.init) }
    package func dropped(_ reason: String, at instant: Int64) -> DroppedGoal? { GoalTurn(reason, at: instant).map(DroppedGoal.init) }
}

/// Reached. It is kept up with: its KPIs go on.
package struct MetGoal: Sendable, Equatable {
    package let turn: GoalTurn

    package func reopened(_ reason: String, at instant: Int64) -> OpenGoal? { GoalTurn(reason, at: instant).map(OpenGoal.init) }
    package func dropped(_ reason: String, at instant: Int64) -> DroppedGoal? { GoalTurn(reason, at: instant).map(DroppedGoal.init) }
}

/// Given up. It is readable for ever, and stands on no page.
package struct DroppedGoal: Sendable, Equatable {
    package let turn: GoalTurn
}

extension Goal {
    package var isDropped: Bool { if case .dropped = state { true } else { false } }
    package var isOpen: Bool { if case .open = state { true } else { false } }

    /// `met 3 Mar 2026: three months without an outage`; empty for a goal that was never anything but open.
    package func standing(_ zone: ZoneTable) -> String {
        func text(_ word: String, _ turn: GoalTurn) -> String {
            "\(word) \(DayText.day(zone.day(atSeconds: turn.decidedAt))): \(turn.reason)"
        }
        switch state {
        case .open(let open): return open.reopened.map { text("open again since", $0) } ?? ""
        case .met(let met): return text("met", met.turn)
        case .dropped(let dropped): return text("dropped", dropped.turn)
        }
    }
}
