#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A chart of exponentially weighted moving averages (EWMA): it sees small lasting changes that single values hide.
///
/// Source: S. W. Roberts (1959), Control Chart Tests Based on Geometric Moving Averages, doi:10.1080/00401706.1959.10489860;
/// NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.4.
public struct ExponentialChart: Sendable, Hashable {
    /// The averages: each is `smoothing` of the value and the rest of the average before.
    public let averages: [Double]

    /// The level that is held to be usual.
    public let start: Double

    /// How far an average may lie from ``start`` at each index: the limits widen to ``steadyReach``.
    public let reaches: [Double]

    /// How far an average may lie from ``start`` after a long time.
    public let steadyReach: Double

    /// Draws up the chart.
    ///
    /// Refuses (answers `nil` for) no values, values that are not finite, a smoothing outside 0 < `smoothing` <= 1, and a
    /// negative `sigma` or `width`.
    ///
    /// - Parameters:
    ///   - values: any unit, in order of time.
    ///   - smoothing: the share of the newest value in each average, 0.2 to 0.3 as a rule.
    ///   - start: the usual level, from a baseline, in the unit of the values.
    ///   - sigma: the standard deviation of single values, from a baseline, in their unit.
    ///   - width: of the limits in standard deviations of an average, 3 as a rule.
    /// - Complexity: O(n), n the number of values.
    public init?(_ values: [Double], smoothing: Double, start: Double, sigma: Double, width: Double = 3) {
        guard !values.isEmpty, values.allSatisfy(\.isFinite), smoothing > 0, smoothing <= 1, start.isFinite, sigma >= 0,
            sigma.isFinite, width >= 0, width.isFinite
        else { return nil }
        let keep = 1 - smoothing
        let steady = width * sigma * (smoothing / (2 - smoothing)).squareRoot()
        var average = start
        averages = values.map { value in
            average = smoothing * value + keep * average
            return average
        }
        reaches = values.indices.map { steady * (1 - pow(keep, 2 * Double($0 + 1))).squareRoot() }
        self.start = start
        steadyReach = steady
    }

    /// The indexes of the averages outside their limits, ascending.
    ///
    /// - Parameter steady: whether the limits of a long time are used from the first value on.
    /// - Complexity: O(n), n the number of values.
    public func signs(steady: Bool = false) -> [Int] {
        averages.indices.filter { abs(averages[$0] - start) > (steady ? steadyReach : reaches[$0]) }
    }
}
