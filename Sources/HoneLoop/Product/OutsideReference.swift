import HoneFacts

/// A number of others that people hold a trend beside, as its source says it: Hone has not measured it, and nobody knows whether it was
/// measured alike. It is printed, never judged, and never a target.
package struct OutsideReference: Sendable, Equatable {
    /// Id of one of the metrics that trends are made of.
    package let metric: String
    /// With its unit, in the words of the source: `30 d`, `one week to one month`.
    package let value: String
    /// The report, paper or organisation.
    package let saidBy: String
    /// `2024`, `2024-06` or `2024-06-30`.
    package let date: String
    /// A link, or a chapter and page; nil where nobody said.
    package let place: String?

    package init(metric: String, value: String, saidBy: String, date: String, place: String? = nil) {
        (self.metric, self.value, self.saidBy, self.date, self.place) = (metric, value, saidBy, date, place)
    }

    /// Whether a text is a year, a month or a day as `date` has them.
    package static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 }),
            parts.allSatisfy({ $0.utf8.allSatisfy { $0 &- 48 < 10 } })
        else { return false }
        return CalendarDay(iso: text + "-01-01".suffix(3 * (3 - parts.count))) != nil
    }
}
