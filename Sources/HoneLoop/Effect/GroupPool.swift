package import HoneStatistics

/// The median of one number a group, and how far it would have been elsewhere with other groups of the kind.
package struct GroupPool: Sendable, Hashable {
    package let groups: Int
    package let median: Double
    /// 95 %, by drawing whole groups; nil for one group.
    package let interval: Interval?

    private static let resamples = 10_000

    /// - Returns: nil for no number.
    init?(_ numbers: [Double], seed: UInt64) {
        guard let median = Quantile.median(sorted: numbers.sorted()) else { return nil }
        groups = numbers.count
        self.median = median
        interval = Bootstrap(numbers, statistic: .median, resamples: Self.resamples, seed: seed)?.percentileInterval(level: 0.95)
    }
}
