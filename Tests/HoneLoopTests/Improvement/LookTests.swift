import HoneFacts
import HoneStatistics
import Testing

@testable import HoneLoop

/// What is said of a look before it is due, and of an early one.
@Suite struct LookTests {
    private typealias Readings = ImprovementReadingTests

    @Test func `what no look will be able to tell is said before it is due`() throws {
        let all = Readings.improvements([Readings.start + 78 * 7])
        func standing(_ product: Product?) throws -> String {
            let evidence = Readings.evidence(after: 5, product: product)
            let reading = try Readings.reading(all[0], all, evidence)
            return ImprovementWords(all[0], reading, evidence.interpretation.zone, on: evidence.today, unfunded: nil).standing
        }
        // Five weeks since the switch.
        let told = "no look will be able to tell: 5 whole weeks before the week of 6 Jul 2026, 12 are needed"
        #expect(try standing(Readings.switched(week: 73)).hasSuffix("week 1 of 12; \(told)"))
        #expect(try standing(nil).hasSuffix("week 1 of 12"))
    }

    @Test(arguments: [(45, false), (75, true)])
    func `an early look takes a past that is long enough to be told apart from`(weeks: Int, isTaken: Bool) throws {
        let bet = try #require(Readings.bet)
        var draft = ImprovementDraft()
        (draft.hypothesis, draft.metric, draft.expected, draft.looks) = ("less waiting", "cycle-time", "20-50 %", .earlyAndFinal)
        (draft.guardMetric, draft.guardBetter) = ("throughput", .higher)
        let evidence = Readings.evidence(weeks: weeks, after: 5)
        guard !isTaken else {
            #expect(try draft.terms(bet, Agreements([]), evidence).looks == .earlyAndFinal)
            return
        }
        let refusal = #expect(throws: Refusal.self) { try draft.terms(bet, Agreements([]), evidence) }
        #expect(refusal?.sentences[0].hasPrefix("--early-look takes 50 earlier dates") == true)
    }

    @Test func `an early look that its past is too short for says so, and not that the series moves by itself`() throws {
        let evidence = Readings.evidence(weeks: 48, changed: 40, after: 4)
        let all = Readings.improvements([Readings.start + 40 * 7], Readings.terms(.earlyAndFinal))
        let comparison = try #require(try Readings.reading(all[0], all, evidence).effect)
        #expect(comparison.reading.claim == .movesByItself && comparison.reading.earlierAsFar == 0)
        #expect(
            comparison.sentence.hasSuffix("never moved as much by itself, and this look takes 50 such dates."), "\(comparison.sentence)")
    }
}
