/// Quantiles of a sorted list.
///
/// A shown percentile is the nearest rank; the other rules are for comparison with other programs.
/// No function here sorts or checks the order: an unsorted list gives a meaningless answer.
public enum Quantile {
    /// The nearest-rank percentile: the smallest observed value that at least `percent` % of the values do not exceed.
    ///
    /// The rank ⌈percent · n / 100⌉ is integer arithmetic, because 0.07 · 100 is 7.000000000000001 in floating point
    /// and would give the next value. 0 % gives the first value.
    ///
    /// - Parameters:
    ///   - sorted: ascending, any unit.
    ///   - percent: a whole percentage in 0...100.
    /// - Returns: an element of `sorted`, or `nil` for an empty list or a percentage out of range.
    /// - Complexity: O(1).
    ///
    /// Source: R. J. Hyndman and Y. Fan (1996), definition 1, doi:10.1080/00031305.1996.10473566.
    public static func nearestRank(sorted: [Double], percent: Int) -> Double? {
        guard (0...100).contains(percent), !sorted.isEmpty else { return nil }
        let rank = max(1, (percent * sorted.count + 99) / 100)
        return sorted[rank - 1]
    }

    /// The median: the middle value, or the midpoint of the two middle values.
    ///
    /// - Parameter sorted: ascending, any unit.
    /// - Returns: a value between the two middle ones, or `nil` for an empty list.
    /// - Complexity: O(1).
    ///
    /// Source: the same as Hyndman and Fan's definition 7 at one half, doi:10.1080/00031305.1996.10473566.
    public static func median(sorted: [Double]) -> Double? {
        guard !sorted.isEmpty else { return nil }
        let lower = sorted[(sorted.count - 1) / 2]
        let upper = sorted[sorted.count / 2]
        return lower == upper ? lower : lower / 2 + upper / 2
    }
}
