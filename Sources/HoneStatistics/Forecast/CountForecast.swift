/// How many items are done in the days to come: the probability of every number.
public struct CountForecast: Sendable, Hashable {
    /// How the probabilities came about.
    public let basis: ForecastBasis

    /// The probability of exactly `k` items, at index `k`.
    public let probabilities: [Double]

    init(basis: ForecastBasis, probabilities: [Double]) {
        self.basis = basis
        self.probabilities = probabilities
    }

    /// The largest number of items of which at least so many are done with a given probability.
    ///
    /// - Parameter confidence: strictly between 0 and 1; met up to a rounding of 1e-12.
    /// - Returns: items, 0 or more, or `nil` for a confidence out of range.
    /// - Complexity: O(k), k the most items that are possible.
    public func atLeast(confidence: Double) -> Int? {
        guard confidence > 0, confidence < 1 else { return nil }
        var reached = 0.0
        for count in probabilities.indices.reversed() {
            reached += probabilities[count]
            if reached >= confidence - CompletionForecast.rounding { return count }
        }
        return 0
    }

    /// The probability that at least so many items are done.
    ///
    /// - Parameter items: any number; from 0 down the answer is 1.
    /// - Complexity: O(k), k the most items that are possible.
    public func probability(atLeast items: Int) -> Double {
        items <= 0 ? 1 : min(1, probabilities.dropFirst(items).reversed().reduce(0, +))
    }

    /// The mean number of items.
    ///
    /// - Complexity: O(k), k the most items that are possible.
    public var mean: Double {
        probabilities.indices.lazy.map { Double($0) * probabilities[$0] }.compensatedSum
    }
}
