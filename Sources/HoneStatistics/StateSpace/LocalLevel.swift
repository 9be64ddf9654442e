#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The local level model: a level that takes a random step each time, seen through noise.
///
/// Nothing is supposed about the first level (exact diffuse initialisation).
///
/// Source: J. Durbin and S. J. Koopman (2012), Time Series Analysis by State Space Methods, 2nd edition, chapter 2.
public struct LocalLevel: Sendable, Hashable {
    /// The variance of the noise about the level, in squares of the unit of the values.
    public let irregularVariance: Double

    /// The variance of a step of the level, in squares of the unit of the values.
    public let levelVariance: Double

    /// Makes a model with known variances.
    ///
    /// - Parameters:
    ///   - irregularVariance: zero or more, finite.
    ///   - levelVariance: zero or more, finite.
    /// - Returns: `nil` for variances out of range, or both 0.
    /// - Complexity: O(1).
    public init?(irregularVariance: Double, levelVariance: Double) {
        guard irregularVariance >= 0, levelVariance >= 0, irregularVariance + levelVariance > 0,
            (irregularVariance + levelVariance).isFinite
        else { return nil }
        self.irregularVariance = irregularVariance
        self.levelVariance = levelVariance
    }

    /// The model whose variances make the values likeliest.
    ///
    /// The sum of the two variances is found in closed form, their quotient by a search over 60 powers of two, then by golden
    /// sections; either variance may come out as 0.
    ///
    /// - Parameter values: evenly spaced in order of time, `nil` for a time without a value.
    /// - Returns: `nil` for fewer than three values, values that are not finite and values that are all equal.
    /// - Complexity: O(n), some 120 passes over the n values.
    ///
    /// Source: Durbin and Koopman (2012), 2.10 (concentrated diffuse likelihood); J. Kiefer (1953),
    /// doi:10.1090/S0002-9939-1953-0055639-3.
    public static func likeliest(for values: [Double?]) -> LocalLevel? {
        guard values.count(where: { $0 != nil }) >= 3 else { return nil }
        func model(_ logQuotient: Double) -> (model: LocalLevel, logLikelihood: Double)? {
            let share = 1 / (1 + exp2(-logQuotient))
            guard let unit = LocalLevel(irregularVariance: 1 - share, levelVariance: share),
                let scale = LocalLevelPath(values, model: unit)?.innovationVariance, scale > 0,
                let scaled = LocalLevel(irregularVariance: (1 - share) * scale, levelVariance: share * scale),
                let path = LocalLevelPath(values, model: scaled)
            else { return nil }
            return (scaled, path.logLikelihood)
        }
        func likelihood(_ logQuotient: Double) -> Double { model(logQuotient)?.logLikelihood ?? -.infinity }
        let grid = (-30...30).map(Double.init)
        let heights = grid.map(likelihood)
        guard let best = heights.indices.max(by: { heights[$0] < heights[$1] }), heights[best] > -.infinity else { return nil }
        var (low, high) = (grid[best] - 1, grid[best] + 1)
        let golden = (5.0.squareRoot() - 1) / 2
        var (left, right) = (high - golden * (high - low), low + golden * (high - low))
        var (atLeft, atRight) = (likelihood(left), likelihood(right))
        while high - low > 1e-9 {
            if atLeft >= atRight {
                (high, right, atRight) = (right, left, atLeft)
                left = high - golden * (high - low)
                atLeft = likelihood(left)
            } else {
                (low, left, atLeft) = (left, right, atRight)
                right = low + golden * (high - low)
                atRight = likelihood(right)
            }
        }
        // The ends of the range stand for a level that never moves and for no noise at all.
        let candidates = [-Double.infinity, (low + high) / 2, .infinity].compactMap(model)
        return candidates.max { $0.logLikelihood < $1.logLikelihood }?.model
    }
}
