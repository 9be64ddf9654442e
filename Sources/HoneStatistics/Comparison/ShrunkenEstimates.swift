/// Several estimates of like things, each pulled toward nothing by as much as its own noise deserves.
///
/// Those that were chosen because they look large are too large on average; the pulled ones are not. The spread of the true values
/// around 0 is estimated from the estimates themselves: what their squares hold above their noise.
///
/// Source: B. Efron and C. Morris (1973), Stein's Estimation Rule and Its Competitors: an Empirical Bayes Approach,
/// doi:10.1080/01621459.1973.10481350, with 0 as the centre and unequal variances.
public struct ShrunkenEstimates: Sendable, Hashable {
    /// One an estimate, in its unit and between it and 0.
    public let values: [Double]

    /// The standard error of each shrunken value, given the spread.
    public let standardErrors: [Double]

    /// The estimated variance of the true values around 0; 0 where the noise explains everything.
    public let spread: Double

    /// Shrinks estimates.
    ///
    /// - Parameters:
    ///   - estimates: any unit.
    ///   - standardErrors: one an estimate, in its unit, above 0.
    /// - Returns: `nil` for no estimates, lists of different lengths, errors that are not above 0, numbers that are not finite.
    /// - Complexity: O(n), n the number of estimates.
    public init?(_ estimates: [Double], standardErrors: [Double]) {
        guard !estimates.isEmpty, estimates.count == standardErrors.count, estimates.allSatisfy(\.isFinite),
            standardErrors.allSatisfy({ $0 > 0 && $0.isFinite })
        else { return nil }
        // Each square, less its noise, estimates the spread with a precision that falls with the noise.
        let weights = standardErrors.map { 1 / ($0 * $0 * $0 * $0) }
        let excess = zip(estimates, standardErrors).map { $0 * $0 - $1 * $1 }
        let total = weights.reduce(0, +)
        spread = max(0, zip(weights, excess).reduce(0) { $0 + $1.0 * $1.1 } / total)
        let shares = standardErrors.map { [spread] in $0.isFinite ? spread / (spread + $0 * $0) : 0 }
        values = zip(estimates, shares).map { $0 * $1 }
        self.standardErrors = zip(standardErrors, shares).map { $0 * $1.squareRoot() }
    }
}
