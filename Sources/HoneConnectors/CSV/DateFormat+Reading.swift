package import HoneFacts

/// Reads dates from bytes: with a pattern, or in the forms of ISO 8601.
extension DateFormat {
    /// The instant of a text that matches the pattern whole, but for spaces around it; nil too for days that do not exist.
    /// - Parameter zone: the zone whose clocks the source shows.
    package func instant(_ text: String, zone: ZoneTable) -> Instant? {
        let bytes = Array(text.utf8)
        return instant(bytes, Self.trimmed(bytes), zone: zone)
    }

    /// As above without a pattern: `yyyy-MM-dd` and date-times of ISO 8601; without an offset they are in the zone's time, not UTC.
    package static func isoInstant(_ text: String, zone: ZoneTable) -> Instant? {
        let bytes = Array(text.utf8)
        return isoInstant(bytes, trimmed(bytes), zone: zone)
    }

    /// Reads a range without spaces around it. Complexity: O(length).
    func instant(_ bytes: [UInt8], _ range: Range<Int>, zone: ZoneTable) -> Instant? {
        var scanner = PatternScanner(bytes: bytes, position: range.lowerBound, end: range.upperBound)
        var (year, month, day, hour, minute, second) = (0, 0, 0, 0, 0, 0)
        var afternoon = 0
        for part in parts {
            let value: Int?
            switch part {
            case .literal(let byte):
                guard scanner.skip(byte) else { return nil }
                continue
            case .year: (value, year) = scanner.number(4, 4, year)
            case .shortYear:
                (value, year) = scanner.number(2, 2, year)
                year += year < 70 ? 2000 : 1900
            case .month: (value, month) = scanner.number(2, 2, month)
            case .shortMonth: (value, month) = scanner.number(1, 2, month)
            case .namedMonth: (value, month) = scanner.monthName(month)
            case .day: (value, day) = scanner.number(2, 2, day)
            case .shortDay: (value, day) = scanner.number(1, 2, day)
            case .hour: (value, hour) = scanner.number(2, 2, hour)
            case .shortHour: (value, hour) = scanner.number(1, 2, hour)
            case .halfDayHour, .shortHalfDayHour:
                (value, hour) = scanner.number(part == .halfDayHour ? 2 : 1, 2, hour)
                guard (1...12).contains(hour) else { return nil }
                hour %= 12
            case .halfOfDay:
                guard let isAfternoon = scanner.halfOfDay() else { return nil }
                afternoon = isAfternoon ? 12 : 0
                continue
            case .minute: (value, minute) = scanner.number(2, 2, minute)
            case .second: (value, second) = scanner.number(2, 2, second)
            }
            guard value != nil else { return nil }
        }
        hour += afternoon
        guard scanner.position == scanner.end, hour < 24, minute < 60, second < 60,
            let calendarDay = CalendarDay(year: year, month: month, day: day)
        else { return nil }
        guard hasTime else { return Instant(day: calendarDay) }
        return Instant(seconds: zone.seconds(localDay: calendarDay, secondsOfDay: hour * 3_600 + minute * 60 + second))
    }

    /// Reads a range without spaces around it. The two usual forms are read in place, the others through `Instant(iso:)`.
    static func isoInstant(_ bytes: [UInt8], _ range: Range<Int>, zone: ZoneTable) -> Instant? {
        let start = range.lowerBound
        if range.count == 20, bytes[start + 10] == UInt8(ascii: "T"), bytes[start + 19] == UInt8(ascii: "Z") {
            let clock = bytes[start + 13] == 58 && bytes[start + 16] == 58
            if clock, let day = isoDay(bytes, start), let hour = pair(bytes, start + 11), let minute = pair(bytes, start + 14),
                let second = pair(bytes, start + 17), hour < 24, minute < 60, second < 60
            {
                return Instant(seconds: Int64(day.number) * 86_400 + Int64(hour * 3_600 + minute * 60 + second))
            }
        }
        if range.count == 10 { return isoDay(bytes, start).map(Instant.init(day:)) }
        guard (11...64).contains(range.count),
            let instant = Instant(iso: String(decoding: bytes[range], as: UTF8.self)), !instant.isDay
        else { return nil }
        let hasOffset = bytes[start + 11..<range.upperBound].contains { $0 == 90 || $0 == 122 || $0 == 43 || $0 == 45 }
        if hasOffset { return instant }
        let day = ZoneTable.utc.day(atSeconds: instant.seconds)
        let clock = Int(instant.seconds - Int64(day.number) * 86_400)
        return Instant(seconds: zone.seconds(localDay: day, secondsOfDay: clock))
    }

    private static func isoDay(_ bytes: [UInt8], _ start: Int) -> CalendarDay? {
        guard bytes[start + 4] == 45, bytes[start + 7] == 45, let century = pair(bytes, start), let year = pair(bytes, start + 2),
            let month = pair(bytes, start + 5), let day = pair(bytes, start + 8)
        else { return nil }
        return CalendarDay(year: century * 100 + year, month: month, day: day)
    }

    private static func pair(_ bytes: [UInt8], _ index: Int) -> Int? {
        let tens = bytes[index] &- 48
        let ones = bytes[index + 1] &- 48
        return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
    }

    private static func trimmed(_ bytes: [UInt8]) -> Range<Int> {
        var start = 0
        var end = bytes.count
        while start < end, bytes[start] == 32 || bytes[start] == 9 { start += 1 }
        while end > start, bytes[end - 1] == 32 || bytes[end - 1] == 9 { end -= 1 }
        return start..<end
    }
}
