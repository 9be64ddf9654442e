import HoneStatistics
import Testing

struct QuantileIntervalTests {
    /// H. A. David and H. N. Nagaraja (2003), 7.1: the ranks are those of the binomial table with the quantile's probability.
    @Test(arguments: [(20, 0.85, 0.95), (60, 0.85, 0.95), (100, 0.5, 0.9), (37, 0.1, 0.8), (5, 0.5, 0.5), (300, 0.95, 0.99)])
    func `the ranks are the innermost that the binomial law allows`(n: Int, probability: Double, level: Double) throws {
        let sorted = (1...n).map(Double.init)
        let result = try #require(QuantileInterval.orderStatistics(sorted: sorted, probability: probability, level: level))
        let tail = (1 - level) / 2
        func below(_ rank: Int) throws -> Double {
            try #require(Binomial.cumulative(rank - 1, of: n, probability: probability))
        }
        let lower = result.lowerRank ?? 0
        let upper = result.upperRank ?? n + 1
        if lower > 0 { #expect(try below(lower) <= tail) }
        #expect(try below(lower + 1) > tail)
        if upper <= n { #expect(try 1 - below(upper) <= tail) }
        #expect(try 1 - below(upper - 1) > tail)
        #expect(result.interval.lower == (lower > 0 ? Double(lower) : -.infinity))
        #expect(result.interval.upper == (upper <= n ? Double(upper) : .infinity))
        #expect(result.coverage >= level - 1e-12)
    }

    @Test(arguments: 1...80)
    func `at one half it is the interval of the median`(n: Int) throws {
        let sorted = (1...n).map(Double.init)
        let one = QuantileInterval.orderStatistics(sorted: sorted, probability: 0.5, level: 0.95)
        let other = MedianInterval.orderStatistics(sorted: sorted, level: 0.95)
        #expect(one?.interval == other?.interval)
        #expect(one?.lowerRank == other?.k)
        if let other { #expect(isClose(one?.coverage, other.coverage)) }
    }

    /// 0.85 to the 20th power is 3.9 %, more than the 2.5 % that may lie beyond.
    @Test func `twenty values put no upper limit on their 85 percent point`() throws {
        let result = try #require(
            QuantileInterval.orderStatistics(sorted: (1...20).map(Double.init), probability: 0.85, level: 0.95))
        #expect(result.upperRank == nil && result.interval.upper == .infinity)
        #expect(result.lowerRank == 14)
    }

    /// The share of made-up samples whose interval holds the true quantile is the coverage it claims.
    @Test func `the coverage is the one that it claims`() throws {
        var generator = SeededGenerator(seed: 9)
        var held = 0
        var claimed = 0.0
        for _ in 0..<4_000 {
            let sorted = (0..<40).map { _ in generator.unit() }.sorted()
            let result = try #require(QuantileInterval.orderStatistics(sorted: sorted, probability: 0.7, level: 0.8))
            if result.interval.lower <= 0.7, 0.7 <= result.interval.upper { held += 1 }
            claimed = result.coverage
        }
        // Four standard errors of the simulation.
        #expect(abs(Double(held) / 4_000 - claimed) < 4 * (claimed * (1 - claimed) / 4_000).squareRoot())
    }

    @Test func `values that limit neither side have no interval`() {
        #expect(QuantileInterval.orderStatistics(sorted: [1, 2, 3], probability: 0.5, level: 0.95) == nil)
        #expect(QuantileInterval.orderStatistics(sorted: [], probability: 0.5, level: 0.95) == nil)
        #expect(QuantileInterval.orderStatistics(sorted: [1, 2], probability: 0, level: 0.5) == nil)
        #expect(QuantileInterval.orderStatistics(sorted: [1, 2], probability: 1, level: 0.5) == nil)
        #expect(QuantileInterval.orderStatistics(sorted: [1, 2], probability: 0.5, level: 1) == nil)
    }
}
