import Foundation
import HoneStatistics
import Testing

/// Four fields of the oracle hold what statsmodels 0.15.0 prints and what is not the named method. Each test here computes
/// the golden number from the very slip, and the right number from the same formula without it, so that nothing is left
/// uncompared and nothing wrong is shipped to agree.
@Suite(.enabled(if: OracleCase.isPresent, OracleCase.absence))
struct StatsmodelsTests {
    /// In `score_test_proportions_2indep` the second coefficient of Miettinen and Nurminen's cubic (1985, appendix),
    /// (n2 δ - N - 2 x2) δ + x, stands as (x2 δ - N - 2 x2) δ + x. With x2 the published 0.3382 becomes 0.3440.
    @Test(arguments: OracleCase.all("proportion").filter { $0.fields["input"]?["x1"] != nil })
    func `the restricted likelihood takes a count for a number of trials`(golden: OracleCase) throws {
        let counts = try ["x1", "n1", "x2", "n2"].map { try golden.integer($0) }
        let (first, second) = ((counts[0], counts[1]), (counts[2], counts[3]))
        let ours = try #require(Proportion.miettinenNurminenDifference(first, second, level: try golden.number("conf")))
        let expected = try golden.expected("miettinen_nurminen_diff")
        guard expected.list != nil else {
            // Two pairs in which the slip leaves no root, so that statsmodels gives up.
            #expect(golden.agrees(nil, with: expected))
            return
        }
        let scored = RestrictedScore(counts.map(Double.init))
        let z = try #require(Normal.quantile(0.975))
        let slipped = scored.ends(z, coefficient: Double(counts[2]))
        #expect(golden.agrees(slipped.lower, slipped.upper, with: expected))
        let right = scored.ends(z, coefficient: Double(counts[3]))
        #expect(isClose(ours.lower, right.lower, 1e-9) && isClose(ours.upper, right.upper, 1e-9))
    }

    /// `confint_poisson_2indep(method="sqrtcc")` takes z for z² in the standard error, and leaves out the exposures.
    @Test(arguments: OracleCase.all("poisson_rate"))
    func `the square-root interval leaves out the exposures`(golden: OracleCase) throws {
        let (first, second, level) = try golden.groups()
        let z = try #require(Normal.quantile(1 - (1 - level) / 2))
        let (a, b) = (Double(first.count) + 0.5, Double(second.count) + 0.5)
        func ends(_ taken: Double) -> [Double] {
            let half = z * 0.5 * (a + b - 0.25 * taken).squareRoot()
            return [-half, half].map { ((a * b).squareRoot() + $0) / (b - 0.25 * z * z) }.map { $0 * $0 }
        }
        #expect(golden.agrees(ends(z)[0], ends(z)[1], with: try golden.expected("ratio_sqrtcc")))
        // Price and Bonett's (2000) own formula lies near the score interval, in the unit of the ratio.
        guard first.count > 0, second.count > 3, let score = PoissonRate.scoreRatio(first, second, level: level) else { return }
        let right = ends(z * z).map { $0 * second.exposure / first.exposure }
        #expect(abs(log(right[0] / score.lower)) < 0.02)
    }

    /// There is no method of the name `log`, so the field is empty everywhere.
    @Test(arguments: OracleCase.all("poisson_rate"))
    func `a method that does not exist has no answer`(golden: OracleCase) throws {
        #expect(golden.agrees(nil, with: try golden.expected("ratio_log")))
    }
}

/// The score statistic with the cubic solved by its cosine, as Miettinen and Nurminen and statsmodels write it.
private struct RestrictedScore {
    let x1, n1, x2, n2: Double

    init(_ counts: [Double]) {
        (x1, n1, x2, n2) = (counts[0], counts[1], counts[2], counts[3])
    }

    func statistic(_ difference: Double, coefficient: Double) -> Double {
        let (n, x) = (n1 + n2, x1 + x2)
        let square = ((n1 + 2 * n2) * difference - n - x) / (3 * n)
        let linear = ((coefficient * difference - n - 2 * x2) * difference + x) / (3 * n)
        let q = square * square * square - 1.5 * linear * square + x2 * difference * (1 - difference) / (2 * n)
        let p = (q < 0 ? -1 : 1) * (square * square - linear).squareRoot()
        let second = 2 * p * cos((Double.pi + acos(q / (p * p * p))) / 3) - square
        let first = second + difference
        let variance = (first * (1 - first) / n1 + second * (1 - second) / n2) * n / (n - 1)
        return (x1 / n1 - x2 / n2 - difference) / variance.squareRoot()
    }

    func ends(_ z: Double, coefficient: Double) -> (lower: Double, upper: Double) {
        func root(_ far: Double) -> Double {
            var (inside, outside) = (x1 / n1 - x2 / n2, far)
            for _ in 0..<60 {
                let middle = (inside + outside) / 2
                if abs(statistic(middle, coefficient: coefficient)) < z { inside = middle } else { outside = middle }
            }
            return inside
        }
        return (root(-0.3), root(0.6))
    }
}
