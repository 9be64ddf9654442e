/// Takes the parts of a date from bytes, one after the other.
struct PatternScanner {
    let bytes: [UInt8]
    var position: Int
    let end: Int

    /// The lower-case first three letters of the English months.
    private static let months: [[UInt8]] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ].map { Array($0.utf8) }

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

    /// The month of a three-letter English name in any case.
    mutating func monthName(_ old: Int) -> (Int?, Int) {
        guard position + 3 <= end else { return (nil, old) }
        for (index, name) in Self.months.enumerated()
        where bytes[position] | 32 == name[0] && bytes[position + 1] | 32 == name[1] && bytes[position + 2] | 32 == name[2] {
            position += 3
            return (index + 1, index + 1)
        }
        return (nil, old)
    }
}
