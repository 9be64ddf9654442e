/// A point in time with the precision its source had: a second, or a whole day.
///
/// A day stays a day in every zone: `Instant(day:)` never shifts when the product's zone changes.
package struct Instant: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z times two, plus one for a day. One integer, so that a column of instants is one.
    package let rawValue: Int64

    /// The integer that stands for "no instant" in a column. Never a real instant.
    @inlinable package static var missing: Int64 { .min }

    /// Whether a raw value is an instant of the years 1 to 9999; a clock that says anything else says nothing.
    package static func isPlausible(_ rawValue: Int64) -> Bool { (-124_270_000_000...506_750_000_000).contains(rawValue) }

    package init(rawValue: Int64) {
        self.rawValue = rawValue
    }

    package init(seconds: Int64) {
        rawValue = seconds * 2
    }

    package init(day: CalendarDay) {
        rawValue = Int64(day.number) * 86_400 * 2 + 1
    }

    /// Seconds since 1970-01-01T00:00:00Z; for a day, those of its midnight in UTC.
    package var seconds: Int64 { rawValue >> 1 }

    /// Whether only the day is known.
    package var isDay: Bool { rawValue & 1 == 1 }

    /// The day itself, where only the day is known.
    package var day: CalendarDay? { isDay ? CalendarDay(number: Int32(clamping: seconds / 86_400)) : nil }

    package static func < (left: Instant, right: Instant) -> Bool { left.rawValue < right.rawValue }
}

extension Instant: CustomStringConvertible {
    /// `2026-11-22` for a day, `2026-11-22T08:15:00Z` for a second.
    package var description: String {
        if let day { return day.description }
        let dayNumber = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let rest = Int(seconds - dayNumber * 86_400)
        let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { CalendarDay.padded($0, 2) }.joined(separator: ":")
        return "\(CalendarDay(number: Int32(clamping: dayNumber)))T\(clock)Z"
    }

    /// Reads `yyyy-MM-dd`, `yyyy-MM-dd[T ]HH:mm[:ss[.fff]]` with `Z`, `+HH:mm`, `+HHmm`, `+HH` or, without any of them, UTC.
    package init?(iso text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 10, let day = CalendarDay(iso: String(text.utf8.prefix(10)) ?? "") else { return nil }
        if bytes.count == 10 {
            self.init(day: day)
            return
        }
        guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ") else { return nil }
        var scanner = DigitScanner(bytes: bytes, position: 11)
        guard let hour = scanner.number(digits: 2), hour < 24, scanner.skip(UInt8(ascii: ":")),
            let minute = scanner.number(digits: 2), minute < 60
        else { return nil }
        var second = 0
        if scanner.skip(UInt8(ascii: ":")) {
            guard let value = scanner.number(digits: 2), value <= 60 else { return nil }
            second = min(value, 59)
            if scanner.skip(UInt8(ascii: ".")) || scanner.skip(UInt8(ascii: ",")) { scanner.skipDigits() }
        }
        guard let offset = scanner.zoneOffset(), scanner.isAtEnd else { return nil }
        self.init(seconds: Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset))
    }
}

/// Reads fixed-width numbers and a zone offset from bytes.
struct DigitScanner {
    let bytes: [UInt8]
    var position: Int

    var isAtEnd: Bool { position == bytes.count }

    mutating func number(digits: Int) -> Int? {
        guard position + digits <= bytes.count else { return nil }
        var value = 0
        for index in position..<position + digits {
            guard (48...57).contains(bytes[index]) else { return nil }
            value = value * 10 + Int(bytes[index] - 48)
        }
        position += digits
        return value
    }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    mutating func skipDigits() {
        while position < bytes.count, (48...57).contains(bytes[position]) { position += 1 }
    }

    /// Seconds east of UTC; 0 for `Z` and for nothing at all.
    mutating func zoneOffset() -> Int? {
        if isAtEnd || skip(UInt8(ascii: "Z")) || skip(UInt8(ascii: "z")) { return 0 }
        let isWest = skip(UInt8(ascii: "-"))
        guard isWest || skip(UInt8(ascii: "+")), let hours = number(digits: 2), hours <= 18 else { return nil }
        var minutes = 0
        if !isAtEnd {
            _ = skip(UInt8(ascii: ":"))
            guard let value = number(digits: 2), value < 60 else { return nil }
            minutes = value
        }
        return (isWest ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
}
