package import HoneFacts
import HoneMetrics

/// A line of a plan as people check it: what the baseline says, what was said last, what is done and spent.
package struct PlanLine: Sendable, Equatable {
    package let key: String
    package let phase: String
    package let kind: WorkKind
    /// As the baseline has it.
    package let plannedStartOn: CalendarDay?
    package let plannedFinishOn: CalendarDay?
    package let budget: Double?
    /// As it was said last, where that is something else.
    package let finishNowOn: CalendarDay?
    package let budgetNow: Double?
    package let doneOn: CalendarDay?
    package let spent: Double?
    /// Why it counts for nothing; empty where it counts.
    package let remark: String

    /// - Parameter plan: held against the baseline that is meant.
    package init(_ plan: PlanHistories, _ place: Int, zone: ZoneTable, asOf: CalendarDay) {
        func day(_ raw: Int64) -> CalendarDay? { raw == Instant.missing ? nil : zone.day(Instant(rawValue: raw)) }
        let said = plan.statements(of: place).filter { day($0.statedAt).map { $0 <= asOf } ?? true }
        key = plan.key[place]
        phase = plan.phase[place]
        kind = plan.kind[place]
        plannedStartOn = day(plan.plannedStartAt[place])
        let due = day(plan.plannedFinishAt[place])
        (plannedFinishOn, budget) = (due, plan.budget[place])
        finishNowOn = said.last.flatMap { day($0.plannedFinishAt) }.flatMap { $0 == due ? nil : $0 }
        budgetNow = said.last?.budget.flatMap { $0 == plan.budget[place] ? nil : $0 }
        doneOn = plan.doneOn(place, by: asOf, zone)
        spent = said.last { $0.cost != nil }?.cost
        remark = plan.reasonAgainst(place).map { Self.remarks[$0] ?? $0 } ?? ""
    }

    private static let remarks = [
        "not-in-baseline": "not in the baseline", "baseline-disputed": "first said in two ways", "no-budget": "no budget",
        "no-planned-finish": "no planned finish",
    ]

    /// Every line, by phase and planned finish.
    package static func all(_ plan: PlanHistories, zone: ZoneTable, asOf: CalendarDay) -> [PlanLine] {
        let far = CalendarDay(number: .max)
        return (0..<plan.count).map { PlanLine(plan, $0, zone: zone, asOf: asOf) }.sorted {
            ($0.plannedFinishOn ?? far, $0.key) < ($1.plannedFinishOn ?? far, $1.key)
        }
    }
}
