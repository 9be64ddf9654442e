#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The standard normal distribution (mean 0, standard deviation 1).
public enum Normal {
    /// The probability of a value at or below `x`.
    ///
    /// - Parameter x: in standard deviations; infinities give 0 and 1, not-a-number gives not-a-number.
    /// - Returns: a probability in 0...1, accurate to the last digits also far out in the lower tail.
    /// - Complexity: O(1).
    ///
    /// Source: NIST Digital Library of Mathematical Functions, 7.2 (complementary error function).
    public static func cumulative(_ x: Double) -> Double {
        0.5 * erfc(-x / 2.0.squareRoot())
    }

    /// The value below which the share `probability` of the distribution lies.
    ///
    /// - Parameter probability: in 0...1; the ends give minus and plus infinity.
    /// - Returns: standard deviations, or `nil` when `probability` lies outside 0...1.
    /// - Complexity: O(1).
    ///
    /// Source: M. J. Wichura (1988), algorithm AS 241, PPND16, doi:10.2307/2347330.
    public static func quantile(_ probability: Double) -> Double? {
        guard probability >= 0, probability <= 1 else { return nil }
        if probability == 0 { return -.infinity }
        if probability == 1 { return .infinity }
        let offset = probability - 0.5
        if abs(offset) <= 0.425 { return offset * centre.value(at: 0.180625 - offset * offset) }
        let depth = (-log(offset < 0 ? probability : 1 - probability)).squareRoot()
        let magnitude = depth <= 5 ? shoulder.value(at: depth - 1.6) : farTail.value(at: depth - 5)
        return offset < 0 ? -magnitude : magnitude
    }

    /// The half-width, in standard deviations, of the central share `level`; `nil` outside 0 < `level` < 1.
    static func criticalValue(level: Double) -> Double? {
        guard let tail = Interval.tail(level: level), let lower = quantile(tail) else { return nil }
        return -lower
    }
}

/// A quotient of two polynomials, coefficients from the constant up.
private struct RationalFunction {
    let numerator: [Double]
    let denominator: [Double]

    func value(at x: Double) -> Double {
        let top = numerator.reversed().reduce(0) { $0 * x + $1 }
        return top / denominator.reversed().reduce(0) { $0 * x + $1 }
    }
}

private let centre = RationalFunction(
    numerator: [
        3.3871328727963666080e+0, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
        4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3,
    ],
    denominator: [
        1, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3, 2.1213794301586595867e+4,
        3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3,
    ])

private let shoulder = RationalFunction(
    numerator: [
        1.42343711074968357734e+0, 4.63033784615654529590e+0, 5.76949722146069140550e+0, 3.64784832476320460504e+0,
        1.27045825245236838258e+0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ],
    denominator: [
        1, 2.05319162663775882187e+0, 1.67638483018380384940e+0, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
        1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ])

private let farTail = RationalFunction(
    numerator: [
        6.65790464350110377720e+0, 5.46378491116411436990e+0, 1.78482653991729133580e+0, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ],
    denominator: [
        1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2, 7.86869131145613259100e-4,
        1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ])
