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
        let (first, second, level) = try groups(of: golden)
        for (name, group) in [("rate1_garwood", first), ("rate2_garwood", second)] {
            let rate = PoissonRate.garwood(count: group.count, exposure: group.exposure, level: level)
            #expect(golden.agrees(rate?.lower, rate?.upper, with: try golden.expected(name)), "\(golden.id) \(name)")
        }
        #expect(golden.agrees(PoissonRate.ratio(first, second), with: try golden.expected("ratio")))
        #expect(golden.agrees(PoissonRate.exactTest(first, second), with: try golden.expected("p_exact_cond")))
        let exact = PoissonRate.exactRatio(first, second, level: level)
        let ends = try golden.expected("ratio_exact_conditional")
        #expect(golden.agrees(exact?.lower, exact?.upper, with: ends), "\(golden.id) \(String(describing: exact))")
    }

    /// Where one group is empty statsmodels 0.15.0 returns one root for both ends; the other end is 0 or infinity.
    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("poisson_rate"))
    func `oracle score ratio`(golden: OracleCase) throws {
        let (first, second, level) = try groups(of: golden)
        let ends = try #require(golden.expected("ratio_score").list)
        let score = try #require(PoissonRate.scoreRatio(first, second, level: level))
        if first.count == 0 { #expect(score.lower == 0) } else { #expect(golden.agrees(score.lower, with: ends[0])) }
        if second.count == 0 {
            #expect(score.upper == .infinity)
        } else {
            #expect(golden.agrees(score.upper, with: ends[1]))
        }
    }

    private func groups(
        of golden: OracleCase
    ) throws -> (first: (count: Int, exposure: Double), second: (count: Int, exposure: Double), level: Double) {
        let numbers = try ["count1", "exposure1", "count2", "exposure2", "conf"].map { try golden.number($0) }
        return ((Int(numbers[0]), numbers[1]), (Int(numbers[2]), numbers[3]), numbers[4])
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
    }
}
