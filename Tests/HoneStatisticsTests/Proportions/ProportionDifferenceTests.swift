import HoneStatistics
import Testing

struct ProportionDifferenceTests {
    /// R. G. Newcombe (1998), Statistics in Medicine 17, 873-890, table II: method 10, then Miettinen and Nurminen.
    @Test(arguments: [
        ([56, 70, 48, 80], [0.0524, 0.3339], [0.0528, 0.3382]), ([9, 10, 3, 10], [0.1705, 0.8090], [0.1700, 0.8406]),
        ([0, 10, 0, 20], [-0.1611, 0.2775], [-0.1658, 0.2844]),
    ])
    func `Newcombe's published differences`(counts: [Int], newcombe: [Double], miettinenNurminen: [Double]) throws {
        let hybrid = try #require(
            Proportion.newcombeDifference((counts[0], counts[1]), (counts[2], counts[3]), level: 0.95))
        #expect(isClose(hybrid.lower, newcombe[0], 0.5001e-4) && isClose(hybrid.upper, newcombe[1], 0.5001e-4))
        let score = try #require(
            Proportion.miettinenNurminenDifference((counts[0], counts[1]), (counts[2], counts[3]), level: 0.95))
        #expect(isClose(score.lower, miettinenNurminen[0], 0.5001e-4), "\(score)")
        #expect(isClose(score.upper, miettinenNurminen[1], 0.5001e-4), "\(score)")
    }

    /// R. A. Fisher's tea tasting, 3 of 4 and 1 of 4: p = 34/70. The others: SciPy 1.17.1 `fisher_exact`.
    @Test(arguments: [
        ([3, 4, 1, 4], 34 / 70.0), ([8, 10, 1, 6], 0.034965034965034975), ([56, 70, 48, 80], 0.012521129749209154),
        ([0, 10, 0, 20], 1.0), ([0, 1, 1, 1], 1.0),
    ])
    func `Fisher's exact test adds the less likely tables`(counts: [Int], expected: Double) {
        #expect(isClose(Proportion.fisherExact((counts[0], counts[1]), (counts[2], counts[3])), expected, 1e-11))
    }

    /// The third field, `miettinen_nurminen_diff`, is a misprint of statsmodels: see the suite on it.
    @Test(
        .enabled(if: OracleCase.isPresent, OracleCase.absence),
        arguments: OracleCase.all("proportion").filter { $0.fields["input"]?["x1"] != nil })
    func `oracle difference of proportions`(golden: OracleCase) throws {
        let counts = try ["x1", "n1", "x2", "n2"].map { try golden.integer($0) }
        let level = try golden.number("conf")
        let hybrid = Proportion.newcombeDifference((counts[0], counts[1]), (counts[2], counts[3]), level: level)
        #expect(golden.agrees(hybrid?.lower, hybrid?.upper, with: try golden.expected("newcombe_diff")))
        let fisher = Proportion.fisherExact((counts[0], counts[1]), (counts[2], counts[3]))
        #expect(golden.agrees(fisher, with: try golden.expected("fisher_p")))
        #expect(golden.fields["expected"]?.object?.count == 3)
    }

    @Test(arguments: [[0, 5, 5, 5], [5, 5, 0, 5], [1, 1, 0, 1], [0, 1, 0, 1], [2, 3, 40, 60], [7, 9, 1, 1000]])
    func `swapping the groups turns both intervals round`(counts: [Int]) throws {
        let one = (counts[0], counts[1])
        let two = (counts[2], counts[3])
        let difference = Double(counts[0]) / Double(counts[1]) - Double(counts[2]) / Double(counts[3])
        let pairs = [
            (Proportion.newcombeDifference(one, two, level: 0.9), Proportion.newcombeDifference(two, one, level: 0.9)),
            (
                Proportion.miettinenNurminenDifference(one, two, level: 0.9),
                Proportion.miettinenNurminenDifference(two, one, level: 0.9)
            ),
        ]
        for (forward, backward) in pairs {
            let there = try #require(forward)
            let back = try #require(backward)
            #expect(isClose(there.lower, -back.upper, 1e-11), "\(there) \(back)")
            #expect(isClose(there.upper, -back.lower, 1e-11), "\(there) \(back)")
            #expect(there.lower <= difference && difference <= there.upper)
            #expect(there.lower >= -1 && there.upper <= 1)
        }
    }

    @Test func `an empty group has no difference`() {
        #expect(Proportion.newcombeDifference((0, 0), (1, 2), level: 0.95) == nil)
        #expect(Proportion.miettinenNurminenDifference((1, 2), (0, 0), level: 0.95) == nil)
        #expect(Proportion.miettinenNurminenDifference((1, 2), (1, 2), level: 1) == nil)
        #expect(Proportion.fisherExact((0, 0), (1, 2)) == nil)
        #expect(Proportion.fisherExact((3, 2), (1, 2)) == nil)
    }
}
