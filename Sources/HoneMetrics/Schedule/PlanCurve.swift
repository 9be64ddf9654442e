package import HoneFacts

/// A plan over time: what its baseline planned, what of it was done and what was spent, added up week by week.
///
/// The lines are those that stand in a plan today. A line counts for its whole budget or not at all, as for every number of a plan.
package struct PlanCurve: Sendable {
    /// The last day of each week, from the day before the plan begins to the end of the plan or to now, whichever is later.
    package let days: [CalendarDay]
    package let planned: [Double]
    /// Up to the day of the level only.
    package let earned: [Double]
    /// The last of these days: from the first on which somebody had said what was spent. Empty where nobody has.
    package let spent: [Double]
    package let budget: Double
    package let lineCount: Int
    /// Lines that do not count, by reason.
    package let excluded: [String: Int]
    /// Lines that are done and of which nobody says what was spent: the spent curve leaves them out.
    package let doneWithoutCost: Int
    /// The budget of these lines.
    package let budgetWithoutCost: Double

    /// A plan over more than a hundred years has a year that is mistyped.
    private static let mostDays = 36_525

    /// Whether its days are too many for a picture.
    package static func isTooLong(_ histories: Histories, _ context: MeasureContext) -> Bool {
        ends(PlanStanding(histories.plan, context, needsCost: false), context).map { $1 - $0 > mostDays } ?? false
    }

    /// The first day of the lines that count, and the last one that any is to be finished on.
    private static func ends(_ standing: PlanStanding, _ context: MeasureContext) -> (start: CalendarDay, end: CalendarDay)? {
        let due = standing.lines.map { context.day(standing.plan.plannedFinishAt[$0]) }
        let begun = standing.lines.map { standing.plan.plannedStartAt[$0] }.filter { $0 != Instant.missing }.map(context.day)
        return (begun + due).min().flatMap { start in due.max().map { (start, $0) } }
    }

    /// Nil where no line has a budget and a planned finish, and where a hundred years lie between them.
    /// - Complexity: O(weeks x statements).
    package init?(_ histories: Histories, _ context: MeasureContext) {
        let standing = PlanStanding(histories.plan, context, needsCost: false)
        let plan = standing.plan
        let lines = standing.lines
        let due = lines.map { context.day(plan.plannedFinishAt[$0]) }
        guard let (start, end) = Self.ends(standing, context) else { return nil }
        let level = standing.day
        let last = max(end, level)
        guard last - start <= Self.mostDays else { return nil }
        var days = stride(from: 0, through: max(0, last - start + 6) / 7, by: 1).map { start + -1 + 7 * $0 }.filter { $0 <= last }
        for day in [end, level] where day >= start && !days.contains(day) { days.append(day) }
        days.sort()
        let budgets = lines.map { plan.budget[$0] ?? 0 }
        let finished = lines.map(standing.finishedOn)
        let past = days.filter { $0 <= level }
        let told = past.drop { day in lines.allSatisfy { standing.cost(of: $0, on: day) == nil } }
        self.days = days
        planned = days.map { day in zip(due, budgets).reduce(0) { $0 + ($1.0 <= day ? $1.1 : 0) } }
        earned = past.map { day in zip(finished, budgets).reduce(0) { sum, line in sum + (line.0.map { $0 <= day } == true ? line.1 : 0) } }
        spent = told.map { day in lines.reduce(0) { $0 + (standing.cost(of: $1, on: day) ?? 0) } }
        budget = budgets.reduce(0, +)
        lineCount = lines.count
        excluded = standing.excluded.reduce(into: [:]) { $0[$1.reason, default: 0] += 1 }
        let without = lines.indices.filter { finished[$0] != nil && standing.cost(of: lines[$0], on: level) == nil }
        (doneWithoutCost, budgetWithoutCost) = (without.count, without.reduce(0) { $0 + budgets[$1] })
    }
}
