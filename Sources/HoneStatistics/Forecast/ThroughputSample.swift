/// Completed items a day, zeros included, in the order of the calendar: what a forecast draws its days from.
public struct ThroughputSample: Sendable, Hashable {
    /// Completed items of each day, the earliest first; not empty, none negative, not all zero.
    public let counts: [Int]
    /// Whether the pace is known only as well as these days tell it. False for what is taken as it is, such as a die.
    public let isEstimate: Bool

    /// Days that a forecast looks back unless told otherwise.
    public static let usualDays = 60
    /// Days that a history must have.
    public static let leastDays = 20
    /// Days with a completion that a history must have.
    public static let leastDaysWithCompletion = 5
    /// The most days and the most items a day that are counted.
    static let most = 1 << 20

    /// Takes a sample as it is given, however small: a die, an estimate, a model.
    ///
    /// - Parameters:
    ///   - counts: items a day, zero or more each.
    ///   - isEstimate: whether they are days that were observed, of which others might have gone otherwise.
    /// - Throws: `empty`, `negative`, `allZero`, or `tooLarge` beyond 2^20 days or items a day.
    /// - Complexity: O(n), n the number of days.
    public init(_ counts: [Int], isEstimate: Bool = false) throws(ForecastRefusal) {
        guard !counts.isEmpty else { throw .empty }
        if let day = counts.firstIndex(where: { $0 < 0 }) { throw .negative(day: day) }
        guard counts.contains(where: { $0 > 0 }) else { throw .allZero }
        guard counts.count <= Self.most, counts.allSatisfy({ $0 <= Self.most }) else { throw .tooLarge(limit: Self.most) }
        (self.counts, self.isEstimate) = (counts, isEstimate)
    }

    /// Takes the last days of a history that is long and busy enough to say something about the days to come, as an estimate.
    ///
    /// - Parameters:
    ///   - history: items a day, consecutive days with their zeros, the last entry being the day before tomorrow.
    ///   - lastDays: how many of them count; all where there are fewer.
    /// - Throws: as ``init(_:)``; `fewDays` for fewer than 20 days, and `fewDaysWithCompletion` for fewer than 5 days with one.
    /// - Complexity: O(n), n the number of days.
    ///
    /// Source: D. S. Vacanti (2015), Actionable Agile Metrics for Predictability, on Monte Carlo simulation of throughput.
    public init(history: [Int], lastDays: Int = ThroughputSample.usualDays) throws(ForecastRefusal) {
        if let day = history.firstIndex(where: { $0 < 0 }) { throw .negative(day: day) }
        let days = Array(history.suffix(max(0, lastDays)))
        try self.init(days, isEstimate: true)
        guard days.count >= Self.leastDays else { throw .fewDays(found: days.count, needed: Self.leastDays) }
        let busy = days.count { $0 > 0 }
        guard busy >= Self.leastDaysWithCompletion else {
            throw .fewDaysWithCompletion(found: busy, needed: Self.leastDaysWithCompletion)
        }
    }

    /// The different daily counts in ascending order, and the probability of each.
    var distribution: [(count: Int, probability: Double)] {
        let sorted = counts.sorted()
        var found: [(count: Int, days: Int)] = []
        for count in sorted {
            if let last = found.last, last.count == count { found[found.count - 1].days += 1 } else { found.append((count, 1)) }
        }
        return found.map { ($0.count, Double($0.days) / Double(sorted.count)) }
    }
}
