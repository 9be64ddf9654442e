package import HoneFacts
internal import HoneStatistics

/// How many turns of build, measure and learn teach something.
package struct ValidatedLearningRate: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "validated-learning-rate", version: 1, name: "Validated learning rate", family: .improvement,
        question: "How many of our bets teach us something?",
        formula:
            "loops that were decided (persevere, pivot or stop) by a success line that was fixed before the first data / loops closed in the window. Beside it the share that changed course (pivot or stop); where nobody ever did, that is marked",
        unit: .share, direction: .higher, startEvent: "hypothesis stated", endEvent: "decided",
        needs: "Product experiments with a success line and a decision.",
        misuse:
            "A success line that cannot be missed makes every loop count. A team that always perseveres learns nothing, whatever the rate.",
        guards: ["build-measure-learn", "throughput"],
        citations: ["Ries, The Lean Startup, 2011, chapters 4 and 8; interval: Wilson, JASA 22, 1927, doi:10.1080/01621459.1927.10502953"],
        examples: [
            WorkedExample(
                "Two loops were closed; one of them had its success line before the data.", .exampleLoops, from: "2026-03-01",
                to: "2026-05-01", expected: 0.5, n: 2)
        ])

    package func concerns(_ histories: Histories) -> Bool { histories.loops.count > 0 }

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let table = histories.loops
        guard table.count > 0 else { return .unavailable(BuildMeasureLearn.noLoops) }
        var validated = MeasuredRows(.loops, unit: .share, summary: .share)
        var changed = validated
        var decisions: [LoopHistories.Loop.Decision?] = []
        for (place, stated) in table.loops.enumerated() {
            guard let decidedOn = stated.decidedOn else { continue }
            validated.keep(place, endDay: decidedOn, value: LearningLoop(stated).isValidated ? 1 : 0)
            changed.keep(place, endDay: decidedOn, value: stated.decision == .pivot || stated.decision == .stop ? 1 : 0)
            if context.window.contains(decidedOn) { decisions.append(stated.decision) }
        }
        if !decisions.isEmpty, decisions.allSatisfy({ $0 == .persevere }) { validated.marks = ["always-persevered"] }
        validated.parts = [("changed course (pivot or stop)", changed)]
        return .rows(validated)
    }
}
