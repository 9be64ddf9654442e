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
                ("evidence", overview.evidenceAgeSeconds.map { AgeText.asOf(seconds: $0) } ?? "none was read"),
            ])
    }

    private var reviews: String {
        let counts = [(overview.reviewsDue, "to review"), (overview.proposals, "proposed and not agreed")].filter { $0.0 > 0 }
        return counts.isEmpty ? "" : " \(counts.map { "\($0) \($1)" }.joined(separator: ", ")): hone kpi list."
    }

    private var improvements: String {
        let notes =
            overview.oldestNoteDays.map { days in
                let age = days == 0 ? "noted today" : "\(overview.unanswered == 1 ? "" : "the oldest ")\(days) d old"
                return "\(overview.unanswered) without an answer, \(age)"
            } ?? "no note is waiting"
        let briefs = overview.briefsWaiting == 0 ? [] : ["\(overview.briefsWaiting) asked and not answered"]
        let due = overview.toDecide == 0 ? "" : ", \(overview.toDecide) of them to decide"
        return (["\(overview.running) promised or running\(due)", "\(overview.decided) decided", notes] + briefs).joined(separator: "; ")
    }

    /// - Parameter folder: as it was named; nil for the one here.
    package func json(folder: String?) -> JSON {
        .object([
            ("folder", .optional(folder)), ("product", .text(overview.product)), ("lifeCycle", .text(overview.lifeCycle)),
            ("goals", .object(overview.goals.map { ($0.kind.rawValue, .integer($0.count)) })),
            ("process", .text(overview.process.sentence)), ("processPasses", .boolean(overview.process.isPassed)),
            ("reviewsDue", .integer(overview.reviewsDue)), ("proposals", .integer(overview.proposals)),
            ("running", .integer(overview.running)), ("toDecide", .integer(overview.toDecide)), ("decided", .integer(overview.decided)),
            ("unanswered", .integer(overview.unanswered)),
            ("oldestNoteDays", .optional(overview.oldestNoteDays.map { Double($0) })),
            ("briefsWaiting", .integer(overview.briefsWaiting)), ("rhythm", .text(overview.rhythm)),
            ("evidenceAgeSeconds", .optional(overview.evidenceAgeSeconds.map { Double($0) })),
        ])
    }
}
