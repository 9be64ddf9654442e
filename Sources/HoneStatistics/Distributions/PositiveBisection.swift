/// The root of a rising predicate on the positive numbers, found by halving the bit pattern instead of the value.
///
/// Positive doubles sort like their bit patterns, so at most 64 steps reach the last bit at every scale,
/// from 1e-300 to 1e300, with no starting guess and no derivative that could mislead.
enum PositiveBisection {
    /// The smallest double in (0, `limit`] for which `isReached` holds, or `limit` when it holds nowhere below it.
    ///
    /// - Parameters:
    ///   - limit: a positive number.
    ///   - isReached: false below the root and true from it on.
    static func smallest(upTo limit: Double, where isReached: (Double) -> Bool) -> Double {
        var below: UInt64 = 0
        var reached = limit.bitPattern
        while reached - below > 1 {
            let middle = below + (reached - below) / 2
            if isReached(Double(bitPattern: middle)) { reached = middle } else { below = middle }
        }
        return Double(bitPattern: reached)
    }
}
