/// A ratio of two sums over iterations, such as hours of improvement over hours of capacity, with its uncertainty.
///
/// The estimate is the ratio of the sums, so a long iteration weighs more than a short one. Both lists carry one
/// declared unit; the ratio has none. An iteration with nothing in it (0 over 0) changes nothing.
///
/// Source: W. G. Cochran (1977), Sampling Techniques, 3rd edition, chapter 6; the jackknife of 6.17.
public struct RatioByIteration: Sendable, Hashable {
    /// Sum of the numerators over sum of the denominators.
    public let ratio: Double

    /// The ratio of each iteration in the given order, `nil` where its denominator is 0.
    public let perIteration: [Double?]

    /// The plain mean of the ratios that exist; shown beside ``ratio`` because it answers another question.
    public let meanOfRatios: Double

    /// The standard error of ``ratio``, each iteration left out once.
    ///
    /// `nil` with fewer than two iterations that hold anything, or when all the capacity lies in one of them.
    public let jackknifeStandardError: Double?

    /// How many iterations hold anything, that is, are not 0 over 0; the interval has one degree of freedom less.
    public let iterations: Int

    /// Pools the iterations.
    ///
    /// Refuses (answers `nil` for) lists of different lengths, values that are not finite, negative denominators, and
    /// denominators that are all 0 (or none), for which no ratio exists.
    ///
    /// - Parameters:
    ///   - numerators: one an iteration, in the unit of the denominators.
    ///   - denominators: one an iteration, zero or more.
    /// - Complexity: O(n), n the number of iterations.
    public init?(numerators: [Double], denominators: [Double]) {
        guard numerators.count == denominators.count, numerators.allSatisfy(\.isFinite),
            denominators.allSatisfy({ $0 >= 0 && $0.isFinite })
        else { return nil }
        let top = numerators.compensatedSum
        let bottom = denominators.compensatedSum
        guard bottom > 0, bottom.isFinite, top.isFinite else { return nil }
        let pairs = zip(numerators, denominators)
        let each = pairs.map { $1 > 0 ? $0 / $1 : nil }
        let ratios = each.compactMap(\.self)
        let held = pairs.filter { $0 != 0 || $1 != 0 }
        ratio = top / bottom
        perIteration = each
        meanOfRatios = ratios.compensatedSum / Double(ratios.count)
        iterations = held.count
        jackknifeStandardError = Self.standardError(held, top, bottom)
    }

    private static func standardError(_ held: [(Double, Double)], _ top: Double, _ bottom: Double) -> Double? {
        let n = Double(held.count)
        guard n > 1, held.allSatisfy({ $1 < bottom }) else { return nil }
        let without = held.map { (top - $0) / (bottom - $1) }
        let mean = without.compensatedSum / n
        let squares = without.lazy.map { ($0 - mean) * ($0 - mean) }.compensatedSum
        return ((n - 1) / n * squares).squareRoot()
    }
}
