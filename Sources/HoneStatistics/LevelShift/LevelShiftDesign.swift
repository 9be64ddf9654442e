/// Which weeks a level shift is fitted on: how many before an action, how many left out, how many after it.
///
/// Fixed before the data are seen. The period that made people act stays in the history: leaving it out raises false alarms.
public struct LevelShiftDesign: Sendable, Hashable {
    /// At most so many weeks before the action are used; 52 unless said otherwise.
    public let historyWeeks: Int

    /// So many weeks from the action on are left out: the week of the action itself and the time the change needs.
    public let gapWeeks: Int

    /// The weeks of the new level; 12, or 6 for an early look.
    public let afterWeeks: Int

    /// Makes a design.
    ///
    /// - Parameters:
    ///   - historyWeeks: at least 12.
    ///   - gapWeeks: zero or more.
    ///   - afterWeeks: at least 3.
    /// - Returns: `nil` for lengths out of range, or above 10,000.
    /// - Complexity: O(1).
    public init?(historyWeeks: Int = 52, gapWeeks: Int = 0, afterWeeks: Int = 12) {
        let most = 10_000
        guard (Self.leastHistory...most).contains(historyWeeks), (0...most).contains(gapWeeks),
            (Self.leastWeeksAfter...most).contains(afterWeeks)
        else { return nil }
        self.historyWeeks = historyWeeks
        self.gapWeeks = gapWeeks
        self.afterWeeks = afterWeeks
    }

    /// Half of the last 12 weeks before must hold items, 8 in all; so must 3 weeks after, 8 items in all.
    package static let (leastHistory, leastItems, leastWeeksBefore, leastWeeksAfter) = (12, 8, 6, 3)

    /// The weeks before an action in the week `action` that the fit uses, as far as the series goes back.
    ///
    /// - Parameters:
    ///   - action: the number of the week of the action.
    ///   - series: the weekly values.
    /// - Complexity: O(1).
    public func history(before action: Int, in series: WeeklySeries) -> Range<Int> {
        let end = min(max(action, series.firstWeek), series.weeks.upperBound)
        return max(series.firstWeek, min(action - historyWeeks, end))..<end
    }

    /// The weeks after an action in the week `action` that the fit uses, whether the series has them or not.
    ///
    /// - Parameter action: the number of the week of the action.
    /// - Complexity: O(1).
    public func after(_ action: Int) -> Range<Int> {
        let first = action + gapWeeks
        return first..<first + afterWeeks
    }

    /// Whether the series holds enough around `action` to be fitted: the data rule, see ``shortfall(of:at:)``.
    ///
    /// - Parameters:
    ///   - series: the weekly values.
    ///   - action: the number of the week of the action.
    /// - Complexity: O(m), m the weeks of history and after.
    public func isMet(by series: WeeklySeries, at action: Int) -> Bool { shortfall(of: series, at: action) == nil }

    /// The fit around `action`, or `nil` where the data rule is not met.
    ///
    /// - Parameters:
    ///   - series: the weekly values.
    ///   - action: the number of the week of the action.
    /// - Complexity: O(m) for each of the 21 noise models, m the weeks of history and after.
    public func fit(_ series: WeeklySeries, at action: Int) -> LevelShiftFit? {
        guard isMet(by: series, at: action) else { return nil }
        let after = after(action)
        let weeks = (Array(history(before: action, in: series)) + Array(after)).filter {
            series.weights[$0 - series.firstWeek] > 0
        }
        return LevelShiftFit(
            weeks: weeks, values: weeks.map { series.values[$0 - series.firstWeek] },
            weights: weeks.map { series.weights[$0 - series.firstWeek] }, firstAfter: after.lowerBound)
    }
}
