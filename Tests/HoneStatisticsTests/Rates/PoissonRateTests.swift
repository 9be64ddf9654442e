import HoneStatistics
import Testing

struct PoissonRateTests {
    /// F. Garwood (1936), Biometrika 28, 437-442, table of 95 % limits for a count, to the printed digits.
    @Test(arguments: [(0, 0.0, 3.69), (1, 0.0253, 5.57), (5, 1.62, 11.67), (10, 4.80, 18.39), (50, 37.11, 65.92)])
    func `Garwood's published limits`(count: Int, lower: Double, upper: Double) throws {
        let interval = try #require(PoissonRate.garwood(count: count, exposure: 1, level: 0.95))
        #expect(abs(interval.lower - lower) <= 0.0051)
        #expect(abs(interval.upper - upper) <= 0.0051)
        #expect(interval.method == "garwood")
    }

    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("poisson_rate"))
    func `oracle rates`(golden: OracleCase) throws {
        let (first, second, level) = try golden.groups()
        var compared: Set = ["ratio", "p_exact_cond", "p_score", "ratio_score", "ratio_log", "ratio_sqrtcc"]
        #expect(golden.agrees(PoissonRate.ratio(first, second), with: try golden.expected("ratio")))
        #expect(golden.agrees(PoissonRate.exactTest(first, second), with: try golden.expected("p_exact_cond")))
        #expect(golden.agrees(PoissonRate.scoreTest(first, second), with: try golden.expected("p_score")))
        let intervals: [(String, Interval?)] = [
            ("rate1_garwood", PoissonRate.garwood(count: first.count, exposure: first.exposure, level: level)),
            ("rate2_garwood", PoissonRate.garwood(count: second.count, exposure: second.exposure, level: level)),
            ("ratio_exact_conditional", PoissonRate.exactRatio(first, second, level: level)),
            ("ratio_waldcc", PoissonRate.logRatio(first, second, level: level)),
        ]
        for (name, interval) in intervals {
            #expect(golden.agrees(interval?.lower, interval?.upper, with: try golden.expected(name)), "\(golden.id) \(name)")
            compared.insert(name)
        }
        // The score interval has a test of its own; what else the oracle holds is in the suite on statsmodels.
        #expect(golden.fields["expected"]?.object.map { Set($0.keys) } == compared)
    }

    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("poisson_rate"))
    func `oracle score ratio`(golden: OracleCase) throws {
        let (first, second, level) = try golden.groups()
        let ends = try #require(golden.expected("ratio_score").list)
        let score = try #require(PoissonRate.scoreRatio(first, second, level: level))
        if first.count > 0 { #expect(golden.agrees(score.lower, with: ends[0])) }
        if second.count > 0 { #expect(golden.agrees(score.upper, with: ends[1])) }
        // With an empty group statsmodels gives the one root there is for both ends; the other end is 0 or infinity.
        guard first.count == 0 || second.count == 0 else { return }
        #expect(isClose(ends[0].number, try #require(ends[1].number), 1e-8))
        #expect(first.count == 0 ? score.lower == 0 : score.upper == .infinity)
    }

    /// Every ratio inside the score interval is one that the score test accepts, also when a group is empty.
    @Test(arguments: [(0, 4), (7, 0), (3, 9), (120, 80)])
    func `the score interval holds what the score test accepts`(first: Int, second: Int) throws {
        let interval = try #require(PoissonRate.scoreRatio((first, 10), (second, 12), level: 0.95))
        for ratio in [0.001, 0.1, 0.5, 0.9, 1, 1.15, 1.16, 1.5, 2, 2.5, 7, 100, 1e4] {
            // A ratio of rates is one of equal rates once the first exposure is multiplied by it.
            let p = try #require(PoissonRate.scoreTest((first, 10 * ratio), (second, 12)))
            #expect((p > 0.05) == (interval.lower < ratio && ratio < interval.upper), "\(ratio)")
        }
    }

    @Test func `a rate is per unit of exposure`() throws {
        let daily = try #require(PoissonRate.garwood(count: 6, exposure: 30, level: 0.9))
        let total = try #require(PoissonRate.garwood(count: 6, exposure: 1, level: 0.9))
        #expect(isClose(daily.lower * 30, total.lower))
        #expect(isClose(daily.upper * 30, total.upper))
    }

    @Test(arguments: [0, 1, 2, 17, 400, 1_000_000])
    func `the interval leaves the same probability on each side`(count: Int) throws {
        let interval = try #require(PoissonRate.garwood(count: count, exposure: 1, level: 0.95))
        #expect(interval.lower <= Double(count) && Double(count) < interval.upper)
        #expect(isClose(IncompleteGamma.upper(shape: Double(count) + 1, at: interval.upper), 0.025, 1e-11))
        if count > 0 { #expect(isClose(IncompleteGamma.lower(shape: Double(count), at: interval.lower), 0.025, 1e-11)) }
    }

    @Test func `nothing watched has no rate`() {
        #expect(PoissonRate.garwood(count: 1, exposure: 0, level: 0.95) == nil)
        #expect(PoissonRate.garwood(count: -1, exposure: 1, level: 0.95) == nil)
        #expect(PoissonRate.garwood(count: 1, exposure: .infinity, level: 0.95) == nil)
        #expect(PoissonRate.garwood(count: 1, exposure: 1, level: 1.5) == nil)
        #expect(PoissonRate.ratio((1, 1), (0, 1)) == nil)
        #expect(PoissonRate.exactRatio((0, 1), (0, 1), level: 0.95) == nil)
        #expect(PoissonRate.scoreRatio((0, 1), (0, 1), level: 0.95) == nil)
        #expect(PoissonRate.exactTest((0, 1), (0, 1)) == nil)
        #expect(PoissonRate.scoreTest((0, 1), (0, 1)) == nil)
        #expect(PoissonRate.scoreTest((1, 0), (0, 1)) == nil)
        #expect(PoissonRate.logRatio((1, 1), (1, -1), level: 0.95) == nil)
        #expect(PoissonRate.logRatio((1, 1), (1, 1), level: 0) == nil)
    }
}

extension OracleCase {
    func groups() throws -> (first: (count: Int, exposure: Double), second: (count: Int, exposure: Double), level: Double) {
        let numbers = try ["count1", "exposure1", "count2", "exposure2", "conf"].map { try number($0) }
        return ((Int(numbers[0]), numbers[1]), (Int(numbers[2]), numbers[3]), numbers[4])
    }
}
