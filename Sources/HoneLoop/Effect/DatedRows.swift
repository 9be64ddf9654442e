package import HoneFacts

/// Rows of a record with their days, before they are weekly values.
///
/// Durations have one row an item. Shares have one row an item with 0 of 1 or 1 of 1, or rows with k of n. Counts have one row
/// an event with 1, or rows with how many there were.
package struct DatedRows: Sendable {
    package enum Values: Sendable {
        /// Zero or more each. An amount below the smallest unit counts as one; nil is the smallest amount above zero there is.
        case durations([Double], smallestUnit: Double?)
        case shares(successes: [Int], trials: [Int])
        case counts([Int])
    }

    /// One a row, in any order.
    package let days: [CalendarDay]
    package let values: Values
    /// The days that the record is known to cover; nil where only its rows say.
    package let covered: Window?
    /// What the metric gave no value to: the day of each, and the code of the reason.
    package let leftOut: [(day: CalendarDay, reason: String)]

    package init(
        days: [CalendarDay], values: Values, covered: Window? = nil, leftOut: [(day: CalendarDay, reason: String)] = []
    ) {
        self.leftOut = leftOut
        self.days = days
        self.values = values
        self.covered = covered
    }

    /// The weeks that the record holds whole; the first and the last are left out where it begins or ends inside them.
    ///
    /// Where nobody says what the record covers, its own weekdays do: a record of working days is whole up to a Friday, one with a
    /// row each Monday up to a Monday.
    package var wholeWeeks: Range<Int> {
        if let covered {
            let first = (covered.from + 6).week
            return first..<max(first, covered.to.week)
        }
        guard let first = days.min(), let last = days.max() else { return 0..<0 }
        let weekdays = days.lazy.map(\.weekday)
        let (early, late) = (weekdays.min() ?? 1, weekdays.max() ?? 7)
        let begin = first.weekday > early ? first.week + 1 : first.week
        let end = last.weekday < late ? last.week : last.week + 1
        return begin..<max(begin, end)
    }
}

extension CalendarDay {
    /// The number of the week it is in, from Monday to Sunday; week 0 holds the first Monday of 1970, the 5th of January.
    package var week: Int {
        let days = Int(number) - 4
        return days >= 0 ? days / 7 : (days - 6) / 7
    }

    /// The Monday of a week.
    package init(week: Int) {
        self.init(number: Int32(clamping: week * 7 + 4))
    }
}
