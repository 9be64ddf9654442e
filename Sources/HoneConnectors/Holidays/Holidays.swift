package import HoneFacts

/// Reads the days on which nobody works from an iCalendar file or a table of dates.
package enum Holidays {
    /// Every whole day of a calendar's events, or every cell of a table that reads as a date.
    ///
    /// - Parameters:
    ///   - path: as diagnostics name it.
    ///   - dateFormat: how a table writes its dates, beside ISO 8601 and `d MMM yyyy`.
    /// - Returns: the days, and what could not be read.
    package static func read(
        bytes: [UInt8], path: String, dateFormat: DateFormat? = nil
    ) -> (days: Set<CalendarDay>, diagnostics: [Diagnostic]) {
        let decoded = CSVText.decoded(bytes, as: .automatic, file: path)
        guard let text = decoded.text else { return ([], decoded.diagnostics) }
        var found = isCalendar(text) ? HolidayCalendar.read(text, path: path) : HolidayTable.read(text, path: path, dateFormat: dateFormat)
        found.diagnostics = decoded.diagnostics + found.diagnostics
        if found.days.isEmpty {
            found.diagnostics.append(
                Diagnostic(
                    .refused, code: "no-holidays", file: path, message: "The file names no day.",
                    advice: "Give an iCalendar file, or a CSV with dates such as 2026-12-25 or 25 Dec 2026."))
        }
        return found
    }

    private static func isCalendar(_ text: CSVText) -> Bool {
        var index = text.start
        while index < text.bytes.count, text.bytes[index] <= 32 { index += 1 }
        let first = String(decoding: text.bytes[index..<min(index + 15, text.bytes.count)], as: UTF8.self)
        return first.uppercased() == "BEGIN:VCALENDAR"
    }
}
