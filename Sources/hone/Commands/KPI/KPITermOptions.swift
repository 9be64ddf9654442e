import ArgumentParser
import HoneLoop
import HoneMetrics

/// What a KPI consists of, all of it optional: what is missing is said in one answer.
struct KPITermOptions: ParsableArguments {
    @Option(name: .long, help: "Number of the goal it serves.")
    var goal: Int?

    @Option(name: .long, help: "The question it answers. Default: that of the metric.")
    var question: String?

    @Option(name: .long, help: "What gets better, and for whom. Default: the outcome of the goal.")
    var outcome: String?

    @Option(
        name: .long, help: "What is aimed at: \"<= 10 d\", \">= 90 %\", \"10-15\", \"p50 <= 8 d\". Spans of time mean the 85th percentile.")
    var target: String?

    @Flag(name: .long, help: "No target: the number is watched.")
    var watch = false

    @Option(name: .long, help: "The metric that must not suffer.", completion: .list(Catalogue.metrics.map(\.definition.id)))
    var `guard`: String?

    @Option(name: .long, help: "Until where it may go, such as \"<= 5 %\".")
    var guardBound: String?

    @Option(name: .long, help: "What the KPI is used for.")
    var usedFor: String?

    @Option(name: .long, help: "What it is not used for.")
    var notFor: String?

    @Option(name: .long, help: "The day on which it is looked at again, YYYY-MM-DD. Default: in 90 days.")
    var reviewBy: String?

    @Option(name: .long, help: "Why there are more than five.")
    var beyondFive: String?

    func fill(_ draft: inout KPIDraft) throws {
        (draft.goal, draft.question, draft.outcome) = (goal, question?.trimmed, outcome?.trimmed)
        (draft.target, draft.isWatch, draft.guardMetric, draft.guardBound) = (target, watch, self.guard, guardBound)
        (draft.usedFor, draft.notFor, draft.beyondFive) = (usedFor?.trimmed, notFor?.trimmed, beyondFive?.trimmed)
        draft.reviewOn = try reviewBy.map { try WindowArguments.day($0, "--review-by") }
    }
}
