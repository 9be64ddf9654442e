import HoneStatistics
import Testing

struct CliffsDeltaTests {
    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("mann_whitney"))
    func `oracle Cliff's delta`(golden: OracleCase) throws {
        let (x, y) = try golden.samples()
        #expect(golden.agrees(CliffsDelta(x, y)?.delta, with: try golden.expected("cliffs_delta")))
    }

    /// By hand: 16 pairs won, 3 lost and 1 tied of 20. Variance and interval: the formulas in NumPy 2.4.6 over the 4 x 5 matrix.
    @Test func `a matrix of twenty pairs`() throws {
        let delta = try #require(CliffsDelta([6, 7, 9, 10], [1, 3, 4, 7, 8]))
        #expect(delta.delta == 0.65)
        #expect(isClose(delta.variance, 0.0725))
        let interval = try #require(delta.interval(level: 0.95))
        #expect(isClose(interval.lower, -0.043784218430512535) && isClose(interval.upper, 0.9208227047755607))
        #expect(interval.method == "feng-cliff")
    }

    /// Every pair of samples that two small laws can give, each weighed by its probability.
    @Test func `the variance is right on average`() throws {
        let (ofFirst, ofSecond) = ([0.2, 0.5, 0.3], [0.6, 0.1, 0.3])
        var (mean, square, variance) = (0.0, 0.0, 0.0)
        for code in 0..<243 {
            let digits = [code % 3, code / 3 % 3, code / 9 % 3, code / 27 % 3, code / 81]
            let weight = digits.enumerated().map { $0 < 3 ? ofFirst[$1] : ofSecond[$1] }.reduce(1, *)
            let values = digits.map(Double.init)
            let (x, y) = (Array(values[..<3]), Array(values[3...]))
            let delta = try #require(CliffsDelta(x, y))
            mean += weight * delta.delta
            square += weight * delta.delta * delta.delta
            // Without the floor it is unbiased, so the floor can only raise the mean.
            variance += weight * (try #require(delta.variance))
        }
        #expect(isClose(square - mean * mean, 0.28573333333333334))
        #expect(variance >= square - mean * mean)
        #expect(variance < 1.2 * (square - mean * mean))
    }

    @Test func `samples that do not overlap keep one free end`() throws {
        let above = try #require(CliffsDelta([5, 6, 7, 8], [1, 2, 3, 4, 4.5]))
        #expect(above.delta == 1)
        let interval = try #require(above.interval(level: 0.95))
        let wilson = try #require(Proportion.wilson(successes: 4, of: 4, level: 0.95))
        #expect(interval.upper == 1)
        #expect(isClose(interval.lower, 2 * wilson.lower - 1))
        let below = try #require(CliffsDelta([1, 2, 3, 4, 4.5], [5, 6, 7, 8])?.interval(level: 0.95))
        #expect(below.lower == -1 && isClose(below.upper, -interval.lower))
    }

    @Test(arguments: UInt64(1)...20)
    func `swapping turns the interval round, and it holds delta`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let x = (0..<8).map { _ in Double(generator.index(below: 9)) }
        let y = (0..<5).map { _ in Double(generator.index(below: 11)) }
        let there = try #require(CliffsDelta(x, y))
        let back = try #require(CliffsDelta(y, x))
        #expect(there.delta == -back.delta)
        #expect(isClose(there.variance, try #require(back.variance)))
        let interval = try #require(there.interval(level: 0.9))
        let turned = try #require(back.interval(level: 0.9))
        #expect(isClose(interval.lower, -turned.upper) && isClose(interval.upper, -turned.lower))
        #expect(-1 <= interval.lower && interval.lower <= there.delta && there.delta <= interval.upper && interval.upper <= 1)
        let test = try #require(MannWhitney(x, y))
        #expect(isClose(there.delta, 2 * test.superiority - 1))
    }

    @Test func `one value has a delta but no interval`() throws {
        let one = try #require(CliffsDelta([3], [1, 2, 5]))
        #expect(isClose(one.delta, 1 / 3.0))
        #expect(one.variance == nil && one.interval(level: 0.95) == nil)
        #expect(CliffsDelta([], [1]) == nil)
        #expect(CliffsDelta([.nan], [1]) == nil)
        #expect(CliffsDelta([1, 2], [1, 3])?.interval(level: 0) == nil)
    }
}
