package import HoneFacts
internal import HoneStatistics

/// Work done for work planned.
package struct SchedulePerformance: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "schedule-performance", version: 1, name: "Schedule performance (SPI)", family: .schedule,
        question: "How fast are we, against the plan?",
        formula:
            "earned value / planned value (SPI = EV / PV); undefined before anything was planned",
        unit: .index, direction: .higher, startEvent: "baseline", endEvent: "the instant itself",
        needs:
            "Lines of a plan with budget and planned finish: a source with fact: plan_line. The baseline is what hone plan baseline recorded, else the first statement of each line.",
        misuse:
            "It ends at 1 for late work. Read it beside earned-schedule.",
        guards: ["earned-schedule", "cost-performance"],
        citations: ["PMI, The Standard for Earned Value Management, 2019; ISO 21508:2018"],
        examples: [
            ExampleFacts.planned(
                "400 done of 500 planned.",
                0.8)
        ])

    package func concerns(_ histories: Histories) -> Bool { histories.hasPlan }

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        PlanStanding.measure(histories, context, unit: .index) { $0.earned?.schedulePerformance }
    }
}
