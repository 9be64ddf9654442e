/// How sure one may be of a smooth number of a sample, from what it would be without each observation in turn.
///
/// Source: J. W. Tukey (1958), doi:10.1214/aoms/1177706647; B. Efron (1982), The Jackknife, the Bootstrap and Other
/// Resampling Plans, chapter 3, doi:10.1137/1.9781611970319.
public enum Jackknife {
    /// The standard error: the root of (n - 1) / n times the squares of the replicates about their mean.
    ///
    /// - Parameters:
    ///   - replicates: the number without one observation, one for each kind of observation, any unit.
    ///   - counts: how many observations give each replicate; they add up to n.
    /// - Returns: zero or more, in the unit of the replicates; `nil` for fewer than two observations, lists of different
    ///   lengths, negative counts or values that are not finite.
    /// - Complexity: O(replicates).
    public static func standardError(replicates: [Double], counts: [Int]) -> Double? {
        let n = counts.reduce(0, +)
        guard replicates.count == counts.count, n > 1, replicates.allSatisfy(\.isFinite), counts.allSatisfy({ $0 >= 0 }) else {
            return nil
        }
        let pairs = zip(replicates, counts)
        let mean = pairs.lazy.map { $0 * Double($1) }.compensatedSum / Double(n)
        let squares = pairs.lazy.map { ($0 - mean) * ($0 - mean) * Double($1) }.compensatedSum
        return (Double(n - 1) / Double(n) * squares).squareRoot()
    }

    /// The estimate plus and minus the standard error times Student's quantile with n - 1 degrees of freedom.
    ///
    /// - Parameters:
    ///   - estimate: the number of the whole sample.
    ///   - replicates: as in ``standardError(replicates:counts:)``.
    ///   - counts: as there.
    ///   - level: strictly between 0 and 1.
    /// - Returns: an interval of method `jackknife-t`, or `nil` where there is no standard error, for an estimate that is not
    ///   finite or a level out of range.
    /// - Complexity: O(replicates + √n).
    public static func interval(estimate: Double, replicates: [Double], counts: [Int], level: Double) -> Interval? {
        guard estimate.isFinite, let error = standardError(replicates: replicates, counts: counts),
            let tail = Interval.tail(level: level),
            let quantile = StudentT.quantile(tail, degreesOfFreedom: Double(counts.reduce(0, +) - 1))
        else { return nil }
        return Interval(level: level, lower: estimate + quantile * error, upper: estimate - quantile * error, method: "jackknife-t")
    }
}
