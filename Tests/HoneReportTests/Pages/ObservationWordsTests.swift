import HoneFacts
import HoneMetrics
import HoneStatistics
import Testing

@testable import HoneReport

@Suite struct ObservationWordsTests {
    @Test func `undefined says so and never prints a zero`() {
        let words = ObservationWords(Sample.observation("lead-time", n: 0))
        #expect(words.answer == "Undefined: nothing in this window to measure. Undefined is not zero.")
        #expect(words.short == "none")
        #expect(!words.answer.contains("0"))
    }

    @Test func `a real zero is a number`() {
        #expect(ObservationWords(Sample.count("throughput", 0)).answer == "0 items.")
    }

    @Test func `below eleven only the range is given`() {
        let words = ObservationWords(Sample.times("cycle-time", n: 10, 3, 8, 21, mean: 5))
        #expect(words.answer == "Up to 21 d. Too few for percentiles: n is 10, below 11.")
        #expect(!words.facts.contains { $0.label == "mean" || $0.label == "interval" })
        #expect(ObservationWords(Sample.times("cycle-time", n: 11, 3, 8, 21, mean: 5)).answer.hasPrefix("Half within 3 d"))
    }

    @Test func `half within is the median, as every other page has it`() throws {
        // By hand: 1 to 12 hours; the sixth is 6, the midpoint of the sixth and seventh 6.5, and the eleventh (85 % of 12 is 10.2) 11.
        let facts = ExampleFacts.items((1...12).map { ("B\($0)", "bug", "2026-03-02", "", "2026-03-09") })
            .with("logged_seconds", Dictionary(uniqueKeysWithValues: (1...12).map { ("B\($0)", Int64($0 * 3600)) }))
        let now = try #require(Instant(iso: "2026-04-01T00:00:00Z")).seconds
        let window = Window(from: try #require(CalendarDay(iso: "2026-03-01")), to: try #require(CalendarDay(iso: "2026-04-01")))
        let context = MeasureContext(interpretation: Interpretation(), window: window, now: now)
        let shown = observe(LabourPerBugFix(), fold(facts.tables, Interpretation(), now: now), context)
        let percentiles = try #require(shown.percentiles)
        #expect(shown.value == 6.5 && [percentiles.p50, percentiles.p85, percentiles.p95] == [6, 11, 12])
        let words = ObservationWords(shown)
        #expect(words.answer == "Half within 6.5 h, 85 % within 11 h, 95 % within 12 h.")
        // At 95 % of twelve values the eighth is the last that the true 85th is not below, and none of them is above it for sure.
        #expect(words.facts.contains { $0 == ("of 85 %", "8 h or more (95 %)") })
        #expect(words.short == "6.5 h" && shown.shownPercentiles?.p50 == 6.5)
        let hours = (1...12).map(Double.init)
        #expect(Observation.Percentiles(shownOf: hours, isWhole: false)?.p50 == 6.5 && Observation.Percentiles(shownOf: hours)?.p50 == 6)
    }

    @Test func `a share names its parts, its interval and the method`() {
        let words = ObservationWords(Sample.share("reopen-rate", 5, of: 128, 0.017, 0.088))
        #expect(words.answer == "3.9 % (5 of 128).")
        #expect(words.facts.contains { $0.text == "1.7-8.8 % (95 %, Wilson score)" })
    }

    @Test func `too little classified is a range`() {
        let range = Sample.observation("improvement-share", n: 40) {
            $0.interval = .init(level: 1, lower: 0.1, upper: 0.6, method: "unclassified")
        }
        #expect(ObservationWords(range).answer.hasPrefix("Somewhere in 10-60 %"))
    }

    @Test func `the command asks for the same form of the metric`() {
        let definition = Sample.definition("lead-time")
        let working = ObservationWords(Sample.observation("lead-time", unit: .workingDays, n: 1), definition).command
        let elapsed = ObservationWords(Sample.observation("lead-time", unit: .hours, n: 1), definition).command
        #expect(working.contains("--calendar working") && !working.contains("--elapsed"))
        #expect(elapsed.contains("--elapsed"))
    }
}
