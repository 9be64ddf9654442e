internal import HoneFacts

/// Holidays as the events of an iCalendar file: the day an event starts, and for whole-day events every day until it ends.
///
/// Source: RFC 5545, sections 3.1 (folded lines) and 3.6.1 (events), https://www.rfc-editor.org/rfc/rfc5545
enum HolidayCalendar {
    /// A longer event is taken as one day, with a note.
    static let longestEvent = 366

    /// A content line without its folds, and the physical line where it begins.
    private struct Line {
        let number: Int
        let name: String
        let value: String
    }

    private struct Event {
        let line: Int
        var start: (day: CalendarDay?, text: String, line: Int)?
        var end: (day: CalendarDay?, isWhole: Bool)?
        var repeats = false
        var isCancelled = false
    }

    static func read(_ text: CSVText, path: String) -> (days: Set<CalendarDay>, diagnostics: [Diagnostic]) {
        var days: Set<CalendarDay> = []
        var diagnostics = CSVDiagnostics(file: path)
        var event: Event?
        var depth = 0
        for line in lines(text) {
            let value = line.value.uppercased()
            switch line.name {
            case "BEGIN" where value == "VEVENT":
                event = Event(line: line.number)
                depth = 0
            case "BEGIN": depth += 1
            case "END" where value == "VEVENT":
                if let event { add(event, &days, &diagnostics) }
                event = nil
            case "END": depth -= 1
            case _ where depth > 0: break  // An alarm inside the event.
            case "DTSTART": event?.start = (day(line.value), line.value, line.number)
            case "DTEND": event?.end = (day(line.value), line.value.utf8.count == 8)
            case "RRULE", "RDATE": event?.repeats = true
            case "STATUS": event?.isCancelled = value == "CANCELLED"
            default: break
            }
        }
        if let event {
            diagnostics.add(
                .skipped, "unterminated-event", line: event.line, "The event has no end; the file is cut off.", advice: "Export it again.")
        }
        return (days, diagnostics.all)
    }

    private static func add(_ event: Event, _ days: inout Set<CalendarDay>, _ diagnostics: inout CSVDiagnostics) {
        if event.isCancelled {
            diagnostics.add(.note, "cancelled-event", line: event.line, "A cancelled event is no holiday.", advice: "Nothing to do.")
            return
        }
        guard let start = event.start, let first = start.day else {
            let shown = event.start.map { CSVQuote.text($0.text) { $0 } + " is not a date" } ?? "The event has no DTSTART"
            diagnostics.add(
                .skipped, "no-such-date", line: event.start?.line ?? event.line, field: "DTSTART", "\(shown).", advice: "Mend the event.")
            return
        }
        days.insert(first)
        if event.repeats {
            diagnostics.add(
                .note, "repeating-event", line: event.line, field: "RRULE", "The event of \(first) repeats; only that day was read.",
                advice: "Export a calendar that lists the days one by one.")
        }
        guard start.text.utf8.count == 8, let end = event.end, end.isWhole, let after = end.day, after > first else { return }
        if after - first > longestEvent {
            diagnostics.add(
                .note, "long-event", line: event.line, field: "DTEND", "The event is longer than a year; only \(first) was read.",
                advice: "Check its end.")
            return
        }
        for step in 1..<max(2, after - first) where first + step < after { days.insert(first + step) }
    }

    /// The day of `20261225` or `20261225T080000Z`.
    private static func day(_ value: String) -> CalendarDay? {
        let bytes = Array(value.utf8)
        guard bytes.count == 8 || (bytes.count > 8 && bytes[8] | 32 == UInt8(ascii: "t")) else { return nil }
        var number = 0
        for byte in bytes[..<8] {
            guard byte &- 48 < 10 else { return nil }
            number = number * 10 + Int(byte - 48)
        }
        return CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    /// Content lines, unfolded; the parameters between name and value are left out.
    private static func lines(_ text: CSVText) -> [Line] {
        var unfolded: [(number: Int, bytes: [UInt8])] = []
        let body = text.bytes[text.start...]
        for (index, var bytes) in body.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
            if bytes.last == 13 { bytes.removeLast() }
            if let first = bytes.first, first == 32 || first == 9, !unfolded.isEmpty {
                unfolded[unfolded.count - 1].bytes += bytes.dropFirst()
            } else if !bytes.isEmpty {
                unfolded.append((index + 1, Array(bytes)))
            }
        }
        return unfolded.compactMap { number, bytes in
            guard let colon = valueColon(bytes) else { return nil }
            let name = String(decoding: bytes[..<colon].prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self).uppercased()
            var value = bytes[(colon + 1)...]
            while let last = value.last, last == 32 || last == 9 { value.removeLast() }
            return Line(number: number, name: name, value: String(decoding: value, as: UTF8.self))
        }
    }

    /// The first colon outside quotes.
    private static func valueColon(_ bytes: [UInt8]) -> Int? {
        var isQuoted = false
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: ":"), !isQuoted { return index }
        }
        return nil
    }
}
