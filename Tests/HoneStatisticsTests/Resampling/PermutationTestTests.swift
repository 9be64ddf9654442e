import HoneStatistics
import Testing

struct PermutationTestTests {
    /// Efron and Tibshirani (1993), table 2.1: survival of 16 mice in days. Their permutation test of the difference 30.63 (15.2)
    /// finds 0.132 with 1,000 rearrangements; of all 11,440 there are 1,613 as large.
    private let treated: [Double] = [94, 197, 16, 38, 99, 141, 23]
    private let control: [Double] = [52, 104, 146, 10, 51, 30, 40, 27, 46]

    private static func differenceOfMedians(_ first: Span<Double>, _ second: Span<Double>) -> Double {
        func median(_ values: Span<Double>) -> Double {
            Quantile.median(sorted: values.indices.map { values[$0] }.sorted()) ?? .nan
        }
        return median(first) - median(second)
    }

    private static func differenceOfMeans(_ first: Span<Double>, _ second: Span<Double>) -> Double {
        func mean(_ values: Span<Double>) -> Double { values.indices.reduce(0) { $0 + values[$1] } / Double(values.count) }
        return mean(first) - mean(second)
    }

    @Test func `the mice have the published probability`() throws {
        let test = try #require(PermutationTest(differenceOfMeans: treated, control, alternative: .greater, seed: 1))
        #expect(isClose(test.statistic, 30.634_920_634_920_63))
        #expect(test.basis == .exhaustive(rearrangements: 11_440))
        #expect(test.extreme == 1_613)
        #expect(isClose(test.pValue, 1_613 / 11_440.0))
        // Three standard errors of the published simulation.
        #expect(abs(test.pValue - 0.132) < 3 * (0.132 * 0.868 / 1_000).squareRoot())
        #expect(PermutationTest(differenceOfMeans: treated, control, seed: 1)?.extreme == 3_184)
        let less = try #require(PermutationTest(differenceOfMeans: treated, control, alternative: .less, seed: 1))
        // Those equal to the data are on both sides.
        #expect(less.extreme >= 11_440 - 1_613 + 1)
    }

    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("permutation"))
    func `oracle permutation`(golden: OracleCase) throws {
        let x = try #require(golden.fields["x"]?.numbers)
        let y = try #require(golden.fields["y"]?.numbers)
        for (alternative, name) in [(PermutationTest.Alternative.twoSided, "two_sided"), (.greater, "greater")] {
            let means = try #require(PermutationTest(differenceOfMeans: x, y, alternative: alternative, seed: 1))
            #expect(golden.agrees(means.statistic, with: try golden.expected("mean_diff")))
            #expect(golden.agrees(means.pValue, with: try golden.expected("p_" + name)), "\(golden.id) mean \(name)")
            let count = try #require(golden.expected("n_permutations").integer)
            #expect(means.basis == .exhaustive(rearrangements: count))
            let medians = try #require(
                PermutationTest(x, y, alternative: alternative, seed: 1, statistic: Self.differenceOfMedians))
            #expect(golden.agrees(medians.statistic, with: try golden.expected("median_diff")))
            #expect(golden.agrees(medians.pValue, with: try golden.expected("p_median_" + name)), "\(golden.id) median \(name)")
        }
    }

    @Test(arguments: [PermutationTest.Alternative.twoSided, .greater, .less])
    func `drawn rearrangements approach the list of all`(alternative: PermutationTest.Alternative) throws {
        let all = try #require(PermutationTest(differenceOfMeans: treated, control, alternative: alternative, seed: 1))
        let rearrangements = 40_000
        let error = 4 * (all.pValue * (1 - all.pValue) / Double(rearrangements)).squareRoot()
        for seed in UInt64(1)...5 {
            let drawn = try #require(
                PermutationTest(
                    differenceOfMeans: treated, control, alternative: alternative, exhaustive: 0, rearrangements: rearrangements,
                    seed: seed))
            #expect(abs(drawn.pValue - all.pValue) < error)
            #expect(drawn.pValue == Double(drawn.extreme + 1) / Double(rearrangements + 1))
            #expect(drawn.basis == .simulated(rearrangements: rearrangements, seed: seed))
        }
    }

    @Test func `a function sees the same rearrangements as the difference of means`() throws {
        for exhaustive in [0, 100_000] {
            let fast = try #require(
                PermutationTest(differenceOfMeans: treated, control, exhaustive: exhaustive, rearrangements: 999, seed: 8))
            let general = try #require(
                PermutationTest(
                    treated, control, exhaustive: exhaustive, rearrangements: 999, seed: 8, statistic: Self.differenceOfMeans))
            #expect(fast.extreme == general.extreme)
            #expect(isClose(fast.statistic, general.statistic))
        }
    }

    @Test func `p is never 0`() throws {
        let low = (0..<100).map(Double.init)
        let test = try #require(PermutationTest(differenceOfMeans: low, low.map { $0 + 1_000 }, rearrangements: 999, seed: 1))
        #expect(test.extreme == 0)
        #expect(test.pValue == 0.001)
        let small = try #require(PermutationTest(differenceOfMeans: [1, 2, 3], [11, 12, 13], seed: 1))
        #expect(small.pValue == 0.1)
    }

    @Test func `equal values are all as extreme`() throws {
        let few = try #require(PermutationTest(differenceOfMeans: [0.1, 0.1], [0.1, 0.1, 0.1], seed: 1))
        #expect(few.pValue == 1)
        #expect(few.basis == .exhaustive(rearrangements: 10))
        let many = [Double](repeating: 0.1, count: 200)
        #expect(PermutationTest(differenceOfMeans: many, many, seed: 1)?.pValue == 1)
    }

    @Test(arguments: UInt64(1)...10)
    func `p knows neither scale nor shift nor which sample is first`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let x = (0..<6).map { _ in Double(generator.index(below: 9)) }
        let y = (0..<8).map { _ in Double(generator.index(below: 9)) }
        let test = try #require(PermutationTest(differenceOfMeans: x, y, seed: 1))
        let moved = try #require(PermutationTest(differenceOfMeans: x.map { 0.3 * $0 + 1e6 }, y.map { 0.3 * $0 + 1e6 }, seed: 1))
        #expect(moved.extreme == test.extreme)
        #expect(PermutationTest(differenceOfMeans: y, x, seed: 1)?.extreme == test.extreme)
        let greater = try #require(PermutationTest(differenceOfMeans: x, y, alternative: .greater, seed: 1))
        #expect(PermutationTest(differenceOfMeans: y, x, alternative: .less, seed: 1)?.extreme == greater.extreme)
    }

    @Test func `nothing to compare is refused`() {
        #expect(PermutationTest(differenceOfMeans: [], [1], seed: 1) == nil)
        #expect(PermutationTest(differenceOfMeans: [1], [], seed: 1) == nil)
        #expect(PermutationTest(differenceOfMeans: [1, .nan], [1], seed: 1) == nil)
        #expect(PermutationTest(differenceOfMeans: [1], [.infinity], seed: 1) == nil)
        #expect(PermutationTest(differenceOfMeans: [1], [2], rearrangements: 0, seed: 1) == nil)
        #expect(PermutationTest([1], [2], seed: 1) { _, _ in .nan } == nil)
    }
}
