import HoneStatistics
import Testing

struct LogRankTests {
    /// Freireich's placebo group, all ended; the published chi-squared against 6-MP is 16.79.
    @Test func `6-MP against a placebo`() throws {
        let placebo: [Double] = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]
        let test = try #require(LogRank(KaplanMeierTests.freireich, (placebo, placebo.map { _ in true })))
        #expect(isClose(test.chiSquared, 16.79, 0.5e-3))
        #expect(test.observed == 9)
        #expect(isClose(test.expected, 19.3, 0.005))
    }

    /// R's survival package prints for `aml` chi-squared 3.4 on one degree of freedom, p = 0.07; expected 10.69.
    @Test func `maintenance in leukaemia`() throws {
        let test = try #require(LogRank(KaplanMeierQuantileTests.maintained, KaplanMeierQuantileTests.notMaintained))
        #expect(isClose(test.chiSquared, 3.4, 0.005))
        #expect(isClose(test.pValue, 0.07, 0.005 / 0.07))
        #expect(isClose(test.expected, 10.69, 0.5e-3))
    }

    @Test(
        .enabled(if: OracleCase.isPresent, OracleCase.absence),
        arguments: OracleCase.all("kaplan_meier").filter { $0.fields["expected"]?["logrank"] != nil })
    func `oracle log-rank`(golden: OracleCase) throws {
        let (durations, isObserved) = try golden.lives()
        let expected = try golden.expected("logrank")
        let names = try #require(golden.fields["group"]?.list).map(\.text)
        let groups = try #require(expected["groups"]?.list).map(\.text)
        func group(_ name: String?) -> (durations: [Double], isObserved: [Bool]) {
            let kept = names.indices.filter { names[$0] == name }
            return (kept.map { durations[$0] }, kept.map { isObserved[$0] })
        }
        let test = LogRank(group(groups[0]), group(groups[1]))
        #expect(golden.agrees(test?.chiSquared, with: try #require(expected["chi2"])))
        #expect(golden.agrees(test?.pValue, with: try #require(expected["p"])))
    }

    @Test(arguments: UInt64(1)...20)
    func `swapping the groups changes nothing but whose ends are counted`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        func group(_ n: Int) -> (durations: [Double], isObserved: [Bool]) {
            ((0..<n).map { _ in Double(1 + generator.index(below: 12)) }, (0..<n).map { _ in generator.index(below: 3) > 0 })
        }
        let (one, two) = (group(12), group(9))
        let there = try #require(LogRank(one, two))
        let back = try #require(LogRank(two, one))
        #expect(isClose(there.chiSquared, back.chiSquared, 1e-10))
        #expect(isClose(there.expected + back.expected, Double(there.observed + back.observed)))
        // Only the order of the durations matters.
        let doubled = try #require(
            LogRank((one.durations.map { $0 * $0 }, one.isObserved), (two.durations.map { $0 * $0 }, two.isObserved)))
        #expect(doubled == there)
    }

    @Test func `nothing to compare is refused`() {
        #expect(LogRank(([], []), ([1], [true])) == nil)
        #expect(LogRank(([1, 2], [false, false]), ([3], [false])) == nil)
        #expect(LogRank(([1], [true, false]), ([1], [true])) == nil)
        #expect(LogRank(([.nan], [true]), ([1], [true])) == nil)
        // All of one group is gone before the other begins to end.
        #expect(LogRank(([1, 1], [false, false]), ([2, 3], [true, true])) == nil)
    }
}
