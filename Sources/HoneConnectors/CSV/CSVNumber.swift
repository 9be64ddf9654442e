/// A number of an export: digits, and perhaps one decimal point or comma.
enum CSVNumber: Equatable {
    case value(Double)
    case negative
    /// Signs between groups of digits, or a comma that may be one: `1,234`.
    case grouped
    case unreadable

    /// Larger numbers are a sign of another column.
    static let largest = 1_000_000_000.0
    private static let point = UInt8(ascii: ".")
    private static let comma = UInt8(ascii: ",")

    /// Reads a range without spaces around it. A point is a decimal point. A comma is one too, unless three digits behind it
    /// make it look like a sign between thousands. Complexity: O(length).
    init(_ bytes: [UInt8], _ range: Range<Int>) {
        let isNegative = bytes[range.lowerBound] == UInt8(ascii: "-")
        var number = 0.0
        var scale = 1.0
        var (wholes, decimals) = (0, 0)
        var sign: UInt8 = 0
        for index in (range.lowerBound + (isNegative ? 1 : 0))..<range.upperBound {
            let byte = bytes[index]
            if byte &- 48 < 10 {
                if sign == 0 { wholes += 1 } else { decimals += 1 }
                guard decimals <= 15 else { continue }
                number = number * 10 + Double(byte &- 48)
                if sign != 0 { scale *= 10 }
            } else if byte == Self.point || byte == Self.comma {
                if sign != 0 {
                    self = .grouped
                    return
                }
                sign = byte
            } else {
                // A space, an apostrophe, or the first byte of one that is not ASCII.
                let groups = byte == 32 || byte == 39 || byte == 95 || byte == 0xC2 || byte == 0xE2
                self = groups && wholes > 0 && index + 3 < range.upperBound ? .grouped : .unreadable
                return
            }
        }
        let value = number / scale
        if wholes + decimals == 0 || value > Self.largest {
            self = .unreadable
        } else if sign == Self.comma, decimals == 3, (1...3).contains(wholes), value >= 1 {
            self = .grouped
        } else {
            self = isNegative && value > 0 ? .negative : .value(value)
        }
    }

    /// Why it is no number that can be used; nil where it can.
    var complaint: String? {
        switch self {
        case .value: nil
        case .negative: "is negative"
        case .grouped: "has a sign between thousands, or one that may be"
        case .unreadable: "is not a number"
        }
    }
}

/// What the numbers of `logged` and `estimated` count.
package enum CSVTimeUnit: String, CaseIterable, Sendable {
    case hours, minutes, seconds

    /// Zero stays zero.
    func seconds(_ number: Double) -> Int64 {
        let length =
            switch self {
            case .hours: 3_600.0
            case .minutes: 60.0
            case .seconds: 1.0
            }
        return Int64((number * length).rounded())
    }
}
