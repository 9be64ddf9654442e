import HoneStatistics
import Testing

struct DescriptiveTests {
    /// NIST Statistical Reference Datasets, NumAcc1: certified mean 10000002, sd 1, lag-1 -0.5.
    @Test func `three values of eight digits keep their deviation`() throws {
        let numAcc1 = try #require(Descriptive([10_000_001, 10_000_003, 10_000_002]))
        #expect(numAcc1.mean == 10_000_002)
        #expect(numAcc1.standardDeviation == 1)
        #expect(numAcc1.lag1Autocorrelation == -0.5)
        #expect(numAcc1.medianAbsoluteDeviation == 1)
    }

    /// NIST StRD NumAcc2, 3 and 4: certified sd 0.1, lag-1 -0.999.
    @Test(arguments: [(1.2, 1.1, 1.3), (1_000_000.2, 1_000_000.1, 1_000_000.3), (10_000_000.2, 10_000_000.1, 10_000_000.3)])
    func `a large mean does not drown a small deviation`(first: Double, low: Double, high: Double) throws {
        let numAcc = try #require(Descriptive([first] + (0..<1000).map { $0.isMultiple(of: 2) ? low : high }))
        #expect(numAcc.n == 1001)
        #expect(isClose(numAcc.mean, first, 1e-14))
        #expect(isClose(numAcc.standardDeviation, 0.1, 1e-8))
        #expect(isClose(numAcc.lag1Autocorrelation, -0.999, 1e-8))
    }

    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("summary"))
    func `oracle summary`(golden: OracleCase) throws {
        let summary = try #require(Descriptive(try values(of: golden)))
        let fields: [(String, Double?)] = [
            ("n", Double(summary.n)), ("mean", summary.mean), ("sd", summary.standardDeviation),
            ("lag1", summary.lag1Autocorrelation), ("median", summary.median), ("mad", summary.medianAbsoluteDeviation),
            ("skew_g1", summary.skewness), ("trimmed_mean_10", summary.trimmedMean), ("min", summary.minimum),
            ("max", summary.maximum),
        ]
        for (name, value) in fields {
            #expect(golden.agrees(value, with: try golden.expected(name)), "\(golden.id) \(name)")
        }
    }

    /// The long NIST sets are given by a rule: one value, then two others in turn.
    private func values(of golden: OracleCase) throws -> [Double] {
        if let values = golden.fields["input"]?.numbers { return values }
        let middle = try #require(golden.expected("mean").number)
        let low = try #require(golden.expected("min").number)
        let high = try #require(golden.expected("max").number)
        return [middle] + (0..<1000).map { $0.isMultiple(of: 2) ? low : high }
    }

    @Test(arguments: UInt64(1)...20)
    func `the order of the values changes nothing but the autocorrelation`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let values = (0..<50).map { _ in generator.unit() * 1e6 }
        let one = try #require(Descriptive(values))
        let other = try #require(Descriptive(values.shuffled(using: &generator)))
        #expect(one.mean == other.mean)
        #expect(one.standardDeviation == other.standardDeviation)
        #expect(one.skewness == other.skewness)
        #expect(one.median == other.median)
        #expect(one.medianAbsoluteDeviation == other.medianAbsoluteDeviation)
        #expect(one.trimmedMean == other.trimmedMean)
        #expect(one.lag1Autocorrelation != other.lag1Autocorrelation)
    }

    @Test func `no values have no description`() {
        #expect(Descriptive([]) == nil)
        #expect(Descriptive([1, .nan]) == nil)
        #expect(Descriptive([1, .infinity]) == nil)
        #expect(Descriptive([-1e300, 1e300]) == nil)
    }

    @Test func `one value has a mean but no deviation`() throws {
        let one = try #require(Descriptive([7]))
        #expect(one.mean == 7)
        #expect(one.standardDeviation == nil)
        #expect(one.skewness == nil)
        #expect(one.lag1Autocorrelation == nil)
        #expect(one.medianAbsoluteDeviation == 0)
        #expect(one.trimmedMean == 7)
    }

    @Test func `equal values deviate by exactly nothing`() throws {
        let equal = try #require(Descriptive(Array(repeating: 0.1, count: 7)))
        #expect(equal.mean == 0.1)
        #expect(equal.standardDeviation == 0)
        #expect(equal.skewness == nil)
    }

    @Test func `zeros are counted apart from a geometric mean`() throws {
        let geometric = try #require(Geometric([0, 1, 100, 0]))
        #expect(geometric.zeros == 2)
        #expect(isClose(geometric.mean, 10))
        #expect(try #require(Geometric([5])).logStandardDeviation == nil)
        #expect(Geometric([0]) == nil)
        #expect(Geometric([]) == nil)
        #expect(Geometric([-1, 2]) == nil)
    }
}
