/// Intervals for any quantile that assume nothing about the distribution.
public enum QuantileInterval {
    /// The interval between two observed values, the `lowerRank`-th and the `upperRank`-th smallest.
    ///
    /// On each side the rank is the innermost one beyond which the true quantile lies with at most half of what the level
    /// leaves, as the binomial distribution says. Where no value is far enough out, that end is infinite and has no rank: 20
    /// values put no upper limit on their 85 % point.
    ///
    /// - Parameters:
    ///   - sorted: ascending, any unit; the order is not checked.
    ///   - probability: of the quantile, strictly between 0 and 1.
    ///   - level: strictly between 0 and 1.
    /// - Returns: the interval (method `order-statistics`), its ranks counted from 1, and the exact coverage for a continuous
    ///   distribution; `nil` when the values limit neither side, or for arguments out of range.
    /// - Complexity: O(log n) binomial probabilities.
    ///
    /// Source: H. A. David and H. N. Nagaraja (2003), Order Statistics, 3rd edition, 7.1, doi:10.1002/0471722162.
    public static func orderStatistics(
        sorted: [Double], probability: Double, level: Double
    ) -> (interval: Interval, lowerRank: Int?, upperRank: Int?, coverage: Double)? {
        guard let tail = Interval.tail(level: level), probability > 0, probability < 1, !sorted.isEmpty else { return nil }
        let n = sorted.count
        let allowed = tail * (1 + 1e-12)
        func below(_ rank: Int) -> Double { Binomial.tails(rank - 1, of: n, probability: probability).lower }
        func above(_ rank: Int) -> Double { Binomial.tails(rank - 1, of: n, probability: probability).upper }
        let lower = count(in: n) { below($0) <= allowed }
        let upper = count(in: n) { above($0) > allowed } + 1
        guard lower > 0 || upper <= n else { return nil }
        let interval = Interval(
            level: level, lower: lower > 0 ? sorted[lower - 1] : -.infinity, upper: upper <= n ? sorted[upper - 1] : .infinity,
            method: "order-statistics")
        let missed = (lower > 0 ? below(lower) : 0) + (upper <= n ? above(upper) : 0)
        return (interval, lower > 0 ? lower : nil, upper <= n ? upper : nil, 1 - missed)
    }

    /// How many of the ranks 1, 2 … n, from the first on, satisfy a predicate that turns from true to false.
    private static func count(in n: Int, while holds: (Int) -> Bool) -> Int {
        var low = 0
        var high = n
        while low < high {
            let middle = low + (high - low + 1) / 2
            if holds(middle) { low = middle } else { high = middle - 1 }
        }
        return low
    }
}
