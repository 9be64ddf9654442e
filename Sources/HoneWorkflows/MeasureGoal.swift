package import HoneFacts
package import HoneLoop

/// Gives a goal a number of its own, or takes it away. It is a decision: what a goal is about is not a matter of configuration.
package struct MeasureGoal<Log: FactLog & DecisionLog>: Sendable {
    let log: Log
    let interpretation: Interpretation
    /// Seconds since 1970.
    let now: Int64

    package init(log: Log, interpretation: Interpretation, now: Int64) {
        (self.log, self.interpretation, self.now) = (log, interpretation, now)
    }

    /// - Parameters:
    ///   - name: of a measure that sources bring, or will bring.
    ///   - target: such as `>= 90 %`; nil watches the number.
    /// - Returns: the goal as it is now, and what to know about its number; empty where there is nothing.
    /// - Throws: `Refusal` where it cannot be.
    package func measure(_ number: Int, name: String, target: String?, role: String) async throws -> (goal: Goal, remark: String) {
        let known = try await knownMeasures()
        let measure = try Self.measure(name, target: target, known, now: now)
        let goal = try await goal(number)
        try await log.take(measure.decision(goal: goal.id, role: role))
        let isKnown = known.contains { $0.name.lowercased() == measure.name.lowercased() }
        return (try await self.goal(number), isKnown ? "" : Self.unknown(measure.name, known))
    }

    /// What is wrong with a name or a target, before anything is recorded.
    package func check(name: String, target: String?) async throws {
        _ = try Self.measure(name, target: target, try await knownMeasures(), now: now)
    }

    package func unmeasure(_ number: Int, reason: String, role: String) async throws -> Goal {
        let goal = try await goal(number)
        guard let measure = goal.measure else { throw Refusal("Goal \(number) has no number of its own.") }
        try await log.take(GoalMeasure.none(goal: goal.id, role: role, reason: reason, decidedAt: max(now, measure.decidedAt)))
        return try await self.goal(number)
    }

    private func goal(_ number: Int) async throws -> Goal {
        let goals = Agreements(try await log.decisions()).goals
        if let goal = goals.first(where: { $0.number == number }) {
            guard !goal.isDropped else { throw Refusal("Goal \(number) was given up, so nothing is measured for it.") }
            return goal
        }
        throw Refusal("There is no goal \(number); hone goal list shows them, hone goal add adds one.")
    }

    private func knownMeasures() async throws -> [(name: String, unit: String)] {
        fold(try await log.read([.measurement]), interpretation, now: now).measurements.names
    }

    private static func measure(
        _ name: String, target: String?, _ known: [(name: String, unit: String)], now: Int64
    ) throws(Refusal) -> GoalMeasure {
        guard !name.isEmpty else { throw Refusal("A measure has a name, such as \"active users\".") }
        guard let target else { return GoalMeasure(name: name, decidedAt: now) }
        guard let read = MeasureTarget(target) else {
            throw Refusal(
                "--target is '\(target)'. Write it as \">= 90 %\", \"<= 2.5 s\" or \"10-20 users\": a limit in the measure's own unit, with a point in front of decimals and no sign between thousands (15.000 could be either: 15000, or 15)."
            )
        }
        let unit = known.first { $0.name.lowercased() == name.lowercased() }?.unit ?? ""
        if !unit.isEmpty, !read.unit.isEmpty, unit.lowercased() != read.unit.lowercased() {
            throw Refusal("--target is in \(read.unit), and \(name) is measured in \(unit). Write the target in \(unit).")
        }
        return GoalMeasure(name: name, target: read, decidedAt: now)
    }

    private static func unknown(_ name: String, _ known: [(name: String, unit: String)]) -> String {
        let others = known.isEmpty ? "none was read so far" : "read so far: \(known.map(\.name).joined(separator: ", "))"
        return
            "Nothing was measured under the name \(name) yet (\(others)). It comes with a source of fact: measurement, or hone import csv --fact measurement."
    }
}
