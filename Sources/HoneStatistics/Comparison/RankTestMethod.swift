/// How the p-values of a rank test are found, and what a test says it did.
public enum RankTestMethod: Sendable, Hashable {
    /// From every way in which chance could have dealt the same ranks, ties included.
    case exact

    /// From the normal distribution, with the variance corrected for ties and the statistic for continuity.
    case asymptotic

    /// As ``asymptotic`` without the correction for continuity, for comparison with other programs.
    case asymptoticUncorrected
}

/// The three p-values of one statistic.
public struct TailProbabilities: Sendable, Hashable {
    /// The probability of this statistic or a smaller one, if nothing differs; small when the first sample lies lower.
    public var less: Double

    /// The probability of this statistic or a larger one, if nothing differs; small when the first sample lies higher.
    public var greater: Double

    /// The probability of a statistic at least as far from its mean, on either side.
    public var twoSided: Double

    /// Puts three probabilities together, unchecked.
    ///
    /// - Parameters:
    ///   - less: in 0...1.
    ///   - greater: in 0...1.
    ///   - twoSided: in 0...1.
    /// - Complexity: O(1).
    public init(less: Double, greater: Double, twoSided: Double) {
        self.less = less
        self.greater = greater
        self.twoSided = twoSided
    }
}

extension TailProbabilities {
    /// From the normal distribution. With no variance the corrected statistic lies within half a step of its mean, so
    /// every probability is 1; the uncorrected one is 0 / 0, so there is none.
    static func normal(_ statistic: Double, mean: Double, variance: Double, isCorrected: Bool) -> TailProbabilities? {
        guard variance > 0 else { return isCorrected ? TailProbabilities(less: 1, greater: 1, twoSided: 1) : nil }
        let deviation = variance.squareRoot()
        let half = isCorrected ? 0.5 : 0
        let gap = statistic - mean
        return TailProbabilities(
            less: Normal.cumulative((gap + half) / deviation), greater: Normal.cumulative((half - gap) / deviation),
            twoSided: min(1, 2 * Normal.cumulative((half - abs(gap)) / deviation)))
    }

    /// From the probabilities of the whole numbers 0, 1, 2 …, of which `observed` came up and 2 · mean is `twiceMean`.
    init(_ probabilities: [Double], observed: Int, twiceMean: Int) {
        less = min(1, probabilities[...observed].compensatedSum)
        greater = min(1, probabilities[observed...].compensatedSum)
        // Symmetric about the mean, so both ends are whole numbers within the range.
        let distance = abs(2 * observed - twiceMean)
        let below = (twiceMean - distance) / 2
        let above = (twiceMean + distance) / 2
        twoSided =
            distance == 0 ? 1 : min(1, probabilities[...below].compensatedSum + probabilities[above...].compensatedSum)
    }
}
