package import HoneFacts

/// What people said. Append-only: a decision is never edited, a later one answers it.
package struct Decision: Sendable, Equatable {
    package enum Verb: String, CaseIterable, Sendable {
        case addGoal = "add-goal"
        case note
        case notAKPI = "not-a-kpi"
        /// A ceremony was held: `subject` is its kind and day.
        case holdCeremony = "hold-ceremony"
        /// A ceremony found an improvement: `subject` is its id, `text` its title, `until` the day it is due.
        case noteImprovement = "note-improvement"
        /// Another ceremony, on the day `until`, listed it again; `text` is `open` where it said that it is not done.
        case carryImprovement = "carry-improvement"
        /// It was done, on the day `until` where somebody says when.
        case finishImprovement = "finish-improvement"
        /// It will not be done: `reason` says why, `until` since when, where somebody says so.
        case dropImprovement = "drop-improvement"
    }

    package var verb: Verb
    /// Seconds since 1970.
    package var decidedAt: Int64
    /// Who: a role such as `team` or `product owner`, never a person.
    package var role: String
    /// What it is about: the kind of a goal, the id of a metric or of an improvement; may be empty.
    package var subject: String
    /// The goal's outcome sentence, the note, or what was decided.
    package var text: String
    package var reason: String
    /// The day it speaks of: the end of a choice, or what its verb says.
    package var until: CalendarDay?

    package init(
        _ verb: Verb, decidedAt: Int64, role: String = "team", subject: String = "", text: String = "", reason: String = "",
        until: CalendarDay? = nil
    ) {
        self.verb = verb
        self.decidedAt = decidedAt
        self.role = role
        self.subject = subject
        self.text = text
        self.reason = reason
        self.until = until
    }
}

/// Where decisions are kept, in the order they were taken.
package protocol DecisionLog: Sendable {
    /// When this returns, the decision is on disk.
    func append(_ decision: Decision) async throws
    func decisions() async throws -> [Decision]
}

/// The memory twin of a decision log.
package actor MemoryDecisionLog: DecisionLog {
    private var entries: [Decision] = []

    package init() {}

    package func append(_ decision: Decision) { entries.append(decision) }
    package func decisions() -> [Decision] { entries }
}
