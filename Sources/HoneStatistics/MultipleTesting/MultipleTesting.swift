/// p-values of several tests at once, adjusted so that each can be compared with the usual level by itself.
///
/// Adjusted values stand in the order of the given ones and never reverse them. An empty list stays empty; a value that is
/// not in 0...1 makes the answer `nil`.
public enum MultipleTesting {
    /// Bonferroni's adjustment: every value times the number of tests.
    ///
    /// - Parameter pValues: in 0...1, any order.
    /// - Returns: adjusted values in 0...1, in the same order, or `nil` (see ``MultipleTesting``).
    /// - Complexity: O(n).
    ///
    /// Source: O. J. Dunn (1961), doi:10.1080/01621459.1961.10482090.
    public static func bonferroni(_ pValues: [Double]) -> [Double]? {
        guard areProbabilities(pValues) else { return nil }
        return pValues.map { min(1, $0 * Double(pValues.count)) }
    }

    /// Holm's adjustment: keeps the probability of even one false alarm at the level, whatever the tests have in common.
    ///
    /// - Parameter pValues: in 0...1, any order.
    /// - Returns: adjusted values in 0...1, in the same order, or `nil` (see ``MultipleTesting``).
    /// - Complexity: O(n log n).
    ///
    /// Source: S. Holm (1979), Scandinavian Journal of Statistics 6, 65-70.
    public static func holm(_ pValues: [Double]) -> [Double]? {
        guard areProbabilities(pValues) else { return nil }
        var adjusted = pValues
        var reached = 0.0
        let order = pValues.indices.sorted { pValues[$0] < pValues[$1] }
        for (rank, index) in order.enumerated() {
            reached = max(reached, min(1, pValues[index] * Double(pValues.count - rank)))
            adjusted[index] = reached
        }
        return adjusted
    }

    /// Benjamini and Hochberg's adjustment: keeps the expected share of false alarms among the alarms at the level, for
    /// tests that are independent or positively dependent.
    ///
    /// - Parameter pValues: in 0...1, any order.
    /// - Returns: adjusted values in 0...1, in the same order, or `nil` (see ``MultipleTesting``).
    /// - Complexity: O(n log n).
    ///
    /// Source: Y. Benjamini and Y. Hochberg (1995), doi:10.1111/j.2517-6161.1995.tb02031.x.
    public static func benjaminiHochberg(_ pValues: [Double]) -> [Double]? {
        guard areProbabilities(pValues) else { return nil }
        var adjusted = pValues
        var reached = 1.0
        let order = pValues.indices.sorted { pValues[$0] < pValues[$1] }
        for (rank, index) in order.enumerated().reversed() {
            reached = min(reached, pValues[index] * (Double(pValues.count) / Double(rank + 1)))
            adjusted[index] = reached
        }
        return adjusted
    }

    private static func areProbabilities(_ pValues: [Double]) -> Bool {
        pValues.allSatisfy { $0 >= 0 && $0 <= 1 }
    }
}
