import Foundation
import HoneStatistics
import Testing

/// Golden values: an independent implementation with Cholesky factors in NumPy 2.4 and SciPy 1.17.
struct LevelShiftFitTests {
    private static let weeks = Array(0..<26)
    private static let values = [
        2.1, 1.7, 2.4, 2.0, 1.9, 2.6, 2.2, 1.8, 2.3, 2.5, 2.0, 1.6, 2.2, 2.7, 2.1, 1.9, 2.4, 2.3, 2.0, 2.2, 1.5, 1.7, 1.2, 1.6,
        1.4, 1.8,
    ]
    private static let weights: [Double] = [4, 6, 3, 5, 8, 2, 4, 7, 5, 3, 6, 4, 5, 2, 6, 4, 3, 5, 7, 4, 5, 4, 6, 3, 5, 4]

    private func plain() throws -> LevelShiftFit {
        try #require(LevelShiftFit(weeks: Self.weeks, values: Self.values, weights: Self.weights, firstAfter: 20))
    }

    @Test func `a lower level after twenty weeks has the golden numbers`() throws {
        let fit = try plain()
        #expect(fit.degreesOfFreedom == 24)
        #expect(isClose(fit.effect, -0.5908384535, 1e-9))
        #expect(isRelativelyClose(fit.probabilityLow(), 4.5757745930e-04, 1e-9))
        let interval = try #require(fit.interval(level: 0.9))
        #expect(isClose(interval.lower, -0.83676395, 1e-8) && isClose(interval.upper, -0.3509425, 1e-8))
        #expect(interval.method == "level-shift")
        #expect(isClose(fit.modelWeights[0], 0.0951774765, 1e-9))
        #expect(isClose(fit.modelWeights[8], 0.0280810355, 1e-9))
        #expect(isClose(fit.shifts[0], -0.576344086, 1e-9) && isClose(fit.standardErrors[0], 0.1189690631, 1e-9))
    }

    @Test func `missing weeks and a drift have the golden numbers`() throws {
        let weeks = Self.weeks.filter { ![3, 7, 8, 22].contains($0) }
        let values = weeks.map { 1 + 0.03 * Double($0) + 0.2 * sin(1.7 * Double($0)) }
        let weights = weeks.map { Double(1 + ($0 * 7) % 5) }
        let fit = try #require(LevelShiftFit(weeks: weeks, values: values, weights: weights, firstAfter: 20))
        #expect(fit.degreesOfFreedom == 20)
        #expect(isClose(fit.effect, 0.151870266, 1e-9) && isClose(fit.probabilityLow(), 0.8107712491, 1e-9))
        let interval = try #require(fit.interval(level: 0.9))
        #expect(isClose(interval.lower, -0.13895242, 1e-8) && isClose(interval.upper, 0.43260413, 1e-8))
        let walks = [0.00448124, 0.00839455, 0.03257545, 0.13138004, 0.2499945]
        #expect(zip(fit.modelWeights[16...], walks).allSatisfy { isClose($0, $1, 1e-8) })
    }

