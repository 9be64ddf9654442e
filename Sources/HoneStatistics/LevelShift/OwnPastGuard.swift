/// The share of earlier weeks of the same series, with this one among them, that moved at least as far by themselves.
///
/// Source: B. V. North, D. Curtis and P. C. Sham (2002), A Note on the Calculation of Empirical P Values from Monte Carlo
/// Procedures, doi:10.1086/341527, for the ones added; A. Abadie, A. Diamond and J. Hainmueller (2010),
/// doi:10.1198/jasa.2009.ap08746, for placebo dates.
public struct OwnPastGuard: Sendable, Hashable {
    /// How many earlier weeks were compared with, at least 20.
    public let placebos: Int

    /// Small when few of them went down as clearly.
    public let low: Double

    /// Small when few of them went up as clearly.
    public let high: Double

    /// Makes a guard from its parts, unchecked.
    ///
    /// - Parameters:
    ///   - placebos: how many earlier weeks were compared with.
    ///   - low: the share, this week among them, that went down as clearly.
    ///   - high: the share that went up as clearly.
    /// - Complexity: O(1).
    public init(placebos: Int, low: Double, high: Double) {
        self.placebos = placebos
        self.low = low
        self.high = high
    }
}
