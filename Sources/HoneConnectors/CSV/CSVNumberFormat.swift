/// How a file writes numbers with a sign between thousands, told by an example. Without it a number is digits with at most one
/// decimal point or comma, and `1,234` is refused because it may be either.
package enum CSVNumberFormat: String, CaseIterable, Sendable {
    case commaPoint = "1,234.5"
    case pointComma = "1.234,5"
    case spaceComma = "1 234,5"
    case spacePoint = "1 234.5"
    case apostrophePoint = "1'234.5"

    /// Whether points in a number may stand between thousands: `1.200`, and not `0.998` or `1.25`.
    static func mayBeThousands(_ text: String) -> Bool {
        let digits = text.drop { $0 == "-" || $0 == "+" }
        return digits.first != "0" && digits.contains(".") && pointComma.plain(digits.utf8) != nil
    }

    private var decimal: UInt8 {
        self == .pointComma || self == .spaceComma ? UInt8(ascii: ",") : UInt8(ascii: ".")
    }

    /// The sign between thousands, in each of the ways it is written.
    private var groups: [[UInt8]] {
        switch self {
        case .commaPoint: [[UInt8(ascii: ",")]]
        case .pointComma: [[UInt8(ascii: ".")]]
        // Also the space that does not break, and the narrow one.
        case .spaceComma, .spacePoint: [[32], [0xC2, 0xA0], [0xE2, 0x80, 0xAF]]
        // Also the typographic one.
        case .apostrophePoint: [[39], [0xE2, 0x80, 0x99]]
        }
    }

    /// The number with a point for its decimals and no other sign; nil where it is written in another way. A number below a
    /// thousand, or without any sign between thousands, is in the format too. Complexity: O(length).
    func plain(_ bytes: some Collection<UInt8>) -> [UInt8]? {
        var rest = Array(bytes)[...]
        var number: [UInt8] = []
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            if sign == UInt8(ascii: "-") { number.append(sign) }
            rest = rest.dropFirst()
        }
        var digits = Self.digits(&rest)
        guard !digits.isEmpty else { return nil }
        number += digits
        var isGrouped = false
        while let group = groups.first(where: rest.starts(with:)) {
            // Three digits stand behind each sign, and at most three before the first, which is no zero.
            guard isGrouped || (digits.count <= 3 && digits.first != 48) else { return nil }
            rest = rest.dropFirst(group.count)
            digits = Self.digits(&rest)
            guard digits.count == 3 else { return nil }
            number += digits
            isGrouped = true
        }
        if rest.first == decimal {
            rest = rest.dropFirst()
            digits = Self.digits(&rest)
            guard !digits.isEmpty else { return nil }
            number += [UInt8(ascii: ".")] + digits
        }
        return rest.isEmpty ? number : nil
    }

    private static func digits(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
        let digits = rest.prefix { $0 &- 48 < 10 }
        rest = rest.dropFirst(digits.count)
        return Array(digits)
    }
}
