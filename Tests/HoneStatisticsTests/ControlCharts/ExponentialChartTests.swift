import HoneStatistics
import Testing

struct ExponentialChartTests {
    /// NIST/SEMATECH e-Handbook 6.3.2.4: the first averages and both limits.
    @Test func `the example of the handbook has its averages and limits`() throws {
        let values = [52, 47, 53, 49.3, 50.1, 47, 51, 50.1, 51.2, 50.5]
        let chart = try #require(ExponentialChart(values, smoothing: 0.3, start: 50, sigma: 2.0539))
        let published = [50.6, 49.52, 50.56, 50.18, 50.16, 49.21, 49.75, 49.85, 50.26, 50.33]
        #expect(zip(chart.averages, published).allSatisfy { abs($0 - $1) < 0.0051 })
        #expect(abs(chart.start + chart.steadyReach - 52.5884) < 1e-4)
        #expect(chart.signs(steady: true).isEmpty)
    }

    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("ewma"))
    func `oracle exponential chart`(golden: OracleCase) throws {
        let values = try #require(golden.fields["input"]?.numbers)
        func parameter(_ name: String) throws -> Double { try #require(golden.fields["params"]?[name]?.number) }
        let chart = try #require(
            ExponentialChart(
                values, smoothing: try parameter("lam"), start: try parameter("start"), sigma: try parameter("sigma"),
                width: try parameter("k")))
        let start = chart.start
        let lists: [(String, [Double])] = [
            ("ewma", chart.averages), ("ucl_exact", chart.reaches.map { start + $0 }),
            ("lcl_exact", chart.reaches.map { start - $0 }),
        ]
        for (name, list) in lists {
            let expected = try #require(golden.expected(name).list)
            #expect(expected.count == list.count && zip(list, expected).allSatisfy { golden.agrees($0, with: $1) }, "\(name)")
        }
        #expect(golden.agrees(start + chart.steadyReach, with: try golden.expected("ucl_steady")))
        #expect(golden.agrees(start - chart.steadyReach, with: try golden.expected("lcl_steady")))
        #expect(try chart.signs() == #require(golden.expected("signals_exact").list).compactMap(\.integer))
        #expect(try chart.signs(steady: true) == #require(golden.expected("signals_steady").list).compactMap(\.integer))
    }

    @Test func `with all of the newest value it is a chart of single values`() throws {
        let values = [1.0, 5, -3, 2]
        let chart = try #require(ExponentialChart(values, smoothing: 1, start: 0, sigma: 1))
        #expect(chart.averages == values)
        #expect(chart.reaches == [3, 3, 3, 3])
        #expect(chart.signs() == [1])
    }

    @Test func `what cannot be charted is refused`() {
        #expect(ExponentialChart([], smoothing: 0.2, start: 0, sigma: 1) == nil)
        #expect(ExponentialChart([1], smoothing: 0, start: 0, sigma: 1) == nil)
        #expect(ExponentialChart([1], smoothing: 1.1, start: 0, sigma: 1) == nil)
        #expect(ExponentialChart([1], smoothing: 0.2, start: 0, sigma: -1) == nil)
        #expect(ExponentialChart([.nan], smoothing: 0.2, start: 0, sigma: 1) == nil)
    }
}
