/// The same fit at every earlier week of a series, where nothing was done: what the series does by itself.
///
/// Computed once for a series, it answers for every action in it.
public struct OwnPast: Sendable, Hashable {
    /// A fit at a week at which nothing was done.
    public struct Placebo: Sendable, Hashable {
        /// The number of the week that stands in for an action.
        public let week: Int

        /// The fit there.
        public let fit: LevelShiftFit

        /// ``LevelShiftFit/probabilityLow(movedBy:)`` of the fit.
        public let probabilityLow: Double
    }

    /// The weeks that were fitted, every one of them the same way.
    public let design: LevelShiftDesign

    /// Every week of the series where the data rule is met, ascending.
    public let placebos: [Placebo]

    /// See ``prepared(alpha:)``.
    let reaches: OwnPastReaches?

    /// So many of the newest fits are compared with, so many the smallest visible effect is read from.
    static let (mostCompared, mostForVisible) = (156, 52)

    /// Below so many fits the past says nothing.
    static let fewest = 20

    /// Fits every week of `series` at which the data rule is met.
    ///
    /// - Parameters:
    ///   - series: the weekly values.
    ///   - design: the weeks of each fit.
    ///   - end: no fit uses this week or a later one; `nil` for the end of the series.
    /// - Complexity: O(n · m) for each of the 21 noise models, n weeks in the series and m in a fit.
    public init(_ series: WeeklySeries, design: LevelShiftDesign, before end: Int? = nil) {
        self.design = design
        reaches = nil
        let reach = design.gapWeeks + design.afterWeeks
        let last = min(end ?? series.weeks.upperBound, series.weeks.upperBound) - reach
        guard last >= series.firstWeek else {
            placebos = []
            return
        }
        placebos = (series.firstWeek...last).compactMap { week in
            design.fit(series, at: week).map { Placebo(week: week, fit: $0, probabilityLow: $0.probabilityLow()) }
        }
    }

    init(design: LevelShiftDesign, placebos: [Placebo], reaches: OwnPastReaches?) {
        self.design = design
        self.placebos = placebos
        self.reaches = reaches
    }

    /// The fits whose weeks all lie before the week `action`, the newest 156 of them.
    ///
    /// - Parameter action: the number of the week of an action.
    /// - Complexity: O(log n), n the number of fits.
    public func placebos(before action: Int) -> ArraySlice<Placebo> {
        let end = placebos.partitioningIndex { design.after($0.week).upperBound > action }
        return placebos[..<end].suffix(Self.mostCompared)
    }

    /// How unusual a fit is among those of its own past; `nil` with fewer than 20, which say nothing.
    ///
    /// - Parameters:
    ///   - probabilityLow: ``LevelShiftFit/probabilityLow(movedBy:)`` of the fit at the action.
    ///   - action: the number of the week of the action.
    /// - Complexity: O(n), n the number of fits before it, at most 156.
    public func guardValue(of probabilityLow: Double, at action: Int) -> OwnPastGuard? {
        let past = placebos(before: action)
        guard past.count >= Self.fewest else { return nil }
        let all = Double(1 + past.count)
        return OwnPastGuard(
            placebos: past.count, low: Double(1 + past.count { $0.probabilityLow <= probabilityLow }) / all,
            high: Double(1 + past.count { $0.probabilityLow >= probabilityLow }) / all)
    }
}

extension Array {
    /// The first index from which on `isBeyond` holds, in an array where it holds for a tail.
    fileprivate func partitioningIndex(where isBeyond: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
