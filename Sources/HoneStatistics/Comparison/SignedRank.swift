/// Wilcoxon's signed rank test whether differences (after - before, of the same things) tend to one side of zero.
///
/// It assumes independent differences from a symmetric law.
///
/// Source: F. Wilcoxon (1945), doi:10.2307/3001968; J. W. Pratt (1959), doi:10.1080/01621459.1959.10501526 (zeros).
public struct SignedRank: Sendable, Hashable {
    /// What becomes of differences that are zero.
    public enum Zeros: Sendable, Hashable {
        /// They are left out before ranking (Wilcoxon).
        case dropped

        /// They are ranked with the others, then left out (Pratt).
        case ranked
    }

    /// The sum of the ranks of the positive differences (V).
    public let positiveRanks: Double

    /// How many differences are not zero.
    public let n: Int

    /// How many differences are zero.
    public let zeros: Int

    /// How the p-values were found.
    public let method: RankTestMethod

    /// The p-values; `greater` is small when the differences lie above zero.
    public let probabilities: TailProbabilities

    /// Tests differences.
    ///
    /// Refuses (answers `nil` for) a list without a difference other than zero, values that are not finite, and an exact
    /// test of more than 1,000 differences.
    ///
    /// - Parameters:
    ///   - differences: any unit and order.
    ///   - zeros: what becomes of differences that are zero.
    ///   - method: how to find the p-values; `nil` is exact up to 100 differences, else asymptotic. ``method`` says which.
    /// - Complexity: O(n log n) for an asymptotic test, O(n³) for an exact one.
    public init?(_ differences: [Double], zeros: Zeros = .dropped, method: RankTestMethod? = nil) {
        guard differences.allSatisfy(\.isFinite) else { return nil }
        let counted = zeros == .dropped ? differences.filter { $0 != 0 } : differences
        let doubled = Midranks.doubled(counted.map(abs))
        var kept: [Int] = []
        var twicePositive = 0
        for (difference, rank) in zip(counted, doubled) where difference != 0 {
            kept.append(rank)
            if difference > 0 { twicePositive += rank }
        }
        guard !kept.isEmpty else { return nil }
        let chosen = method ?? (kept.count <= SignedRankDistribution.automaticCount ? .exact : .asymptotic)
        let found: TailProbabilities?
        if chosen == .exact {
            guard kept.count <= SignedRankDistribution.mostCount else { return nil }
            found = TailProbabilities(
                SignedRankDistribution(ranks: kept).probabilities, observed: twicePositive, twiceMean: kept.reduce(0, +))
        } else {
            // A quarter of the squared ranks: with ties and zeros it is the corrected variance.
            let squares = kept.lazy.map { Double($0) * Double($0) }.compensatedSum
            found = TailProbabilities.normal(
                Double(twicePositive) / 2, mean: Double(kept.reduce(0, +)) / 4, variance: squares / 16,
                isCorrected: chosen == .asymptotic)
        }
        guard let found else { return nil }
        positiveRanks = Double(twicePositive) / 2
        n = kept.count
        self.zeros = differences.count - kept.count
        self.method = chosen
        probabilities = found
    }
}
