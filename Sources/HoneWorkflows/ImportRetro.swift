package import HoneLoop

/// Records what notes of ceremonies add to the decisions. Reading the same notes again adds nothing.
package struct ImportRetro: Sendable {
    let decisions: any DecisionLog
    /// Seconds since 1970.
    let now: Int64

    package init(decisions: any DecisionLog, now: Int64) {
        self.decisions = decisions
        self.now = now
    }

    /// - Throws: what the log throws. What was recorded before that stays, and the next reading goes on from there.
    package func run(_ notes: [CeremonyNotes]) async throws -> NotesReading {
        let reading = NotesReading(notes, after: Agreements(try await decisions.decisions()).record, now: now)
        for decision in reading.decisions { try await decisions.append(decision) }
        return reading
    }
}
