/// The binomial distribution: successes in independent trials of equal probability.
public enum Binomial {
    /// The probability of exactly `successes` out of `trials`.
    ///
    /// - Parameters:
    ///   - successes: any integer; outside 0...trials the answer is 0.
    ///   - trials: zero or more.
    ///   - probability: of success in one trial, in 0...1.
    /// - Returns: a probability, or `nil` for `trials` or `probability` outside their range.
    /// - Complexity: O(1).
    ///
    /// Source: C. Loader (2000), Fast and Accurate Computation of Binomial Probabilities.
    public static func mass(_ successes: Int, of trials: Int, probability: Double) -> Double? {
        guard trials >= 0, probability >= 0, probability <= 1 else { return nil }
        guard successes >= 0, successes <= trials else { return 0 }
        return SaddlePoint.binomial(Double(successes), of: Double(trials), probability, 1 - probability)
    }

    /// The probability of at most `successes` out of `trials`.
    ///
    /// - Parameters:
    ///   - successes: any integer; below 0 the answer is 0, from `trials` on it is 1.
    ///   - trials: zero or more.
    ///   - probability: of success in one trial, in 0...1.
    /// - Returns: a probability, or `nil` for `trials` or `probability` outside their range.
    /// - Complexity: O(√trials), so a million trials are cheap.
    ///
    /// Source: NIST Digital Library of Mathematical Functions, 8.17.5.
    public static func cumulative(_ successes: Int, of trials: Int, probability: Double) -> Double? {
        guard trials >= 0, probability >= 0, probability <= 1 else { return nil }
        return tails(successes, of: trials, probability: probability).lower
    }

    /// The two-sided exact test: the probability of every outcome no likelier than the one seen.
    ///
    /// - Parameters:
    ///   - successes: in 0...trials.
    ///   - trials: one or more.
    ///   - probability: the hypothesis, in 0...1.
    /// - Returns: a p-value in 0...1, or `nil` for arguments outside their range.
    /// - Complexity: O(log trials) masses and two cumulative probabilities.
    ///
    /// Source: W. J. Conover (1971), Practical Nonparametric Statistics, 3.1; ties as in R's `binom.test` (1e-7).
    public static func exactTest(successes: Int, of trials: Int, probability: Double) -> Double? {
        guard trials > 0, successes >= 0, successes <= trials, probability >= 0, probability <= 1 else { return nil }
        func mass(_ count: Int) -> Double {
            SaddlePoint.binomial(Double(count), of: Double(trials), probability, 1 - probability)
        }
        let threshold = mass(successes) * (1 + 1e-7)
        let mode = min(trials, Int((Double(trials) + 1) * probability))
        if mass(mode) <= threshold { return 1 }
        if successes < mode {
            let first = firstIndex(in: mode..<trials + 1) { mass($0) <= threshold }
            return tails(successes, of: trials, probability: probability).lower
                + tails(first - 1, of: trials, probability: probability).upper
        }
        let end = firstIndex(in: 0..<mode) { mass($0) > threshold }
        return tails(successes - 1, of: trials, probability: probability).upper
            + tails(end - 1, of: trials, probability: probability).lower
    }

    /// P(X <= successes) and P(X > successes), each computed without taking it from 1.
    static func tails(_ successes: Int, of trials: Int, probability: Double) -> (lower: Double, upper: Double) {
        if successes < 0 { return (0, 1) }
        if successes >= trials { return (1, 0) }
        let beyond = IncompleteBeta.tails(
            Double(successes) + 1, Double(trials - successes), probability, 1 - probability)
        return (beyond.upper, beyond.lower)
    }

    /// The first index for which a predicate that turns from false to true holds; the end of the range when none.
    private static func firstIndex(in range: Range<Int>, where holds: (Int) -> Bool) -> Int {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = low + (high - low) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
