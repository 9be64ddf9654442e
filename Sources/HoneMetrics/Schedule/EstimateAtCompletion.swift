package import HoneFacts
internal import HoneStatistics

/// What the whole plan will cost.
package struct EstimateAtCompletion: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "estimate-at-completion", version: 3, name: "Estimate at completion", family: .schedule,
        question: "What will the whole cost, if the rest costs what the work so far did?",
        formula:
            "whole budget / cost performance (EAC = BAC / CPI); beside it with the rest as planned, with both indices, and the whole budget less it (VAC). Cost performance is that of lines whose cost is known; the budget of lines that are done without one is in the whole. All of it is of the day, up to the end of the window, on which the cost was last said",
        unit: .budget, direction: .lower, startEvent: "baseline", endEvent: "the instant itself",
        needs:
            "Lines of a plan with budget and planned finish: a source with fact: plan_line. The baseline is what hone plan baseline recorded, else the first statement of each line. And what was spent on each line (cost).",
        misuse:
            "One number hides how little is known early: read the three together.",
        guards: ["cost-performance", "schedule-performance"],
        citations: ["PMI, The Standard for Earned Value Management, 2019; ISO 21508:2018"],
        examples: [
            ExampleFacts.planned(
                "1000 planned, at 400 done for 450 spent.",
                1125)
        ])

    package func concerns(_ histories: Histories) -> Bool { histories.hasPlan }

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        PlanStanding.measure(
            histories, context, unit: .budget, needsCost: true,
            parts: {
                [
                    ("rest as planned", .budget, $0.forecast?.estimateWithRestAsPlanned),
                    ("with both indices", .budget, $0.forecast?.estimateWithBothIndices),
                    ("variance at completion", .budget, $0.forecast?.varianceAtCompletion),
                ]
            },
            number: { $0.forecast?.estimateAtCompletion })
    }
}
