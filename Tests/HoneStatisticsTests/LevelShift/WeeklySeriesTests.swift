import Foundation
import HoneStatistics
import Testing

struct WeeklySeriesTests {
    @Test func `durations are means of logarithms with their counts as weights`() throws {
        let series = try #require(
            WeeklySeries.durations(sumsOfLogarithms: [log(2) + log(8), .nan, log(3)], counts: [2, 0, 1], firstWeek: 5))
        #expect(isClose(series.values[0], log(4)))
        #expect(series.values[1] == 0)
        #expect(series.weights == [2, 0, 1])
        #expect(series.weeks == 5..<8)
        #expect(isClose(series.size(ofShift: log(0.5), history: 5..<8), 0.5))
    }

    @Test func `shares are parts of the trials of a week`() throws {
        let series = try #require(WeeklySeries.shares(successes: [1, 0, 0], trials: [4, 0, 3]))
        #expect(series.values == [0.25, 0, 0])
        #expect(series.weights == [4, 0, 3])
        #expect(series.size(ofShift: -0.1, history: 0..<3) == -0.1)
    }

    @Test func `counts keep their empty weeks`() throws {
        let series = try #require(WeeklySeries.counts([0, 6, 1]))
        #expect(series.values == [sqrt(0.375), sqrt(6.375), sqrt(1.375)])
        #expect(series.weights == [1, 1, 1])
    }

    /// From a mean of 4 a count of 9 is a shift of √9.375 - √4.375.
    @Test func `a shift of roots reads back as the factor between counts`() throws {
        let series = try #require(WeeklySeries.counts([4, 4, 4, 4, 9]))
        #expect(isClose(series.size(ofShift: sqrt(9.375) - sqrt(4.375), history: 0..<4), 9.0 / 4))
        #expect(series.size(ofShift: 0, history: 0..<4) == 1)
        #expect(isClose(series.size(ofShift: -50, history: 0..<4), 0))
        #expect(try #require(WeeklySeries.counts([0, 0, 3])).size(ofShift: 1, history: 0..<2) == nil)
        #expect(series.size(ofShift: .nan, history: 0..<4) == nil)
    }

    @Test func `a series starts again at a change of definition`() throws {
        let series = try #require(WeeklySeries.counts([1, 2, 3, 4], firstWeek: 10))
        let later = series.starting(at: 12)
        #expect(later.weeks == 12..<14)
        #expect(later.items == [3, 4])
        #expect(series.starting(at: 3) == series)
        #expect(series.starting(at: 99).items.isEmpty)
    }

    @Test func `what moves a series and its control alike drops out`() throws {
        var generator = SeededGenerator(seed: 4)
        func noise() -> Double { generator.unit() - 0.5 }
        // Both fall at once, for a reason outside of either.
        func series() throws -> WeeklySeries {
            let sums = (0..<64).map { 3 * (($0 < 52 ? 0 : -1) + noise()) }
            return try #require(WeeklySeries.durations(sumsOfLogarithms: sums, counts: sums.map { _ in 3 }))
        }
        let (own, control) = (try series(), try series())
        let difference = try #require(own.difference(from: control))
        #expect(difference.weights.allSatisfy { $0 == 1.5 })
        let design = try #require(LevelShiftDesign(afterWeeks: 12))
        let (alone, beside) = (try #require(design.fit(own, at: 52)), try #require(design.fit(difference, at: 52)))
        #expect(alone.probabilityLow() < 0.001)
        #expect(beside.probabilityLow() > 0.05 && beside.probabilityHigh() > 0.05)
        #expect(abs(beside.effect) < 0.3)
    }

    @Test func `a difference holds the weeks both have and skips those either lacks`() throws {
        let one = try #require(WeeklySeries.shares(successes: [1, 2, 0, 4], trials: [2, 4, 0, 4], firstWeek: 3))
        let other = try #require(WeeklySeries.shares(successes: [1, 1, 1, 0], trials: [4, 4, 1, 0], firstWeek: 4))
        let difference = try #require(one.difference(from: other))
        #expect(difference.weeks == 4..<7)
        #expect(difference.values == [0.25, 0, 0])
        #expect(difference.weights == [2, 0, 0.8])
        #expect(difference.items == [4, 0, 1])
        let counts = try #require(WeeklySeries.counts([4, 9], firstWeek: 4))
        #expect(try #require(counts.difference(from: counts)).weights == [1, 1])
        #expect(one.difference(from: counts) == nil)
        #expect(one.difference(from: one.starting(at: 9)) == nil)
    }

    @Test func `what is no series is refused`() {
        #expect(WeeklySeries.counts([1, -1]) == nil)
        #expect(WeeklySeries.shares(successes: [2], trials: [1]) == nil)
        #expect(WeeklySeries.shares(successes: [-1], trials: [1]) == nil)
        #expect(WeeklySeries.shares(successes: [1], trials: [1, 2]) == nil)
        #expect(WeeklySeries.durations(sumsOfLogarithms: [.infinity], counts: [1]) == nil)
        #expect(WeeklySeries.durations(sumsOfLogarithms: [0], counts: [-1]) == nil)
    }
}
