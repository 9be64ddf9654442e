/// Welch's t test for the difference of two means, without assuming equal variances.
///
/// It assumes independent values; under the autocorrelation of a team's weeks it alarms far too often.
///
/// Source: B. L. Welch (1947), doi:10.1093/biomet/34.1-2.28.
public struct WelchT: Sendable, Hashable {
    /// The first mean less the second, in the unit of the values.
    public let difference: Double

    /// The standard error of ``difference``.
    public let standardError: Double

    /// Welch and Satterthwaite's degrees of freedom, rarely whole.
    public let degreesOfFreedom: Double

    /// The difference in standard errors.
    public let statistic: Double

    /// The p-values; `less` is small when the first mean is lower.
    public let probabilities: TailProbabilities

    /// Tests two samples.
    ///
    /// Refuses (answers `nil` for) fewer than two values in a sample, values that are not finite, and samples that both do
    /// not vary, for which there is no error to compare with.
    ///
    /// - Parameters:
    ///   - first: any unit and order, at least two values.
    ///   - second: the same unit.
    /// - Complexity: O(n log n), n values in all.
    public init?(_ first: [Double], _ second: [Double]) {
        guard let one = Descriptive(first), let two = Descriptive(second), let deviation = one.standardDeviation,
            let other = two.standardDeviation, deviation + other > 0
        else { return nil }
        // In the larger deviation, so that no square overflows or vanishes.
        let unit = max(deviation, other)
        let a = deviation / unit * (deviation / unit) / Double(one.n)
        let b = other / unit * (other / unit) / Double(two.n)
        difference = one.mean - two.mean
        standardError = unit * (a + b).squareRoot()
        let (u, v) = (a / (a + b), b / (a + b))
        degreesOfFreedom = 1 / (u * u / Double(one.n - 1) + v * v / Double(two.n - 1))
        statistic = difference / standardError
        guard let below = StudentT.cumulative(statistic, degreesOfFreedom: degreesOfFreedom),
            let above = StudentT.cumulative(-statistic, degreesOfFreedom: degreesOfFreedom)
        else { return nil }
        probabilities = TailProbabilities(less: below, greater: above, twoSided: min(1, 2 * min(below, above)))
    }

    /// The interval for ``difference``.
    ///
    /// - Parameter level: strictly between 0 and 1.
    /// - Returns: an interval of method `welch-t`, or `nil` for a level out of range.
    /// - Complexity: that of ``StudentT/quantile(_:degreesOfFreedom:)``.
    public func interval(level: Double) -> Interval? {
        guard let tail = Interval.tail(level: level), let lower = StudentT.quantile(tail, degreesOfFreedom: degreesOfFreedom)
        else { return nil }
        let half = -lower * standardError
        return Interval(level: level, lower: difference - half, upper: difference + half, method: "welch-t")
    }
}
