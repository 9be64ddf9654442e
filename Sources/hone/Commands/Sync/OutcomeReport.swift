import HoneFacts
import HoneWorkflows

/// Says what each source brought: counts on standard output, doubts on standard error.
struct OutcomeReport {
    let outcomes: [CollectFacts.Outcome]
    let isVerbose: Bool

    init(_ outcomes: [CollectFacts.Outcome], isVerbose: Bool) {
        self.outcomes = outcomes
        self.isVerbose = isVerbose
    }

    /// - Throws: `Failure` with code 65 when a source brought nothing it should have.
    func print() throws {
        for outcome in outcomes {
            let count = outcome.count
            let isQuiet = count.added == 0 && count.changed == 0
            let sum = "\(count.added) facts added, \(count.changed) changed, \(count.unchanged) known"
            Console.say("\(outcome.origin): " + (outcome.isUseless ? "nothing could be used" : isQuiet ? "nothing new" : sum))
            for note in outcome.reading.notes { Console.say("  \(note)") }
            tellEarlier(outcome.earlier)
            let diagnostics = outcome.reading.diagnostics.filter { $0.severity != .refused }.sorted { $0.severity > $1.severity }
            for diagnostic in isVerbose ? diagnostics[...] : diagnostics.prefix(5) {
                Console.error("  \(diagnostic)")
            }
            if !isVerbose, diagnostics.count > 5 { Console.error("  ... and \(diagnostics.count - 5) more: hone sync --verbose") }
        }
        let refusals = outcomes.compactMap { outcome in
            let refused = outcome.reading.diagnostics.filter { $0.severity == .refused }.map(\.description)
            return outcome.failure ?? (refused.isEmpty ? nil : refused.joined(separator: "\n"))
                ?? (outcome.isUseless ? "\(outcome.origin): none of its \(outcome.reading.recordCount) rows could be used." : nil)
        }
        if !refusals.isEmpty { throw Failure(.badData, refusals.joined(separator: "\n")) }
    }

    /// What was odd when an unchanged source was read: nobody has mended it since.
    private func tellEarlier(_ oddities: [SourceOddity]) {
        guard !oddities.isEmpty else { return }
        if isVerbose {
            for oddity in oddities { Console.error("  \(oddity.sentence)") }
            return
        }
        guard oddities.contains(where: { $0.first.severity == .skipped }) else { return }
        Console.say("  Some of it could not be used then: hone doctor says what.")
    }
}
