import HoneStatistics
import Testing

struct IndividualsChartTests {
    /// NIST/SEMATECH e-Handbook 6.3.2.2: mean 50.81, mean moving range 1.8778, limits 55.8041 and 45.8159 with 3/1.128.
    @Test func `the flow rates of the handbook have its limits`() throws {
        let chart = try #require(IndividualsChart([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]))
        let limits = try #require(chart.segments.first?.limits)
        #expect(isClose(limits.centre, 50.81) && isClose(limits.typicalRange, 1.8778, 1e-4))
        #expect(abs(limits.upper - 55.8041) < 1e-3 && abs(limits.lower - 45.8159) < 1e-3)
        #expect(!limits.isProvisional)
        #expect(ChartRule.allCases.allSatisfy { chart.signs(of: $0).isEmpty })
    }

    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("xmr"))
    func `oracle individuals chart`(golden: OracleCase) throws {
        let values = try #require(golden.fields["input"]?.numbers)
        let baseline = golden.fields["params"]?["baseline_n"]?.integer
        let chart = try #require(IndividualsChart(values, baseline: baseline))
        let medians = try #require(IndividualsChart(values, baseline: baseline, form: .median))
        let (mean, median) = (try #require(chart.segments[0].limits), try #require(medians.segments[0].limits))
        let lines: [(String, Double)] = [
            ("mean", mean.centre), ("mr_bar", mean.typicalRange), ("unpl", mean.upper), ("lnpl_raw", mean.lower),
            ("url", mean.upperRange), ("sigma", mean.sigma), ("upper_quarter", mean.upperHalf),
            ("lower_quarter", mean.lowerHalf), ("median", median.centre), ("median_mr", median.typicalRange),
            ("median_unpl", median.upper), ("median_lnpl", median.lower), ("median_url", median.upperRange),
        ]
        for (name, line) in lines {
            #expect(golden.agrees(line, with: try golden.expected(name)), "\(golden.id) \(name)")
        }
        let ranges = try #require(golden.expected("mr").numbers)
        #expect(chart.movingRanges.first == .some(nil))
        #expect(zip(chart.movingRanges.dropFirst(), ranges).allSatisfy { isClose($0, $1, 1e-9) })
        #expect(chart.movingRanges.count == ranges.count + 1)
        let names: [(String, ChartRule)] = [
            ("rule1_beyond_limit", .beyondLimit), ("rule2_run_of_8", .runOfEight),
            ("rule3_3of4_beyond_quarter", .threeOfFourBeyondHalf), ("rule4_mr_above_url", .rangeBeyondLimit),
            ("we2_2of3_beyond_2sigma", .twoOfThreeBeyondTwoSigma), ("we3_4of5_beyond_1sigma", .fourOfFiveBeyondOneSigma),
        ]
        let signals = try golden.expected("signals")
        for (name, rule) in names {
            let expected = try #require(signals[name]?.list).compactMap(\.integer)
            #expect(chart.signs(of: rule) == expected, "\(golden.id) \(name)")
        }
    }

    @Test func `seven on one side are no run, and a value on the line breaks one`() throws {
        func run(_ tail: [Double]) throws -> [Int] {
            let limits = try #require(ProcessLimits([-1, 1, -1, 1]))
            return ChartRule.runOfEight.signs(in: [-1] + tail, limits: limits)
        }
        #expect(try run(Array(repeating: 1, count: 7)) == [])
        #expect(try run(Array(repeating: 1, count: 8)) == Array(1...8))
        #expect(try run(Array(repeating: 1, count: 5) + [0] + Array(repeating: 1, count: 5)) == [])
    }

    /// The mean of three tenths is not a double; a value that equals it by hand must count as on the line.
    @Test func `rounding alone is no side of the line`() throws {
        let equal = try #require(IndividualsChart(Array(repeating: 0.1, count: 30)))
        #expect(ChartRule.allCases.allSatisfy { equal.signs(of: $0).isEmpty })
    }

    @Test func `a divider begins anew and no pattern crosses it`() throws {
        let values: [Double] = [1, 2, 1, 2, 1, 2, 11, 12, 11, 12, 11, 12]
        let one = try #require(IndividualsChart(values))
        let two = try #require(IndividualsChart(values, dividers: [6]))
        #expect(!one.signs(of: .rangeBeyondLimit).isEmpty)
        #expect(ChartRule.allCases.allSatisfy { two.signs(of: $0).isEmpty })
        #expect(two.movingRanges[6] == nil)
        #expect(two.segments.map(\.limits?.centre) == [1.5, 11.5])
        let single = try #require(IndividualsChart(values, dividers: [11]))
        #expect(single.segments[1].limits == nil)
    }

    @Test func `a frozen baseline shows what came later`() throws {
        let values: [Double] = [1, 2, 1, 2, 1, 2, 11, 12, 11, 12, 11, 12, 11, 12]
        let chart = try #require(IndividualsChart(values, baseline: 6))
        #expect(chart.signs(of: .beyondLimit) == Array(6..<14))
        #expect(chart.signs(of: .runOfEight) == Array(5..<14))
        #expect(chart.segments[0].limits?.points == 6)
        #expect(chart.segments[0].limits?.isProvisional == true)
    }

    @Test func `adding and scaling move the lines along and keep the signs`() throws {
        let values: [Double] = [3, 5, 4, 9, 4, 3, 5, 21, 4, 6, 5, 3, 3, 3, 2, 2, 3, 3, 3, 2]
        let plain = try #require(IndividualsChart(values))
        let moved = try #require(IndividualsChart(values.map { 16 * $0 - 800 }))
        for rule in ChartRule.allCases { #expect(plain.signs(of: rule) == moved.signs(of: rule)) }
        #expect(plain.signs(of: .beyondLimit) == [7])
        #expect(isClose(moved.segments[0].limits?.upper, 16 * (plain.segments[0].limits?.upper ?? .nan) - 800))
    }

    @Test func `what cannot be charted is refused`() {
        #expect(IndividualsChart([1]) == nil)
        #expect(IndividualsChart([1, .nan]) == nil)
        #expect(IndividualsChart([1, 2, 3], dividers: [0]) == nil)
        #expect(IndividualsChart([1, 2, 3], dividers: [3]) == nil)
        #expect(IndividualsChart([1, 2, 3, 4], dividers: [2, 2]) == nil)
        #expect(IndividualsChart([1, 2, 3], baseline: 1) == nil)
        #expect(ProcessLimits([4]) == nil)
    }
}
