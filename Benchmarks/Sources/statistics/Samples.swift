import Foundation
import HoneStatistics

/// Resampling of two samples of 1,000 values, logarithms normal with mean 1 and standard deviation 0.9, as `mc.py` draws them.
enum Samples {
    private static let first = logNormal(seed: 1, scale: 1)
    private static let second = logNormal(seed: 2, scale: 0.9)

    private static func logNormal(seed: UInt64, scale: Double) -> [Double] {
        var generator = SeededGenerator(seed: seed)
        return (0..<1_000).map { _ in scale * exp(1 + 0.9 * (Normal.quantile(generator.unit() + 0x1p-54) ?? 0)) }
    }

    /// Draws the samples, so that no row pays for it.
    static func prepare() {
        _ = (first, second)
    }

    static func bcaOfMean() throws -> String { try bca(.mean) }

    static func bcaOfMedian() throws -> String { try bca(.median) }

    /// 10,000 resamples. Beside the ends: what they would be if the replicates were normal about the estimate.
    private static func bca(_ statistic: ResampledStatistic) throws -> String {
        guard let bootstrap = Bootstrap(first, statistic: statistic, resamples: 10_000, seed: 7),
            let interval = bootstrap.bcaInterval(level: 0.95)
        else { throw NoAnswer(row: "P7b BCa") }
        let half = 1.96 * bootstrap.standardError
        return String(
            format: "low=%.4f high=%.4f normallow=%.4f normalhigh=%.4f", interval.lower, interval.upper, bootstrap.estimate - half,
            bootstrap.estimate + half)
    }

    /// 10,000 rearrangements of the difference of means; beside p that of the normal approximation.
    static func permutation() throws -> String {
        guard let test = PermutationTest(differenceOfMeans: first, second, rearrangements: 10_000, seed: 7),
            let all = Descriptive(first + second), let spread = all.standardDeviation
        else { throw NoAnswer(row: "P7b permutation") }
        let z = test.statistic / (spread * (2.0 / 1_000).squareRoot())
        return String(format: "p=%.4f normal=%.4f", test.pValue, 2 * Normal.cumulative(-abs(z)))
    }
}

/// A row whose input was refused.
struct NoAnswer: Error {
    let row: String
}