    @Test func `counts have the golden numbers`() throws {
        let counts = [5, 7, 3, 6, 9, 4, 8, 6, 5, 7, 0, 6, 7, 5, 8, 6, 4, 9, 7, 5, 9, 11, 8, 12, 10, 9]
        let series = try #require(WeeklySeries.counts(counts))
        let fit = try #require(
            LevelShiftFit(weeks: Self.weeks, values: series.values, weights: series.weights, firstAfter: 20))
        #expect(isClose(fit.effect, 0.7338032168, 1e-9))
        #expect(isRelativelyClose(fit.probabilityHigh(), 6.1692334321e-03, 1e-9))
    }

    /// Without noise that wanders, the shift is the difference of weighted means and the test is the pooled one.
    @Test func `the white model is weighted least squares`() throws {
        let fit = try plain()
        let pairs = Array(zip(Self.values, Self.weights))
        func mean(_ part: ArraySlice<(Double, Double)>) -> Double {
            part.reduce(0) { $0 + $1.0 * $1.1 } / part.reduce(0) { $0 + $1.1 }
        }
        #expect(isClose(fit.shifts[0], mean(pairs[20...]) - mean(pairs[..<20])))
    }

    @Test(arguments: [-3.0, 0.25, 40])
    func `moving the weeks after moves the effect and nothing else`(movement: Double) throws {
        let fit = try plain()
        let moved = Self.values.indices.map { Self.values[$0] + ($0 < 20 ? 0 : movement) }
        let other = try #require(LevelShiftFit(weeks: Self.weeks, values: moved, weights: Self.weights, firstAfter: 20))
        #expect(isClose(other.effect, fit.effect + movement, 1e-11))
        #expect(zip(other.modelWeights, fit.modelWeights).allSatisfy { isClose($0, $1, 1e-10) })
        #expect(zip(other.standardErrors, fit.standardErrors).allSatisfy { isClose($0, $1, 1e-10) })
        #expect(isRelativelyClose(other.probabilityLow(), fit.probabilityLow(movedBy: movement), 1e-8))
        #expect(isRelativelyClose(other.probabilityHigh(), fit.probabilityHigh(movedBy: movement), 1e-8))
    }

    @Test func `unit, level and mirror change the fit as they should`() throws {
        let fit = try plain()
        let values = Self.values.map { 1e6 - 1000 * $0 }
        let other = try #require(LevelShiftFit(weeks: Self.weeks, values: values, weights: Self.weights, firstAfter: 20))
        #expect(isClose(other.effect, -1000 * fit.effect, 1e-8))
        #expect(isRelativelyClose(other.probabilityHigh(), fit.probabilityLow(), 1e-7))
        let (one, two) = (try #require(fit.interval(level: 0.8)), try #require(other.interval(level: 0.8)))
        #expect(isClose(two.lower, -1000 * one.upper, 1e-7) && isClose(two.upper, -1000 * one.lower, 1e-7))
    }

    @Test(arguments: [1e-9, 0.001, 0.05, 0.3, 0.5, 0.77, 0.95, 0.999999])
    func `a quantile is where that share of the mixture lies below`(probability: Double) throws {
        let fit = try plain()
        let shift = try #require(fit.quantile(probability))
        #expect(isRelativelyClose(fit.probabilityHigh(movedBy: -shift), probability, 1e-9))
        #expect(isClose(fit.probabilityLow(movedBy: -shift), 1 - probability, 1e-12))
    }

    @Test func `a series that never moves has no effect`() throws {
        let flat = try #require(
            LevelShiftFit(weeks: Self.weeks, values: Self.weeks.map { _ in 7 }, weights: Self.weights, firstAfter: 20))
        #expect(flat.effect == 0)
        #expect(flat.probabilityLow() == 0.5)
    }

    @Test func `what cannot be fitted has no answer`() {
        func fit(_ weeks: [Int], _ values: [Double], _ weights: [Double], _ first: Int) -> LevelShiftFit? {
            LevelShiftFit(weeks: weeks, values: values, weights: weights, firstAfter: first)
        }
        #expect(fit([0, 1, 2], [1, 2, 4], [1, 1, 1], 2) != nil)
        #expect(fit([0, 1], [1, 2], [1, 1], 1) == nil)
        #expect(fit([0, 1, 2], [1, 2, 4], [1, 1, 1], 0) == nil)
        #expect(fit([0, 1, 2], [1, 2, 4], [1, 1, 1], 3) == nil)
        #expect(fit([0, 2, 1], [1, 2, 4], [1, 1, 1], 2) == nil)
        #expect(fit([0, 1, 2], [1, .nan, 4], [1, 1, 1], 2) == nil)
        #expect(fit([0, 1, 2], [1, 2, 4], [1, 0, 1], 2) == nil)
        #expect(fit([0, 1, 2], [1, 2], [1, 1], 1) == nil)
    }
}
