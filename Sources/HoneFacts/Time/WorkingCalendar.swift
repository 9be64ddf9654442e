/// Which dates are working dates: some weekdays, less the holidays.
package struct WorkingCalendar: Sendable, Equatable {
    /// 1 is Monday, 7 is Sunday.
    package let weekdays: Set<Int>
    package let holidays: Set<CalendarDay>
    /// Holidays that fall on a working weekday, ascending: what a count has to take away.
    private let holidaysOnWorkingDays: [CalendarDay]

    package init(weekdays: Set<Int> = [1, 2, 3, 4, 5], holidays: Set<CalendarDay> = []) {
        self.weekdays = weekdays
        self.holidays = holidays
        holidaysOnWorkingDays = holidays.filter { weekdays.contains($0.weekday) }.sorted()
    }

    package func isWorkingDay(_ day: CalendarDay) -> Bool {
        weekdays.contains(day.weekday) && !holidays.contains(day)
    }

    /// Working dates in `[first, last]`, both included, at least 1. Complexity: O(log holidays).
    package func days(from first: CalendarDay, through last: CalendarDay) -> Int {
        guard first <= last else { return 1 }
        let total = last - first + 1
        let weeks = total / 7
        var count = weeks * weekdays.count
        for step in 0..<(total - weeks * 7) where weekdays.contains((first + step).weekday) { count += 1 }
        count -= index(after: last) - index(after: first + -1)
        return max(1, count)
    }

    /// How many working-weekday holidays lie on or before a day.
    private func index(after day: CalendarDay) -> Int {
        var low = 0
        var high = holidaysOnWorkingDays.count
        while low < high {
            let middle = (low + high) / 2
            if holidaysOnWorkingDays[middle] <= day { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
