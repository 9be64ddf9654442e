#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One number week by week, on the scale where a change of level is a shift: how many items, their value, its weight.
///
/// Weeks are whole numbers without gaps; what day they begin on is the caller's to know. A week that is known only in
/// part does not belong in the series, neither does anything before a change of the definition.
public struct WeeklySeries: Sendable, Hashable {
    /// What the values are, which fixes their scale, their weights and how an effect is read.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Means of logarithms of positive amounts; an empty week has no value.
        case durations
        /// Parts of a whole in 0...1; an empty week has no value.
        case shares
        /// Square roots of counts plus 3/8; an empty week counts 0.
        case counts
    }

    /// What the values are.
    public let kind: Kind

    /// The number of the first week.
    public let firstWeek: Int

    /// How many items lie behind each week: durations or trials, or the count itself.
    public let items: [Int]

    /// One value a week on the scale of ``kind``; 0 for a week without weight.
    public let values: [Double]

    /// How much each value is worth: the items behind a mean or share, 1 for a count; 0 where there is no value.
    public let weights: [Double]

    /// The numbers of all weeks.
    public var weeks: Range<Int> { firstWeek..<firstWeek + items.count }

    /// The weekly means of the logarithms of durations or other positive amounts.
    ///
    /// A sum of logarithms is made of ln(max(amount, smallest unit of the record)), so that 0 has one.
    /// - Parameters:
    ///   - sumsOfLogarithms: one a week; without meaning where the count is 0.
    ///   - counts: how many amounts each week, zero or more.
    ///   - firstWeek: the number of the first week.
    /// - Returns: `nil` for lists of different lengths, negative counts and sums that are not finite.
    /// - Complexity: O(n), n the number of weeks.
    public static func durations(sumsOfLogarithms: [Double], counts: [Int], firstWeek: Int = 0) -> WeeklySeries? {
        guard sumsOfLogarithms.count == counts.count, zip(sumsOfLogarithms, counts).allSatisfy({ $1 == 0 || $0.isFinite })
        else { return nil }
        return means(.durations, sumsOfLogarithms, counts, firstWeek)
    }

    /// Weekly shares: how many of how many.
    ///
    /// - Parameters:
    ///   - successes: one a week, in 0...trials.
    ///   - trials: one a week, zero or more.
    ///   - firstWeek: the number of the first week.
    /// - Returns: `nil` for lists of different lengths and counts out of order.
    /// - Complexity: O(n), n the number of weeks.
    public static func shares(successes: [Int], trials: [Int], firstWeek: Int = 0) -> WeeklySeries? {
        guard successes.count == trials.count, zip(successes, trials).allSatisfy({ $0 >= 0 && $0 <= $1 }) else { return nil }
        return means(.shares, successes.map(Double.init), trials, firstWeek)
    }

    /// Weekly counts on the scale of square roots, where their spread does not grow with their level.
    ///
    /// - Parameters:
    ///   - counts: one a week, zero or more.
    ///   - firstWeek: the number of the first week.
    /// - Returns: `nil` for a negative count.
    /// - Complexity: O(n), n the number of weeks.
    ///
    /// Source: F. J. Anscombe (1948), The Transformation of Poisson, Binomial and Negative-Binomial Data,
    /// doi:10.1093/biomet/35.3-4.246.
    public static func counts(_ counts: [Int], firstWeek: Int = 0) -> WeeklySeries? {
        guard counts.allSatisfy({ $0 >= 0 }) else { return nil }
        return WeeklySeries(
            kind: .counts, firstWeek: firstWeek, items: counts, values: counts.map { (Double($0) + 0.375).squareRoot() },
            weights: counts.map { _ in 1 })
    }

    private static func means(_ kind: Kind, _ sums: [Double], _ counts: [Int], _ firstWeek: Int) -> WeeklySeries? {
        guard counts.allSatisfy({ $0 >= 0 }) else { return nil }
        return WeeklySeries(
            kind: kind, firstWeek: firstWeek, items: counts, values: zip(sums, counts).map { $1 > 0 ? $0 / Double($1) : 0 },
            weights: counts.map(Double.init))
    }
}
