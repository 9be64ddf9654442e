package import HoneFacts
internal import HoneStatistics

/// Work done less work planned, in budget.
package struct ScheduleVariance: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "schedule-variance", version: 1, name: "Schedule variance", family: .schedule,
        question: "Is less done than was planned by now?",
        formula:
            "earned value - planned value (SV = EV - PV); negative is behind",
        unit: .budget, direction: .higher, startEvent: "baseline", endEvent: "the instant itself",
        needs:
            "Lines of a plan with budget and planned finish: a source with fact: plan_line. The baseline is what hone plan baseline recorded, else the first statement of each line.",
        misuse:
            "It is 0 again at the end of late work. Read it beside earned-schedule.",
        guards: ["earned-schedule", "cost-variance"],
        citations: ["PMI, The Standard for Earned Value Management, 2019; ISO 21508:2018"],
        examples: [
            ExampleFacts.planned(
                "400 done of 500 planned.",
                -100)
        ])

    package func concerns(_ histories: Histories) -> Bool { histories.hasPlan }

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        PlanStanding.measure(histories, context, unit: .budget) { $0.earned?.scheduleVariance }
    }
}
