package import HoneFacts
internal import HoneStatistics

/// How far behind or ahead of its plan the work is, in time.
package struct EarnedSchedule: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "earned-schedule", version: 3, name: "Earned schedule", family: .schedule,
        question: "How late are we, in time?",
        formula:
            "week of the baseline at which the work done now should have been done, less the weeks since its start: SV(t) = ES - AT, negative is late; weeks begin with the first planned start, the day of the level counts, and the clock stops when all is done. Where the plan has nothing due for a while and all before it is done, the work is where it was planned; where as much is done as was due by the day itself, it is in time, and where more is, not late",
        unit: .weeks, direction: .higher, startEvent: "baseline", endEvent: "the instant itself",
        needs:
            "Lines of a plan with budget and planned finish: a source with fact: plan_line. The baseline is what hone plan baseline recorded, else the first statement of each line.",
        misuse:
            "Lines done out of order make it look good.",
        guards: ["schedule-variance", "schedule-slip"],
        citations: ["W. Lipke, Schedule is Different, The Measurable News, 2003, 31-34"],
        examples: [
            ExampleFacts.planned(
                "400 should have been done after 1.6 of 2 weeks: 250 after one, 500 after two.",
                1.6 - 2)
        ])

    package func concerns(_ histories: Histories) -> Bool { histories.hasPlan }

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        PlanStanding.measure(
            histories, context, unit: .weeks,
            parts: {
                [
                    ("earned schedule (ES)", .weeks, $0.schedule?.earned), ("time since the start (AT)", .weeks, $0.schedule?.actualTime),
                    ("ES / AT", .index, $0.schedule?.performance),
                ]
            },
            number: { $0.schedule?.variance })
    }
}
