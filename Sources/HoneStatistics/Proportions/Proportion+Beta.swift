extension Proportion {
    /// The exact interval of Clopper and Pearson: covers with at least `level`, and is wide for it.
    ///
    /// - Parameters:
    ///   - successes: in 0...trials.
    ///   - trials: one or more.
    ///   - level: strictly between 0 and 1.
    /// - Returns: an interval of method `clopper-pearson`, or `nil` (see ``Proportion``).
    /// - Complexity: at most 128 evaluations of an incomplete beta function, each O(√trials).
    ///
    /// Source: C. J. Clopper and E. S. Pearson (1934), doi:10.1093/biomet/26.4.404.
    public static func clopperPearson(successes: Int, of trials: Int, level: Double) -> Interval? {
        guard isShare(successes, trials), let tail = Interval.tail(level: level),
            let lower = exactLower(successes, trials, tail), let other = exactLower(trials - successes, trials, tail)
        else { return nil }
        return Interval(level: level, lower: lower, upper: 1 - other, method: "clopper-pearson")
    }

    /// The equal-tailed credible interval from Jeffreys' prior Beta(1/2, 1/2), not widened at 0 and n.
    ///
    /// With no success its lower end is a little above 0, so it does not contain the observed share there.
    ///
    /// - Parameters:
    ///   - successes: in 0...trials.
    ///   - trials: one or more.
    ///   - level: strictly between 0 and 1.
    /// - Returns: an interval of method `jeffreys`, or `nil` (see ``Proportion``).
    /// - Complexity: at most 128 evaluations of an incomplete beta function, each O(√trials).
    ///
    /// Source: L. D. Brown, T. T. Cai and A. DasGupta (2001), 3.1.1, doi:10.1214/ss/1009213286.
    public static func jeffreys(successes: Int, of trials: Int, level: Double) -> Interval? {
        guard isShare(successes, trials), let tail = Interval.tail(level: level) else { return nil }
        let hits = Double(successes) + 0.5
        let misses = Double(trials - successes) + 0.5
        guard let lower = IncompleteBeta.quantile(hits, misses, tail),
            let other = IncompleteBeta.quantile(misses, hits, tail)
        else { return nil }
        return Interval(level: level, lower: lower, upper: 1 - other, method: "jeffreys")
    }

    /// The share for which `successes` or more would come up with the probability `tail`.
    private static func exactLower(_ successes: Int, _ trials: Int, _ tail: Double) -> Double? {
        successes == 0 ? 0 : IncompleteBeta.quantile(Double(successes), Double(trials - successes) + 1, tail)
    }
}
