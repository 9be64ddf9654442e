extension RatioByIteration {
    /// The jackknife interval: ratio ± t · standard error, with one degree of freedom less than iterations.
    ///
    /// It may reach below 0 or above 1; ``clippedInterval(level:)`` is for showing.
    ///
    /// - Parameter level: strictly between 0 and 1.
    /// - Returns: an interval of method `jackknife-t`, or `nil` without a standard error or for a level out of range.
    /// - Complexity: O(√n), n the number of iterations.
    ///
    /// Source: J. W. Tukey (1958), Bias and Confidence in Not-Quite Large Samples, doi:10.1214/aoms/1177706647.
    public func interval(level: Double) -> Interval? {
        guard let error = jackknifeStandardError, let tail = Interval.tail(level: level),
            let lower = StudentT.quantile(tail, degreesOfFreedom: Double(iterations - 1))
        else { return nil }
        let half = -lower * error
        return Interval(level: level, lower: ratio - half, upper: ratio + half, method: "jackknife-t")
    }

    /// ``interval(level:)`` held within 0...1, for a ratio that is a share.
    ///
    /// - Parameter level: strictly between 0 and 1.
    /// - Returns: an interval of method `jackknife-t`, or `nil` where ``interval(level:)`` is.
    /// - Complexity: that of ``interval(level:)``.
    public func clippedInterval(level: Double) -> Interval? {
        guard var clipped = interval(level: level) else { return nil }
        clipped.lower = min(max(0, clipped.lower), 1)
        clipped.upper = min(max(0, clipped.upper), 1)
        return clipped
    }

    /// How many iterations reach `floor`, of those that have a ratio.
    ///
    /// - Parameters:
    ///   - floor: the ratio an iteration has to reach; equal counts as reached.
    ///   - level: of Wilson's interval, strictly between 0 and 1.
    /// - Returns: the count, of how many, and Wilson's interval for that share.
    /// - Complexity: O(n), n the number of iterations.
    public func meeting(_ floor: Double, level: Double = 0.95) -> (count: Int, of: Int, wilson: Interval?) {
        let ratios = perIteration.compactMap(\.self)
        let count = ratios.count { $0 >= floor }
        return (count, ratios.count, Proportion.wilson(successes: count, of: ratios.count, level: level))
    }
}
