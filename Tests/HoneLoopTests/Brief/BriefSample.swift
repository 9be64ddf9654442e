import HoneFacts
import HoneMetrics
import HoneStatistics

@testable import HoneLoop

/// Briefs about any number, made from decisions.
enum BriefSample {
    /// A number that a brief can be about, with evidence that has it.
    struct Asked {
        let measure: EffectMeasure
        let unit: MetricUnit
        let evidence: EffectEvidence
    }

    /// All numbers of the catalogue that can be asked about, whole or in part, as the worked examples have them.
    static let asked: [Asked] = Catalogue.metrics.flatMap { metric in
        metric.definition.examples.flatMap { example -> [Asked] in
            let histories = example.facts.histories(example.interpretation, now: example.now)
            let product = Product(name: "Alloy", lifeCycles: [LifeCyclePeriod(kind: .kanban)])
            let evidence = EffectEvidence(histories, example.interpretation, product, now: example.now)
            let context = MeasureContext(interpretation: example.interpretation, window: evidence.covered, now: example.now)
            guard case .rows(let rows) = metric.measure(histories, context) else { return [] }
            let parts = rows.parts.map(\.name).filter { !$0.hasSuffix(", before the window") }
            return ([""] + parts).compactMap { part in
                guard let rows = try? evidence.rows(metric.definition.id, part: part), let kind = DatedRows.kind(of: rows) else {
                    return nil
                }
                let better: EffectTerms.Direction = metric.definition.direction == .higher ? .higher : .lower
                let measure = EffectMeasure(
                    metric: metric.definition.id, definitionVersion: metric.definition.version, part: part, kind: kind, better: better)
                return Asked(measure: measure, unit: rows.unit, evidence: evidence)
            }
        }
    }

    static let guarding = EffectMeasure(metric: "reopen-rate", definitionVersion: 1, kind: .shares, better: .lower)

    static func terms(_ measure: EffectMeasure, guarding: EffectMeasure = guarding, visible: Double? = 0.3) -> ImprovementTerms {
        ImprovementTerms(
            hypothesis: "Two people who look at every change will save waiting", measure: measure, expected: 0.1...0.3, smallest: 0.1,
            guarding: guarding, costHours: 40, smallestVisible: visible)
    }

    static let ask = Decision(
        .askBrief, decidedAt: 3, subject: "n", text: "six hours a week for four weeks, from December on",
        details: ["risk": "The team is small in December"])

    /// From a goal and a note to terms that are frozen; `more` goes on from there.
    static func decisions(_ terms: ImprovementTerms, ask: Decision = ask, more: [Decision] = []) -> [Decision] {
        var goal = Decision(.addGoal, decidedAt: 0, subject: "improve", text: "A new seller is live within a day")
        goal.id = "g"
        var note = Decision(.note, decidedAt: 0, text: "Changes wait for days until somebody looks at them")
        note.id = "n"
        let shape = ImprovementShape(kind: .process, goal: "g", costHours: 40)
        return [
            goal, note, Decision(.shapeImprovement, decidedAt: 1, subject: "n", details: shape.details),
            Decision(.commitImprovement, decidedAt: 2, subject: "n", details: terms.details), ask,
        ] + more
    }

    static func brief(_ decisions: [Decision], _ evidence: EffectEvidence) -> Brief? {
        let agreements = Agreements(decisions)
        return agreements.record.improvement(id: "n").map { BriefBuilder($0, agreements, evidence).brief }
    }

    /// Put in force, and decided with an effect as it stood.
    static func decided(_ answer: ImprovementAnswer, _ effect: RecordedEffect?) -> [Decision] {
        [
            Decision(.putInForce, decidedAt: 4, subject: "n", until: CalendarDay(iso: "2026-01-05")),
            Decision(
                .decideImprovement, decidedAt: 9, subject: "n", text: answer.rawValue, reason: "the waiting went away",
                details: effect?.details ?? [:]),
        ]
    }
}
