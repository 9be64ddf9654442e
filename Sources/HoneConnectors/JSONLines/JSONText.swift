/// Strings of JSON as the text they stand for.
enum JSONText {
    /// A string without its quotes, its escapes replaced. They must be valid, as `JSONMembers` has found them.
    /// Complexity: O(length).
    static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(end - start)
        var index = start
        while index < end {
            guard bytes[index] == UInt8(ascii: "\\"), index + 1 < end else {
                text.append(bytes[index])
                index += 1
                continue
            }
            index += 2
            switch bytes[index - 1] {
            case UInt8(ascii: "b"): text.append(8)
            case UInt8(ascii: "f"): text.append(12)
            case UInt8(ascii: "n"): text.append(10)
            case UInt8(ascii: "r"): text.append(13)
            case UInt8(ascii: "t"): text.append(9)
            case UInt8(ascii: "u"):
                var scalar = unit(bytes, index) ?? 0xFFFD
                index += 4
                if scalar & 0xFC00 == 0xD800, let low = unit(bytes, index + 2) {
                    scalar = 0x1_0000 + (scalar & 0x3FF) << 10 + low & 0x3FF
                    index += 6
                }
                CSVEncoding.append(scalar, to: &text)
            case let sign: text.append(sign)
            }
        }
        return text
    }

    /// The number of four hexadecimal digits; nil where there are not four.
    static func unit(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> UInt32? {
        guard start + 4 <= bytes.count else { return nil }
        var unit: UInt32 = 0
        for byte in bytes[start..<start + 4] {
            let letter = (byte | 32) &- 97
            guard byte &- 48 < 10 || letter < 6 else { return nil }
            unit = unit << 4 | UInt32(letter < 6 ? letter + 10 : byte &- 48)
        }
        return unit
    }
}
