#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The ratio of two rates of events that come in bursts, so that counts vary more between periods than Poisson's do.
///
/// The spread of the counts about their group's rate gives the dispersion, by which every variance is multiplied (a
/// quasi-Poisson model with one factor). A dispersion below 1 counts as 1: luck shall not narrow an interval. It does not see
/// that one period resembles the next, and alarms too often where it does.
///
/// Source: R. W. M. Wedderburn (1974), doi:10.1093/biomet/61.3.439; P. McCullagh and J. A. Nelder (1989), Generalized
/// Linear Models, 2nd edition, 6.2.3 and 9.2, doi:10.1007/978-1-4899-3242-6.
public struct OverdispersedRatio: Sendable, Hashable {
    /// The first rate over the second, no unit.
    public let ratio: Double

    /// Pearson's chi-squared over its degrees of freedom; about 1 for Poisson counts.
    public let dispersion: Double

    /// Periods in both groups less the two rates.
    public let degreesOfFreedom: Int

    /// The standard error of ln(``ratio``), with a dispersion of at least 1.
    public let logStandardError: Double

    /// Compares counts a period.
    ///
    /// Refuses (answers `nil` for) lists of different lengths, negative counts, exposures that are not positive and finite,
    /// fewer than three periods in all, and a group without events, whose rate has no logarithm.
    ///
    /// - Parameters:
    ///   - first: events and exposure of each period of the first group.
    ///   - second: the same of the second group, in the same unit.
    /// - Complexity: O(n), n periods.
    public init?(_ first: (counts: [Int], exposures: [Double]), _ second: (counts: [Int], exposures: [Double])) {
        let periods = first.counts.count + second.counts.count
        guard periods > 2, let one = Self.rate(first), let two = Self.rate(second) else { return nil }
        ratio = one.rate / two.rate
        degreesOfFreedom = periods - 2
        dispersion = (one.chiSquared + two.chiSquared) / Double(degreesOfFreedom)
        logStandardError = (max(1, dispersion) * (1 / one.events + 1 / two.events)).squareRoot()
    }

    /// The interval for ``ratio``, on the logarithmic scale with Student's t.
    ///
    /// - Parameter level: strictly between 0 and 1.
    /// - Returns: an interval of method `quasi-poisson-t`, or `nil` for a level out of range.
    /// - Complexity: that of ``StudentT/quantile(_:degreesOfFreedom:)``.
    public func interval(level: Double) -> Interval? {
        guard let tail = Interval.tail(level: level),
            let lower = StudentT.quantile(tail, degreesOfFreedom: Double(degreesOfFreedom))
        else { return nil }
        let factor = exp(-lower * logStandardError)
        return Interval(level: level, lower: ratio / factor, upper: ratio * factor, method: "quasi-poisson-t")
    }

    /// The two-sided p-value against equal rates.
    ///
    /// - Complexity: that of ``StudentT/cumulative(_:degreesOfFreedom:)``.
    public var pValue: Double? {
        StudentT.cumulative(-abs(log(ratio)) / logStandardError, degreesOfFreedom: Double(degreesOfFreedom)).map { 2 * $0 }
    }

    private static func rate(
        _ group: (counts: [Int], exposures: [Double])
    ) -> (rate: Double, events: Double, chiSquared: Double)? {
        guard group.counts.count == group.exposures.count,
            zip(group.counts, group.exposures).allSatisfy({ PoissonRate.isRate($0, $1) })
        else { return nil }
        let events = group.counts.lazy.map { Double($0) }.compensatedSum
        let rate = events / group.exposures.compensatedSum
        guard rate > 0, rate.isFinite else { return nil }
        let terms = zip(group.counts, group.exposures).lazy.map { count, exposure in
            let expected = rate * exposure
            return (Double(count) - expected) * (Double(count) - expected) / expected
        }
        return (rate, events, terms.compensatedSum)
    }
}
