import HoneStatistics
import Testing

@testable import HoneLoop

@Suite struct SeriesAnalysisTests {
    /// NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2.
    static let flowRate = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]

    @Test func `the flow rates of NIST have their published limits`() throws {
        let analysis = try #require(SeriesAnalysis(Self.flowRate))
        let limits = try #require(analysis.limits)
        #expect(abs(analysis.mean - 50.81) < 1e-12 && abs(limits.typicalRange - 1.8778) < 5e-5)
        #expect(abs(limits.upper - 55.8049) < 5e-5 && abs(limits.lower - 45.8151) < 5e-5 && abs(limits.upperRange - 6.1366) < 5e-5)
        #expect(analysis.signs.allSatisfy { $0.indexes.isEmpty })
    }

    @Test func `two values have limits, one has none, none is nothing`() throws {
        let two = try #require(SeriesAnalysis([3, 9]))
        #expect(try abs(#require(two.limits).lower + 9.96) < 1e-9)
        let one = try #require(SeriesAnalysis([3]))
        #expect(one.limits == nil && one.trend == nil && one.autocorrelation == nil && one.changes.isEmpty)
        #expect(SeriesAnalysis([]) == nil)
        #expect(SeriesAnalysis([1, .infinity]) == nil)
    }

    @Test func `a change of level is the first index of the new one`() throws {
        let values = (0..<40).map { Double($0 % 3) + ($0 < 23 ? 10 : 20) }
        let analysis = try #require(SeriesAnalysis(values))
        #expect(analysis.changes == [23])
        #expect(analysis.levels == [0..<23, 23..<40])
    }

    @Test func `of a long series the latest part is searched, and its indexes are those of the whole`() {
        let values = (0..<60).map { index -> Double in
            let level = index < 10 ? 90.0 : index < 43 ? 10 : 20
            return level + Double(index * index % 7) / 2
        }
        #expect(SeriesAnalysis.changes(values) == [10, 43])
        #expect(SeriesAnalysis.changes(values, most: 40) == [43])
    }

    @Test func `equal values have no change, no trend and no autocorrelation`() throws {
        let analysis = try #require(SeriesAnalysis([5, 5, 5, 5, 5, 5, 5, 5, 5, 5]))
        #expect(analysis.changes.isEmpty && analysis.autocorrelation == nil)
        #expect(analysis.trend?.slope == 0 && analysis.trend?.probability == 1)
        #expect(analysis.limits?.upper == 5 && analysis.limits?.lower == 5)
    }

    @Test func `every rule has the short name of the contract`() {
        #expect(ChartRule.allCases.map(\.code) == ["1", "2", "3", "4", "we2", "we3"])
        #expect(ChartRule.usual.map(\.code) == ["1", "2", "3"])
    }

    @Test(
        arguments: [
            (0, "0"), (50.81, "50.81"), (0.0345678, "0.03457"), (1_234.5, "1,235"), (-12.5, "-12.5"), (1_000_000, "1,000,000"),
            (9.9999, "10"),
            (1e-20, "1e-20"), (-1e20, "-1e+20"), (0.5, "0.5"), (99.996, "100"),
        ] as [(Double, String)])
    func `numbers of any size have few digits`(value: Double, text: String) {
        #expect(ValueText.significant(value) == text)
    }
}
