/// An individuals chart (XmR): values in order of time, with limits that dividers may start anew.
///
/// Limits once agreed stay as they are: `baseline` freezes them on the first values of a segment. Only a divider, dated and
/// with a reason, begins a new segment with limits of its own.
///
/// Source: D. J. Wheeler (2000), Understanding Variation, 2nd edition.
public struct IndividualsChart: Sendable, Hashable {
    /// The values between two dividers, with their limits.
    public struct Segment: Sendable, Hashable {
        /// The indexes of its values.
        public let range: Range<Int>

        /// Its lines; `nil` with a single value.
        public let limits: ProcessLimits?
    }

    /// The values, in order of time.
    public let values: [Double]

    /// The segments, in order; together they hold every value once.
    public let segments: [Segment]

    /// The distance of each value from the one before; `nil` for the first of a segment.
    public let movingRanges: [Double?]

    /// Draws up the chart.
    ///
    /// Refuses (answers `nil` for) fewer than two values, values that are not finite, dividers that do not ascend or lie
    /// outside the values, and a baseline below 2.
    ///
    /// - Parameters:
    ///   - values: any unit, in order of time.
    ///   - dividers: the indexes at which a new segment begins, ascending, none for one segment.
    ///   - baseline: the limits of a segment come from its first so many values; `nil` for all of them.
    ///   - form: what the lines are made of.
    /// - Complexity: O(n) for means, O(n log n) for medians, n the number of values.
    public init?(_ values: [Double], dividers: [Int] = [], baseline: Int? = nil, form: ProcessLimits.Form = .mean) {
        guard values.count >= 2, values.allSatisfy(\.isFinite), baseline ?? 2 >= 2 else { return nil }
        let ends = [0] + dividers + [values.count]
        guard zip(ends, ends.dropFirst()).allSatisfy(<) else { return nil }
        self.values = values
        segments = zip(ends, ends.dropFirst()).map { start, end in
            let count = min(baseline ?? end - start, end - start)
            return Segment(range: start..<end, limits: ProcessLimits(Array(values[start..<start + count]), form: form))
        }
        movingRanges = segments.flatMap { segment in
            [nil] + ProcessLimits.movingRanges(values[segment.range]).map(Optional.some)
        }
    }

    /// The indexes of the values at which `rule` finds a sign, ascending; no pattern reaches across a divider.
    ///
    /// - Parameter rule: the pattern to look for.
    /// - Complexity: O(n), n the number of values.
    public func signs(of rule: ChartRule) -> [Int] {
        segments.flatMap { segment -> [Int] in
            guard let limits = segment.limits else { return [] }
            return rule.signs(in: Array(values[segment.range]), limits: limits).map { $0 + segment.range.lowerBound }
        }
    }
}
