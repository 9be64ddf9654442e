import HoneStatistics
import Testing

struct CounterfactualTests {
    /// The oracle starts from a variance of 1e6, the default of statsmodels, which is far from diffuse for a river of 1,100.
    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("counterfactual"))
    func `oracle counterfactual`(golden: OracleCase) throws {
        let model = try #require(
            LocalLevel(
                irregularVariance: try golden.number("sigma2_irregular"), levelVariance: try golden.number("sigma2_level")))
        let values = try golden.numbers("y")
        let column = try #require(golden.input("x").list).compactMap { $0.list?.first?.number }
        let result = try #require(
            Counterfactual(
                values, columns: [column], change: try golden.integer("pre_n"), model: model, start: .variance(1e6)))
        for (name, list) in [
            ("counterfactual", result.expected), ("counterfactual_se", result.standardErrors), ("beta", result.coefficients),
        ] {
            let expected = try #require(golden.expected(name).list)
            #expect(expected.count == list.count && zip(list, expected).allSatisfy { golden.agrees($0, with: $1) }, "\(name)")
        }
        #expect(golden.agrees(result.averageEffect, with: try golden.expected("avg_effect")))
        #expect(golden.agrees(result.cumulativeEffect, with: try golden.expected("cum_effect")))
        #expect(golden.agrees(result.relativeEffect, with: try golden.expected("rel_effect")))
    }

    /// Generalised least squares with the whole covariance matrix in NumPy 2.4: the first 28 years of the Nile on their index.
    @Test func `the exact start is generalised least squares`() throws {
        let model = try #require(LocalLevel(irregularVariance: 15099.0, levelVariance: 1469.1))
        let years = SegmentationTests.nile.indices.map(Double.init)
        let result = try #require(Counterfactual(SegmentationTests.nile, columns: [years], change: 28, model: model))
        #expect(isClose(result.coefficients[0], 0.9950003378564407, 1e-9))
        #expect(isClose(result.expected[0], 1136.8511376427919, 1e-9))
        #expect(isClose(result.standardErrors[0], 146.82398657420933, 1e-9))
        // A start that knows next to nothing comes near it.
        let vague = try #require(
            Counterfactual(SegmentationTests.nile, columns: [years], change: 28, model: model, start: .variance(1e12)))
        #expect(isClose(vague.expected[71], result.expected[71], 1e-6))
        #expect(isClose(vague.averageStandardError, result.averageStandardError, 1e-6))
    }

    private let model = LocalLevel(irregularVariance: 1, levelVariance: 0.2)

    @Test func `without columns it is the forecast of the level`() throws {
        let model = try #require(model)
        let values: [Double] = [4, 6, 5, 7, 6, 5, 9, 9]
        let result = try #require(Counterfactual(values, columns: [], change: 6, model: model))
        let forecast = try #require(LocalLevelPath(Array(values[..<6]), model: model)).forecast(steps: 2)
        #expect(result.expected.allSatisfy { isClose($0, forecast.mean) })
        #expect(zip(result.standardErrors, forecast.standardErrors).allSatisfy { isClose($0, $1) })
        #expect(isClose(result.averageEffect, 9 - forecast.mean))
    }

    @Test func `a series that follows its column has no effect, whatever the units`() throws {
        let model = try #require(model)
        let column = (0..<30).map { Double($0 * $0 % 11) }
        let values = column.map { 100 + 2.5 * $0 }
        let result = try #require(Counterfactual(values, columns: [column.map { $0 * 1e6 }], change: 20, model: model))
        #expect(isRelativelyClose(result.coefficients[0], 2.5e-6, 1e-10))
        #expect(abs(result.averageEffect) < 1e-9)
    }

    @Test func `one time after is its own average`() throws {
        let model = try #require(model)
        let column = (0..<21).map { Double($0 * $0 % 11) }
        let result = try #require(Counterfactual(column.map { $0 + 1 }, columns: [column], change: 20, model: model))
        #expect(isClose(result.averageStandardError, result.standardErrors[0]))
    }

    /// Where the model holds, differences over their standard error have deviation 1: 400 of them, within four of its errors.
    @Test func `the error of the average is the one that is met`() throws {
        let model = try #require(model)
        var generator = SeededGenerator(seed: 12)
        func normal() -> Double { Normal.quantile(generator.unit() + 0x1p-54) ?? 0 }
        var squares = 0.0
        for _ in 0..<400 {
            let column = (0..<40).map { _ in 3 * normal() }
            var level = 0.0
            let values = column.map { x in
                level += 0.2.squareRoot() * normal()
                return level + 0.8 * x + normal()
            }
            let result = try #require(Counterfactual(values, columns: [column], change: 30, model: model))
            squares += result.averageEffect * result.averageEffect / result.averageStandardError / result.averageStandardError
        }
        #expect(abs(squares / 400 - 1) < 4 * (2.0 / 400).squareRoot())
    }

    @Test func `what cannot be expected is refused`() throws {
        let model = try #require(model)
        let values: [Double] = [1, 2, 4, 3, 5, 6]
        func result(_ columns: [[Double]], _ change: Int) -> Counterfactual? {
            Counterfactual(values, columns: columns, change: change, model: model)
        }
        #expect(result([], 6) == nil)
        #expect(result([], 1) == nil)
        #expect(result([values], 2) == nil)
        #expect(result([[7, 7, 7, 7, 1, 2]], 4) == nil)
        #expect(result([[1, 2]], 4) == nil)
        #expect(Counterfactual(values, columns: [], change: 4, model: model, start: .variance(0)) == nil)
        #expect(result([[1, 2, .nan, 0, 0, 0]], 4) == nil)
    }
}
