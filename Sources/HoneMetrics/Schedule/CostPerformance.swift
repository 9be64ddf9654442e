package import HoneFacts
internal import HoneStatistics

/// Work done for money spent.
package struct CostPerformance: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "cost-performance", version: 2, name: "Cost performance (CPI)", family: .schedule,
        question: "How much of the plan does each unit of cost bring?",
        formula:
            "earned value / actual cost (CPI = EV / AC); undefined before anything was spent; both are of the day, up to the end of the window, on which the cost was last said",
        unit: .index, direction: .higher, startEvent: "baseline", endEvent: "the instant itself",
        needs:
            "Lines of a plan with budget and planned finish: a source with fact: plan_line. The baseline is what hone plan baseline recorded, else the first statement of each line. And what was spent on each line (cost).",
        misuse:
            "Cheap lines first make it look good. Cost that is booked late does too.",
        guards: ["schedule-performance", "legacy-bug-count"],
        citations: ["PMI, The Standard for Earned Value Management, 2019; ISO 21508:2018"],
        examples: [
            ExampleFacts.planned(
                "400 done for 450 spent.",
                400.0 / 450)
        ])

    package func concerns(_ histories: Histories) -> Bool { histories.hasPlan }

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        PlanStanding.measure(histories, context, unit: .index, needsCost: true) { $0.earned?.costPerformance }
    }
}
