package import HoneFacts
internal import HoneStatistics

/// What the rest of the budget must bring.
package struct ToCompletePerformance: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "to-complete-performance", version: 2, name: "To-complete performance (TCPI)", family: .schedule,
        question: "How much must each unit of the remaining budget bring?",
        formula:
            "(whole budget - earned value) / (whole budget - actual cost) (TCPI); below 0 the budget is already spent; both are of the day, up to the end of the window, on which the cost was last said",
        unit: .index, direction: .lower, startEvent: "baseline", endEvent: "the instant itself",
        needs:
            "Lines of a plan with budget and planned finish: a source with fact: plan_line. The baseline is what hone plan baseline recorded, else the first statement of each line. And what was spent on each line (cost).",
        misuse:
            "It assumes that the budget is right.",
        guards: ["cost-performance", "estimate-at-completion"],
        citations: ["PMI, The Standard for Earned Value Management, 2019; ISO 21508:2018"],
        examples: [
            ExampleFacts.planned(
                "600 to do with 550 left.",
                600.0 / 550)
        ])

    package func concerns(_ histories: Histories) -> Bool { histories.hasPlan }

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        PlanStanding.measure(histories, context, unit: .index, needsCost: true) { $0.earned?.toCompletePerformance }
    }
}
