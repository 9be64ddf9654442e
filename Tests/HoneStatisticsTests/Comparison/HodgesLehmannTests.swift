import HoneStatistics
import Testing

struct HodgesLehmannTests {
    /// R prints under `?wilcox.test` for Hollander and Wolfe's membranes: 0.305 and the 95 % interval -0.15 to 0.76.
    @Test func `the shift of the membranes`() throws {
        let shift = try #require(
            HodgesLehmann.shift(
                [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46], [1.15, 0.88, 0.90, 0.74, 1.21], level: 0.95))
        #expect(isClose(shift.estimate, 0.305, 1e-12))
        #expect(isClose(shift.interval.lower, -0.15, 1e-12) && isClose(shift.interval.upper, 0.76, 1e-12))
        #expect(shift.rank == 9)
        #expect(isClose(shift.coverage, 0.96, 0.5e-4))
        #expect(shift.method == .exact)
    }

    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("mann_whitney"))
    func `oracle Hodges-Lehmann`(golden: OracleCase) throws {
        let (x, y) = try golden.samples()
        let expected = try golden.expected("hodges_lehmann")
        let level = try #require(expected["conf"]?.number)
        let exact = try #require(HodgesLehmann.shift(x, y, level: level, method: .exact))
        let normal = try #require(HodgesLehmann.shift(x, y, level: level, method: .asymptotic))
        #expect(golden.agrees(exact.estimate, with: try #require(expected["estimate"])))
        #expect(golden.agrees(exact.interval.lower, exact.interval.upper, with: try #require(expected["ci"])))
        #expect(golden.agrees(exact.coverage, with: try #require(expected["achieved_conf"])))
        #expect(golden.agrees(Double(exact.rank), with: try #require(expected["k"])))
        #expect(golden.agrees(Double(normal.rank), with: try #require(expected["k_normal"])))
        #expect(golden.agrees(normal.interval.lower, normal.interval.upper, with: try #require(expected["ci_normal"])))
        let medians = try #require(Quantile.median(sorted: x.sorted())) - #require(Quantile.median(sorted: y.sorted()))
        #expect(golden.agrees(medians, with: try golden.expected("median_diff")))
    }

    @Test(arguments: UInt64(1)...30)
    func `a pair is found as if all were written down and sorted`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        func sample() -> [Double] {
            (0..<1 + generator.index(below: 12)).map { _ in
                seed.isMultiple(of: 2) ? Double(generator.index(below: 6)) - 3 : generator.unit() - 0.5
            }
        }
        let (x, y) = (sample(), sample())
        let shift = try #require(HodgesLehmann.shift(x, y, level: 0.8))
        let pairs = x.flatMap { value in y.map { value - $0 } }.sorted()
        #expect(isClose(shift.estimate, try #require(Quantile.median(sorted: pairs)), 1e-15))
        #expect(shift.interval.lower == pairs[shift.rank - 1])
        #expect(shift.interval.upper == pairs[pairs.count - shift.rank])
        let kept = x.filter { $0 != 0 }
        let centre = HodgesLehmann.pseudomedian(x, level: 0.8)
        #expect((centre == nil) == kept.isEmpty)
        guard let centre else { return }
        let midpoints = kept.indices.flatMap { i in kept[i...].map { $0 / 2 + kept[i] / 2 } }.sorted()
        #expect(isClose(centre.estimate, try #require(Quantile.median(sorted: midpoints)), 1e-15))
        #expect(centre.interval.lower == midpoints[centre.rank - 1])
        #expect(centre.interval.upper == midpoints[midpoints.count - centre.rank])
    }

    @Test func `a shifted sample is shifted by exactly that`() throws {
        let x = (0..<200).map { Double($0 * $0 % 97) }
        let shift = try #require(HodgesLehmann.shift(x.map { $0 + 16 }, x, level: 0.95))
        #expect(shift.estimate == 16)
        #expect(shift.method == .asymptotic)
        #expect(shift.interval.lower <= 16 && 16 <= shift.interval.upper)
    }

    @Test func `swapping the samples turns the interval round`() throws {
        let there = try #require(HodgesLehmann.shift([1, 4, 9, 16, 25], [2, 3, 5, 7], level: 0.9))
        let back = try #require(HodgesLehmann.shift([2, 3, 5, 7], [1, 4, 9, 16, 25], level: 0.9))
        #expect(there.estimate == -back.estimate)
        #expect(there.interval.lower == -back.interval.upper)
        #expect(there.coverage == back.coverage)
    }

    @Test func `a few pairs say that they do not reach the level`() throws {
        let few = try #require(HodgesLehmann.shift([1, 2, 3], [4, 5, 6, 7], level: 0.95))
        #expect(few.rank == 1)
        #expect(isClose(few.coverage, 1 - 2 / 35.0))
        #expect(few.coverage < few.interval.level)
    }

    @Test func `four hundred million pairs need no list of pairs`() throws {
        var generator = SeededGenerator(seed: 11)
        let x = (0..<20_000).map { _ in generator.unit() }
        let shift = try #require(HodgesLehmann.shift(x, x.map { $0 + 0.25 }, level: 0.95))
        #expect(isClose(shift.estimate, -0.25, 0.01))
        #expect(shift.interval.upper - shift.interval.lower < 0.03)
    }

    @Test func `the approximate coverage is that of its rank`() throws {
        let x = (0..<60).map { Double($0 * 37 % 61) }
        let y = (0..<40).map { Double($0 * 17 % 41) + 0.5 }
        let normal = try #require(HodgesLehmann.shift(x, y, level: 0.95, method: .asymptotic))
        let exact = try #require(HodgesLehmann.shift(x, y, level: 0.95, method: .exact))
        #expect(abs(normal.rank - exact.rank) <= 1)
        // One rank more or less is 0.0005 here, half a rank less than that.
        #expect(isClose(normal.coverage, exact.coverage, normal.rank == exact.rank ? 2e-4 : 8e-4))
        let differences = (1...80).map { Double($0 * 29 % 83) - 30 }
        let centre = try #require(HodgesLehmann.pseudomedian(differences, level: 0.9, method: .asymptotic))
        let other = try #require(HodgesLehmann.pseudomedian(differences, level: 0.9, method: .exact))
        #expect(abs(centre.rank - other.rank) <= 1)
        #expect(isClose(centre.coverage, other.coverage, centre.rank == other.rank ? 2e-4 : 1e-3))
    }

    @Test func `what has no pairs is refused`() {
        #expect(HodgesLehmann.shift([], [1], level: 0.95) == nil)
        #expect(HodgesLehmann.shift([1], [.nan], level: 0.95) == nil)
        #expect(HodgesLehmann.shift([1], [1], level: 1) == nil)
        #expect(HodgesLehmann.shift([.greatestFiniteMagnitude], [-.greatestFiniteMagnitude], level: 0.95) == nil)
        #expect(HodgesLehmann.pseudomedian([0, 0], level: 0.95) == nil)
        #expect(HodgesLehmann.pseudomedian([.infinity], level: 0.95) == nil)
        #expect(HodgesLehmann.pseudomedian([1, .nan], level: 0.95) == nil)
    }
}
