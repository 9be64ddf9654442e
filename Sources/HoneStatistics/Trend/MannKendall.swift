/// The Mann-Kendall test: does a series rise or fall, whatever the shape of its path?
///
/// It counts pairs, so a few wild values hardly move it. It supposes that values do not resemble their neighbours;
/// ``correctedForAutocorrelation(_:level:)`` is for those that do.
///
/// Source: H. B. Mann (1945), doi:10.2307/1907187; M. G. Kendall (1975), Rank Correlation Methods, 4th edition.
public struct MannKendall: Sendable, Hashable {
    /// The pairs that rise less the pairs that fall.
    public let score: Int

    /// The variance of the score without a trend, corrected for ties.
    public let variance: Double

    /// The score in standard deviations, moved by one towards 0 for continuity; 0 for a score of 0.
    public let z: Double

    /// The two-sided probability of a score as far from 0 without a trend.
    public let probability: Double

    /// The score over the number of pairs, in -1...1.
    public let tauA: Double

    /// The same with tied pairs left out of the count in the manner of Kendall; `nil` when all values are equal.
    public let tauB: Double?

    /// Tests a series.
    ///
    /// Refuses (answers `nil` for) fewer than two values and values that are not finite.
    ///
    /// - Parameter values: any unit, in order of time, evenly spaced or not.
    /// - Complexity: O(n log n), n the number of values.
    public init?(_ values: [Double]) {
        guard values.count >= 2, values.allSatisfy(\.isFinite) else { return nil }
        let counts = PairCounts(values)
        let n = Double(values.count)
        let ties = counts.ties.lazy.map { $0 * ($0 - 1) * (2 * $0 + 5) }.reduce(0, +)
        let tiedPairs = counts.ties.lazy.map { $0 * ($0 - 1) / 2 }.reduce(0, +)
        let pairs = n * (n - 1) / 2
        self.init(
            score: counts.score, variance: (n * (n - 1) * (2 * n + 5) - ties) / 18, tauA: Double(counts.score) / pairs,
            tauB: pairs > tiedPairs ? Double(counts.score) / (pairs * (pairs - tiedPairs)).squareRoot() : nil)
    }

    private init(score: Int, variance: Double, tauA: Double, tauB: Double?) {
        let distance = Double(score - score.signum())
        self.score = score
        self.variance = variance
        self.tauA = tauA
        self.tauB = tauB
        z = score == 0 ? 0 : distance / variance.squareRoot()
        probability = 2 * Normal.cumulative(-abs(z))
    }

    /// The test with the variance of a series whose values resemble their neighbours.
    ///
    /// The series less its Theil-Sen slope is ranked; every autocorrelation of the ranks outside the bounds of noise stretches
    /// or shrinks the variance.
    ///
    /// - Parameters:
    ///   - values: any unit, evenly spaced in order of time, at least three.
    ///   - level: an autocorrelation counts when it lies outside the central share `level` of noise; 0.95 as a rule.
    /// - Returns: `nil` for fewer than three values, values that are not finite or all on one line, a level out of range, and
    ///   where the autocorrelations leave no positive variance.
    /// - Complexity: O(n²), n the number of values: every lag counts, and n is the length of a series of weeks or months.
    ///
    /// Source: K. H. Hamed and A. R. Rao (1998), doi:10.1016/S0022-1694(97)00125-X.
    public static func correctedForAutocorrelation(_ values: [Double], level: Double = 0.95) -> MannKendall? {
        guard values.count >= 3, let plain = MannKendall(values), let slope = TheilSen(values)?.slope,
            let critical = Normal.criticalValue(level: level)
        else { return nil }
        let residuals = values.indices.map { values[$0] - slope * Double($0 + 1) }
        guard let autocorrelations = Autocorrelation.function(of: midranks(residuals), lags: values.count - 1) else { return nil }
        let n = Double(values.count)
        var sum = 0.0
        for (index, value) in autocorrelations.enumerated() where abs(value) > critical / n.squareRoot() {
            let lag = Double(index + 1)
            sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * value
        }
        let variance = plain.variance * (1 + 2 / (n * (n - 1) * (n - 2)) * sum)
        guard variance > 0 else { return nil }
        return MannKendall(score: plain.score, variance: variance, tauA: plain.tauA, tauB: plain.tauB)
    }

    /// The ranks of values from 1 on, ties sharing their mean.
    private static func midranks(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var ranks = values
        var start = 0
        while start < order.count {
            let end = order[start...].firstIndex { values[$0] != values[order[start]] } ?? order.count
            for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
            start = end
        }
        return ranks
    }
}
