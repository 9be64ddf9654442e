extension Proportion {
    /// Fisher's exact test, two-sided, that two shares are equal.
    ///
    /// With all four margins held, adds up every table no likelier than the one seen; likelihoods within 1e-7 of each
    /// other count as equal.
    ///
    /// - Parameters:
    ///   - first: successes and trials of the first group.
    ///   - second: successes and trials of the second group, independent of the first.
    /// - Returns: a p-value in 0...1, or `nil` when a group has no trials or its counts are out of order.
    /// - Complexity: O(min(successes, trials)) tables.
    ///
    /// Source: R. A. Fisher (1935), The Logic of Inductive Inference, doi:10.2307/2342435; the sum of the less likely
    /// tables as in R's `fisher.test`.
    public static func fisherExact(_ first: (successes: Int, of: Int), _ second: (successes: Int, of: Int)) -> Double? {
        guard isShare(first.successes, first.of), isShare(second.successes, second.of) else { return nil }
        let successes = first.successes + second.successes
        let trials = first.of + second.of
        func probability(_ count: Int) -> Double {
            SaddlePoint.hypergeometric(count, of: first.of, sample: successes, population: trials)
        }
        let threshold = probability(first.successes) * (1 + 1e-7)
        let tables = max(0, successes - second.of)...min(successes, first.of)
        return min(1, tables.lazy.map { probability($0) }.filter { $0 <= threshold }.compensatedSum)
    }
}
