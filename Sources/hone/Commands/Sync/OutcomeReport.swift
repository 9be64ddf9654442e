import HoneFacts
import HoneWorkflows

/// Says what each source brought, one after the other: counts on standard output, or where they are said; doubts, and why one could not be
/// read, on standard error.
struct OutcomeReport {
    let outcomes: [CollectFacts.Outcome]
    let isVerbose: Bool
    /// Says a count.
    let say: (String) -> Void

    init(_ outcomes: [CollectFacts.Outcome], isVerbose: Bool, say: @escaping (String) -> Void = Console.say) {
        self.outcomes = outcomes
        self.isVerbose = isVerbose
        self.say = say
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
        say("\(outcome.origin): \(Self.sum(outcome))")
        for note in outcome.reading.notes { say("  \(note)") }
        tellEarlier(outcome.earlier)
        if let failure = outcome.failure { Console.error("  \(failure)") }
        let sorted = outcome.reading.diagnostics.sorted { $0.severity > $1.severity }
        for refusal in sorted.prefix(while: { $0.severity == .refused }) { Console.error("  \(refusal)") }
        // Those that are only counted come last, as there are more of them than can be told.
        let counted = sorted.filter { $0.code == Diagnostic.countedCode }
        let diagnostics = sorted.filter { $0.severity != .refused && $0.code != Diagnostic.countedCode }
        for diagnostic in isVerbose ? diagnostics[...] : diagnostics.prefix(5) {
            Console.error("  \(diagnostic)")
        }
        if !isVerbose, diagnostics.count > 5 { Console.error("  ... and \(diagnostics.count - 5) more: add --verbose") }
        for count in counted { Console.error("  \(count)") }
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

    /// What was odd when an unchanged source was read: nobody has mended it since.
    private func tellEarlier(_ oddities: [SourceOddity]) {
        guard !oddities.isEmpty else { return }
        if isVerbose {
            for oddity in oddities { Console.error("  \(oddity.sentence)") }
            return
        }
        guard oddities.contains(where: { $0.first.severity == .skipped }) else { return }
        say("  Some of it could not be used then: hone doctor says what.")
    }
}
