package import HoneFacts

extension HealthRecord {
    /// The last health check in a line for the scorecard: when, how many answered, what moved; nil where none was held.
    package func line(_ zone: ZoneTable) -> String? {
        if let open = open.last { return "open since \(DayText.day(zone.day(atSeconds: open.openedAt))); results when it is closed" }
        guard let last = checks.last, let day = last.closedOn else { return nil }
        guard let result = last.result else { return "held on \(DayText.day(day)), private to the team" }
        let answered = "\(result.answered) of \(result.asked) people answered on \(DayText.day(day))"
        let trends = zip(last.terms.questions, trends(of: last))
        let moved = trends.compactMap { question, trend in
            trend.flatMap { $0.direction == .cannotTell ? nil : "\(question.label) \($0.direction.rawValue)" }
        }
        guard let before = before(last)?.closedOn else { return answered }
        let since = "since \(DayText.day(before))"
        return answered + (moved.isEmpty ? "; nothing can be told to have moved \(since)" : "; \(moved.joined(separator: ", ")) \(since)")
    }
}
