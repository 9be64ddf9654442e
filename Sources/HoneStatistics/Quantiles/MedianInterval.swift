/// Intervals for a median that assume nothing about the distribution.
public enum MedianInterval {
    /// The interval between the k-th smallest and the k-th largest value.
    ///
    /// k is the largest rank for which P(Binomial(n, 1/2) <= k - 1) <= (1 - level) / 2, so the true median lies
    /// inside with at least the probability `level` whatever the distribution, and with the returned coverage for
    /// a continuous one. A tie in that comparison counts as met up to a rounding of 1e-12.
    ///
    /// - Parameters:
    ///   - sorted: ascending, any unit; the order is not checked.
    ///   - level: strictly between 0 and 1.
    /// - Returns: the interval (method `order-statistics`), k counted from 1 and the exact coverage; `nil` when even
    ///   the whole range does not reach `level` (below six values at 0.95), or when `level` is out of range.
    /// - Complexity: O(√n): a normal approximation gives k up to a few ranks, exact probabilities settle it.
    ///
    /// Source: H. A. David and H. N. Nagaraja (2003), Order Statistics, 3rd edition, 7.1, doi:10.1002/0471722162.
    public static func orderStatistics(
        sorted: [Double], level: Double
    ) -> (interval: Interval, k: Int, coverage: Double)? {
        guard let tail = Interval.tail(level: level), let z = Normal.criticalValue(level: level), !sorted.isEmpty
        else { return nil }
        let n = sorted.count
        func below(_ k: Int) -> Double { Binomial.tails(k - 1, of: n, probability: 0.5).lower }
        func isAllowed(_ k: Int) -> Bool { below(k) <= tail * (1 + 1e-12) }
        var k = min(max(0, Int(0.5 * (Double(n) - z * Double(n).squareRoot()))), n / 2)
        while k > 0, !isAllowed(k) { k -= 1 }
        while k < n / 2, isAllowed(k + 1) { k += 1 }
        guard k > 0 else { return nil }
        let interval = Interval(level: level, lower: sorted[k - 1], upper: sorted[n - k], method: "order-statistics")
        return (interval, k, 1 - 2 * below(k))
    }
}
