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

    @Test func `what is no series is refused`() {
        #expect(WeeklySeries.counts([1, -1]) == nil)
        #expect(WeeklySeries.shares(successes: [2], trials: [1]) == nil)
        #expect(WeeklySeries.shares(successes: [-1], trials: [1]) == nil)
        #expect(WeeklySeries.shares(successes: [1], trials: [1, 2]) == nil)
        #expect(WeeklySeries.durations(sumsOfLogarithms: [.infinity], counts: [1]) == nil)
        #expect(WeeklySeries.durations(sumsOfLogarithms: [0], counts: [-1]) == nil)
    }
}
