import HoneStatistics
import Testing

/// Reference values: the formulas in NumPy 2.4, laws by SciPy 1.17; Welch by `scipy.stats.ttest_ind`.
struct LevelShiftControlTests {
    private let before = [2.1, 1.7, 2.4, 2.0, 1.9, 2.6, 2.2, 1.8, 2.3, 2.5, 2.0, 1.6]
    private let after = [1.5, 1.7, 1.2, 1.6, 1.4, 1.8]

    @Test func `Welch and Newey-West are those of scipy and numpy`() throws {
        let welch = try #require(LevelShiftControl.welch.test(before: before, after: after))
        #expect(isClose(welch.effect, -0.5583333333333333) && isClose(welch.degreesOfFreedom, 14.138496796708159))
        #expect(isRelativelyClose(welch.probabilityLow, 1 - 0.9996981546332535, 1e-9))
        let step = try #require(LevelShiftControl.neweyWest.test(before: before, after: after))
        #expect(isClose(step.standardError, 0.08513107178178865, 1e-10))
        #expect(isRelativelyClose(step.probabilityLow, 3.2919821774228342e-06, 1e-9))
        let jump = try #require(LevelShiftControl.interruptedSeries.test(before: before, after: after))
        #expect(isClose(jump.effect, -0.600216450216451, 1e-10))
        #expect(isClose(jump.probabilityLow, 0.008976662755254095, 1e-10))
        #expect(isClose(jump.probabilityHigh, 1 - jump.probabilityLow))
    }

    @Test func `weeks that resemble each other count for less`() throws {
        let before = [0.1, 0.3, 0.2, 0.5, 0.7, 0.5, 0.6, 1, 0.9, 0.7, 0.8, 0.9]
        let after = [0.5, 0.7, 0.6, 0.3, 0.5, 0.7]
        let test = try #require(LevelShiftControl.effectiveSize.test(before: before, after: after))
        #expect(isClose(test.degreesOfFreedom, 4.077544426494346))
        #expect(isClose(test.standardError, 0.21885293203711942))
        #expect(isClose(test.probabilityLow, 0.41514365437036405))
    }

    @Test func `weeks that do not are the pooled t test`() throws {
        let test = try #require(LevelShiftControl.effectiveSize.test(before: before, after: after))
        #expect(test.degreesOfFreedom == 16)
        #expect(isRelativelyClose(test.probabilityLow, 0.0007002152925330757, 1e-9))
    }

    /// The reason they are controls: on a level that wanders they claim a shift far more often than the 5 % they say, where
    /// the averaged fit does not.
    @Test func `on wandering levels the controls claim too often and the fit does not`() throws {
        var generator = SeededGenerator(seed: 77)
        func normal() -> Double { Normal.quantile(generator.unit() + 0x1p-54) ?? 0 }
        var claims: [String: Int] = [:]
        let (runs, weeks) = (300, Array(0..<64))
        for _ in 0..<runs {
            var level = 0.0
            let values = weeks.map { _ in
                level = 0.8 * level + 0.6 * normal()
                return level + 0.5 * normal()
            }
            let fit = try #require(
                LevelShiftFit(weeks: weeks, values: values, weights: weeks.map { _ in 4 }, firstAfter: 52))
            if fit.probabilityLow() < 0.05 { claims["fit", default: 0] += 1 }
            for control in LevelShiftControl.allCases {
                let test = try #require(control.test(before: Array(values[..<52]), after: Array(values[52...])))
                if test.probabilityLow < 0.05 { claims[control.rawValue, default: 0] += 1 }
            }
        }
        // 5 % of 300 are 15, with a deviation of 4.
        #expect(claims["fit", default: 0] <= 27)
        for control in [LevelShiftControl.welch, .neweyWest, .interruptedSeries] {
            #expect(claims[control.rawValue, default: 0] > 36, "\(control)")
        }
    }

    @Test func `both sides are those of the fit`() throws {
        let counts = [3, 4, 5, 0, 3, 4, 5, 3, 4, 5, 3, 4, 5, 3, 4, 9, 9, 0, 9, 9]
        let design = try #require(LevelShiftDesign(gapWeeks: 1, afterWeeks: 5))
        let shares = try #require(WeeklySeries.shares(successes: counts, trials: counts))
        let sides = try #require(design.sides(of: shares, at: 14))
        #expect(sides.before == Array(repeating: 1, count: 13))
        #expect(sides.after == [1, 1, 1, 1])
        #expect(design.sides(of: shares, at: 15) == nil)
    }

    @Test func `what cannot be tested is refused`() {
        for control in LevelShiftControl.allCases {
            #expect(control.test(before: [1], after: after) == nil)
            #expect(control.test(before: before, after: [.nan, 1]) == nil)
            #expect(control.test(before: [2, 2, 2], after: [2, 2, 2]) == nil)
        }
    }
}
