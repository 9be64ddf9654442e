import HoneStatistics
import Testing

struct LocalLevelTests {
    /// Durbin and Koopman (2012), 2.10: variances 15,099 and 1,469.1.
    @Test func `the variances of the Nile are the published ones`() throws {
        let model = try #require(LocalLevel.likeliest(for: SegmentationTests.nile))
        #expect(isRelativelyClose(model.irregularVariance, 15_098.5186, 1e-5))
        #expect(isRelativelyClose(model.levelVariance, 1469.1763, 1e-5))
        let path = try #require(LocalLevelPath(SegmentationTests.nile, model: model))
        #expect(isClose(path.logLikelihood, -633.4645636362458, 1e-9))
    }

    /// The tolerance of the fitted case is 1e-3 in its own words.
    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("local_level", otherwise: 1e-4))
    func `oracle local level`(golden: OracleCase) throws {
        let values = try #require(golden.fields["input"]?.numbers)
        let given = golden.fields["params"]
        let model: LocalLevel
        if let irregular = given?["sigma2_irregular"]?.number, let level = given?["sigma2_level"]?.number {
            model = try #require(LocalLevel(irregularVariance: irregular, levelVariance: level))
        } else {
            model = try #require(LocalLevel.likeliest(for: values))
            #expect(golden.agrees(model.irregularVariance, with: try golden.expected("sigma2_irregular")))
            #expect(golden.agrees(model.levelVariance, with: try golden.expected("sigma2_level")))
        }
        let path = try #require(LocalLevelPath(values, model: model))
        let forecast = path.forecast(steps: 5)
        let lists: [String: [Double?]] = [
            "loglik": [path.logLikelihood], "filtered": path.filtered, "filtered_var": path.filteredVariances,
            "smoothed": path.smoothed, "smoothed_var": path.smoothedVariances, "smoothed_level_first": [path.smoothed[0]],
            "smoothed_level_last": [path.smoothed[99]], "filtered_level_last": [path.filtered[99]],
            "forecast_mean": [forecast.mean], "forecast_se": forecast.standardErrors,
        ]
        let expected = try #require(golden.fields["expected"]?.object).filter { !$0.key.hasPrefix("sigma2") }
        #expect(expected.count >= 6)
        for (name, value) in expected {
            var list = try #require(lists[name], "\(name)")
            let numbers = value.list ?? [value]
            if name == "forecast_mean" { list = Array(repeating: forecast.mean, count: numbers.count) }
            #expect(list.count == numbers.count && zip(list, numbers).allSatisfy { golden.agrees($0, with: $1) }, "\(name)")
        }
    }

    private func path(_ values: [Double?], _ irregular: Double, _ level: Double) throws -> LocalLevelPath {
        let model = try #require(LocalLevel(irregularVariance: irregular, levelVariance: level))
        return try #require(LocalLevelPath(values, model: model))
    }

    @Test func `a level that never moves is the mean, one without noise the values`() throws {
        let values: [Double] = [3, 8, 1, 4, 9]
        let still = try path(values, 2, 0)
        #expect(still.smoothed.allSatisfy { isClose($0, 5) })
        #expect(still.smoothedVariances.allSatisfy { isClose($0, 2.0 / 5) })
        let free = try path(values, 0, 2)
        #expect(zip(free.smoothed, values).allSatisfy { isClose($0, $1) })
        #expect(free.smoothedVariances == [0, 0, 0, 0, 0])
    }

    @Test func `hindsight reads the same from either end`() throws {
        let values: [Double?] = [nil, 3, 8, nil, nil, 1, 4, 9, nil]
        let (one, other) = (try path(values, 2, 0.7), try path(values.reversed(), 2, 0.7))
        #expect(zip(one.smoothed, other.smoothed.reversed()).allSatisfy { isClose($0, $1) })
        #expect(zip(one.smoothedVariances, other.smoothedVariances.reversed()).allSatisfy { isClose($0, $1) })
        #expect(isClose(one.logLikelihood, other.logLikelihood))
        #expect(one.filtered[0] == nil && other.filtered[0] == nil)
    }

    /// Without a change there is noise alone, and a path of random steps is level alone.
    @Test func `the likeliest variances may be none`() throws {
        let noise = try #require(LocalLevel.likeliest(for: (0..<40).map { $0.isMultiple(of: 2) ? 1 : -1 }))
        #expect(noise.levelVariance == 0)
        #expect(isClose(noise.irregularVariance, 40.0 / 39, 1e-6))
        let line = try #require(LocalLevel.likeliest(for: (0..<40).map(Double.init)))
        #expect(line.irregularVariance == 0)
        #expect(isClose(line.levelVariance, 1, 1e-6))
    }

    @Test func `no variances near by are likelier`() throws {
        var generator = SeededGenerator(seed: 21)
        var level = 0.0
        let values: [Double?] = (0..<80).map { index in
            level += generator.unit() - 0.5
            return index % 9 == 4 ? nil : level + 2 * generator.unit()
        }
        let best = try #require(LocalLevel.likeliest(for: values))
        let height = try #require(LocalLevelPath(values, model: best)).logLikelihood
        for (irregular, step) in [(1.05, 1.0), (0.95, 1.0), (1.0, 1.1), (1.0, 0.9), (1.02, 1.02)] {
            let other = try path(values, best.irregularVariance * irregular, best.levelVariance * step)
            #expect(other.logLikelihood <= height)
        }
    }

    @Test func `what has no model is refused`() throws {
        #expect(LocalLevel(irregularVariance: 0, levelVariance: 0) == nil)
        #expect(LocalLevel(irregularVariance: -1, levelVariance: 2) == nil)
        let model = try #require(LocalLevel(irregularVariance: 1, levelVariance: 1))
        #expect(LocalLevelPath([nil, nil], model: model) == nil)
        #expect(LocalLevelPath([1, .nan], model: model) == nil)
        #expect(LocalLevel.likeliest(for: [1, nil, 2]) == nil)
        #expect(LocalLevel.likeliest(for: [2, 2, 2, 2]) == nil)
    }
}
