import HoneStatistics
import Testing

/// The tests of trend: Mann and Kendall, Hamed and Rao, Theil and Sen.
struct TrendTests {
    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("trend"))
    func `oracle trend`(golden: OracleCase) throws {
        let values = try #require(golden.fields["input"]?.numbers)
        let test = try #require(MannKendall(values))
        let line = try #require(TheilSen(values))
        let interval = try #require(line.interval(level: 0.95))
        let numbers: [(String, Double?)] = [
            ("S", Double(test.score)), ("var_S", test.variance), ("z", test.z), ("p", test.probability), ("tau_a", test.tauA),
            ("tau_b", test.tauB), ("sen_slope", line.slope), ("sen_intercept_separate", line.intercept),
            ("sen_intercept_joint", line.jointIntercept), ("sen_lo", interval.lower), ("sen_hi", interval.upper),
        ]
        for (name, number) in numbers {
            #expect(golden.agrees(number, with: try golden.expected(name)), "\(golden.id) \(name)")
        }
        let corrected = MannKendall.correctedForAutocorrelation(values)
        let expected = try golden.expected("hamed_rao")
        #expect(golden.agrees(corrected?.variance, with: try #require(expected["var_S"])))
        if let corrected {
            #expect(golden.agrees(corrected.z, with: try #require(expected["z"])))
            #expect(golden.agrees(corrected.probability, with: try #require(expected["p"])))
        }
    }

    /// The fall of the Nile: S, z and the slope with its interval from SciPy 1.17 and pymannkendall 1.4.3.
    @Test func `the Nile falls, less surely when its years resemble each other`() throws {
        let nile = SegmentationTests.nile
        let test = try #require(MannKendall(nile))
        #expect(test.score == -1387)
        #expect(isClose(test.z, -4.128066522844101))
        let corrected = try #require(MannKendall.correctedForAutocorrelation(nile))
        #expect(isClose(corrected.probability, 0.004802676310182719, 1e-9))
        let line = try #require(TheilSen(nile))
        #expect(line.slope == -2.6)
        #expect(isClose(line.interval(level: 0.95)?.upper, -1.4285714285714286))
        #expect(line.interval(level: 0.95)?.method == "sen")
    }

    @Test(arguments: UInt64(1)...10)
    func `the score is the count of pairs`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let values = (0..<60).map { _ in Double(generator.index(below: 20)) - 10 }
        var score = 0
        for index in values.indices {
            for other in 0..<index { score += values[index] > values[other] ? 1 : values[index] < values[other] ? -1 : 0 }
        }
        #expect(MannKendall(values)?.score == score)
        #expect(MannKendall(values.reversed())?.score == -score)
        #expect(MannKendall(values.map { $0 * $0 * $0 })?.score == score)
    }

    @Test func `a quarter of wild values does not bend the line`() throws {
        var values = (0..<40).map { 3 + 0.5 * Double($0) }
        for index in stride(from: 1, to: 40, by: 4) { values[index] = 1e6 }
        let line = try #require(TheilSen(values))
        #expect(isClose(line.slope, 0.5, 1e-9))
        #expect(isClose(line.jointIntercept, 3, 1e-9))
    }

    @Test func `times may be uneven and tied`() throws {
        let line = try #require(TheilSen([1, 3, 2, 9], times: [0, 2, 2, 8]))
        #expect(isClose(line.slope, 1))
        let shuffled = try #require(TheilSen([9, 2, 1, 3], times: [8, 2, 0, 2]))
        #expect(shuffled.slope == line.slope)
        #expect(shuffled.interval(level: 0.9)?.lower == line.interval(level: 0.9)?.lower)
    }

    @Test func `what has no trend or no data is refused`() {
        #expect(MannKendall([1]) == nil)
        #expect(MannKendall([1, .nan]) == nil)
        #expect(TheilSen([1]) == nil)
        #expect(TheilSen([1, 2], times: [3, 3]) == nil)
        #expect(TheilSen([1, 2], times: [3]) == nil)
        #expect(TheilSen([1, 2])?.interval(level: 1) == nil)
        #expect(MannKendall.correctedForAutocorrelation([1, 2]) == nil)
        #expect(MannKendall.correctedForAutocorrelation([2, 2, 2, 2]) == nil)
    }
}
