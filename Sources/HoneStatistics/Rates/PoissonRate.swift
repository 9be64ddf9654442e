/// Rates of rare events: counts over an exposure (days, items, thousand lines), taken as Poisson.
///
/// A `nil` answer means that the rate is not defined: a negative count, an exposure that is not positive and
/// finite, or a `level` not strictly between 0 and 1.
public enum PoissonRate {
    /// The exact interval of Garwood for one rate.
    ///
    /// - Parameters:
    ///   - count: events seen, zero or more.
    ///   - exposure: how long or how much was watched, positive, any unit.
    ///   - level: strictly between 0 and 1.
    /// - Returns: an interval in events per unit of exposure, of method `garwood`, or `nil` (see ``PoissonRate``).
    /// - Complexity: at most 128 evaluations of an incomplete gamma function, each O(√count).
    ///
    /// Source: F. Garwood (1936), doi:10.1093/biomet/28.3-4.437.
    public static func garwood(count: Int, exposure: Double, level: Double) -> Interval? {
        guard isRate(count, exposure), let tail = Interval.tail(level: level),
            let lower = count == 0 ? 0 : IncompleteGamma.quantile(shape: Double(count), lower: tail),
            let upper = IncompleteGamma.quantile(shape: Double(count) + 1, upper: tail)
        else { return nil }
        return Interval(level: level, lower: lower / exposure, upper: upper / exposure, method: "garwood")
    }

    static func isRate(_ count: Int, _ exposure: Double) -> Bool {
        count >= 0 && exposure > 0 && exposure.isFinite
    }
}
