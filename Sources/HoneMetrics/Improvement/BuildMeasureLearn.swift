package import HoneFacts
internal import HoneStatistics

/// How long a turn of build, measure and learn takes.
package struct BuildMeasureLearn: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "build-measure-learn", version: 1, name: "Build-measure-learn time", family: .improvement,
        question: "How long does it take us to learn whether an idea is worth going on with?",
        formula:
            "day of the decision - day the hypothesis was stated + 1, of loops decided in the window. Beside it the three parts, which are differences: stated to built, built to first data, first data to decision; and the median of all loops with those still open in it (Kaplan and Meier), as far as the window's end",
        unit: .days, direction: .lower, startEvent: "hypothesis stated", endEvent: "decided",
        needs: "Product experiments with the day they were stated and decided.",
        misuse: "Small bets are decided fast. Stating a hypothesis after the fact makes it short.",
        guards: ["validated-learning-rate", "lead-time"],
        citations: [
            "Ries, The Lean Startup, 2011, chapters 4 and 8; open loops: Kaplan and Meier, JASA 53, 1958, doi:10.1080/01621459.1958.10501452"
        ],
        examples: [
            WorkedExample(
                "One loop took ten days and one thirty; a third is still open.", .exampleLoops, from: "2026-03-01", to: "2026-05-01",
                expected: 10, n: 2)
        ])

    package func concerns(_ histories: Histories) -> Bool { histories.loops.count > 0 }

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let table = histories.loops
        guard table.count > 0 else { return .unavailable(Self.noLoops) }
        func rows(_ summary: Summary = .days) -> MeasuredRows { MeasuredRows(.loops, unit: .days, summary: summary) }
        var (cycle, build, measure, learn, alive) = (rows(), rows(), rows(), rows(), rows(.survival))
        let today = context.interpretation.zone.day(atSeconds: context.levelSeconds)
        for (place, stated) in table.loops.enumerated() {
            let loop = LearningLoop(stated)
            if stated.statedOn <= today, (stated.decidedOn ?? today) >= stated.statedOn {
                let isOver = stated.decidedOn.map { $0 <= today } ?? false
                let end = isOver ? stated.decidedOn ?? today : today
                alive.keep(place, endDay: end, value: Double(end - stated.statedOn + 1), weight: isOver ? 1 : 0)
            }
            guard let decidedOn = stated.decidedOn else { continue }
            guard let days = loop.cycleDays else {
                cycle.exclude(place, endDay: decidedOn, reason: "ends-before-start")
                continue
            }
            cycle.keep(place, endDay: decidedOn, value: Double(days))
            if let days = loop.buildDays { build.keep(place, endDay: decidedOn, value: Double(days)) }
            if let days = loop.measureDays { measure.keep(place, endDay: decidedOn, value: Double(days)) }
            if let days = loop.learnDays { learn.keep(place, endDay: decidedOn, value: Double(days)) }
        }
        cycle.parts = [("build", build), ("measure", measure), ("learn", learn), ("with open loops", alive)]
        return .rows(cycle)
    }

    static let noLoops =
        "No product experiment is on record, so no loop of build, measure and learn: hone note writes one down, hone improvement shape 1 --experiment makes it one."
}

extension LearningLoop {
    package init(_ loop: LoopHistories.Loop) {
        let decision: Decision? =
            switch loop.decision {
            case .persevere: .persevere
            case .pivot: .pivot
            case .stop: .stop
            case nil: nil
            }
        self.init(
            statedOn: Int(loop.statedOn.number), builtOn: loop.builtOn.map { Int($0.number) },
            firstDataOn: loop.firstDataOn.map { Int($0.number) }, decidedOn: loop.decidedOn.map { Int($0.number) }, decision: decision,
            hasThresholdBeforeData: loop.hasThresholdBeforeData)
    }
}
