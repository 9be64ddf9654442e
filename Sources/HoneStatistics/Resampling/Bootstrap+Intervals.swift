extension Bootstrap {
    /// The interval between two quantiles of the replicates.
    ///
    /// - Parameter level: strictly between 0 and 1.
    /// - Returns: an interval of method `bootstrap-percentile`, of no width where the data are constant; `nil` for a level out of
    ///   range.
    /// - Complexity: O(1), O(B) for exhaustive replicates, B their number.
    ///
    /// Source: B. Efron and R. J. Tibshirani (1993), chapter 13, doi:10.1201/9780429246593.
    public func percentileInterval(level: Double) -> Interval? {
        guard let tail = Interval.tail(level: level) else { return nil }
        return interval(level: level, from: tail, to: 1 - tail, method: "bootstrap-percentile")
    }

    /// The bias-corrected and accelerated interval: quantiles of the replicates, moved for bias and skewness.
    ///
    /// - Parameter level: strictly between 0 and 1.
    /// - Returns: an interval of method `bootstrap-bca`; `nil` without an acceleration (constant data, block resamples), where the
    ///   whole distribution lies on one side of the estimate, where the correction has no meaning, or for a level out of range.
    /// - Complexity: O(log B), O(B) for exhaustive replicates, B their number.
    ///
    /// Source: B. Efron (1987), Better Bootstrap Confidence Intervals, doi:10.1080/01621459.1987.10478410.
    public func bcaInterval(level: Double) -> Interval? {
        guard let (lower, upper) = adjustedProbabilities(level: level) else { return nil }
        return interval(level: level, from: lower, to: upper, method: "bootstrap-bca")
    }

    /// How far the estimate is from the median of its own distribution, in standard deviations; `nil` where that is infinite.
    ///
    /// Replicates equal to the estimate count half. Those that differ by no more than rounding count as equal.
    ///
    /// - Complexity: O(log B), O(B) for exhaustive replicates, B their number.
    ///
    /// Source: B. Efron (1987), doi:10.1080/01621459.1987.10478410; halves for ties as in SciPy.
    public var biasCorrection: Double? {
        let (first, last) = (replicates[0], replicates[replicates.count - 1])
        let rounding = 4 * max(abs(first), abs(last)).ulp + 1e-12 * (last - first)
        let below = replicates.partitioningIndex { $0 >= estimate - rounding }
        let notAbove = replicates.partitioningIndex { $0 > estimate + rounding }
        let share = (mass(before: below) + mass(before: notAbove)) / 2
        guard let correction = Normal.quantile(share), correction.isFinite else { return nil }
        return correction
    }

    /// The two probabilities whose quantiles are the ends of the BCa interval.
    func adjustedProbabilities(level: Double) -> (lower: Double, upper: Double)? {
        guard let z = Normal.criticalValue(level: level), let bias = biasCorrection, let acceleration else { return nil }
        func moved(_ z: Double) -> Double? {
            // From here on the transformation turns back, and a further tail would have a nearer end.
            let denominator = 1 - acceleration * (bias + z)
            return denominator > 0 ? Normal.cumulative(bias + (bias + z) / denominator) : nil
        }
        guard let lower = moved(-z), let upper = moved(z) else { return nil }
        return (lower, upper)
    }

    private func interval(level: Double, from lower: Double, to upper: Double, method: String) -> Interval? {
        guard let low = quantile(lower), let high = quantile(upper) else { return nil }
        return Interval(level: level, lower: low, upper: high, method: method)
    }

    /// Type 7 of drawn replicates; of exhaustive ones, whose distribution is known, its inverse.
    private func quantile(_ probability: Double) -> Double? {
        guard let weights else { return Quantile.hyndmanFan(sorted: replicates, probability: probability, type: .linear) }
        var reached = 0.0
        for (value, weight) in zip(replicates, weights) {
            reached += weight
            if reached >= probability - 1e-12 { return value }
        }
        return replicates.last
    }

    private func mass(before index: Int) -> Double {
        guard let weights else { return Double(index) / Double(replicates.count) }
        return min(1, weights.prefix(index).compensatedSum)
    }
}

extension [Double] {
    /// The first index for which a predicate that turns from false to true holds; the count when none.
    fileprivate func partitioningIndex(where holds: (Double) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
