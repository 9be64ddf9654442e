package import HoneLoop

/// What waits in a product, in words.
package struct ProductOverviewAnswer {
    let overview: ProductOverview

    package init(_ overview: ProductOverview) { self.overview = overview }

    package var answer: Answer {
        Answer(
            sentence: "\(overview.product) (\(overview.lifeCycle))",
            facts: [
                ("goals", overview.goals.map { "\($0.kind.rawValue) \($0.count == 0 ? "none" : "\($0.count)")" }.joined(separator: ", ")),
                ("process", overview.process.sentence + reviews), ("improvements", improvements), ("improvement lives", overview.rhythm),
                ("evidence", overview.evidenceAgeSeconds.map { "read \(AgeText.text(seconds: $0)) ago" } ?? "none was read"),
            ])
    }

    private var reviews: String {
        overview.reviewsDue == 0 ? "" : " \(overview.reviewsDue) to review: hone kpi list."
    }

    private var improvements: String {
        let notes =
            overview.oldestNoteDays.map { days in
                let age = days == 0 ? "noted today" : "\(overview.unanswered == 1 ? "" : "the oldest ")\(days) d old"
                return "\(overview.unanswered) without an answer, \(age)"
            } ?? "no note is waiting"
        let briefs = overview.briefsWaiting == 0 ? [] : ["\(overview.briefsWaiting) asked and not answered"]
        return (["\(overview.running) promised or running", "\(overview.decided) decided", notes] + briefs).joined(separator: "; ")
    }

    package var json: JSON {
        .object([
            ("product", .text(overview.product)), ("lifeCycle", .text(overview.lifeCycle)),
            ("goals", .object(overview.goals.map { ($0.kind.rawValue, .integer($0.count)) })),
            ("process", .text(overview.process.sentence)), ("processPasses", .boolean(overview.process.isPassed)),
            ("reviewsDue", .integer(overview.reviewsDue)), ("running", .integer(overview.running)), ("decided", .integer(overview.decided)),
            ("unanswered", .integer(overview.unanswered)),
            ("oldestNoteDays", .optional(overview.oldestNoteDays.map { Double($0) })),
            ("briefsWaiting", .integer(overview.briefsWaiting)), ("rhythm", .text(overview.rhythm)),
            ("evidenceAgeSeconds", .optional(overview.evidenceAgeSeconds.map { Double($0) })),
        ])
    }
}
