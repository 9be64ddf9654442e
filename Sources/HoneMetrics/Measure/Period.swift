package import HoneFacts

/// A way to cut a window into periods, all of them, with or without anything in them.
package enum Period: Sendable {
    case month, iteration

    /// Nil for a grouping that is not by time.
    package init?(_ grouping: MetricOptions.Grouping) {
        switch grouping {
        case .month: self = .month
        case .iteration: self = .iteration
        case .stream, .kind: return nil
        }
    }

    /// The periods that meet a window, oldest first, each cut to it; `isPartial` says that it was cut.
    package func windows(
        in window: Window, _ interpretation: Interpretation
    ) -> [(name: String, window: Window, isPartial: Bool)] {
        guard window.length > 0 else { return [] }
        var windows: [(name: String, window: Window, isPartial: Bool)] = []
        var start = firstDay(of: window.from, interpretation)
        while start < window.to {
            // The last month of the calendar has none after it.
            let end = max(next(after: start, interpretation), start + 1)
            let cut = Window(from: max(start, window.from), to: min(end, window.to))
            let name = self == .month ? String(start.description.prefix(7)) : start.description
            windows.append((name, cut, cut.length < end - start))
            start = end
        }
        return windows
    }

    private func firstDay(of day: CalendarDay, _ interpretation: Interpretation) -> CalendarDay {
        switch self {
        case .month: day + (1 - day.civil.day)
        case .iteration: interpretation.firstDay(ofIteration: interpretation.iteration(of: day))
        }
    }

    private func next(after first: CalendarDay, _ interpretation: Interpretation) -> CalendarDay {
        switch self {
        case .month: first.adding(months: 1)
        case .iteration: first + interpretation.iterationDays
        }
    }
}
