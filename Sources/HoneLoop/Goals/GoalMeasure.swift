package import HoneFacts

/// The number of the product that a goal is about: a measure from outside, by its name, and what it should reach.
///
/// It is no KPI: nobody agreed on a guard for it, and it says what users get, not how the product is made.
package struct GoalMeasure: Sendable, Equatable {
    package var name: String
    /// Nil: it is looked at, without a target.
    package var target: MeasureTarget?
    package var decidedAt: Int64

    package init(name: String, target: MeasureTarget? = nil, decidedAt: Int64) {
        (self.name, self.target, self.decidedAt) = (name, target, decidedAt)
    }

    /// Nil where the decision has no name, or a target that cannot be read.
    init?(_ decision: Decision) {
        guard !decision.text.isEmpty else { return nil }
        let target = decision.details["target"].map { MeasureTarget($0) }
        if case .some(.none) = target { return nil }
        self.init(name: decision.text, target: target ?? nil, decidedAt: decision.decidedAt)
    }

    /// A decision that gives a goal its number.
    package func decision(goal: String, role: String) -> Decision {
        Decision(
            .measureGoal, decidedAt: decidedAt, role: role, subject: goal, text: name,
            details: target.map { ["target": $0.description] } ?? [:])
    }

    /// A decision that takes a goal's number away.
    package static func none(goal: String, role: String, reason: String, decidedAt: Int64) -> Decision {
        Decision(.measureGoal, decidedAt: decidedAt, role: role, subject: goal, reason: reason)
    }
}

extension MeasurementHistories {
    /// The measures that were ever read, each with the unit it had last.
    package var names: [(name: String, unit: String)] {
        (0..<count).filter { $0 + 1 == count || name[$0 + 1] != name[$0] }.map { (name[$0], unit[$0]) }
    }

    /// Rows of a measure, oldest first: of that very name, else of one that differs in case and blanks only.
    func rows(of wanted: String) -> [Int] {
        let exact = (0..<count).filter { name[$0] == wanted }
        guard exact.isEmpty else { return exact }
        let folded = Self.folded(wanted)
        guard let close = names.first(where: { Self.folded($0.name) == folded }) else { return [] }
        return (0..<count).filter { name[$0] == close.name }
    }

    private static func folded(_ name: String) -> String { name.lowercased().split { $0.isWhitespace }.joined(separator: " ") }
}
