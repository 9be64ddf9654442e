import HoneFacts
import HoneLoop

/// The first days of months, quarters or years of a window, at most seven.
struct DayTicks {
    let ticks: [(day: CalendarDay, text: String)]

    init(_ window: Window) {
        let months = max(1, window.length / 30)
        if months < 3 {
            let step = max(7, (window.length / 5 + 6) / 7 * 7)
            ticks = stride(from: 0, to: window.length, by: step).map { (window.from + $0, DayText.short(window.from + $0)) }
            return
        }
        let step = [1, 2, 3, 6, 12, 24, 60, 120].first { months / $0 <= 6 } ?? 240
        let (year, month, dayOfMonth) = window.from.civil
        let first = (year * 12 + month - 1 + (dayOfMonth > 1 ? 1 : 0) + step - 1) / step * step
        var ticks: [(day: CalendarDay, text: String)] = []
        var number = first
        while let day = CalendarDay(year: number / 12, month: number % 12 + 1, day: 1), day < window.to {
            let text = number % 12 == 0 || step >= 12 ? String(number / 12) : String(DayText.month(day).prefix(3))
            ticks.append((day, text))
            number += step
        }
        self.ticks = ticks
    }
}
