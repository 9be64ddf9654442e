#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Point probabilities of the binomial and Poisson laws by Loader's saddle-point expansion, for real arguments.
///
/// The obvious `exp(lgamma(…) - …)` loses seven digits at a million trials; this form keeps about fifteen.
/// Source: C. Loader (2000), Fast and Accurate Computation of Binomial Probabilities; as in R's `dbinom`.
enum SaddlePoint {
    /// ln(n!) less Stirling's approximation of it, for real `n` >= 0.
    static func stirlingError(_ n: Double) -> Double {
        if n <= 0 { return 0 }
        if n <= 15 { return logGamma(n + 1) - (n + 0.5) * log(n) + n - 0.5 * log(2 * Double.pi) }
        let square = n * n
        return (1 / 12.0 - (1 / 360.0 - (1 / 1260.0 - (1 / 1680.0 - 1 / 1188.0 / square) / square) / square) / square) / n
    }

    /// x ln(x / mean) + mean - x without cancellation when `x` is near `mean`.
    static func deviance(_ x: Double, mean: Double) -> Double {
        let difference = x - mean
        guard abs(difference) < 0.1 * (x + mean) else { return x * log(x / mean) - difference }
        let ratio = difference / (x + mean)
        var sum = difference * ratio
        var term = 2 * x * ratio
        var odd = 3.0
        while true {
            term *= ratio * ratio
            let next = sum + term / odd
            if next == sum { return next }
            sum = next
            odd += 2
        }
    }

    /// n! / (x! (n - x)!) p^x q^(n - x) for real 0 <= `x` <= `n`, with `q` = 1 - `p` given apart.
    static func binomial(_ x: Double, of n: Double, _ p: Double, _ q: Double) -> Double {
        if p <= 0 { return x == 0 ? 1 : 0 }
        if q <= 0 { return x == n ? 1 : 0 }
        if x <= 0 { return x < 0 ? 0 : power(of: n, q, other: p) }
        if x >= n { return x > n ? 0 : power(of: n, p, other: q) }
        let logarithm =
            stirlingError(n) - stirlingError(x) - stirlingError(n - x) - deviance(x, mean: n * p)
            - deviance(n - x, mean: n * q)
        return exp(logarithm) / (2 * Double.pi * x * (1 - x / n)).squareRoot()
    }

    /// The probability that `taken` of `size` marked things are among the `sample` drawn from `population` without putting back.
    ///
    /// A hypergeometric probability is a quotient of binomial ones, whatever their common share.
    static func hypergeometric(_ taken: Int, of size: Int, sample: Int, population: Int) -> Double {
        guard population > 0 else { return 1 }
        let share = Double(sample) / Double(population)
        return binomial(Double(taken), of: Double(size), share, 1 - share)
            * binomial(Double(sample - taken), of: Double(population - size), share, 1 - share)
            / binomial(Double(sample), of: Double(population), share, 1 - share)
    }

    /// mean^x e^(-mean) / x! for real `x` > 0 and `mean` > 0.
    static func poisson(_ x: Double, mean: Double) -> Double {
        exp(-stirlingError(x) - deviance(x, mean: mean)) / (2 * Double.pi * x).squareRoot()
    }

    /// base^n, exact also when `base` is so near 1 that only `other` = 1 - base shows the difference.
    private static func power(of n: Double, _ base: Double, other: Double) -> Double {
        exp(n * (other < 0.1 ? log1p(-other) : log(base)))
    }

    /// ln(gamma(x)) for `x` > 0; the re-entrant form, since plain `lgamma` writes a global sign.
    private static func logGamma(_ x: Double) -> Double {
        #if canImport(Glibc)
            var sign: Int32 = 0
            return lgamma_r(x, &sign)
        #else
            return lgamma(x)
        #endif
    }
}
