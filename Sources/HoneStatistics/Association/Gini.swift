/// How unequally a total is spread over its holders: 0 when all hold the same, near 1 when one holds everything.
///
/// Source: C. Gini (1912), Variabilità e mutabilità; the formula on sorted values as in A. Sen (1973), On Economic
/// Inequality; the correction for n as in G. Deltas (2003), doi:10.1162/rest.2003.85.1.226.
public struct Gini: Sendable, Hashable {
    /// The mean absolute difference over twice the mean, in 0...(n - 1) / n; 0 by convention when there is nothing to hold.
    public let coefficient: Double

    /// ``coefficient`` · n / (n - 1), in 0...1, or `nil` for one holder.
    public let unbiased: Double?

    private let sorted: [Double]
    private let total: Double

    /// Measures holdings.
    ///
    /// Refuses (answers `nil` for) an empty list and values that are negative or not finite, in themselves or as a total.
    ///
    /// - Parameter values: what each holds, zero or more, any unit and order.
    /// - Complexity: O(n log n), n holders.
    public init?(_ values: [Double]) {
        guard !values.isEmpty, values.allSatisfy({ $0 >= 0 && $0.isFinite }) else { return nil }
        sorted = Ascending.values(values)
        total = sorted.compensatedSum
        guard total.isFinite else { return nil }
        let n = Double(sorted.count)
        // Ranks counted from the middle: the two terms of the usual formula would cancel.
        let middle = (n + 1) / 2
        let weighted = sorted.enumerated().lazy.map { [total] in (Double($0 + 1) - middle) * ($1 / total) }.compensatedSum
        coefficient = total > 0 ? max(0, 2 * weighted / n) : 0
        unbiased = n > 1 ? coefficient * n / (n - 1) : nil
    }

    /// The share of the total that the largest holders have.
    ///
    /// - Parameter percent: of the holders, rounded up to a whole number of them in integers; in 1...100.
    /// - Returns: a share in 0...1, or `nil` when there is nothing to hold or for a percentage out of range.
    /// - Complexity: O(n).
    public func shareOfLargest(percent: Int) -> Double? {
        guard (1...100).contains(percent), total > 0 else { return nil }
        let holders = (percent * sorted.count + 99) / 100
        return min(1, sorted.suffix(holders).compensatedSum / total)
    }
}
