package import HoneLoop

/// Adds goals, and says what became of them.
package struct ChangeGoals<Log: DecisionLog>: Sendable {
    let log: Log
    /// Seconds since 1970.
    let now: Int64

    package init(log: Log, now: Int64) { (self.log, self.now) = (log, now) }

    /// More open goals than these need a reason: one page has few things on it (R11).
    package static var mostOpen: Int { 3 }

    /// - Parameter beyond: why there is one more than usual; empty where nobody says.
    /// - Returns: its number.
    package func add(_ kind: Goal.Kind, _ outcome: String, beyond: String) async throws -> Int {
        let decision = Decision(.addGoal, decidedAt: now, subject: kind.rawValue, text: outcome, reason: beyond)
        try await log.take([decision]) { agreements in
            let open = agreements.goals.count(where: \.isOpen)
            guard open < Self.mostOpen || !beyond.isEmpty else {
                throw Refusal([
                    "There are \(open) open goals, and a page that many more stand on is not read.",
                    "Say which is met or given up (hone goal met N, hone goal drop N), or why there is one more: --beyond-three \"...\"",
                ])
            }
        }
        return Agreements(try await log.decisions()).goals.count
    }

    package func step(_ verb: Decision.Verb, _ number: Int, reason: String, role: String) async throws -> Goal {
        let goal = try await found(number)
        let decision = Decision(verb, decidedAt: now, role: role, subject: goal.id, reason: reason)
        guard goal.allows(decision) else { throw Self.refusal(goal, verb) }
        try await log.take(decision)
        return try await found(number)
    }

    private func found(_ number: Int) async throws -> Goal {
        let goals = Agreements(try await log.decisions()).goals
        if let goal = goals.first(where: { $0.number == number }) { return goal }
        throw Refusal("There is no goal \(number); hone goal list shows them, hone goal add adds one.")
    }

    private static func refusal(_ goal: Goal, _ verb: Decision.Verb) -> Refusal {
        let number = goal.number
        switch goal.state {
        case .dropped: return Refusal("Goal \(number) was given up. If it comes back, add it anew: hone goal add")
        case .met where verb == .meetGoal:
            return Refusal("Goal \(number) is met already. If that is over: hone goal reopen \(number) --reason \"...\"")
        case .open where verb == .reopenGoal: return Refusal("Goal \(number) is open. hone goal list shows how the goals stand.")
        default: return Refusal("Say why: --reason \"...\". A goal does not come and go in silence.")
        }
    }
}
