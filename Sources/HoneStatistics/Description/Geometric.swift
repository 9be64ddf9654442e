#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Mean and spread on the logarithmic scale, for durations and efforts that are skewed to the right.
///
/// Only positive values have a logarithm: zeros are counted apart and left out, never replaced by a small number.
public struct Geometric: Sendable, Hashable {
    /// How many values are positive, at least 1.
    public let n: Int

    /// How many values are zero.
    public let zeros: Int

    /// The geometric mean of the positive values, in their unit.
    public let mean: Double

    /// The sample standard deviation (divisor n - 1) of the natural logarithms, or `nil` for one positive value.
    public let logStandardDeviation: Double?

    /// Describes the positive ones among `values`.
    ///
    /// Refuses (answers `nil` for) a list with no positive value, and values that are negative or not finite.
    ///
    /// - Parameter values: zero or more each, any unit, any order.
    /// - Complexity: O(n log n), n the number of values.
    ///
    /// Source: J. Aitchison and J. A. C. Brown (1957), The Lognormal Distribution, chapter 2.
    public init?(_ values: [Double]) {
        guard values.allSatisfy({ $0 >= 0 && $0.isFinite }),
            let logarithms = Descriptive(values.filter { $0 > 0 }.map { log($0) })
        else { return nil }
        n = logarithms.n
        zeros = values.count - logarithms.n
        mean = exp(logarithms.mean)
        logStandardDeviation = logarithms.standardDeviation
    }
}
