/// Ratios of runs that were paired by their round: the median, and how far they spread.
package struct RatioSummary: Sendable, Equatable {
    package let median: Double
    package let least: Double
    package let most: Double

    /// A value that is no ratio of pairs, such as milliseconds of our own.
    package init?(values: [Double]) {
        guard let median = medianValue(of: values), let least = values.min(), let most = values.max() else { return nil }
        self.median = median
        self.least = least
        self.most = most
    }

    /// Ours over the peer's, round by round; rounds that one of them lacks do not count, nor a peer's zero.
    package init?(ours: [Double], peers: [Double]) {
        self.init(values: zip(ours, peers).filter { $1 > 0 }.map { $0 / $1 })
    }
}
