/// A test of two samples that assumes nothing but that, if there were no difference, every value might as well have been in the
/// other sample: the share of all rearrangements in which the statistic is at least as extreme as it was.
///
/// Source: P. Good (2005), Permutation, Parametric and Bootstrap Tests of Hypotheses, doi:10.1007/b138696.
public struct PermutationTest: Sendable, Hashable {
    /// Which rearrangements are as extreme as the data.
    public enum Alternative: Sendable, Hashable {
        /// Those whose statistic is at least as far from 0 on either side.
        case twoSided
        /// Those whose statistic is at least as large: the first sample is larger.
        case greater
        /// Those whose statistic is at most as large.
        case less
    }

    /// Which rearrangements were looked at.
    public enum Basis: Sendable, Hashable {
        /// All, so many of them, the data among them.
        case exhaustive(rearrangements: Int)
        /// So many, drawn evenly from this seed; the same seed gives the same on every platform.
        case simulated(rearrangements: Int, seed: UInt64)
    }

    /// The statistic of the data, such as the mean of the first sample less that of the second.
    public let statistic: Double

    /// The probability of a statistic at least as extreme if the samples differ by chance alone, never 0.
    public let pValue: Double

    /// How many of the rearrangements looked at are at least as extreme.
    public let extreme: Int

    /// Which were looked at.
    public let basis: Basis

    /// Rearrangements up to which all are listed unless told otherwise.
    public static let usualExhaustive = 100_000
    /// Rearrangements that are drawn unless told otherwise.
    public static let usualRearrangements = 10_000

    /// Statistics that differ by no more than rounding count as equally extreme.
    ///
    /// - Parameters:
    ///   - found: of every rearrangement looked at, all finite.
    ///   - rounding: of the values themselves, in their unit, where the statistic has the same.
    init(statistic: Double, found: [Double], rounding: Double = 0, alternative: Alternative, basis: Basis) {
        let scale = found.reduce(abs(statistic)) { max($0, abs($1)) }
        let slack = max(scale * 1e-12, rounding)
        self.statistic = statistic
        self.basis = basis
        extreme =
            switch alternative {
            case .twoSided: found.count { abs($0) >= abs(statistic) - slack }
            case .greater: found.count { $0 >= statistic - slack }
            case .less: found.count { $0 <= statistic + slack }
            }
        pValue =
            switch basis {
            case .exhaustive(let count): Double(extreme) / Double(count)
            // The data are one rearrangement more, so no drawing can say 0.
            case .simulated(let count, _): Double(extreme + 1) / Double(count + 1)
            }
    }
}
