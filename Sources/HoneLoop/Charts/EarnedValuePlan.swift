package import HoneFacts
package import HoneStatistics

/// What was planned, done and spent, added up at the end of each period.
package struct EarnedValuePlan: Sendable {
    /// For example `hours`.
    package var unit: String
    /// The day each period ends on.
    package var days: [CalendarDay]
    package var planned: [Double]
    /// Up to now, so perhaps shorter than the plan.
    package var earned: [Double]
    package var spent: [Double]
    package var budget: Double

    package init(unit: String, days: [CalendarDay], planned: [Double], earned: [Double], spent: [Double], budget: Double) {
        (self.unit, self.days, self.planned) = (unit, days, planned)
        (self.earned, self.spent, self.budget) = (earned, spent, budget)
    }

    /// Where the plan stands at the last period that is over; nil where none is, or the numbers make no sense.
    package var standing: EarnedValue? {
        let period = min(earned.count, spent.count) - 1
        guard planned.indices.contains(period) else { return nil }
        return EarnedValue(
            budgetAtCompletion: budget, plannedValue: planned[period], earnedValue: earned[period], actualCost: spent[period])
    }
}
