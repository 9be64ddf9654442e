#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension PoissonRate {
    /// The first rate over the second.
    ///
    /// - Parameters:
    ///   - first: events and exposure of the first group.
    ///   - second: events and exposure of the second group, in the same unit.
    /// - Returns: a ratio without unit, or `nil` when the second group has no events (see also ``PoissonRate``).
    /// - Complexity: O(1).
    public static func ratio(
        _ first: (count: Int, exposure: Double), _ second: (count: Int, exposure: Double)
    ) -> Double? {
        guard areRates(first, second), second.count > 0 else { return nil }
        return Double(first.count) / first.exposure / (Double(second.count) / second.exposure)
    }

    /// The exact conditional interval for the first rate over the second.
    ///
    /// Given the total, the first count is binomial, so Clopper and Pearson's interval turns into one for the ratio.
    ///
    /// - Parameters:
    ///   - first: events and exposure of the first group.
    ///   - second: events and exposure of the second group, in the same unit.
    ///   - level: strictly between 0 and 1.
    /// - Returns: an interval of method `exact-conditional`, its upper end infinite when the second group has no
    ///   events; `nil` when neither has any (see also ``PoissonRate``).
    /// - Complexity: at most 128 evaluations of an incomplete beta function.
    ///
    /// Source: J. Przyborowski and H. Wilenski (1940), Homogeneity of Results in Testing Samples from Poisson Series, Biometrika
    /// 31(3/4), 313-323.
    public static func exactRatio(
        _ first: (count: Int, exposure: Double), _ second: (count: Int, exposure: Double), level: Double
    ) -> Interval? {
        guard areRates(first, second),
            let share = Proportion.clopperPearson(
                successes: first.count, of: first.count + second.count, level: level),
            let mirror = Proportion.clopperPearson(
                successes: second.count, of: first.count + second.count, level: level)
        else { return nil }
        // The mirrored interval gives 1 - share with all its digits.
        let exposures = second.exposure / first.exposure
        return Interval(
            level: level, lower: share.lower / mirror.upper * exposures, upper: share.upper / mirror.lower * exposures,
            method: "exact-conditional")
    }

    /// The score interval for the first rate over the second: every ratio the score test does not reject.
    ///
    /// - Parameters:
    ///   - first: events and exposure of the first group.
    ///   - second: events and exposure of the second group, in the same unit.
    ///   - level: strictly between 0 and 1.
    /// - Returns: an interval of method `score`, its upper end infinite when the second group has no events; `nil` when
    ///   neither has any (see also ``PoissonRate``).
    /// - Complexity: O(1).
    ///
    /// Source: P. L. Graham, K. Mengersen and A. P. Morton (2003), Confidence Limits for the Ratio of Two Rates Based on Likelihood
    /// Scores: Non-Iterative Method, Statistics in Medicine 22(12).
    public static func scoreRatio(
        _ first: (count: Int, exposure: Double), _ second: (count: Int, exposure: Double), level: Double
    ) -> Interval? {
        guard areRates(first, second), let z = Normal.criticalValue(level: level) else { return nil }
        let a = Double(first.count)
        let b = Double(second.count)
        guard a + b > 0 else { return nil }
        // (a - b w)² = z² (a + b) w, where w is the ratio times first.exposure / second.exposure.
        let middle = 2 * a * b + z * z * (a + b)
        let larger = middle + (middle * middle - 4 * a * a * b * b).squareRoot()
        let exposures = second.exposure / first.exposure
        return Interval(
            level: level, lower: 2 * a * a / larger * exposures,
            upper: b == 0 ? .infinity : larger / (2 * b * b) * exposures, method: "score")
    }

    /// The two-sided exact conditional test that both rates are equal.
    ///
    /// - Parameters:
    ///   - first: events and exposure of the first group.
    ///   - second: events and exposure of the second group, in the same unit.
    /// - Returns: a p-value in 0...1, or `nil` when neither group has events (see also ``PoissonRate``).
    /// - Complexity: that of ``Binomial/exactTest(successes:of:probability:)``.
    ///
    /// Source: J. Przyborowski and H. Wilenski (1940), Homogeneity of Results in Testing Samples from Poisson Series, Biometrika
    /// 31(3/4), 313-323.
    public static func exactTest(
        _ first: (count: Int, exposure: Double), _ second: (count: Int, exposure: Double)
    ) -> Double? {
        guard areRates(first, second) else { return nil }
        return Binomial.exactTest(
            successes: first.count, of: first.count + second.count,
            probability: first.exposure / (first.exposure + second.exposure))
    }

    /// The interval on the scale of ln(ratio) with one half added to each count, which exists for empty groups too.
    ///
    /// - Parameters:
    ///   - first: events and exposure of the first group.
    ///   - second: events and exposure of the second group, in the same unit.
    ///   - level: strictly between 0 and 1.
    /// - Returns: an interval of method `log-half`, or `nil` (see ``PoissonRate``).
    /// - Complexity: O(1).
    ///
    /// Source: `waldcc` of statsmodels; intervals of this kind are compared by R. M. Price and D. G. Bonett (2000),
    /// doi:10.1016/S0167-9473(99)00100-0.
    public static func logRatio(
        _ first: (count: Int, exposure: Double), _ second: (count: Int, exposure: Double), level: Double
    ) -> Interval? {
        guard areRates(first, second), let z = Normal.criticalValue(level: level) else { return nil }
        let a = Double(first.count) + 0.5
        let b = Double(second.count) + 0.5
        let centre = a / b * (second.exposure / first.exposure)
        let factor = exp(z * (1 / a + 1 / b).squareRoot())
        return Interval(level: level, lower: centre / factor, upper: centre * factor, method: "log-half")
    }

    /// The two-sided score test that both rates are equal, which ``scoreRatio(_:_:level:)`` turns round.
    ///
    /// - Parameters:
    ///   - first: events and exposure of the first group.
    ///   - second: events and exposure of the second group, in the same unit.
    /// - Returns: a p-value in 0...1, or `nil` when neither group has events (see also ``PoissonRate``).
    /// - Complexity: O(1).
    ///
    /// Source: P. L. Graham, K. Mengersen and A. P. Morton (2003), Confidence Limits for the Ratio of Two Rates Based on Likelihood
    /// Scores: Non-Iterative Method, Statistics in Medicine 22(12).
    public static func scoreTest(
        _ first: (count: Int, exposure: Double), _ second: (count: Int, exposure: Double)
    ) -> Double? {
        guard areRates(first, second), first.count > 0 || second.count > 0 else { return nil }
        let share = first.exposure / second.exposure
        let (a, b) = (Double(first.count), Double(second.count))
        return 2 * Normal.cumulative(-abs(a - b * share) / ((a + b) * share).squareRoot())
    }

    private static func areRates(
        _ first: (count: Int, exposure: Double), _ second: (count: Int, exposure: Double)
    ) -> Bool {
        isRate(first.count, first.exposure) && isRate(second.count, second.exposure)
    }
}
