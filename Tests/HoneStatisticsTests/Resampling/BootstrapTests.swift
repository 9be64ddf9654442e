import Testing

@testable import HoneStatistics

struct BootstrapTests {
    /// Efron and Tibshirani (1993), table 14.1, test A of the spatial data.
    static let spatial: [Double] = [
        48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41,
    ]

    private static func populationVariance(_ values: Span<Double>) -> Double {
        var (sum, squares) = (0.0, 0.0)
        for index in values.indices { sum += values[index] }
        let mean = sum / Double(values.count)
        for index in values.indices { squares += (values[index] - mean) * (values[index] - mean) }
        return squares / Double(values.count)
    }

    private static func percentile85(_ values: Span<Double>) -> Double {
        let sorted = values.indices.map { values[$0] }.sorted()
        return Quantile.hyndmanFan(sorted: sorted, probability: 0.85, type: .linear) ?? .nan
    }

    static func statistic(_ name: String) throws -> ResampledStatistic {
        switch name {
        case "mean": .mean
        case "median": .median
        case "var_pop": .function(populationVariance)
        case "p85": .function(percentile85)
        default: throw UnknownStatistic(name: name)
        }
    }

    /// Published: estimate 171.5, acceleration 0.061, 90 % BCa (115.8, 259.6), percentile (100.8, 233.9), with 2,000 resamples.
    @Test func `the spatial test data have the published interval`() throws {
        let bootstrap = try #require(
            Bootstrap(Self.spatial, statistic: .function(Self.populationVariance), resamples: 2_000, seed: 1))
        #expect(isClose(bootstrap.estimate, 171.5, 0.001))
        #expect(isClose(bootstrap.acceleration, 0.061, 0.0005))
        let bca = try #require(bootstrap.bcaInterval(level: 0.9))
        #expect(abs(bca.lower - 115.8) < 12)
        #expect(abs(bca.upper - 259.6) < 26)
        #expect(bca.method == "bootstrap-bca")
        let percentile = try #require(bootstrap.percentileInterval(level: 0.9))
        #expect(abs(percentile.lower - 100.8) < 12)
        #expect(abs(percentile.upper - 233.9) < 12)
        #expect(percentile.method == "bootstrap-percentile")
        #expect(bootstrap.basis == .simulated(resamples: 2_000, seed: 1))
    }

    @Test(
        .enabled(if: OracleCase.isPresent, OracleCase.absence),
        arguments: OracleCase.all("bootstrap_bca").filter { $0.fields["params"]?["method"] != nil })
    func `oracle of all resamples`(golden: OracleCase) throws {
        let values = try #require(golden.fields["input"]?.numbers)
        let statistic = try Self.statistic(try #require(golden.fields["params"]?["statistic"]?.text))
        let level = 1 - (try #require(golden.fields["params"]?["alpha"]?.number))
        let bootstrap = try #require(Bootstrap(exhaustive: values, statistic: statistic))
        let fields: [(String, Double?)] = [
            ("theta", bootstrap.estimate), ("boot_mean", bootstrap.mean), ("boot_se", bootstrap.standardError),
            ("z0", bootstrap.biasCorrection), ("acceleration", bootstrap.acceleration),
        ]
        for (name, value) in fields { #expect(golden.agrees(value, with: try golden.expected(name)), "\(golden.id) \(name)") }
        let adjusted = bootstrap.adjustedProbabilities(level: level)
        #expect(golden.agrees(adjusted?.lower, adjusted?.upper, with: try golden.expected("adjusted_probs")))
        let percentile = bootstrap.percentileInterval(level: level)
        #expect(golden.agrees(percentile?.lower, percentile?.upper, with: try golden.expected("percentile_ci")))
        let bca = bootstrap.bcaInterval(level: level)
        #expect(golden.agrees(bca?.lower, bca?.upper, with: try golden.expected("bca_ci")))
    }

    @Test(
        .enabled(if: OracleCase.isPresent, OracleCase.absence),
        arguments: OracleCase.all("bootstrap_bca").filter { $0.fields["mc_sd_per_run"] != nil })
    func `oracle of drawn resamples`(golden: OracleCase) throws {
        let values = try #require(golden.fields["input"]?.numbers)
        let params = try #require(golden.fields["params"])
        let statistic = try Self.statistic(try #require(params["statistic"]?.text))
        let level = 1 - (try #require(params["alpha"]?.number))
        let bootstrap = try #require(Bootstrap(values, statistic: statistic, resamples: 40_000, seed: 20))
        let deviations = try #require(golden.fields["mc_sd_per_run"])
        func expectNear(_ value: Double?, _ expected: JSONValue?, _ deviation: String, _ what: String) throws {
            let slack = 5 * (try #require(deviations[deviation]?.number)) + 1e-9
            #expect(abs(try #require(value) - (try #require(expected?.number))) <= slack, "\(golden.id) \(what)")
        }
        #expect(isClose(bootstrap.estimate, try #require(golden.expected("theta").number), 1e-12))
        #expect(isClose(bootstrap.acceleration, try #require(golden.expected("acceleration").number), 1e-9))
        let bca = bootstrap.bcaInterval(level: level)
        let ends = try #require(golden.expected("bca_ci").list)
        try expectNear(bca?.lower, ends[0], "bca_lo", "lower")
        try expectNear(bca?.upper, ends[1], "bca_hi", "upper")
        try expectNear(bootstrap.standardError, golden.expected("boot_se"), "se", "standard error")
    }

    @Test(
        .enabled(if: OracleCase.isPresent, OracleCase.absence),
        arguments: OracleCase.all("bootstrap_bca").filter { $0.fields["input"]?["replicates"] != nil })
    func `oracle of given replicates`(golden: OracleCase) throws {
        let bootstrap = try #require(
            Bootstrap(
                replicates: golden.numbers("replicates"), estimate: golden.number("theta"), acceleration: golden.number("acceleration")))
        let level = 1 - (try golden.number("alpha"))
        #expect(golden.agrees(bootstrap.biasCorrection, with: try golden.expected("z0")))
        let adjusted = bootstrap.adjustedProbabilities(level: level)
        #expect(golden.agrees(adjusted?.lower, adjusted?.upper, with: try golden.expected("adjusted_probs")))
        let bca = bootstrap.bcaInterval(level: level)
        #expect(golden.agrees(bca?.lower, bca?.upper, with: try golden.expected("bca_ci")))
        #expect(bootstrap.basis == .given(resamples: 999))
    }

    @Test func `what has no interval is refused`() throws {
        #expect(Bootstrap([], statistic: .mean, seed: 1) == nil)
        #expect(Bootstrap([1], statistic: .mean, seed: 1) == nil)
        #expect(Bootstrap([1, .nan], statistic: .mean, seed: 1) == nil)
        #expect(Bootstrap([1, .infinity], statistic: .median, seed: 1) == nil)
        #expect(Bootstrap([1, 2], statistic: .mean, resamples: 0, seed: 1) == nil)
        #expect(Bootstrap([1, 2], statistic: .function { _ in .nan }, seed: 1) == nil)
        #expect(Bootstrap([1, 2], statistic: .function { $0[0] == $0[1] ? .infinity : 1 }, seed: 1) == nil)
        #expect(Bootstrap(exhaustive: [1], statistic: .mean) == nil)
        #expect(Bootstrap(exhaustive: [Double](repeating: 1, count: 11), statistic: .mean) == nil)
        #expect(Bootstrap(replicates: [], estimate: 1, acceleration: 0) == nil)
        #expect(Bootstrap(replicates: [1, .nan], estimate: 1, acceleration: 0) == nil)
        let bootstrap = try #require(Bootstrap([1, 2, 4], statistic: .mean, seed: 1))
        for level in [0, 1, -0.5, 95, .nan] {
            #expect(bootstrap.bcaInterval(level: level) == nil)
            #expect(bootstrap.percentileInterval(level: level) == nil)
        }
    }

    @Test func `constant data have no BCa interval`() throws {
        for statistic in [ResampledStatistic.mean, .median, .function { $0[0] }] {
            let bootstrap = try #require(Bootstrap([5, 5, 5, 5], statistic: statistic, resamples: 100, seed: 1))
            #expect(bootstrap.acceleration == nil)
            #expect(bootstrap.bcaInterval(level: 0.95) == nil)
            #expect(bootstrap.percentileInterval(level: 0.95)?.lower == 5)
            #expect(bootstrap.standardError == 0)
        }
    }

    @Test func `replicates on one side of the estimate have no BCa interval`() throws {
        let bootstrap = try #require(Bootstrap(replicates: [1, 2, 3], estimate: 4, acceleration: 0))
        #expect(bootstrap.biasCorrection == nil)
        #expect(bootstrap.bcaInterval(level: 0.95) == nil)
        // An acceleration of 1 turns the transformation back.
        #expect(Bootstrap(replicates: [1, 2, 3], estimate: 2, acceleration: 1)?.bcaInterval(level: 0.95) == nil)
        #expect(Bootstrap(replicates: [1, 2, 3], estimate: 2, acceleration: nil)?.bcaInterval(level: 0.95) == nil)
    }

    @Test func `without bias and acceleration BCa is the percentile interval`() throws {
        let replicates = (-500...500).map(Double.init)
        let bootstrap = try #require(Bootstrap(replicates: replicates.reversed(), estimate: 0, acceleration: 0))
        let percentile = try #require(bootstrap.percentileInterval(level: 0.95))
        let bca = try #require(bootstrap.bcaInterval(level: 0.95))
        #expect(isClose(bca.lower, percentile.lower, 1e-9))
        #expect(isClose(bca.upper, percentile.upper, 1e-9))
    }
}

struct UnknownStatistic: Error {
    let name: String
}
