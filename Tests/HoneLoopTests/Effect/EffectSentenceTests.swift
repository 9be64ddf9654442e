import HoneFacts
import HoneStatistics
import Testing

@testable import HoneLoop

/// What people read of an effect.
@Suite struct EffectSentenceTests {
    private func sentence(_ level: Double, spread: Double = 0.3, weeks: Int = 90, confounders: [String] = []) throws -> String {
        let series = MadeSeries.durations(weeks: weeks, spread: spread) { $0 > 70 ? level : 0 }
        let terms = try #require(EffectTerms(kind: .durations, better: .lower))
        let reading = EffectReading(series, action: 70, terms: terms, confounders: confounders)
        return EffectSentence(reading, actionOn: HandMadeLoop.day("2026-10-03")).text
    }

    @Test func `a claim names the factor, its interval, the past and other causes`() throws {
        let text = try sentence(-1)
        #expect(text.hasPrefix("Better: since 3 Oct 2026 the level was lower by a factor 0.3"))
        #expect(text.contains(", 90 % interval); on 46 earlier dates it never moved as much by itself; "))
        #expect(text.hasSuffix("no control series, other causes are possible."))
    }

    @Test func `no sentence names a cause`() throws {
        for level in [-1.0, -0.1, 0, 0.1, 1] {
            for spread in [0.05, 0.3, 1.5] {
                let text = try sentence(level, spread: spread).lowercased()
                for word in ["because", "caused", "due to", "thanks to", "led to", "effect of"] { #expect(!text.contains(word), "\(text)") }
            }
        }
    }

    @Test func `undetermined says what could have been seen`() throws {
        let text = try sentence(0, spread: 1.5)
        #expect(text.hasPrefix("Undetermined: since 3 Oct 2026 the level was "))
        #expect(text.contains("which may be chance. This series could have shown a fall of ") && text.hasSuffix(" % or more."))
    }

    @Test func `no meaningful change says what was agreed`() throws {
        #expect(try sentence(0, spread: 0.05).hasSuffix("less than the 10 % agreed to matter, either way."))
    }

    @Test func `too little data says what is missing, and where an early look would do`() throws {
        #expect(
            try sentence(-1, weeks: 78)
                == "Too little data: the 12 weeks to measure after 3 Oct 2026 are not all in the record, 7 are. An early look needs 6.")
        #expect(try sentence(-1, weeks: 75).hasSuffix("are not all in the record, 4 are."))
    }

    @Test func `confounded names what else happened`() throws {
        let text = try sentence(-1, confounders: ["a new definition on 1 Oct", "smaller stories"])
        #expect(text == "Confounded: a new definition on 1 Oct; smaller stories fall into the same weeks; other causes are possible.")
    }

    @Test func `a share is told in points and a count as a factor`() throws {
        let terms = try #require(EffectTerms(kind: .shares, better: .lower, smallest: 0.02))
        let days = (0..<90).flatMap { week in (0..<4).map { CalendarDay(week: week) + $0 } }
        let trials = days.map { _ in 25 }
        let successes = days.enumerated().map { index, day in (day.week > 70 ? 2 : 12) + index % 3 }
        let record = try #require(WeeklyRecord(DatedRows(days: days, values: .shares(successes: successes, trials: trials))))
        let text = SeriesComparison(record, actionOn: CalendarDay(week: 70), terms: terms).sentence
        #expect(text.contains("the level was lower by 40 points (-4"))
        let counts = try #require(EffectTerms(kind: .counts, better: .lower))
        let numbers = try #require(WeeklyRecord(DatedRows(days: days, values: .counts(successes))))
        #expect(SeriesComparison(numbers, actionOn: CalendarDay(week: 70), terms: counts).sentence.contains("lower by a factor 0.2"))
    }
}
