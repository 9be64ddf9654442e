/// What a team says about its own work: so many per cent of the items take so many days or less. None is built in.
package struct ServiceLevel: Sendable, Equatable {
    /// 1...99.
    package let percent: Int
    /// One or more, counted as cycle time counts them.
    package let days: Int

    /// Nil for a percentage that is not within 1...99, and for less than a day.
    package init?(percent: Int, days: Int) {
        guard (1...99).contains(percent), days >= 1 else { return nil }
        self.percent = percent
        self.days = days
    }

    /// Reads `85/10`: 85 % within 10 days. A number alone is days, with 85 %.
    package init?(_ text: String) {
        let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        switch (numbers.count, numbers.first ?? nil, numbers.last ?? nil) {
        case (1, let days?, _): self.init(percent: Self.usualPercent, days: days)
        case (2, let percent?, let days?): self.init(percent: percent, days: days)
        default: return nil
        }
    }

    private static let usualPercent = 85

    package var text: String { "\(percent) % within \(days) \(days == 1 ? "day" : "days")" }
}
