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
