/// The regularised incomplete gamma functions P(a, x) and Q(a, x), and their inverse.
public enum IncompleteGamma {
    /// P(a, x), the probability of a value at or below `x` under a gamma law with shape `a` and scale 1.
    ///
    /// - Parameters:
    ///   - shape: positive and finite.
    ///   - x: zero or more; infinity gives 1.
    /// - Returns: a probability in 0...1, or `nil` for arguments outside their range.
    /// - Complexity: O(√shape) steps of a series or a continued fraction.
    ///
    /// Source: NIST Digital Library of Mathematical Functions, 8.7.1 (series) and 8.9.2 (fraction).
    public static func lower(shape: Double, at x: Double) -> Double? {
        guard shape > 0, shape.isFinite, x >= 0 else { return nil }
        return tails(shape, x).lower
    }

    /// Q(a, x) = 1 - P(a, x), computed apart so that a small upper tail keeps its digits.
    ///
    /// - Parameters:
    ///   - shape: positive and finite.
    ///   - x: zero or more; infinity gives 0.
    /// - Returns: a probability in 0...1, or `nil` for arguments outside their range.
    /// - Complexity: O(√shape) steps of a series or a continued fraction.
    public static func upper(shape: Double, at x: Double) -> Double? {
        guard shape > 0, shape.isFinite, x >= 0 else { return nil }
        return tails(shape, x).upper
    }

    /// The `x` with P(shape, x) = `probability`.
    ///
    /// - Parameters:
    ///   - shape: positive and finite.
    ///   - probability: the lower tail, in 0...1; the ends give 0 and infinity.
    /// - Returns: zero or more, or `nil` for arguments outside their range.
    /// - Complexity: at most 64 evaluations of ``lower(shape:at:)``.
    public static func quantile(shape: Double, lower probability: Double) -> Double? {
        guard shape > 0, shape.isFinite, probability >= 0, probability <= 1 else { return nil }
        if probability == 0 { return 0 }
        if probability == 1 { return .infinity }
        return root(shape) { tails(shape, $0).lower >= probability }
    }

    /// The `x` with Q(shape, x) = `probability`, without rounding 1 - `probability`.
    ///
    /// - Parameters:
    ///   - shape: positive and finite.
    ///   - probability: the upper tail, in 0...1; the ends give infinity and 0.
    /// - Returns: zero or more, or `nil` for arguments outside their range.
    /// - Complexity: at most 64 evaluations of ``upper(shape:at:)``.
    public static func quantile(shape: Double, upper probability: Double) -> Double? {
        guard shape > 0, shape.isFinite, probability >= 0, probability <= 1 else { return nil }
        if probability == 0 { return .infinity }
        if probability == 1 { return 0 }
        return root(shape) { tails(shape, $0).upper <= probability }
    }

    private static func root(_ shape: Double, where isReached: (Double) -> Bool) -> Double {
        var limit = max(shape, 1)
        while !isReached(limit) { limit *= 2 }
        return PositiveBisection.smallest(upTo: limit, where: isReached)
    }

    private static func tails(_ shape: Double, _ x: Double) -> (lower: Double, upper: Double) {
        if x == 0 { return (0, 1) }
        if x == .infinity { return (1, 0) }
        let density = SaddlePoint.poisson(shape, mean: x)
        if x < shape + 1 {
            let lower = min(1, density * series(shape, x))
            return (lower, 1 - lower)
        }
        let upper = min(1, density * shape * fraction(shape, x))
        return (1 - upper, upper)
    }

    private static func series(_ shape: Double, _ x: Double) -> Double {
        var term = 1.0
        var sum = 1.0
        var divisor = shape
        while term > sum * 1e-17 {
            divisor += 1
            term *= x / divisor
            sum += term
        }
        return sum
    }

    private static func fraction(_ shape: Double, _ x: Double) -> Double {
        let tiny = 1e-300
        func awayFromZero(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
        var base = x + 1 - shape
        var ahead = 1 / tiny
        var behind = 1 / awayFromZero(base)
        var result = behind
        for step in 1...1_000_000 {
            let m = Double(step)
            let numerator = -m * (m - shape)
            base += 2
            behind = 1 / awayFromZero(numerator * behind + base)
            ahead = awayFromZero(base + numerator / ahead)
            let factor = behind * ahead
            result *= factor
            if abs(factor - 1) < 1e-16 { break }
        }
        return result
    }
}
