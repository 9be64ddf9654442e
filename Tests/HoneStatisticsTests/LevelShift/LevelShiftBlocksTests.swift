import HoneStatistics
import Testing

/// The control that draws blocks of weeks, and the parts the benchmark needs of the fit and its past.
@Suite struct LevelShiftBlocksTests {
    private func tails(_ before: [Double], _ after: [Double], weeks: Int = 2) -> (low: Double, high: Double)? {
        LevelShiftControl.blockBootstrap(before: before, after: after, weeks: weeks, resamples: 4000, seed: 1, stream: 0)
    }

    @Test func `a level that always rises never falls in a resample`() throws {
        let rise = try #require(tails([1, 1, 1, 1], [2, 2, 2]))
        #expect(rise == (1, 0))
        let none = try #require(tails([1, 1, 1], [1, 1, 1]))
        #expect(none == (1, 1))
    }

    @Test func `three values make two blocks and the rest of one`() throws {
        // Before is 0. After, a block is 2, -2 (sum 0) or -2, 1 (sum -1), the rest is 2 or -2: sums 2, -2, 1, -3, equally likely.
        let drawn = try #require(tails([0, 0], [2, -2, 1]))
        #expect(abs(drawn.low - 0.5) < 0.03 && abs(drawn.high - 0.5) < 0.03)
        // A side shorter than a block has none.
        #expect(tails([0, 0], [1], weeks: 2) == nil)
    }

    @Test func `the score interval of a share is that of its count`() throws {
        let whole = try #require(Proportion.wilson(successes: 3, of: 20, level: 0.95))
        let share = try #require(Proportion.wilson(share: 0.15, of: 20, level: 0.95))
        #expect(abs(whole.lower - share.lower) < 1e-12 && abs(whole.upper - share.upper) < 1e-12)
        let none = try #require(Proportion.wilson(share: 0, of: 8, level: 0.95))
        // z² / (n + z²)
        #expect(none.lower == 0 && abs(none.upper - 0.32440) < 1e-4)
        #expect(Proportion.wilson(share: 1.1, of: 8, level: 0.95) == nil && Proportion.wilson(share: 0.5, of: 0, level: 0.95) == nil)
    }

    @Test func `moving a series moves what has a value from the week on`() throws {
        let series = try #require(WeeklySeries.durations(sumsOfLogarithms: [1, 0, 3, 4], counts: [1, 0, 1, 2], firstWeek: 5))
        let moved = series.moved(by: 0.5, from: 6)
        #expect(moved.values == [1, 0, 3.5, 2.5] && moved.weights == series.weights && moved.weeks == series.weeks)
    }

    @Test func `a prepared past tells the same smallest visible effect`() throws {
        var generator = SeededGenerator(seed: 2)
        let series = try #require(WeeklyNoise.autoregressive(0.6).series(.durations, weeks: 90, generator: &generator))
        let design = try #require(LevelShiftDesign(gapWeeks: 1))
        let past = OwnPast(series, design: design)
        for action in [30, 60, 80] {
            #expect(past.prepared(alpha: 0.05).smallestVisible(at: action, alpha: 0.05) == past.smallestVisible(at: action, alpha: 0.05))
            #expect(past.prepared(alpha: 0.02).smallestVisible(at: action, alpha: 0.05) == past.smallestVisible(at: action, alpha: 0.05))
        }
    }
}
