/// The Mann-Whitney test (Wilcoxon's rank sum test) whether one of two independent samples tends to larger values.
///
/// It assumes independent values: under the autocorrelation of a team's weeks it alarms too often, so it may draw
/// attention but decides nothing about an improvement.
///
/// Source: H. B. Mann and D. R. Whitney (1947), doi:10.1214/aoms/1177730491; ties as in M. Hollander, D. A. Wolfe and
/// E. Chicken (2014), Nonparametric Statistical Methods, 3rd edition, 4.1, doi:10.1002/9781119196037.
public struct MannWhitney: Sendable, Hashable {
    /// Pairs in which the value of the first sample is larger, a tied pair counting one half.
    public let firstWins: Double

    /// Pairs in which the value of the second sample is larger, a tied pair counting one half.
    public let secondWins: Double

    /// Whether some value occurs more than once in the two samples together.
    public let hasTies: Bool

    /// How the p-values were found.
    public let method: RankTestMethod

    /// The p-values; `less` is small when the first sample lies lower.
    public let probabilities: TailProbabilities

    /// The probability that a value of the first sample exceeds one of the second, ties counting one half (A12, AUC).
    public let superiority: Double

    /// Tests two samples.
    ///
    /// Refuses (answers `nil` for) an empty sample, values that are not finite, an exact test of more than 10,000 pairs
    /// of values, and an uncorrected asymptotic one of values that are all equal.
    ///
    /// - Parameters:
    ///   - first: any unit and order, at least one value.
    ///   - second: the same unit.
    ///   - method: how to find the p-values; `nil` is exact up to 2,500 pairs of values (50 against 50), else asymptotic.
    ///     ``method`` says which it was.
    /// - Complexity: O(n log n), n values in all, for an asymptotic test; O(n · m · pairs) for an exact one, m the values of
    ///   the smaller sample.
    public init?(_ first: [Double], _ second: [Double], method: RankTestMethod? = nil) {
        guard let groups = RankGroups(first, second) else { return nil }
        let chosen = method ?? (groups.pairs <= RankSumDistribution.automaticPairs ? .exact : .asymptotic)
        let wins = Double(groups.twiceFirstWins) / 2
        let found =
            chosen == .exact
            ? Self.exact(groups)
            : TailProbabilities.normal(
                wins, mean: Double(groups.pairs) / 2, variance: groups.variance, isCorrected: chosen == .asymptotic)
        guard let found else { return nil }
        firstWins = wins
        secondWins = Double(2 * groups.pairs - groups.twiceFirstWins) / 2
        hasTies = groups.hasTies
        self.method = chosen
        probabilities = found
        superiority = wins / Double(groups.pairs)
    }

    private static func exact(_ groups: RankGroups) -> TailProbabilities? {
        guard groups.pairs <= RankSumDistribution.mostPairs else { return nil }
        // The law of the smaller sample is the cheaper one; what is less for it is greater for the other.
        let isSwapped = groups.secondCount < groups.firstCount
        let chosen = min(groups.firstCount, groups.secondCount)
        let law = RankSumDistribution(sizes: groups.sizes, chosen: chosen)
        let twiceWins = isSwapped ? 2 * groups.pairs - groups.twiceFirstWins : groups.twiceFirstWins
        let found = TailProbabilities(
            law.probabilities, observed: twiceWins * law.stepsPerWin / 2, twiceMean: groups.pairs * law.stepsPerWin)
        return isSwapped ? TailProbabilities(less: found.greater, greater: found.less, twoSided: found.twoSided) : found
    }
}
