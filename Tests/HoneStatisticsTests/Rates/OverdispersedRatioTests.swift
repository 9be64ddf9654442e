import HoneStatistics
import Testing

struct OverdispersedRatioTests {
    let first: (counts: [Int], exposures: [Double]) = ([3, 0, 14, 2, 19, 1], [1, 1, 2, 1, 2, 1])
    let second: (counts: [Int], exposures: [Double]) = ([1, 8, 0, 2, 1], [1, 2, 1, 1, 1])

    /// statsmodels 0.15.0: `GLM(Poisson, offset=log(exposure)).fit(scale="X2", use_t=True)`.
    @Test func `as a quasi-Poisson model says`() throws {
        let result = try #require(OverdispersedRatio(first, second))
        #expect(isClose(result.ratio, 2.4375))
        #expect(isClose(result.dispersion, 28 / 9.0))
        #expect(result.degreesOfFreedom == 9)
        #expect(isClose(result.logStandardError, 0.5822639771026017))
        #expect(isClose(result.pValue, 0.1603269959917635, 1e-10))
        let interval = try #require(result.interval(level: 0.95))
        #expect(isClose(interval.lower, 0.6529859261429352, 1e-10) && isClose(interval.upper, 9.09882742051543, 1e-10))
        #expect(interval.method == "quasi-poisson-t")
    }

    @Test func `bursts widen the interval that Poisson counts would have`() throws {
        let result = try #require(OverdispersedRatio(first, second)?.interval(level: 0.95))
        let poisson = try #require(PoissonRate.scoreRatio((39, 8), (12, 6), level: 0.95))
        #expect(result.lower < poisson.lower && poisson.upper < result.upper)
    }

    @Test func `counts more even than chance do not narrow it`() throws {
        let even = try #require(OverdispersedRatio(([5, 5, 5, 5], [1, 1, 1, 1]), ([4, 4, 4], [1, 1, 1])))
        #expect(even.dispersion == 0)
        #expect(isClose(even.logStandardError, (1 / 20.0 + 1 / 12.0).squareRoot()))
    }

    @Test func `swapping the groups turns the ratio over`() throws {
        let there = try #require(OverdispersedRatio(first, second))
        let back = try #require(OverdispersedRatio(second, first))
        #expect(isClose(there.ratio * back.ratio, 1))
        #expect(isClose(there.pValue, try #require(back.pValue)))
        let (interval, turned) = (try #require(there.interval(level: 0.9)), try #require(back.interval(level: 0.9)))
        #expect(isClose(interval.lower * turned.upper, 1))
    }

    @Test func `a group without events has no ratio`() {
        #expect(OverdispersedRatio(([0, 0], [1, 1]), ([1, 2], [1, 1])) == nil)
        #expect(OverdispersedRatio(([1], [1]), ([2], [1])) == nil)
        #expect(OverdispersedRatio(([1, 2], [1]), ([2], [1])) == nil)
        #expect(OverdispersedRatio(([1, -2], [1, 1]), ([2], [1])) == nil)
        #expect(OverdispersedRatio(([1, 2], [1, 0]), ([2], [1])) == nil)
        #expect(OverdispersedRatio(([1, 2], [1, 1]), ([], [])) == nil)
    }
}
