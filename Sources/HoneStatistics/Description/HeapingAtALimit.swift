#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Whether more values lie just within a limit than the values around it let one expect.
///
/// Four neighbouring bands of one width: two that end at the limit, two that begin there. If the logarithms of their counts lie
/// on a parabola, the ratio of the inner two is the cube root of the ratio of the outer two. What goes beyond that is a heap
/// just within the limit, a hole just beyond it, or both.
///
/// Source: after J. McCrary (2008), a test for a jump of a density at a limit, doi:10.1016/j.jeconom.2007.05.005; the variance
/// of a logarithm of a Poisson count by the delta method, with one half added to each count, J. B. S. Haldane (1956),
/// doi:10.1111/j.1469-1809.1955.tb01285.x.
public struct HeapingAtALimit: Sendable, Hashable {
    /// The logarithm of how many times more lie within than expected; 0 for none, negative for fewer.
    public let excess: Double

    /// The standard error of ``excess``.
    public let standardError: Double

    /// The count expected in the inner band within the limit, given both inner counts together.
    public let expected: Double

    /// How often chance alone would show as large an excess; one-sided, by the normal distribution.
    public let probability: Double

    /// Compares four counts.
    ///
    /// Refuses (answers `nil` for) a negative count, and inner bands that hold nothing.
    ///
    /// - Parameters:
    ///   - farWithin: values in the outer band within the limit.
    ///   - within: values in the band that ends at the limit.
    ///   - beyond: values in the band that begins beyond the limit.
    ///   - farBeyond: values in the outer band beyond it.
    /// - Complexity: O(1).
    public init?(farWithin: Int, within: Int, beyond: Int, farBeyond: Int) {
        guard [farWithin, within, beyond, farBeyond].allSatisfy({ $0 >= 0 }), within + beyond > 0 else { return nil }
        let (a, b, c, d) = (Double(farWithin) + 0.5, Double(within) + 0.5, Double(beyond) + 0.5, Double(farBeyond) + 0.5)
        let usual = log(a / d) / 3
        excess = log(b / c) - usual
        standardError = (1 / b + 1 / c + (1 / a + 1 / d) / 9).squareRoot()
        let step = exp(usual)
        expected = Double(within + beyond) * step / (1 + step)
        probability = Normal.cumulative(-excess / standardError)
    }
}
