/// A number as programs and people write it: `-1234.5`, `1e-3`, or `1,5` with a decimal comma.
enum PlainNumber {
    /// Nil for anything else: no hexadecimal, no infinity, no signs between thousands, and no `1,234`, which may be one.
    /// Complexity: O(length).
    static func value(_ text: String) -> Double? {
        var (digits, commas, isPlain) = (0, 0, true)
        for byte in text.utf8 {
            switch byte {
            case 48...57: digits += 1
            case UInt8(ascii: ","): commas += 1
            case UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "e"), UInt8(ascii: "E"): break
            default: isPlain = false
            }
        }
        guard isPlain, digits > 0 else { return nil }
        guard commas > 0 else { return Double(text).flatMap { $0.isFinite ? $0 : nil } }
        let isNegative = text.utf8.first == UInt8(ascii: "-")
        let bytes = Array(text.utf8.dropFirst(isNegative ? 1 : 0))
        guard !bytes.isEmpty, bytes[0] != UInt8(ascii: "-"), case .value = CSVNumber(bytes, 0..<bytes.count) else { return nil }
        let exact = Double(String(decoding: bytes.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }, as: UTF8.self))
        return exact.map { isNegative ? -$0 : $0 }
    }
}
