import HoneStatistics
import Testing

struct RestrictedMeanTests {
    /// J. P. Klein and M. L. Moeschberger (2003), example 4.1: 23.287 weeks with a standard error of 2.827 up to week 35.
    @Test func `the mean remission up to week 35`() throws {
        let (durations, isObserved) = KaplanMeierTests.freireich
        let curve = try #require(KaplanMeier(durations: durations, isObserved: isObserved))
        let mean = try #require(RestrictedMean(curve, upTo: 35))
        #expect(isClose(mean.mean, 23.287, 0.5e-3 / 23))
        #expect(isClose(mean.standardError, 2.827, 0.5e-3 / 2.8))
        #expect(RestrictedMean(curve, upTo: 36) == nil)
        let interval = try #require(mean.interval(level: 0.95))
        #expect(isClose(interval.upper - interval.lower, 2 * 1.959963984540054 * mean.standardError))
    }

    @Test func `with nothing open it is the mean of the cut durations`() throws {
        let durations: [Double] = [1, 2, 2, 3, 5, 8]
        let curve = try #require(KaplanMeier(durations: durations, isObserved: durations.map { _ in true }))
        for horizon in [0.5, 2, 4, 8, 20] {
            let cut = try #require(Descriptive(durations.map { min($0, horizon) }))
            let mean = try #require(RestrictedMean(curve, upTo: horizon))
            #expect(isClose(mean.mean, cut.mean))
            // Greenwood's variance has the divisor n.
            #expect(isClose(mean.standardError, try #require(cut.standardDeviation) * (5.0 / 36).squareRoot(), 1e-10))
        }
    }

    @Test func `the curve from an age counts that age`() throws {
        let durations: [Double] = [1, 4, 6, 10]
        let curve = try #require(KaplanMeier(durations: durations, isObserved: durations.map { _ in true })?.given(age: 3))
        #expect(isClose(RestrictedMean(curve, upTo: 10)?.mean, 20 / 3.0))
    }

    @Test func `no horizon has no mean`() throws {
        let curve = try #require(KaplanMeier(durations: [1, 2], isObserved: [true, false]))
        #expect(RestrictedMean(curve, upTo: 0) == nil)
        #expect(RestrictedMean(curve, upTo: .infinity) == nil)
        #expect(RestrictedMean(curve, upTo: 2.5) == nil)
        #expect(RestrictedMean(curve, upTo: 2)?.interval(level: 2) == nil)
    }
}
