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

    /// All of them or none.
    ///
    /// - Throws: what the log throws, or a `Refusal` where somebody else decided something that the notes speak of, too, since they
    ///   were read. Nothing was recorded then, and reading them again goes on from what is there.
    package func run(_ notes: [CeremonyNotes]) async throws -> NotesReading {
        let now = now
        let reading = NotesReading(notes, after: Agreements(try await decisions.decisions()).record, now: now)
        try await decisions.take(reading.decisions) {
            guard NotesReading(notes, after: $0.record, now: now).decisions == reading.decisions else {
                throw Refusal.overtaken(next: "Import the notes again: it goes on from what is there.")
            }
        }
        return reading
    }
}
