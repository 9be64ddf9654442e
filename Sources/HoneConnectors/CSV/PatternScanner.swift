/// Takes the parts of a date from bytes, one after the other.
struct PatternScanner {
    let bytes: [UInt8]
    var position: Int
    let end: Int

    /// The English months and days of the week in lower case.
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ].map { Array($0.utf8) }
    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map { Array($0.utf8) }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard position < end, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// A number of so many digits, twice, so that a caller can test one and keep the other; nil and the old value without one.
    mutating func number(_ fewest: Int, _ most: Int, _ old: Int) -> (Int?, Int) {
        var value = 0
        var digits = 0
        while digits < most, position < end, bytes[position] &- 48 < 10 {
            value = value * 10 + Int(bytes[position] - 48)
            position += 1
            digits += 1
        }
        return digits >= fewest ? (value, value) : (nil, old)
    }

    /// Whether it is PM; nil for what is neither AM nor PM.
    mutating func halfOfDay() -> Bool? {
        guard position + 2 <= end, bytes[position + 1] | 32 == UInt8(ascii: "m") else { return nil }
        let letter = bytes[position] | 32
        guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { return nil }
        position += 2
        return letter == UInt8(ascii: "p")
    }

    /// The month of an English name in any case: of its first three letters, or of all of it.
    mutating func monthName(_ old: Int, isWhole: Bool = false) -> (Int?, Int) {
        for (index, name) in Self.months.enumerated() where skip(isWhole ? name[...] : name.prefix(3)) { return (index + 1, index + 1) }
        return (nil, old)
    }

    /// A day of the week, whole or its first three letters.
    mutating func skipWeekday() -> Bool { Self.weekdays.contains { skip($0[...]) || skip($0.prefix(3)) } }

    /// Letters in any case.
    private mutating func skip(_ letters: ArraySlice<UInt8>) -> Bool {
        guard position + letters.count <= end, zip(bytes[position...], letters).allSatisfy({ $0 | 32 == $1 }) else { return false }
        position += letters.count
        return true
    }

    /// Seconds east of UTC, of `Z`, `+01:00`, `+0100` or `+01`.
    mutating func offset() -> Int? {
        if skip(UInt8(ascii: "Z")) || skip(UInt8(ascii: "z")) { return 0 }
        let isWest = skip(UInt8(ascii: "-"))
        guard isWest || skip(UInt8(ascii: "+")), case (let hours?, _) = number(2, 2, 0), hours <= 18 else { return nil }
        _ = skip(UInt8(ascii: ":"))
        let (minutes, _) = number(2, 2, 0)
        guard minutes ?? 0 < 60 else { return nil }
        return (isWest ? -1 : 1) * (hours * 3_600 + (minutes ?? 0) * 60)
    }

    mutating func skipZoneName() {
        while position < end, bytes[position] != UInt8(ascii: ")") { position += 1 }
    }
}
