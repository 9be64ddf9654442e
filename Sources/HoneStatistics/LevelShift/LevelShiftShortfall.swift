/// What a series lacks around an action for a level shift to be fitted: the first part of the data rule that is not met.
public enum LevelShiftShortfall: Sendable, Hashable {
    /// The series begins so few weeks before the action.
    case history(weeks: Int, needed: Int)
    /// So few items lie in the last 12 weeks before the action.
    case itemsBefore(Int, needed: Int)
    /// So few of the last 12 weeks before the action hold an item.
    case weeksBefore(Int, needed: Int)
    /// So few of the weeks after the action are over.
    case notOver(weeks: Int, needed: Int)
    /// So few items lie in the weeks after the action.
    case itemsAfter(Int, needed: Int)
    /// So few of the weeks after the action hold an item.
    case weeksAfter(Int, needed: Int)
}

extension LevelShiftDesign {
    /// The first part of the data rule that `series` does not meet around `action`; `nil` where it holds enough.
    ///
    /// At least 12 weeks of history, in the last 12 of them 8 items and 6 weeks with items, the whole of the weeks after, and
    /// in them 8 items and 3 weeks with items.
    /// - Parameters:
    ///   - series: the weekly values.
    ///   - action: the number of the week of the action.
    /// - Complexity: O(m), m the weeks of history and after.
    public func shortfall(of series: WeeklySeries, at action: Int) -> LevelShiftShortfall? {
        let history = action - series.firstWeek
        guard history >= Self.leastHistory else { return .history(weeks: max(0, history), needed: Self.leastHistory) }
        let recent = series.evidence(in: action - Self.leastHistory..<action)
        guard recent.items >= Self.leastItems else { return .itemsBefore(recent.items, needed: Self.leastItems) }
        guard recent.weeks >= Self.leastWeeksBefore else { return .weeksBefore(recent.weeks, needed: Self.leastWeeksBefore) }
        let after = after(action)
        guard after.upperBound <= series.weeks.upperBound else {
            return .notOver(weeks: max(0, series.weeks.upperBound - after.lowerBound), needed: afterWeeks)
        }
        let later = series.evidence(in: after)
        guard later.items >= Self.leastItems else { return .itemsAfter(later.items, needed: Self.leastItems) }
        guard later.weeks >= Self.leastWeeksAfter else { return .weeksAfter(later.weeks, needed: Self.leastWeeksAfter) }
        return nil
    }
}
