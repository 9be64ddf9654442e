package import HoneFacts
internal import HoneStatistics

/// The budget of the work that is done.
package struct EarnedValue: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "earned-value", version: 1, name: "Earned value", family: .schedule,
        question: "How much of the plan is done?",
        formula:
            "sum of the baseline budgets of the lines that are done on the day, whole or not at all (EV, 0/100); the part is the whole budget (BAC)",
        unit: .budget, direction: .higher, startEvent: "baseline", endEvent: "the instant itself",
        needs:
            "Lines of a plan with budget and planned finish: a source with fact: plan_line. The baseline is what hone plan baseline recorded, else the first statement of each line.",
        misuse:
            "Lines closed without being done raise it. Budget is not value to a customer.",
        guards: ["actual-cost", "legacy-bug-count"],
        citations: ["PMI, The Standard for Earned Value Management, 2019; ISO 21508:2018"],
        examples: [
            ExampleFacts.planned(
                "A and C are done.",
                400)
        ])

    package func concerns(_ histories: Histories) -> Bool { histories.hasPlan }

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        PlanStanding.measure(
            histories, context, unit: .budget,
            parts: { [("whole budget", .budget, $0.earned?.budgetAtCompletion)] },
            number: { $0.earned?.earnedValue })
    }
}
