/// The regularised incomplete beta function I_x(a, b), the cumulative probability of a beta law, and its inverse.
public enum IncompleteBeta {
    /// I_x(a, b), the probability of a value at or below `x` under a beta law with shapes `a` and `b`.
    ///
    /// - Parameters:
    ///   - a: first shape, positive and finite.
    ///   - b: second shape, positive and finite.
    ///   - x: in 0...1.
    /// - Returns: a probability in 0...1, or `nil` for shapes or an `x` outside their range.
    /// - Complexity: O(√max(a, b)) steps of a continued fraction.
    ///
    /// Source: NIST Digital Library of Mathematical Functions, 8.17.22, evaluated by Lentz's method.
    public static func cumulative(_ a: Double, _ b: Double, at x: Double) -> Double? {
        guard areShapes(a, b), x >= 0, x <= 1 else { return nil }
        return tails(a, b, x, 1 - x).lower
    }

    /// The `x` below which the share `probability` of a beta law with shapes `a` and `b` lies.
    ///
    /// - Parameters:
    ///   - a: first shape, positive and finite.
    ///   - b: second shape, positive and finite.
    ///   - probability: in 0...1; the ends give 0 and 1.
    /// - Returns: an `x` in 0...1, or `nil` for arguments outside their range.
    /// - Complexity: at most 64 evaluations of ``cumulative(_:_:at:)``.
    public static func quantile(_ a: Double, _ b: Double, _ probability: Double) -> Double? {
        guard areShapes(a, b), probability >= 0, probability <= 1 else { return nil }
        if probability == 0 || probability == 1 { return probability }
        return PositiveBisection.smallest(upTo: 1) { tails(a, b, $0, 1 - $0).lower >= probability }
    }

    /// Both tails at `x`, with `y` = 1 - `x` given apart so that neither loses digits next to 0.
    static func tails(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> (lower: Double, upper: Double) {
        if x <= 0 { return (0, 1) }
        if y <= 0 { return (1, 0) }
        if x * (a + b + 2) < a + 1 {
            let lower = min(1, b / (a + b) * SaddlePoint.binomial(a, of: a + b, x, y) * fraction(a, b, x))
            return (lower, 1 - lower)
        }
        let upper = min(1, a / (a + b) * SaddlePoint.binomial(b, of: a + b, y, x) * fraction(b, a, y))
        return (1 - upper, upper)
    }

    private static func areShapes(_ a: Double, _ b: Double) -> Bool {
        a > 0 && b > 0 && a.isFinite && b.isFinite
    }

    private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
        let tiny = 1e-300
        func awayFromZero(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
        var ahead = 1.0
        var behind = 1 / awayFromZero(1 - (a + b) * x / (a + 1))
        var result = behind
        for step in 1...1_000_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            behind = 1 / awayFromZero(1 + even * behind)
            ahead = awayFromZero(1 + even / ahead)
            result *= behind * ahead
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            behind = 1 / awayFromZero(1 + odd * behind)
            ahead = awayFromZero(1 + odd / ahead)
            let factor = behind * ahead
            result *= factor
            if abs(factor - 1) < 1e-16 { break }
        }
        return result
    }
}
