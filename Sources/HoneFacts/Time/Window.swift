/// A half-open range of days in the product's zone: `from` is in it, `to` is not.
package struct Window: Hashable, Sendable {
    package let from: CalendarDay
    package let to: CalendarDay

    package init(from: CalendarDay, to: CalendarDay) {
        self.from = from
        self.to = max(from, to)
    }

    package func contains(_ day: CalendarDay) -> Bool { from <= day && day < to }

    /// Number of days in the window.
    package var length: Int { to - from }

    /// The last `count` whole weeks (Monday to Sunday) before the week that `day` is in.
    package static func lastWholeWeeks(_ count: Int, before day: CalendarDay) -> Window {
        let monday = day.startOfWeek
        return Window(from: monday + -7 * count, to: monday)
    }

    /// The `count` days that end with `day`.
    package static func last(_ count: Int, until day: CalendarDay) -> Window { Window(from: day + 1 + -count, to: day + 1) }

    /// The window of the same length that ends where this one begins.
    package var previous: Window { Window(from: from + -length, to: from) }
}
