import ArgumentParser
import HoneLoop
import HoneMetrics

/// What is frozen when an improvement is committed. What is missing is said in one answer.
struct ImprovementTermOptions: ParsableArguments {
    @Option(name: .long, help: "What you believe: \"changing X will move Y\".")
    var hypothesis: String?

    @Option(
        name: .long, help: "The metric that would show it. Default: stage-time of the stage it touches.",
        completion: .list(Catalogue.metrics.map(\.definition.id)))
    var metric: String?

    @Option(name: .long, help: "The part of the metric, such as a stage or the name of a product measure.")
    var part: String?

    @Option(name: .long, help: "Which way is better, where the metric does not say: lower or higher.")
    var better: EffectTerms.Direction?

    @Option(name: .long, help: "How much better you expect it to get: \"10-30 %\", for shares \"5-15 points\".")
    var expect: String?

    @Option(name: .long, help: "The smallest effect worth it. Default: 10 %, for shares 10 points.")
    var smallest: String?

    @Option(name: .long, help: "The metric that must not suffer.", completion: .list(Catalogue.metrics.map(\.definition.id)))
    var `guard`: String?

    @Option(name: .long, help: "Weeks that people need to get used to it; they are not measured. Default: 0.")
    var washout: Int?

    @Flag(name: .long, help: "Look at 6 weeks and at 12, instead of once at 12. A claim then needs more.")
    var earlyLook = false

    @Option(name: .long, help: "Number of the KPI it serves.")
    var kpi: Int?

    @Option(name: .long, help: "Why more than three are measured at once.")
    var beyondThree: String?

    func draft(costHours: Double? = nil) throws -> ImprovementDraft {
        if let washout, !(0...52).contains(washout) { throw Failure(.usage, "--washout is a number of weeks, 0 to 52.") }
        var draft = ImprovementDraft()
        (draft.hypothesis, draft.metric, draft.part, draft.better) = (hypothesis?.trimmed, metric?.trimmed, part?.trimmed, better)
        (draft.expected, draft.smallest, draft.guardMetric) = (expect, smallest, self.guard?.trimmed)
        (draft.washoutWeeks, draft.looks, draft.costHours) = (washout, earlyLook ? .earlyAndFinal : nil, costHours)
        (draft.kpi, draft.beyondThree) = (kpi, beyondThree?.trimmed)
        return draft
    }
}
