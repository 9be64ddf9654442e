/// The bootstrap distribution of a statistic: what it would have been in resamples of the data, and intervals from that.
///
/// The bootstrap speaks for data that are drawn independently, or in blocks for a series; it corrects no bias of what was not
/// recorded, and with fewer than about ten values every interval of it is too narrow.
///
/// Source: B. Efron and R. J. Tibshirani (1993), An Introduction to the Bootstrap, doi:10.1201/9780429246593.
public struct Bootstrap: Sendable, Hashable {
    /// The statistic of the data themselves, in their unit.
    public let estimate: Double

    /// The statistic of every resample, ascending.
    public let replicates: [Double]

    /// How probable each replicate is, or `nil` where all are equally so.
    let weights: [Double]?

    /// How fast the standard error changes with the true value, no unit; by the jackknife.
    ///
    /// `nil` where all jackknife values are equal, as for constant data, and for block resamples, to which it does not apply.
    public let acceleration: Double?

    /// How the replicates came about.
    public let basis: ResamplingBasis

    /// Resamples unless told otherwise: enough for the tails of a 95 % BCa interval.
    public static let usualResamples = 10_000

    init(estimate: Double, replicates: [Double], weights: [Double]? = nil, acceleration: Double?, basis: ResamplingBasis) {
        self.estimate = estimate
        self.replicates = replicates
        self.weights = weights
        self.acceleration = acceleration
        self.basis = basis
    }

    /// Takes replicates that were computed elsewhere, all equally probable.
    ///
    /// Refuses (answers `nil` for) no replicates, and numbers that are not finite.
    ///
    /// - Parameters:
    ///   - replicates: in any order, in the unit of the statistic.
    ///   - estimate: the statistic of the data.
    ///   - acceleration: see ``acceleration``; without it there is no BCa interval.
    /// - Complexity: O(B log B), O(B) from 2,048 on, B the number of replicates.
    public init?(replicates: [Double], estimate: Double, acceleration: Double?) {
        guard !replicates.isEmpty, replicates.allSatisfy(\.isFinite), estimate.isFinite, acceleration?.isFinite != false
        else { return nil }
        self.init(
            estimate: estimate, replicates: Ascending.values(replicates), acceleration: acceleration,
            basis: .given(resamples: replicates.count))
    }

    /// The mean of the replicates.
    ///
    /// - Complexity: O(B), B the number of replicates.
    public var mean: Double { weighted { $0 } }

    /// The standard deviation of the replicates about their mean (divisor B): the standard error of the statistic.
    ///
    /// - Complexity: O(B), B the number of replicates.
    public var standardError: Double {
        let centre = mean
        return weighted { ($0 - centre) * ($0 - centre) }.squareRoot()
    }

    private func weighted(_ term: (Double) -> Double) -> Double {
        guard let weights else { return replicates.map(term).compensatedSum / Double(replicates.count) }
        return zip(replicates, weights).map { term($0) * $1 }.compensatedSum
    }
}
