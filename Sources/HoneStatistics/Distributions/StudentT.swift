/// Student's t distribution.
public enum StudentT {
    /// The probability of a value at or below `t`.
    ///
    /// - Parameters:
    ///   - t: any number; infinities give 0 and 1.
    ///   - degreesOfFreedom: positive and finite, not necessarily whole.
    /// - Returns: a probability in 0...1, or `nil` for degrees of freedom out of range or a `t` that is not a number.
    /// - Complexity: O(√degreesOfFreedom).
    ///
    /// Source: NIST Digital Library of Mathematical Functions, 8.17 (the law is an incomplete beta function).
    public static func cumulative(_ t: Double, degreesOfFreedom: Double) -> Double? {
        guard degreesOfFreedom > 0, degreesOfFreedom.isFinite, !t.isNaN else { return nil }
        let tail = upperTail(abs(t), degreesOfFreedom)
        return t > 0 ? 1 - tail : tail
    }

    /// The value below which the share `probability` of the distribution lies.
    ///
    /// - Parameters:
    ///   - probability: in 0...1; the ends give minus and plus infinity.
    ///   - degreesOfFreedom: positive and finite, not necessarily whole.
    /// - Returns: a number, or `nil` for arguments outside their range.
    /// - Complexity: at most 64 evaluations of ``cumulative(_:degreesOfFreedom:)``.
    public static func quantile(_ probability: Double, degreesOfFreedom: Double) -> Double? {
        guard degreesOfFreedom > 0, degreesOfFreedom.isFinite, probability >= 0, probability <= 1 else { return nil }
        if probability == 0.5 { return 0 }
        if probability == 0 { return -.infinity }
        if probability == 1 { return .infinity }
        let tail = min(probability, 1 - probability)
        let magnitude = PositiveBisection.smallest(upTo: .greatestFiniteMagnitude) {
            upperTail($0, degreesOfFreedom) <= tail
        }
        return probability < 0.5 ? -magnitude : magnitude
    }

    /// The probability beyond `t` >= 0, exact in both regimes because x and 1 - x come from separate quotients.
    private static func upperTail(_ t: Double, _ degreesOfFreedom: Double) -> Double {
        if t == 0 { return 0.5 }
        let near = 1 / (1 + t / degreesOfFreedom * t)
        let far = 1 / (1 + degreesOfFreedom / t / t)
        return 0.5 * IncompleteBeta.tails(degreesOfFreedom / 2, 0.5, near, far).lower
    }
}
