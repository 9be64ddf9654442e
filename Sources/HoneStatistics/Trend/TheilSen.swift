/// The Theil-Sen line: the median of the slopes between all pairs of points.
///
/// Nearly a third of the values may be wild before it follows them.
///
/// Source: H. Theil (1950), Indagationes Mathematicae 12; P. K. Sen (1968), doi:10.1080/01621459.1968.10480934.
public struct TheilSen: Sendable, Hashable {
    /// The median slope, in units of the values a unit of time.
    public let slope: Double

    /// The median value less the slope times the median time.
    public let intercept: Double

    /// The median of the values less the slope times their time, which splits the points in half.
    public let jointIntercept: Double

    /// All slopes, ascending.
    private let slopes: [Double]

    /// The variance of Kendall's score, corrected for ties in values and times.
    private let variance: Double

    /// Fits the line.
    ///
    /// Refuses (answers `nil` for) fewer than two values, lists of different lengths, numbers that are not finite and times that are
    /// all equal.
    ///
    /// - Parameters:
    ///   - values: any unit.
    ///   - times: one a value, in any order; `nil` for 0, 1, 2, …
    /// - Complexity: O(n²) operations and memory, n the number of values, some thousand at most: the length of a series of days
    ///   or weeks.
    public init?(_ values: [Double], times: [Double]? = nil) {
        let times = times ?? values.indices.map(Double.init)
        guard values.count >= 2, values.count == times.count, values.allSatisfy(\.isFinite), times.allSatisfy(\.isFinite) else {
            return nil
        }
        var slopes: [Double] = []
        slopes.reserveCapacity(values.count * (values.count - 1) / 2)
        for one in values.indices {
            for other in 0..<one where times[one] != times[other] {
                slopes.append((values[one] - values[other]) / (times[one] - times[other]))
            }
        }
        slopes = Ascending.values(slopes)
        guard let slope = Quantile.median(sorted: slopes), slope.isFinite,
            let value = Quantile.median(sorted: values.sorted()), let time = Quantile.median(sorted: times.sorted()),
            let middle = Quantile.median(sorted: values.indices.map { values[$0] - slope * times[$0] }.sorted())
        else { return nil }
        self.slope = slope
        self.slopes = slopes
        intercept = value - slope * time
        jointIntercept = middle
        let n = Double(values.count)
        let ties = PairCounts(values).ties + PairCounts(times).ties
        variance = (n * (n - 1) * (2 * n + 5) - ties.lazy.map { $0 * ($0 - 1) * (2 * $0 + 5) }.reduce(0, +)) / 18
    }

    /// The interval of the slope between two of the slopes of pairs, by the normal approximation of Kendall's score.
    ///
    /// - Parameter level: strictly between 0 and 1.
    /// - Returns: an interval of method `sen`, in units of the values a unit of time, or `nil` for a level out of range.
    /// - Complexity: O(1).
    ///
    /// Source: P. K. Sen (1968), doi:10.1080/01621459.1968.10480934, (2.6).
    public func interval(level: Double) -> Interval? {
        guard let critical = Normal.criticalValue(level: level) else { return nil }
        let reach = critical * max(0, variance).squareRoot()
        let pairs = Double(slopes.count)
        let upper = Int(((pairs + reach) / 2).rounded(.toNearestOrEven))
        let lower = Int(((pairs - reach) / 2).rounded(.toNearestOrEven)) - 1
        return Interval(
            level: level, lower: slopes[max(lower, 0)], upper: slopes[min(upper, slopes.count - 1)], method: "sen")
    }
}
