import HoneStatistics
import Testing

@testable import HoneLoop

/// The run itself over series from a seed.
@Suite struct PlaceboRunTests {
    private let run = PlaceboRun(resamples: 50, seed: 3)

    private func series(_ level: @escaping (Int) -> Double = { _ in 0 }) -> BenchmarkSeries {
        BenchmarkSeries(name: "made", values: MadeSeries.durations(weeks: 130, spread: 0.5, level: level), better: .lower)
    }

    @Test func `a reading with the past of the whole series is the reading with its own past`() throws {
        let values = series().values
        let terms = try #require(EffectTerms(kind: .durations, better: .lower))
        let past = OwnPast(values, design: terms.design).prepared(alpha: terms.thresholds.alpha)
        for action in [11, 12, 30, 60, 117, 118] {
            #expect(
                EffectReading(values, action: action, terms: terms, past: past) == EffectReading(values, action: action, terms: terms))
        }
    }

    @Test func `every week with enough on both sides is asked once`() throws {
        let row = try #require(run.row(series()))
        // From 12 weeks of history to 12 weeks after the week itself: weeks 12 to 117, 106 of them in 105 / 12 + 1 windows.
        #expect(row.placeboWeeks == 106 && row.windows == 9 && !row.isJudged)
        #expect(row[.shipped] == row.shipped)
        #expect(row[.welch].dates == 106 && row[.sixWeeks].dates == 112 && row[.twoLooks].dates == 106)
    }

    @Test func `the better way turns with the direction`() throws {
        let drifting = series { 0.02 * Double($0) }
        let lower = try #require(run.row(drifting))
        let higher = try #require(run.row(BenchmarkSeries(name: "made", values: drifting.values, better: .higher)))
        #expect(lower.shipped.worse == higher.shipped.better && lower.shipped.better == higher.shipped.worse)
        #expect(lower[.welch].worse == higher[.welch].better && lower[.welch].worse > 50)
        #expect(lower[.unguarded].worse > lower.shipped.worse)
    }

    @Test func `larger effects are seen more often`() throws {
        let row = try #require(run.row(series()))
        #expect(row.seen[0] <= row.seen[1] && row.seen[1] <= row.seen[2] && row.seen[2] > row.placeboWeeks / 2)
    }

    @Test func `the same seed gives the same row whatever stands beside it`() {
        #expect(run.row(series()) == run.row(series()))
    }

    @Test func `injected counts keep what was there in the mean`() throws {
        let counts = try #require(WeeklySeries.counts(Array(repeating: 1000, count: 40)))
        var generator = SeededGenerator(seed: 5)
        for (factor, mean) in [(0.5, 500.0), (1.25, 1250.0), (1.5, 1500.0)] {
            let changed = try #require(InjectedEffect(factor: factor).series(counts, in: 20..<40, generator: &generator))
            #expect(changed.items[..<20] == counts.items[..<20])
            // Twenty weeks of a standard deviation of 16 or less.
            #expect(abs(Double(changed.items[20...].reduce(0, +)) / 20 - mean) < 15)
        }
    }

    @Test func `a sprint counts as the worst of six only when the five before it were better`() throws {
        // Sprints 5, 4, 3, 2, 1, 9 and then 1.
        let levels = [5, 4, 3, 2, 1, 9, 1].flatMap { [Double($0), Double($0)] }
        let values = try #require(WeeklySeries.durations(sumsOfLogarithms: levels, counts: levels.map { _ in 1 }))
        let lower = WorstOfSix(values, better: .lower)
        #expect((0...14).filter(lower.holds(before:)) == [12])
        #expect(lower.looksBetter(from: 12) && !lower.looksBetter(from: 10))
        // The other way round it is the fifth sprint that is lowest, with only four before it.
        #expect((0...14).filter(WorstOfSix(values, better: .higher).holds(before:)) == [])
    }

    @Test func `amounts that are mostly equal to others are tied`() {
        #expect(BenchmarkSeries.isTied([1, 1, 1, 2, 2]) && !BenchmarkSeries.isTied([1, 2, 3, 3]))
    }
}
