import HoneStatistics
import Testing

struct MedianIntervalTests {
    /// n, k and coverage at 95 % from the binomial table: 1 - 2/64, 1 - 2/256, 1 - 22/1024; 22 is the oracle's.
    @Test(arguments: [(6, 1, 0.96875), (8, 1, 0.9921875), (10, 2, 0.978515625), (22, 6, 0.9830994606018066)])
    func `ranks follow the binomial table`(n: Int, k: Int, coverage: Double) throws {
        let sorted = (1...n).map(Double.init)
        let result = try #require(MedianInterval.orderStatistics(sorted: sorted, level: 0.95))
        #expect(result.k == k)
        #expect(isClose(result.coverage, coverage))
        #expect(result.interval.lower == Double(k))
        #expect(result.interval.upper == Double(n + 1 - k))
        #expect(result.interval.method == "order-statistics")
    }

    /// Reference: mpmath 1.x, 30 digits.
    @Test func `a million values are settled exactly`() throws {
        let sorted = (1...1_000_000).map(Double.init)
        let result = try #require(MedianInterval.orderStatistics(sorted: sorted, level: 0.95))
        #expect(result.k == 499_020)
        #expect(isClose(result.coverage, 0.95012103134763187, 1e-11))
    }

    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("labour_per_fix"))
    func `oracle labour per fix`(golden: OracleCase) throws {
        let values = try #require(golden.fields["input"]?.numbers)
        let sorted = values.sorted()
        let summary = try #require(Descriptive(values))
        let geometric = try #require(Geometric(values))
        let median = MedianInterval.orderStatistics(sorted: sorted, level: 0.95)
        let fields: [(String, Double?)] = [
            ("n", Double(summary.n)), ("mean", summary.mean), ("total", summary.mean * Double(summary.n)),
            ("median", summary.median), ("p85_nearest_rank", Quantile.nearestRank(sorted: sorted, percent: 85)),
            ("geometric_mean", geometric.mean), ("n_zero", Double(geometric.zeros)),
            ("log_sd", geometric.logStandardDeviation), ("median_ci_k", Double(median?.k ?? 0)),
            ("median_ci_coverage", median?.coverage),
        ]
        for (name, value) in fields {
            #expect(golden.agrees(value, with: try golden.expected(name)), "\(golden.id) \(name)")
        }
        let ends = try golden.expected("median_ci")
        #expect(golden.agrees(median?.interval.lower, median?.interval.upper, with: ends))
    }

    @Test(arguments: [0.5, 0.8, 0.9, 0.95, 0.99])
    func `k is the largest rank that still covers`(level: Double) throws {
        for n in 1...200 {
            let result = MedianInterval.orderStatistics(sorted: (1...n).map(Double.init), level: level)
            let k = result?.k ?? 0
            let next = try #require(Binomial.cumulative(k, of: n, probability: 0.5))
            #expect(next > (1 - level) / 2)
            #expect((result?.coverage ?? 1) >= level - 1e-12)
            #expect((result?.interval.lower ?? 0) <= (result?.interval.upper ?? 0))
        }
    }

    @Test func `five values are too few for 95 percent`() {
        #expect(MedianInterval.orderStatistics(sorted: [1, 2, 3, 4, 40], level: 0.95) == nil)
        #expect(MedianInterval.orderStatistics(sorted: [1], level: 0.95) == nil)
        #expect(MedianInterval.orderStatistics(sorted: [], level: 0.95) == nil)
        #expect(MedianInterval.orderStatistics(sorted: [1, 2, 3, 4, 5, 6, 7], level: 1) == nil)
    }
}
