/// Natural process limits of a short series: the mean plus and minus 2.66 mean moving ranges.
///
/// Source: Wheeler, Understanding Variation, 1993 (XmR chart). A moving range joins neighbours that both have a value.
package struct NaturalLimits: Sendable, Equatable {
    /// Fewer values than this give no limits.
    package static let smallestCount = 6

    package let mean: Double
    package let lower: Double
    package let upper: Double

    /// - Parameter values: in order; nil where the number is undefined.
    package init?(_ values: [Double?]) {
        let known = values.compactMap { $0 }
        guard known.count >= Self.smallestCount else { return nil }
        let ranges = zip(values, values.dropFirst()).compactMap { left, right in
            if let left, let right { abs(right - left) } else { nil }
        }
        guard !ranges.isEmpty else { return nil }
        mean = known.reduce(0, +) / Double(known.count)
        let reach = 2.66 * ranges.reduce(0, +) / Double(ranges.count)
        lower = mean - reach
        upper = mean + reach
    }
}
