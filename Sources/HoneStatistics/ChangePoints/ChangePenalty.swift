#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a change of the mean must save to be worth telling, for ``SegmentCost/squared``.
public enum ChangePenalty {
    /// Three times the variance of the noise times ln n, more for values that resemble their neighbours.
    ///
    /// The variance comes from the distances of neighbouring values, which changes of level hardly touch: by their median
    /// absolute deviation, or by their mean square where more than half of them are equal.
    ///
    /// - Parameters:
    ///   - values: on the scale of the search (logarithms or roots of weekly values, say), in order of time.
    ///   - autocorrelation: r, as ``autocorrelation(of:)`` finds it; multiplies by (1 + r) / (1 - r). 0 for independent values.
    /// - Returns: a positive penalty, or `nil` for fewer than three values, values that are not finite or all equal, and an
    ///   autocorrelation outside 0 <= r < 1.
    /// - Complexity: O(n log n), n the number of values.
    ///
    /// Source: G. Schwarz (1978), doi:10.1214/aos/1176344136, for the ln n; M. Lavielle and E. Moulines (2000), Least-Squares
    /// Estimation of an Unknown Number of Shifts in a Time Series, Journal of Time Series Analysis 21(1), for dependent noise.
    public static func automatic(for values: [Double], autocorrelation: Double = 0) -> Double? {
        guard values.count >= 3, values.allSatisfy(\.isFinite), autocorrelation >= 0, autocorrelation < 1 else { return nil }
        let differences = zip(values, values.dropFirst()).map { $1 - $0 }
        guard let deviation = Descriptive(differences)?.medianAbsoluteDeviation else { return nil }
        let robust = deviation / (0.6745 * 2.0.squareRoot())
        let squares = differences.lazy.map { $0 * $0 }.compensatedSum
        let variance = robust > 0 ? robust * robust : squares / Double(2 * differences.count)
        guard variance > 0, variance.isFinite else { return nil }
        return 3 * variance * log(Double(values.count)) * (1 + autocorrelation) / (1 - autocorrelation)
    }

    /// How much a value resembles the one before once changes of level are discounted: an estimate of r, held in 0...0.95.
    ///
    /// From the lag-1 autocorrelation of the differences, which for an autoregression of order one is -(1 - r) / 2. A change of
    /// level is one large difference instead of a long stretch of resemblance, and is held to three robust standard deviations.
    ///
    /// - Parameter values: in order of time.
    /// - Returns: `nil` for fewer than four values, or differences that are all equal.
    /// - Complexity: O(n log n), n the number of values.
    public static func autocorrelation(of values: [Double]) -> Double? {
        guard values.count >= 4 else { return nil }
        let differences = zip(values, values.dropFirst()).map { $1 - $0 }
        guard let description = Descriptive(differences) else { return nil }
        // Else one change of level that dwarfs the noise would be all of the variance, and look like resemblance.
        let reach = 3 * description.medianAbsoluteDeviation / 0.6745
        let centre = description.median
        let held = reach > 0 ? differences.map { min(max($0, centre - reach), centre + reach) } : differences
        return Descriptive(held)?.lag1Autocorrelation.map { min(max(1 + 2 * $0, 0), 0.95) }
    }
}
