package import HoneFacts

/// By how much each re-estimate moves the end.
package struct ScheduleSlip: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "schedule-slip", version: 2, name: "Schedule slip", family: .schedule,
        question: "When we plan anew, by how much does the end move?",
        formula:
            "new planned finish - planned finish before, in days, of each statement about a line that moves it; negative is earlier; counted on the day it was said. Beside it, the days between the finish in the baseline that was in force when it was done and the real one, of each line that was done: a new baseline makes no late line punctual",
        unit: .days, direction: .lower, startEvent: "planned finish before", endEvent: "re-estimated",
        needs: "Statements of a plan on several days: a source with fact: plan_line and statedOn.",
        misuse: "Few, late re-estimates make each of them large; padding the first makes all small.",
        guards: ["earned-schedule", "say-do"],
        citations: [
            "Interval: order statistics; T. Little, Schedule Estimation and Uncertainty Surrounding the Cone of Uncertainty, IEEE Software 23(3), 2006"
        ],
        examples: [
            WorkedExample(
                "A was moved by one day and B by four; C was moved nine days forward.", .examplePlan, from: "2026-03-02", to: "2026-03-16",
                expected: 1, n: 3)
        ])

    package func concerns(_ histories: Histories) -> Bool { histories.hasPlan }

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let plan = histories.plan
        guard plan.count > 0 else { return .unavailable(PlanStanding.noPlan) }
        var rows = MeasuredRows(.planWork, unit: .days, summary: .days)
        var atEnd = MeasuredRows(.planWork, unit: .days, summary: .days)
        for line in 0..<plan.count where context.selects(line, plan) {
            var before = Instant.missing
            for statement in plan.statements(of: line) where statement.plannedFinishAt != Instant.missing {
                defer { before = statement.plannedFinishAt }
                guard before != Instant.missing, statement.plannedFinishAt != before, statement.statedAt != Instant.missing,
                    context.seconds(statement.statedAt) <= context.now
                else { continue }
                let said = context.day(statement.statedAt)
                rows.keep(
                    line, endDay: said, value: Double(context.day(statement.plannedFinishAt) - context.day(before)), startAt: before)
            }
            let finishes = plan.statements(of: line).map(\.finishedAt).filter {
                $0 != Instant.missing && context.seconds($0) <= context.now
            }
            guard let finished = finishes.map(context.day).max() else { continue }
            let due = plan.finishDue(of: line, on: context.interpretation.zone.startOfDay(finished + 1) - 1)
            if !due.isInBaseline {
                atEnd.exclude(line, endDay: finished, reason: "not-in-baseline")
            } else if due.isDisputed || due.at == Instant.missing {
                atEnd.exclude(line, endDay: finished, reason: due.isDisputed ? "baseline-disputed" : "no-planned-finish")
            } else {
                atEnd.keep(line, endDay: finished, value: Double(finished - context.day(due.at)), startAt: due.at)
            }
        }
        rows.parts = [("baseline to the real finish", atEnd)]
        return .rows(rows)
    }
}
