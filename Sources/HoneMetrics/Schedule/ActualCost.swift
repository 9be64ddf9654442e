package import HoneFacts
internal import HoneStatistics

/// What was spent up to a day.
package struct ActualCost: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "actual-cost", version: 2, name: "Actual cost", family: .schedule,
        question: "How much did we spend up to now?",
        formula:
            "sum of what was last said, up to the day, of the cost of each line (AC); a line that is done without a cost is left out. What is done is looked at on the day on which a cost was last said",
        unit: .budget, direction: .lower, startEvent: "baseline", endEvent: "the instant itself",
        needs:
            "Lines of a plan with budget and planned finish: a source with fact: plan_line. The baseline is what hone plan baseline recorded, else the first statement of each line. And what was spent on each line (cost).",
        misuse:
            "Cost that is not booked on a line is not in it.",
        guards: ["earned-value", "estimate-at-completion"],
        citations: ["PMI, The Standard for Earned Value Management, 2019; ISO 21508:2018"],
        examples: [
            ExampleFacts.planned(
                "300 for A, 50 for B so far, 100 for C.",
                450)
        ])

    package func concerns(_ histories: Histories) -> Bool { histories.hasPlan }

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        PlanStanding.measure(histories, context, unit: .budget, needsCost: true) { $0.earned?.actualCost }
    }
}
