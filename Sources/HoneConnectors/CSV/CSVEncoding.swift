/// How the bytes of an export stand for characters.
package enum CSVEncoding: String, CaseIterable, Sendable {
    /// A byte order mark, else UTF-8 where the bytes are valid, else windows-1252 with a note.
    case automatic = "auto"
    case utf8 = "utf-8"
    case utf16 = "utf-16"
    case latin1
    case windows1252 = "windows-1252"

    /// Accepts the usual spellings in any case: `UTF8`, `iso-8859-1`, `cp1252`.
    package init?(name: String) {
        switch name.lowercased() {
        case "auto": self = .automatic
        case "utf-8", "utf8", "utf-8-sig": self = .utf8
        case "utf-16", "utf16", "utf-16le", "utf-16be": self = .utf16
        case "latin1", "latin-1", "iso-8859-1", "iso8859-1": self = .latin1
        case "windows-1252", "cp1252", "windows1252", "ansi": self = .windows1252
        default: return nil
        }
    }

    /// The scalars of windows-1252 at 0x80...0x9F; the five unassigned bytes stand for themselves.
    private static let upper1252: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]

    /// Bytes of a one-byte encoding as UTF-8. Complexity: O(bytes).
    static func utf8(fromSingleBytes bytes: [UInt8], windows: Bool) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                output.append(byte)
            } else {
                append(windows && byte < 0xA0 ? UInt32(upper1252[Int(byte) - 0x80]) : UInt32(byte), to: &output)
            }
        }
        return output
    }

    /// UTF-16 as UTF-8. A half surrogate or half a unit becomes bytes that are not valid UTF-8, so that its field is reported.
    static func utf8(fromUTF16 bytes: [UInt8], start: Int, isBigEndian: Bool) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count / 2)
        var pending: UInt32 = 0
        var index = start
        while index + 1 < bytes.count {
            let high = bytes[isBigEndian ? index : index + 1]
            let low = bytes[isBigEndian ? index + 1 : index]
            let unit = UInt32(high) << 8 | UInt32(low)
            index += 2
            if pending != 0 {
                if unit & 0xFC00 == 0xDC00 {
                    append(0x1_0000 + (pending & 0x3FF) << 10 + unit & 0x3FF, to: &output)
                    pending = 0
                    continue
                }
                append(pending, to: &output)
                pending = 0
            }
            if unit & 0xFC00 == 0xD800 { pending = unit } else { append(unit, to: &output) }
        }
        if pending != 0 { append(pending, to: &output) }
        if index < bytes.count { output.append(0xFF) }
        return output
    }

    /// A scalar as UTF-8.
    static func append(_ scalar: UInt32, to output: inout [UInt8]) {
        switch scalar {
        case ..<0x80: output.append(UInt8(scalar))
        case ..<0x800:
            output.append(UInt8(0xC0 | scalar >> 6))
            output.append(UInt8(0x80 | scalar & 0x3F))
        case ..<0x1_0000:
            output.append(UInt8(0xE0 | scalar >> 12))
            output.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            output.append(UInt8(0x80 | scalar & 0x3F))
        default:
            output.append(UInt8(0xF0 | scalar >> 18 & 0x07))
            output.append(UInt8(0x80 | scalar >> 12 & 0x3F))
            output.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            output.append(UInt8(0x80 | scalar & 0x3F))
        }
    }
}
