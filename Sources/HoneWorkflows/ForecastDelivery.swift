import HoneFacts
package import HoneLoop

/// Forecasts from the product's own history: items finished a day, days without one included.
package struct ForecastDelivery: Sendable {
    private let history: DeliveryHistory
    private let today: CalendarDay
    private let calendar: WorkingCalendar

    package init(_ evidence: Evidence) {
        history = DeliveryHistory(evidence.histories, evidence.interpretation, now: evidence.now)
        today = evidence.today
        calendar = evidence.interpretation.calendar
    }

    package func forecast(_ question: ForecastQuestion) -> Forecast {
        Forecast(
            question, from: .history(history.counts, lastDay: history.lastDay), today: today, calendar: calendar, begunOn: history.begunOn)
    }

    /// How many items carry a label, and how many of them are open.
    package func items(labelled label: String) -> (all: Int, open: Int) { history.items(labelled: label) }
}
