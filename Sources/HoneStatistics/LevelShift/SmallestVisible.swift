/// The smallest shift a claim could be expected to see, told before people commit to an action.
public struct SmallestVisible: Sendable, Hashable {
    /// How it was found.
    public enum Basis: Sendable, Hashable {
        /// From the widths of the fits at so many earlier weeks.
        case ownPast(placebos: Int)
        /// From the width of one fit, for want of earlier weeks.
        case oneFit
    }

    /// The shift downwards on the scale of the values, negative; upwards it is as large.
    public let decrease: Double

    /// How it was found.
    public let basis: Basis
}

extension OwnPast {
    /// The smallest shift that about 75 to 80 of 100 such actions would let the fit see.
    ///
    /// Of each of the last 52 fits before `action` the distance a shift has to go to be seen, each way; the 80th percentile
    /// of them. With fewer than 20 fits before it 2.49 standard deviations of the latest.
    ///
    /// - Parameters:
    ///   - action: the number of the week of the action, not yet part of the past.
    ///   - alpha: the probability below which the fit will claim, strictly between 0 and 1/2.
    /// - Returns: `nil` with no earlier fit, or an `alpha` out of range.
    /// - Complexity: that of 104 quantiles of a fit.
    ///
    /// Source: H. S. Bloom (1995), Minimum Detectable Effects, doi:10.1177/0193841X9501900504: 2.49 = 1.645 + 0.842.
    public func smallestVisible(at action: Int, alpha: Double) -> SmallestVisible? {
        guard alpha > 0, alpha < 0.5 else { return nil }
        let past = placebos(before: action)
        guard past.count >= Self.fewest else {
            guard let latest = past.last else { return nil }
            return SmallestVisible(decrease: -2.49 * latest.fit.standardDeviation, basis: .oneFit)
        }
        let newest = past.suffix(Self.mostForVisible)
        let needed =
            if let reaches, reaches.alpha == alpha {
                newest.indices.flatMap { reaches.distances[$0] }.sorted()
            } else {
                newest.flatMap { $0.fit.reach(alpha: alpha) }.sorted()
            }
        guard !needed.isEmpty else { return nil }
        return SmallestVisible(decrease: -needed[(4 * needed.count + 4) / 5 - 1], basis: .ownPast(placebos: past.count))
    }
}

extension OwnPast {
    /// The same past, which answers ``smallestVisible(at:alpha:)`` for one `alpha` without computing the fits' quantiles each time.
    ///
    /// - Parameter alpha: strictly between 0 and 1/2.
    /// - Complexity: that of two quantiles of each fit.
    public func prepared(alpha: Double) -> OwnPast {
        OwnPast(
            design: design, placebos: placebos,
            reaches: OwnPastReaches(alpha: alpha, distances: placebos.map { $0.fit.reach(alpha: alpha) }))
    }
}

/// How far a shift has to go to be seen at each fit of a past, downwards and upwards.
struct OwnPastReaches: Sendable, Hashable {
    let alpha: Double
    let distances: [[Double]]
}

extension LevelShiftFit {
    fileprivate func reach(alpha: Double) -> [Double] { [quantile(1 - alpha), quantile(alpha).map { -$0 }].compactMap(\.self) }
}
