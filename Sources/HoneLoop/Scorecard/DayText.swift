package import HoneFacts

/// Days and windows as people write them.
package enum DayText {
    /// `22 Nov 2026`.
    package static func day(_ day: CalendarDay) -> String { "\(day.civil.day) \(month(day))" }

    /// `Nov 2026`.
    package static func month(_ day: CalendarDay) -> String { "\(name(day)) \(day.civil.year)" }

    /// `30 Nov`.
    package static func short(_ day: CalendarDay) -> String { "\(day.civil.day) \(name(day))" }

    /// `12 weeks`, or `90 days` where the window is not whole weeks.
    package static func length(_ window: Window) -> String {
        let (number, noun) = window.length % 7 == 0 ? (window.length / 7, "week") : (window.length, "day")
        return "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    /// `12 weeks to 22 Nov 2026`; the last day is in the window.
    package static func window(_ window: Window) -> String { "\(length(window)) to \(day(window.to + -1))" }

    /// `31 Aug 2026 to 22 Nov 2026 (12 weeks)`.
    package static func span(_ window: Window) -> String {
        "\(day(window.from)) to \(day(window.to + -1)) (\(length(window)))"
    }

    private static func name(_ day: CalendarDay) -> String {
        switch day.civil.month {
        case 1: "Jan"
        case 2: "Feb"
        case 3: "Mar"
        case 4: "Apr"
        case 5: "May"
        case 6: "Jun"
        case 7: "Jul"
        case 8: "Aug"
        case 9: "Sep"
        case 10: "Oct"
        case 11: "Nov"
        default: "Dec"
        }
    }
}
