package import HoneFacts
internal import HoneStatistics

/// The budget of the work that was planned up to a day.
package struct PlannedValue: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "planned-value", version: 1, name: "Planned value", family: .schedule,
        question: "How much was to be done by now?",
        formula:
            "sum of the budgets of the lines whose baseline finish lies on the day or before (PV)",
        unit: .budget, direction: .none, startEvent: "baseline", endEvent: "the instant itself",
        needs:
            "Lines of a plan with budget and planned finish: a source with fact: plan_line. The baseline is what hone plan baseline recorded, else the first statement of each line.",
        misuse:
            "It says what was hoped. Read it beside earned value.",
        guards: ["earned-value", "earned-schedule"],
        citations: ["PMI, The Standard for Earned Value Management, 2019; ISO 21508:2018"],
        examples: [
            ExampleFacts.planned(
                "A and B were to be done.",
                500)
        ])

    package func concerns(_ histories: Histories) -> Bool { histories.hasPlan }

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        PlanStanding.measure(histories, context, of: .planLines, unit: .budget) { $0.earned?.plannedValue }
    }
}
