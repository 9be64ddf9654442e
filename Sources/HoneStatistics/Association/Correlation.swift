#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How closely two lists of numbers go together, in -1...1, with a test against no association and an interval.
///
/// The tests assume that the pairs are independent of each other. Nothing here says that one list causes the other.
public struct Correlation: Sendable, Hashable {
    /// Which coefficient it is.
    public enum Kind: Sendable, Hashable {
        /// Pearson's r, of values on a straight line.
        case pearson

        /// Spearman's rho, Pearson's r of the ranks.
        case spearman

        /// Kendall's tau-b, of the pairs in the same and in the opposite order.
        case kendall
    }

    /// Which coefficient it is.
    public let kind: Kind

    /// The coefficient, in -1...1.
    public let coefficient: Double

    /// How many pairs of values there are.
    public let n: Int

    /// The two-sided p-value against no association, or `nil` for two pairs.
    public let pValue: Double?

    /// How ``pValue`` was found: `exact` only for Kendall's tau of up to 50 pairs without ties.
    public let method: RankTestMethod

    init(kind: Kind, coefficient: Double, n: Int, pValue: Double?, method: RankTestMethod) {
        self.kind = kind
        self.coefficient = min(max(coefficient, -1), 1)
        self.n = n
        self.pValue = pValue
        self.method = method
    }

    /// The interval on Fisher's scale, with the variance that suits the kind.
    ///
    /// 1 / (n - 3) for Pearson, (1 + r² / 2) / (n - 3) for Spearman and 0.437 / (n - 4) for Kendall.
    ///
    /// - Parameter level: strictly between 0 and 1.
    /// - Returns: an interval within -1...1 of method `fisher-z`, or `nil` for a coefficient of -1 or 1, too few pairs (below
    ///   4, for Kendall 5), or a level out of range.
    /// - Complexity: O(1).
    ///
    /// Source: R. A. Fisher (1921), Metron 1, 3-32; D. G. Bonett and T. A. Wright (2000), doi:10.1007/BF02294183.
    public func interval(level: Double) -> Interval? {
        let spare = Double(n - (kind == .kendall ? 4 : 3))
        guard let z = Normal.criticalValue(level: level), spare > 0, abs(coefficient) < 1 else { return nil }
        let variance =
            switch kind {
            case .pearson: 1 / spare
            case .spearman: (1 + coefficient * coefficient / 2) / spare
            case .kendall: 0.437 / spare
            }
        let half = z * variance.squareRoot()
        let centre = atanh(coefficient)
        return Interval(level: level, lower: tanh(centre - half), upper: tanh(centre + half), method: "fisher-z")
    }
}

extension Correlation {
    /// Pearson's r with the t test of n - 2 degrees of freedom, exact for values from a normal law.
    ///
    /// - Parameters:
    ///   - x: any unit, at least two values.
    ///   - y: as many, any unit.
    /// - Returns: a coefficient, or `nil` for lists of different lengths, values that are not finite, and a list that does
    ///   not vary.
    /// - Complexity: O(n).
    ///
    /// Source: K. Pearson (1895), doi:10.1098/rspl.1895.0041.
    public static func pearson(_ x: [Double], _ y: [Double]) -> Correlation? {
        guard arePairs(x, y), let r = productMoment(x, y) else { return nil }
        return Correlation(kind: .pearson, coefficient: r, n: x.count, pValue: studentP(r, x.count), method: .asymptotic)
    }

    /// Spearman's rho, ties sharing their rank, with the t test of n - 2 degrees of freedom.
    ///
    /// - Parameters:
    ///   - x: any unit, at least two values.
    ///   - y: as many, any unit.
    /// - Returns: a coefficient, or `nil` for lists of different lengths, values that are not finite, and a list that does
    ///   not vary.
    /// - Complexity: O(n log n).
    ///
    /// Source: C. Spearman (1904), doi:10.2307/1412159; the test as M. G. Kendall and A. Stuart (1973), The Advanced Theory of
    /// Statistics, volume 2, 31.19.
    public static func spearman(_ x: [Double], _ y: [Double]) -> Correlation? {
        guard arePairs(x, y), let rho = productMoment(Midranks.doubled(x).map(Double.init), Midranks.doubled(y).map(Double.init))
        else { return nil }
        return Correlation(kind: .spearman, coefficient: rho, n: x.count, pValue: studentP(rho, x.count), method: .asymptotic)
    }

    static func arePairs(_ x: [Double], _ y: [Double]) -> Bool {
        x.count == y.count && x.count > 1 && x.allSatisfy(\.isFinite) && y.allSatisfy(\.isFinite)
    }

    private static func productMoment(_ x: [Double], _ y: [Double]) -> Double? {
        guard let first = x.first, let other = y.first, x.contains(where: { $0 != first }), y.contains(where: { $0 != other })
        else { return nil }
        let (left, right) = (centred(x), centred(y))
        let products = zip(left, right).lazy.map { $0 * $1 }.compensatedSum
        let squares = left.lazy.map { $0 * $0 }.compensatedSum
        let others = right.lazy.map { $0 * $0 }.compensatedSum
        let r = products / (squares * others).squareRoot()
        return r.isFinite ? r : nil
    }

    /// Distances from the mean, in the largest of them: the coefficient has no unit, and no square overflows or vanishes.
    private static func centred(_ values: [Double]) -> [Double] {
        let n = Double(values.count)
        let mean = values.lazy.map { $0 / n }.compensatedSum
        let distances = values.map { $0 / 2 - mean / 2 }
        let largest = distances.lazy.map { abs($0) }.max() ?? 1
        return distances.map { $0 / largest }
    }

    private static func studentP(_ r: Double, _ n: Int) -> Double? {
        guard n > 2 else { return nil }
        let freedom = Double(n - 2)
        let t = abs(r) < 1 ? abs(r) * (freedom / ((1 - r) * (1 + r))).squareRoot() : .infinity
        return StudentT.cumulative(-t, degreesOfFreedom: freedom).map { min(1, 2 * $0) }
    }
}
