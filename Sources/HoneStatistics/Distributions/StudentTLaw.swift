#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Student's t distribution for one whole number of degrees of freedom, prepared for many evaluations.
///
/// With whole degrees of freedom the central probability is a finite sum, here by Horner's scheme. Far out, where one
/// less that sum would lose digits, the incomplete beta function takes over, so every tail keeps about 13 of them.
///
/// Source: M. Abramowitz and I. A. Stegun (1964), Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
struct StudentTLaw: Sendable, Hashable {
    let degreesOfFreedom: Int

    /// The quotients of neighbouring terms of the sum, the innermost first.
    private let quotients: [Double]

    /// The density at 0.
    private let peak: Double

    /// - Parameter degreesOfFreedom: at least 1, else `nil`.
    init?(degreesOfFreedom: Int) {
        guard degreesOfFreedom >= 1 else { return nil }
        self.degreesOfFreedom = degreesOfFreedom
        let isEven = degreesOfFreedom.isMultiple(of: 2)
        let count = max(0, (degreesOfFreedom - (isEven ? 2 : 3)) / 2)
        quotients = (0..<count).reversed().map { index in
            let even = Double(2 * (index + 1))
            return isEven ? (even - 1) / even : even / (even + 1)
        }
        let sum = Self.sum(quotients, 1)
        let root = Double(degreesOfFreedom).squareRoot()
        if isEven {
            peak = sum / (2 * root)
        } else {
            peak = (degreesOfFreedom == 1 ? 1 : 1 + sum) / (Double.pi * root)
        }
    }

    /// The probability of a value at or below `t`.
    func cumulative(_ t: Double) -> Double {
        let tail = upperTail(abs(t))
        return t > 0 ? 1 - tail : tail
    }

    /// The density at `t`.
    func density(_ t: Double) -> Double {
        let freedom = Double(degreesOfFreedom)
        return peak * exp(-0.5 * (freedom + 1) * log1p(t * t / freedom))
    }

    /// The value with the share `probability` below it; `nil` unless that is strictly between 0 and 1.
    func quantile(_ probability: Double) -> Double? {
        guard probability > 0, probability < 1 else { return nil }
        if probability == 0.5 { return 0 }
        let tail = min(probability, 1 - probability)
        let magnitude = PositiveBisection.smallest(upTo: .greatestFiniteMagnitude) { upperTail($0) <= tail }
        return probability < 0.5 ? -magnitude : magnitude
    }

    /// The probability beyond `t` >= 0.
    private func upperTail(_ t: Double) -> Double {
        let freedom = Double(degreesOfFreedom)
        let square = 1 / (1 + t / freedom * t)
        let sine = (t / freedom * t * square).squareRoot()
        var central = sine
        if degreesOfFreedom.isMultiple(of: 2) {
            central *= Self.sum(quotients, square)
        } else {
            let inner = degreesOfFreedom == 1 ? 0 : sine * square.squareRoot() * Self.sum(quotients, square)
            central = 2 / Double.pi * (atan(t / freedom.squareRoot()) + inner)
        }
        if central < 0.999 { return 0.5 * (1 - central) }
        return StudentT.cumulative(-t, degreesOfFreedom: freedom) ?? 0.5 * (1 - central)
    }

    private static func sum(_ quotients: [Double], _ square: Double) -> Double {
        var sum = 1.0
        for quotient in quotients { sum = 1 + quotient * square * sum }
        return sum
    }
}
