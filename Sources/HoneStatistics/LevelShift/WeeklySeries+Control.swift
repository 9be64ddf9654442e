extension WeeklySeries {
    /// This series less a control that the action did not touch, week by week: what moves both drops out.
    ///
    /// A mean or share counts as much as the harmonic sum of both weights, a week with either side empty not at all; a count counts
    /// as before. The evidence of a week is that of the scantier side. A shift of the difference is read with
    /// ``size(ofShift:history:)`` of the series itself.
    ///
    /// - Parameter control: a series of the same kind.
    /// - Returns: the weeks both have, or `nil` for another kind or no week in common.
    /// - Complexity: O(n), n the number of weeks.
    ///
    /// Source: M. Bertrand, E. Duflo and S. Mullainathan (2004), How Much Should We Trust Differences-in-Differences Estimates?,
    /// doi:10.1162/003355304772839588, for the difference as one series.
    public func difference(from control: WeeklySeries) -> WeeklySeries? {
        let common = weeks.clamped(to: control.weeks)
        guard kind == control.kind, !common.isEmpty else { return nil }
        var (items, values, weights): ([Int], [Double], [Double]) = ([], [], [])
        for week in common {
            let (own, other) = (week - firstWeek, week - control.firstWeek)
            let (one, two) = (self.weights[own], control.weights[other])
            let isKnown = one > 0 && two > 0
            items.append(min(self.items[own], control.items[other]))
            values.append(isKnown ? self.values[own] - control.values[other] : 0)
            weights.append(!isKnown ? 0 : kind == .counts ? 1 : one * two / (one + two))
        }
        return WeeklySeries(kind: kind, firstWeek: common.lowerBound, items: items, values: values, weights: weights)
    }
}
