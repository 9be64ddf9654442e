import HoneFacts

/// The improvement that is first in the order of what waits, where nobody has touched it for three sprints, or twelve weeks where
/// there are none. It may go into the next sprint, and need not; that it waits is seen by everybody.
struct FirstInLine {
    let improvement: Improvement
    /// Since when nothing has become of it.
    let since: CalendarDay
    private let today: CalendarDay
    private let periodDays: Int

    /// Periods that something may wait before the page says so.
    static let patience = 3

    /// - Parameter periodDays: of a sprint, or four weeks.
    init?(_ agreements: Agreements, _ zone: ZoneTable, on today: CalendarDay, periodDays: Int) {
        let waiting = WaitingOrder.ordered(
            agreements.improvements.filter { Self.isWaiting($0, on: today) && !agreements.briefs.isPutOff($0.id, on: today) }, zone)
        guard let first = waiting.first else { return nil }
        let request = agreements.briefs.request(of: first.id)
        let steps = [first.changedAt, request?.askedAt, request?.answer?.answeredAt].compactMap(\.self)
        since = steps.max().map { zone.day(atSeconds: $0) } ?? first.firstDay(zone)
        guard today - since >= Self.patience * periodDays else { return nil }
        (improvement, self.today, self.periodDays) = (first, today, periodDays)
    }

    /// Neither begun, nor over, nor put off.
    private static func isWaiting(_ improvement: Improvement, on day: CalendarDay) -> Bool {
        switch improvement.state {
        case .noted, .shaped, .committed, .small, .escalated: true
        case .parked(let parked): parked.until <= day
        case .inForce, .smallInForce, .decided, .done, .declined: false
        }
    }

    /// - Parameters:
    ///   - hasSprints: whether the product counts in sprints; else in weeks.
    ///   - next: the command that takes it further.
    func line(hasSprints: Bool, next: String) -> Scorecard.Running {
        let days = today - since
        let length = hasSprints ? "\(days / periodDays) sprints" : "\(days / 7) weeks"
        return .init(
            label: "first in line", text: "\"\(improvement.title)\": untouched for \(length), since \(DayText.day(since))", next: next)
    }
}
