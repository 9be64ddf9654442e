import HoneFacts
import HoneWorkflows

/// Says what each source brought, one after the other: counts on standard output; doubts, and why one could not be read, on standard
/// error.
struct OutcomeReport {
    let outcomes: [CollectFacts.Outcome]
    let isVerbose: Bool

    init(_ outcomes: [CollectFacts.Outcome], isVerbose: Bool) {
        self.outcomes = outcomes
        self.isVerbose = isVerbose
    }

    /// - Throws: `Failure` with code 65 when a source brought nothing it should have.
    func print() throws {
        for outcome in outcomes { print(outcome) }
        let failed = outcomes.filter { $0.isRefused || $0.isUseless }.map(\.origin)
        guard !failed.isEmpty else { return }
        let others = failed.count == outcomes.count ? "" : " The others were read."
        throw Failure(.badData, "Not read: \(failed.joined(separator: ", ")).\(others)")
    }

    private func print(_ outcome: CollectFacts.Outcome) {
        Console.say("\(outcome.origin): \(Self.sum(outcome))")
        for note in outcome.reading.notes { Console.say("  \(note)") }
        if let failure = outcome.failure { Console.error("  \(failure)") }
        let sorted = outcome.reading.diagnostics.sorted { $0.severity > $1.severity }
        for refusal in sorted.prefix(while: { $0.severity == .refused }) { Console.error("  \(refusal)") }
        let diagnostics = sorted.drop { $0.severity == .refused }
        for diagnostic in isVerbose ? diagnostics : diagnostics.prefix(5) {
            Console.error("  \(diagnostic)")
        }
        if !isVerbose, diagnostics.count > 5 { Console.error("  ... and \(diagnostics.count - 5) more: hone sync --verbose") }
        if outcome.isUseless {
            let rows = outcome.reading.recordCount
            Console.error(rows == 1 ? "  Its only row could not be used." : "  None of its \(rows) rows could be used.")
        }
    }

    private static func sum(_ outcome: CollectFacts.Outcome) -> String {
        let count = outcome.count
        let isQuiet = count.added == 0 && count.changed == 0
        let sum = "\(count.added) facts added, \(count.changed) changed, \(count.unchanged) known"
        if outcome.isRefused { return isQuiet ? "could not be read" : "could not be read to its end; \(sum)" }
        return outcome.isUseless ? "nothing could be used" : isQuiet ? "nothing new" : sum
    }
}
