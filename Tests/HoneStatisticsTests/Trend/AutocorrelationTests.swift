import HoneStatistics
import Testing

struct AutocorrelationTests {
    @Test func `the first lag is the one of the description`() throws {
        let all = try #require(Autocorrelation.function(of: SegmentationTests.nile, lags: 20))
        #expect(all.count == 20)
        #expect(isClose(all[0], try #require(Descriptive(SegmentationTests.nile)?.lag1Autocorrelation), 1e-14))
    }

    /// By hand: mean 3, squares 10; lagged products 4, -1, -4, -4.
    @Test func `five rising values have the autocorrelations of the textbook`() throws {
        let all = try #require(Autocorrelation.function(of: [1, 2, 3, 4, 5], lags: 4))
        #expect(zip(all, [0.4, -0.1, -0.4, -0.4]).allSatisfy { isClose($0, $1) })
        let test = try #require(Autocorrelation.ljungBox([1, 2, 3, 4, 5], lags: 1))
        #expect(isClose(test.statistic, 5 * 7 * 0.16 / 4))
        // The chi-squared law with one degree of freedom is that of a squared normal value.
        #expect(isClose(test.probability, 2 * Normal.cumulative(-1.4.squareRoot())))
    }

    @Test func `all autocorrelations of a series add up to minus a half`() throws {
        var generator = SeededGenerator(seed: 5)
        let values = (0..<50).map { _ in generator.unit() }
        let all = try #require(Autocorrelation.function(of: values, lags: 49))
        #expect(isClose(all.reduce(0, +), -0.5))
    }

    @Test func `what has none is refused`() {
        #expect(Autocorrelation.function(of: [1, 1, 1], lags: 1) == nil)
        #expect(Autocorrelation.function(of: [1, 2, 3], lags: 3) == nil)
        #expect(Autocorrelation.function(of: [1, 2, 3], lags: 0) == nil)
        #expect(Autocorrelation.ljungBox([1, .nan, 3], lags: 1) == nil)
    }
}
