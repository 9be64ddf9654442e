package import HoneFacts
internal import HoneStatistics

/// Work done less money spent, in budget.
package struct CostVariance: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "cost-variance", version: 2, name: "Cost variance", family: .schedule,
        question: "Is what is done dearer than planned?",
        formula:
            "earned value - actual cost (CV = EV - AC); negative is dearer; both are of the day, up to the end of the window, on which the cost was last said",
        unit: .budget, direction: .higher, startEvent: "baseline", endEvent: "the instant itself",
        needs:
            "Lines of a plan with budget and planned finish: a source with fact: plan_line. The baseline is what hone plan baseline recorded, else the first statement of each line. And what was spent on each line (cost).",
        misuse:
            "Cost that is booked late makes it look good.",
        guards: ["schedule-variance", "legacy-bug-count"],
        citations: ["PMI, The Standard for Earned Value Management, 2019; ISO 21508:2018"],
        examples: [
            ExampleFacts.planned(
                "400 done for 450 spent.",
                -50)
        ])

    package func concerns(_ histories: Histories) -> Bool { histories.hasPlan }

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        PlanStanding.measure(histories, context, unit: .budget, needsCost: true) { $0.earned?.costVariance }
    }
}
