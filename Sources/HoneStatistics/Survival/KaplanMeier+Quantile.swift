extension KaplanMeier {
    /// The shortest duration within which at least `share` is done: the smallest t with S(t) <= 1 - share.
    ///
    /// - Parameter share: strictly between 0 and 1; 0.5 is the median.
    /// - Returns: a duration, or `nil` when fewer are known to end, or the share is out of range.
    /// - Complexity: O(log n).
    ///
    /// Source: E. L. Kaplan and P. Meier (1958), doi:10.1080/01621459.1958.10501452.
    public func time(untilDone share: Double) -> Double? {
        guard share > 0, share < 1 else { return nil }
        return firstTime { $0.survival <= Self.raised(1 - share) }
    }

    /// The interval for ``time(untilDone:)``: every duration at which the interval of the curve holds 1 - `share`.
    ///
    /// Where the curve has fallen to 0 it has no error, so that place does not close the interval.
    ///
    /// - Parameters:
    ///   - share: strictly between 0 and 1.
    ///   - level: strictly between 0 and 1.
    /// - Returns: an interval of method `brookmeyer-crowley`, its upper end infinite where the data put no limit; `nil` when
    ///   not even the lower end is reached, or for arguments out of range.
    /// - Complexity: O(log n) evaluations of ``Step/interval(level:)``.
    ///
    /// Source: R. Brookmeyer and J. Crowley (1982), doi:10.2307/2530286, with the log-log interval of the curve.
    public func timeInterval(untilDone share: Double, level: Double) -> Interval? {
        guard share > 0, share < 1, Normal.criticalValue(level: level) != nil else { return nil }
        let target = Self.raised(1 - share)
        // Both ends of the curve's interval fall with time, as the curve does.
        guard let lower = firstTime(where: { ($0.interval(level: level)?.lower ?? 1) <= target }) else { return nil }
        let upper = firstTime { ($0.interval(level: level)?.upper ?? 1) <= target }
        let isOpen = upper.flatMap { step(at: $0) }.map { $0.survival == 0 } ?? true
        return Interval(level: level, lower: lower, upper: isOpen ? .infinity : upper ?? .infinity, method: "brookmeyer-crowley")
    }

    /// Room for the rounding of a product of many factors, so that an exact half counts as a half.
    private static func raised(_ survival: Double) -> Double { survival * (1 + 1e-12) }

    private func firstTime(where isReached: (Step) -> Bool) -> Double? {
        var low = 0
        var high = steps.count
        while low < high {
            let middle = low + (high - low) / 2
            if isReached(steps[middle]) { high = middle } else { low = middle + 1 }
        }
        return low < steps.count ? steps[low].time : nil
    }
}
