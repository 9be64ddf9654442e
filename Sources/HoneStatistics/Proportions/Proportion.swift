/// Intervals and tests for shares: how many of how many.
///
/// Every interval lies within 0...1 and contains the observed share where its method promises that (all but Jeffreys).
/// With no trials there is no share, so the answer is `nil`; so it is for counts that are negative or out of
/// order, and for a `level` not strictly between 0 and 1.
public enum Proportion {
    /// The score interval of Wilson, the one Hone shows beside a share.
    ///
    /// - Parameters:
    ///   - successes: in 0...trials.
    ///   - trials: one or more.
    ///   - level: strictly between 0 and 1.
    /// - Returns: an interval of method `wilson`, or `nil` (see ``Proportion``).
    /// - Complexity: O(1).
    ///
    /// Source: E. B. Wilson (1927), doi:10.1080/01621459.1927.10502953.
    public static func wilson(successes: Int, of trials: Int, level: Double) -> Interval? {
        guard isShare(successes, trials), let z = Normal.criticalValue(level: level) else { return nil }
        if successes > trials - successes {
            return wilson(successes: trials - successes, of: trials, level: level)?.mirrored
        }
        let x = Double(successes)
        let n = Double(trials)
        let root = (z * z + 4 * x * (1 - x / n)).squareRoot()
        let upper = (2 * x + z * z + z * root) / (2 * (n + z * z))
        // The two ends multiply to x² / (n (n + z²)): no cancellation for a small share.
        let lower = x == 0 ? 0 : x / n * x / (n + z * z) / upper
        return Interval(level: level, lower: lower, upper: min(1, upper), method: "wilson")
    }

    /// The score interval of Wilson for a share of observations that resemble each other, counted as the fewer they are worth.
    ///
    /// - Parameters:
    ///   - share: in 0...1.
    ///   - trials: how many independent observations stand behind it, above 0, not necessarily whole.
    ///   - level: strictly between 0 and 1.
    /// - Returns: an interval of method `wilson`, or `nil` for arguments out of range.
    /// - Complexity: O(1).
    ///
    /// Source: E. B. Wilson (1927), doi:10.1080/01621459.1927.10502953.
    public static func wilson(share: Double, of trials: Double, level: Double) -> Interval? {
        guard share >= 0, share <= 1, trials > 0, trials.isFinite, let z = Normal.criticalValue(level: level) else { return nil }
        let centre = share + z * z / (2 * trials)
        let half = z * (share * (1 - share) / trials + z * z / (4 * trials * trials)).squareRoot()
        let scale = 1 + z * z / trials
        return Interval(
            level: level, lower: share == 0 ? 0 : max(0, (centre - half) / scale), upper: share == 1 ? 1 : min(1, (centre + half) / scale),
            method: "wilson")
    }

    /// Wilson's interval with the continuity correction of Newcombe (his method 4): wider, conservative.
    ///
    /// - Parameters:
    ///   - successes: in 0...trials.
    ///   - trials: one or more.
    ///   - level: strictly between 0 and 1.
    /// - Returns: an interval of method `wilson-continuity-corrected`, or `nil` (see ``Proportion``).
    /// - Complexity: O(1).
    ///
    /// Source: R. G. Newcombe (1998), doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E.
    public static func wilsonContinuityCorrected(successes: Int, of trials: Int, level: Double) -> Interval? {
        guard isShare(successes, trials), let z = Normal.criticalValue(level: level) else { return nil }
        let n = Double(trials)
        func lower(_ count: Int) -> Double {
            guard count > 0 else { return 0 }
            let p = Double(count) / n
            let root = (z * z - 2 - 1 / n + 4 * p * (n * (1 - p) + 1)).squareRoot()
            return max(0, (2 * n * p + z * z - 1 - z * root) / (2 * (n + z * z)))
        }
        return Interval(
            level: level, lower: lower(successes), upper: 1 - lower(trials - successes),
            method: "wilson-continuity-corrected")
    }

    /// The interval of Agresti and Coull: Wald's about Wilson's centre, clipped to 0...1.
    ///
    /// - Parameters:
    ///   - successes: in 0...trials.
    ///   - trials: one or more.
    ///   - level: strictly between 0 and 1.
    /// - Returns: an interval of method `agresti-coull`, or `nil` (see ``Proportion``).
    /// - Complexity: O(1).
    ///
    /// Source: A. Agresti and B. A. Coull (1998), doi:10.1080/00031305.1998.10480550.
    public static func agrestiCoull(successes: Int, of trials: Int, level: Double) -> Interval? {
        guard isShare(successes, trials), let z = Normal.criticalValue(level: level) else { return nil }
        let n = Double(trials) + z * z
        let centre = (Double(successes) + z * z / 2) / n
        let half = z * (centre * (1 - centre) / n).squareRoot()
        return Interval(
            level: level, lower: max(0, centre - half), upper: min(1, centre + half), method: "agresti-coull")
    }

    static func isShare(_ successes: Int, _ trials: Int) -> Bool {
        trials > 0 && (0...trials).contains(successes)
    }
}

extension Interval {
    /// The same interval for one less the share.
    fileprivate var mirrored: Interval {
        Interval(level: level, lower: 1 - upper, upper: 1 - lower, method: method)
    }
}
