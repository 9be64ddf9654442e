internal import HoneFacts

/// The text of an export as UTF-8 bytes, whatever it was written in.
struct CSVText: Sendable {
    let bytes: [UInt8]
    /// Where the text begins, behind a byte order mark.
    let start: Int
    /// Whether some byte sequences are no characters; the reader then looks at each field.
    let isDamaged: Bool

    /// Text that needs no decoding.
    init(utf8 bytes: [UInt8], start: Int = 0) {
        self.bytes = bytes
        self.start = start
        isDamaged = !Self.isValid(bytes, start..<bytes.count)
    }

    /// The beginning of a text whose bytes are valid UTF-8, but perhaps for a last character that is not whole; nil where it does
    /// not look like text.
    init?(beginning bytes: [UInt8]) {
        self.bytes = bytes
        start = Self.markLength(bytes)
        isDamaged = false
        if Self.foreignKind(bytes) != nil || looksBinary { return nil }
    }

    /// Bytes of the mark of UTF-8 that a file begins with.
    static func markLength(_ bytes: [UInt8]) -> Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

    /// Where the last character begins if it is not whole, else the end.
    static func lastBoundary(_ bytes: [UInt8]) -> Int {
        for length in 1...3 where length <= bytes.count {
            let byte = bytes[bytes.count - length]
            if byte & 0xC0 == 0x80 { continue }
            let isWhole = byte < 0xC0 || length >= (byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4)
            return isWhole ? bytes.count : bytes.count - length
        }
        return bytes.count
    }

    /// Decodes an export; refused where the bytes are no text at all.
    /// - Returns: the text, or nil together with a refusal; and notes about the encoding.
    static func decoded(_ bytes: [UInt8], as encoding: CSVEncoding, file: String) -> (text: CSVText?, diagnostics: [Diagnostic]) {
        if let kind = CSVText.foreignKind(bytes) {
            let advice = "Export it as CSV text (unpack it first if it is an archive)."
            let message = "The file is \(kind), not text."
            return (nil, [Diagnostic(.refused, code: "not-text", file: file, message: message, advice: advice)])
        }
        var notes: [Diagnostic] = []
        let text = decodedText(bytes, as: encoding, file: file, notes: &notes)
        if text.looksBinary {
            let advice = "Export it as CSV text, or set encoding: utf-16 if it is that."
            let message = "The file looks binary: it is full of NUL bytes."
            return (nil, [Diagnostic(.refused, code: "not-text", file: file, message: message, advice: advice)])
        }
        return (text, notes)
    }

    private static func decodedText(
        _ bytes: [UInt8], as encoding: CSVEncoding, file: String, notes: inout [Diagnostic]
    ) -> CSVText {
        func note(_ code: String, _ message: String, _ advice: String) {
            notes.append(Diagnostic(.note, code: code, file: file, message: message, advice: advice))
        }
        if markLength(bytes) > 0 {
            if encoding != .automatic && encoding != .utf8 {
                note("encoding-mark", "The file is marked as UTF-8 and was read so, not as \(encoding.rawValue).", "Set encoding: utf-8.")
            }
            return CSVText(utf8: bytes, start: 3)
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            if encoding != .automatic && encoding != .utf16 {
                note("encoding-mark", "The file is marked as UTF-16 and was read so, not as \(encoding.rawValue).", "Set encoding: utf-16.")
            }
            return CSVText(utf8: CSVEncoding.utf8(fromUTF16: bytes, start: 2, isBigEndian: bytes[0] == 0xFE))
        }
        switch encoding {
        case .utf8: return CSVText(utf8: bytes)
        case .utf16: return CSVText(utf8: CSVEncoding.utf8(fromUTF16: bytes, start: 0, isBigEndian: hasBigEndianLook(bytes)))
        case .latin1: return CSVText(utf8: CSVEncoding.utf8(fromSingleBytes: bytes, windows: false))
        case .windows1252: return CSVText(utf8: CSVEncoding.utf8(fromSingleBytes: bytes, windows: true))
        case .automatic:
            if isValid(bytes, 0..<bytes.count) { return CSVText(utf8: bytes) }
            note("encoding-guessed", "The file is not valid UTF-8 and was read as windows-1252.", "Set encoding if names look wrong.")
            return CSVText(utf8: CSVEncoding.utf8(fromSingleBytes: bytes, windows: true))
        }
    }

    static func isValid(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        do {
            _ = try UTF8Span(validating: bytes.span.extracting(range))
            return true
        } catch {
            return false
        }
    }

    /// Latin letters leave their zero bytes first in big-endian text.
    private static func hasBigEndianLook(_ bytes: [UInt8]) -> Bool {
        var evenZeros = 0
        var oddZeros = 0
        for index in 0..<min(bytes.count, 4_096) where bytes[index] == 0 {
            if index % 2 == 0 { evenZeros += 1 } else { oddZeros += 1 }
        }
        return evenZeros > oddZeros
    }

    /// More than one byte in 32 is NUL near the beginning.
    private var looksBinary: Bool {
        let end = min(bytes.count, start + 65_536)
        var zeros = 0
        for index in start..<end where bytes[index] == 0 { zeros += 1 }
        return zeros > 1 && zeros * 32 > end - start
    }

    /// Whether it begins as an object or a list of objects does.
    var isJSON: Bool {
        var signs = bytes[start...].lazy.filter { $0 > 32 }.makeIterator()
        switch (signs.next(), signs.next()) {
        case (UInt8(ascii: "{"), UInt8(ascii: "\"")), (UInt8(ascii: "["), UInt8(ascii: "{")): return true
        default: return false
        }
    }

    /// What a file is by its first bytes, where that is no text.
    private static func foreignKind(_ bytes: [UInt8]) -> String? {
        let kinds: [(first: [UInt8], name: String)] = [
            ([0x50, 0x4B, 0x03, 0x04], "a zip archive or an Excel workbook"), ([0x1F, 0x8B], "a gzip archive"),
            ([0x25, 0x50, 0x44, 0x46], "a PDF"), ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook"),
            (Array("SQLite format 3".utf8), "a SQLite database"), ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        ]
        return kinds.first { bytes.starts(with: $0.first) }?.name
    }
}
