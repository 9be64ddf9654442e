/// The lines of an individuals chart (XmR): the centre of a process and how far its routine variation reaches.
///
/// Never floored: where a number cannot fall below 0, a lower line below 0 is not drawn, and no point can lie beyond it.
///
/// Source: D. J. Wheeler (2000), Understanding Variation, 2nd edition; NIST/SEMATECH e-Handbook of Statistical Methods,
/// 6.3.2.2.
public struct ProcessLimits: Sendable, Hashable {
    /// What the lines are made of.
    public enum Form: String, Sendable, Hashable, CaseIterable {
        /// The mean and the mean moving range, with the factors 2.66 and 3.268.
        case mean
        /// The median and the median moving range, with the factors 3.145 and 3.865: a few wild points move them less.
        case median
    }

    /// The mean or median of the values.
    public let centre: Double

    /// The mean or median of the moving ranges, the distances of neighbouring values.
    public let typicalRange: Double

    /// The upper natural process limit.
    public let upper: Double

    /// The lower natural process limit, which may lie below 0.
    public let lower: Double

    /// The upper limit of the moving ranges.
    public let upperRange: Double

    /// The standard deviation that the typical range stands for.
    public let sigma: Double

    /// How many values the lines come from: below 6 none should be drawn, below 10 they are provisional.
    public let points: Int

    /// The line half way from the centre to the upper limit.
    public var upperHalf: Double { (centre + upper) / 2 }

    /// The line half way from the centre to the lower limit.
    public var lowerHalf: Double { (centre + lower) / 2 }

    /// Whether the lines come from fewer than 10 values and will still move.
    public var isProvisional: Bool { points < 10 }

    /// The lines of values in their order of time.
    ///
    /// Refuses (answers `nil` for) fewer than two values and values that are not finite.
    ///
    /// - Parameters:
    ///   - values: any unit, in order of time.
    ///   - form: what the lines are made of.
    /// - Complexity: O(n) for means, O(n log n) for medians, n the number of values.
    public init?(_ values: [Double], form: Form = .mean) {
        guard values.count >= 2, values.allSatisfy(\.isFinite) else { return nil }
        let ranges = Self.movingRanges(values)
        let (typical, range, reach, ceiling, divisor): (Double?, Double?, Double, Double, Double)
        switch form {
        case .mean:
            (typical, range) = (Descriptive(values)?.mean, ranges.compensatedSum / Double(ranges.count))
            (reach, ceiling, divisor) = (2.66, 3.268, 1.128)
        case .median:
            (typical, range) = (Quantile.median(sorted: values.sorted()), Quantile.median(sorted: ranges.sorted()))
            (reach, ceiling, divisor) = (3.145, 3.865, 0.954)
        }
        guard let typical, let range, range.isFinite else { return nil }
        centre = typical
        typicalRange = range
        upper = typical + reach * range
        lower = typical - reach * range
        upperRange = ceiling * range
        sigma = range / divisor
        points = values.count
    }

    static func movingRanges(_ values: some Collection<Double>) -> [Double] {
        zip(values, values.dropFirst()).map { abs($1 - $0) }
    }
}
