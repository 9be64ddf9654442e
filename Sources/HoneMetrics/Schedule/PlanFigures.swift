package import HoneFacts
internal import HoneStatistics

/// What was planned, done and spent up to a day, of some lines of a plan: the numbers of earned value, together with what they
/// stand on.
package struct PlanFigures: Sendable, Equatable {
    /// Lines that count.
    package let n: Int
    /// Of these, lines that are done.
    package let doneCount: Int
    /// Lines that do not, by reason.
    package let excluded: [String: Int]
    /// The whole budget (BAC), the budget of what was to be done by the day (PV), and of what is done (EV).
    package let budget: Double
    package let planned: Double
    package let earned: Double
    /// What was spent (AC); nil where nobody says. Lines that are done and of which nobody says it are in neither this nor CPI.
    package let spent: Double?
    /// The last day up to which somebody said what was spent: that of this, CPI and EAC.
    package let spentUntil: CalendarDay
    /// What was spent on lines that are not done; it is in `spent`, and nothing stands against it yet.
    package let spentOnBegun: Double
    package let withoutCost: Int
    /// What was spent on lines that do not count; in none of the numbers here.
    package let spentOnOthers: Double
    /// The budget of the done lines whose cost is known: what CPI holds against what was spent.
    package let earnedAtCost: Double
    /// SPI and CPI; nil where nothing was planned, or spent.
    package let schedulePerformance: Double?
    package let costPerformance: Double?
    /// EAC: the whole budget at the CPI of the lines whose cost is known.
    package let estimateAtCompletion: Double?
    /// Weeks that the work is ahead of the plan, negative when it is late: SV(t), which does not end at 0 for late work as SPI does
    /// at 1. Nil before anything was to be done.
    package let weeksAhead: Double?

    /// - Parameters:
    ///   - context: its window's end is the day.
    ///   - isCounted: which rows of the plan, as it was held against its baseline then, are looked at.
    /// - Complexity: O(statements).
    package init(_ plan: PlanHistories, _ context: MeasureContext, only isCounted: (PlanHistories, Int) -> Bool = { _, _ in true }) {
        let standing = PlanStanding(plan, context, needsCost: false, only: isCounted)
        let costed = PlanStanding(plan, context, needsCost: true, only: isCounted)
        n = standing.lines.count
        doneCount = standing.lines.count { standing.finishedOn($0) != nil }
        excluded = Dictionary(standing.excluded.map { ($0.reason, 1) }, uniquingKeysWith: +)
        budget = standing.earned?.budgetAtCompletion ?? 0
        planned = standing.earned?.plannedValue ?? 0
        earned = standing.earned?.earnedValue ?? 0
        spent = costed.knowsCost ? costed.earned?.actualCost : nil
        spentUntil = costed.day
        spentOnBegun = costed.lines.filter { costed.finishedOn($0) == nil }.reduce(0) { $0 + (costed.cost(of: $1, on: costed.day) ?? 0) }
        withoutCost = costed.excluded.count { $0.reason == PlanStanding.noCost }
        spentOnOthers = standing.excluded.reduce(0) { $0 + (standing.cost(of: $1.line, on: standing.day) ?? 0) }
        earnedAtCost = costed.earned?.earnedValue ?? 0
        schedulePerformance = standing.earned?.schedulePerformance
        costPerformance = costed.knowsCost ? costed.earned?.costPerformance : nil
        estimateAtCompletion = costed.knowsCost ? costed.forecast?.estimateAtCompletion : nil
        weeksAhead = planned == 0 && earned == 0 ? nil : standing.schedule?.variance
    }
}
