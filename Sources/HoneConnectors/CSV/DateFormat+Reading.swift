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
        for form in forms {
            let found: Instant?
            switch form {
            case .iso: found = Self.isoInstant(bytes, range, zone: zone)
            case .epoch(let perSecond): found = Self.epochInstant(bytes, range, perSecond: perSecond)
            case .pattern(let pattern): found = pattern.instant(bytes, range, zone: zone)
            }
            if let found { return found }
        }
        return nil
    }

    /// Nil for what is no whole number of a year that a clock can show.
    private static func epochInstant(_ bytes: [UInt8], _ range: Range<Int>, perSecond: Int64) -> Instant? {
        guard (1...15).contains(range.count), bytes[range].allSatisfy({ $0 &- 48 < 10 }) else { return nil }
        let number = bytes[range].reduce(Int64(0)) { $0 * 10 + Int64($1 - 48) }
        let instant = Instant(seconds: number / perSecond)
        return Instant.isPlausible(instant.rawValue) ? instant : nil
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
