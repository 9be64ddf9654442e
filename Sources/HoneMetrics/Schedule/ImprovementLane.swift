package import HoneFacts

/// How much of a plan is work that makes the next work better.
package struct ImprovementLane: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "improvement-lane", version: 1, name: "Improvement lane", family: .schedule,
        question: "How much of the plan is set aside for improvement?",
        formula:
            "baseline budget of the lines of improvement work (refactoring, legacy bug, process, tool) / baseline budget of all lines of a known kind, by the day they were planned to be done. Beside it, the same of the lines that were done",
        unit: .share, direction: .band, startEvent: "baseline", endEvent: "planned finish",
        needs: "Lines of a plan with kind, budget and planned finish: a source with fact: plan_line, and work_kinds in hone.yaml.",
        misuse: "A lane that is planned and never done looks the same: read the part of what was done.",
        guards: ["improvement-share", "earned-schedule"],
        citations: ["METRICS of record: improvement share over the lines of a plan; interval: jackknife over lines, Student's t"],
        examples: [
            WorkedExample(
                "Of 1000, 350 are planned for a tool.", .examplePlan, from: "2026-03-01", to: "2026-04-01", expected: 0.35, n: 4)
        ])

    package func concerns(_ histories: Histories) -> Bool { histories.hasPlan }

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let plan = histories.plan
        guard plan.count > 0 else { return .unavailable(PlanStanding.noPlan) }
        var rows = MeasuredRows(.planLines, unit: .share, summary: .ratio)
        var done = rows
        for line in 0..<plan.count where context.selects(line, plan) {
            let finishes = plan.statements(of: line).map(\.finishedAt).filter {
                $0 != Instant.missing && context.seconds($0) <= context.now
            }
            if let finished = finishes.map(context.day).max() { done.take(line, of: plan, on: finished) }
            guard plan.plannedFinishAt[line] != Instant.missing else { continue }
            rows.take(line, of: plan, on: context.day(plan.plannedFinishAt[line]))
        }
        rows.parts = [("of the lines that were done", done)]
        return .rows(rows)
    }
}

extension MeasuredRows {
    fileprivate mutating func take(_ line: Int, of plan: PlanHistories, on day: CalendarDay) {
        if !plan.isInBaseline[line] {
            exclude(line, endDay: day, reason: "not-in-baseline")
        } else if plan.isDisputed[line] {
            exclude(line, endDay: day, reason: "baseline-disputed")
        } else if let budget = plan.budget[line], budget > 0 {
            if plan.kind[line] == .unclassified {
                exclude(line, endDay: day, reason: "unclassified")
            } else {
                keep(line, endDay: day, value: plan.kind[line].isImprovement ? budget : 0, weight: budget)
            }
        } else {
            exclude(line, endDay: day, reason: "no-budget")
        }
    }
}
