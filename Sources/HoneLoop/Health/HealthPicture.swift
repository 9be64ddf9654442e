package import HoneFacts

/// A closed health check as every form of it shows it: terminal, page, Markdown and JSON. It holds only what anybody may see.
package struct HealthPicture: Sendable {
    package let product: String
    package let check: HealthCheck
    package let result: HealthResult
    package let closedOn: CalendarDay
    /// The check that it is compared with.
    package let beforeOn: CalendarDay?
    package let rows: [Row]
    package let today: CalendarDay
    package let zone: String

    package struct Row: Sendable {
        package let question: HealthQuestion
        /// Nil where too few answered.
        package let cell: HealthCell?
        package let trend: HealthTrend?
        /// The same statement in all checks up to this one, oldest first.
        package let past: [Point]
    }

    package struct Point: Sendable {
        package let on: CalendarDay
        /// Nil where too few answered.
        package let cell: HealthCell?
        /// Whether the statement had another text then: a break, after which nothing is compared.
        package let hadOtherText: Bool
    }

    /// Nil for a check that is open, or private to a team that is too small.
    package init?(_ check: HealthCheck, _ record: HealthRecord, product: String, today: CalendarDay, zone: String) {
        guard let result = check.result, let closedOn = check.closedOn else { return nil }
        (self.product, self.check, self.result, self.closedOn) = (product, check, result, closedOn)
        (self.today, self.zone) = (today, zone)
        beforeOn = record.before(check)?.closedOn
        let known = record.checks.filter { $0.number <= check.number && $0.result != nil && !$0.isGivenUp }
        rows = zip(check.terms.questions, record.trends(of: check)).map { question, trend in
            let past = known.compactMap { old -> Point? in
                guard let day = old.closedOn, let asked = old.terms.questions.first(where: { $0.id == question.id }) else { return nil }
                return Point(on: day, cell: old.cell(asked), hadOtherText: asked != question)
            }
            return Row(question: question, cell: check.cell(question), trend: trend, past: past)
        }
    }

    /// Statements that too few gave a number to.
    package var hiddenCount: Int { rows.count { $0.cell == nil } }
}
