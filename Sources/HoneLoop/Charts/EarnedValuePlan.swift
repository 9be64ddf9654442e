package import HoneFacts
import HoneMetrics
package import HoneStatistics

/// What was planned, done and spent, added up at the end of each period.
package struct EarnedValuePlan: Sendable {
    /// What the plan counts its budget in, for example `hours`; empty where nobody says.
    package var unit: String
    /// The day each period ends on.
    package var days: [CalendarDay]
    package var planned: [Double]
    /// Up to now, so perhaps shorter than the plan.
    package var earned: [Double]
    /// Of the last periods of `earned`: those for which somebody had said what was spent.
    package var spent: [Double]
    package var budget: Double
    /// Lines of the plan that count, and those that do not, by reason.
    package var lineCount: Int
    package var excluded: [String: Int]
    /// The budget of lines that are done and of which nobody says what was spent.
    package var budgetWithoutCost: Double

    package init(
        unit: String, days: [CalendarDay], planned: [Double], earned: [Double], spent: [Double], budget: Double, lineCount: Int = 0,
        excluded: [String: Int] = [:], budgetWithoutCost: Double = 0
    ) {
        (self.unit, self.days, self.planned) = (unit, days, planned)
        (self.earned, self.spent, self.budget) = (earned, spent, budget)
        (self.lineCount, self.excluded, self.budgetWithoutCost) = (lineCount, excluded, budgetWithoutCost)
    }

    /// Both of the day on which the cost was last said; nil where nobody says it.
    package var earnedAtCost, spentAtCost: Double?

    /// Where the plan stands at the last period that is over; nil where none is, or the numbers make no sense. Without anybody who
    /// says what was spent, nothing is: then there is no index of cost.
    package var standing: HoneStatistics.EarnedValue? { standing(less: 0) }

    /// The same for the indices of cost: of what is done only the lines whose cost is known, held against the whole plan.
    package var costStanding: HoneStatistics.EarnedValue? {
        guard let earnedAtCost, let spentAtCost, let planned = standing?.plannedValue else { return standing(less: budgetWithoutCost) }
        return HoneStatistics.EarnedValue(
            budgetAtCompletion: budget, plannedValue: planned, earnedValue: earnedAtCost, actualCost: spentAtCost)
    }

    private func standing(less unknown: Double) -> HoneStatistics.EarnedValue? {
        let period = earned.count - 1
        guard planned.indices.contains(period), spent.count <= earned.count else { return nil }
        return HoneStatistics.EarnedValue(
            budgetAtCompletion: budget, plannedValue: planned[period], earnedValue: max(0, earned[period] - unknown),
            actualCost: spent.last ?? 0)
    }
}

extension MetricsBuilder {
    /// Nil outside of the phased life cycle, which alone commits to a plan with a baseline.
    var earnedValue: MetricsPicture.Content? {
        guard product.lifeCycle(on: zone.day(atSeconds: lastSecond)) == .phased else { return nil }
        let (measured, reason) = rows(HoneMetrics.EarnedValue(), over: window)
        guard measured != nil else { return .missing(reason) }
        guard let curve = PlanCurve(histories, context(window)) else {
            return .missing(
                PlanCurve.isTooLong(histories, context(window))
                    ? "the dates of the plan lie more than a hundred years apart, so one of them has another year than is meant: hone plan show --lines lists them"
                    : "no line of the plan has a budget and a planned finish")
        }
        var excluded = curve.excluded
        if curve.doneWithoutCost > 0, !curve.spent.isEmpty { excluded["no-cost"] = curve.doneWithoutCost }
        var picture = EarnedValuePlan(
            unit: "", days: curve.days, planned: curve.planned, earned: curve.earned, spent: curve.spent, budget: curve.budget,
            lineCount: curve.lineCount, excluded: excluded, budgetWithoutCost: curve.spent.isEmpty ? 0 : curve.budgetWithoutCost)
        let figures = PlanFigures(histories.plan, context(window))
        if let spent = figures.spent { (picture.earnedAtCost, picture.spentAtCost) = (figures.earnedAtCost, spent) }
        return .earnedValue(picture)
    }
}
