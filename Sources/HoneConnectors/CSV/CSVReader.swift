/// Reads the records of RFC 4180 text, a batch at a time: quotes, doubled quotes, line breaks inside quotes, any line end.
///
/// It never fails: a record that cannot be used carries a fault. Blank lines are no records.
/// Source: RFC 4180, https://www.rfc-editor.org/rfc/rfc4180
struct CSVReader: RecordReader {
    /// A longer field is a sign of a lost quote; its record is not used.
    static let longestField = 100_000
    /// Fields beyond this are not kept.
    static let widestRecord = 16_384

    let bytes: [UInt8]
    let delimiter: UInt8
    private let isDamaged: Bool
    private(set) var position: Int
    private(set) var line: Int
    private static let quote = UInt8(ascii: "\"")

    /// - Parameter delimiter: one ASCII byte; nil lets the first records decide.
    init(_ text: CSVText, delimiter: UInt8? = nil) {
        bytes = text.bytes
        isDamaged = text.isDamaged
        position = text.start
        line = 1
        if let mark = Self.separatorMark(text) {
            position = mark.end
            line = 2
            self.delimiter = delimiter ?? mark.delimiter
        } else {
            self.delimiter = delimiter ?? Self.likelyDelimiter(text)
        }
    }

    /// Text that is valid UTF-8, from a position on.
    init(_ bytes: [UInt8], delimiter: UInt8, position: Int, line: Int) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.position = position
        self.line = line
        isDamaged = false
    }

    mutating func next(limit: Int) -> CSVRecords? {
        var records = CSVRecords(bytes: bytes)
        while records.count < limit, records.fieldCount < 1_048_576, position < bytes.count { next(into: &records) }
        return records.count == 0 ? nil : records
    }

    mutating func next(into records: inout CSVRecords) {
        records.isOfSemicolons = delimiter == UInt8(ascii: ";")
        let bytes = bytes
        let end = bytes.count
        let firstLine = line
        var fault = CSVRecords.Fault.none
        var width = 0
        var isBlank = true
        var index = position
        scan: while true {
            let start = index
            var isQuoted = false
            var needsRewriting = false
            if index < end, bytes[index] == Self.quote {
                isQuoted = true
                isBlank = false
                index += 1
                while index < end {
                    let byte = bytes[index]
                    if byte == Self.quote {
                        if index + 1 < end, bytes[index + 1] == Self.quote {
                            needsRewriting = true
                            index += 2
                            continue
                        }
                        break
                    }
                    if byte == 10 || (byte == 13 && !(index + 1 < end && bytes[index + 1] == 10)) { line += 1 }
                    if byte == 0 { fault = max(fault, .nul) }
                    index += 1
                }
                if index >= end {
                    fault = .unterminated
                    break scan
                }
                index += 1
            }
            let closing = index
            while index < end {
                let byte = bytes[index]
                if byte == delimiter || byte == 10 || byte == 13 { break }
                if byte != 32 { isBlank = false }
                if byte == 0 { fault = max(fault, .nul) }
                index += 1
            }
            if isQuoted, index > closing {
                needsRewriting = true
                fault = max(fault, .strayQuote)
            }
            if Self.isTooLong(bytes, start, index) { fault = max(fault, .tooLong) }
            width += 1
            if width <= Self.widestRecord {
                if needsRewriting || isDamaged {
                    addRewritten(start, index, isQuoted: isQuoted, needsRewriting: needsRewriting, to: &records)
                } else if isQuoted {
                    records.addField(start + 1, index - 1)
                } else {
                    records.addField(start, index)
                }
            }
            guard index < end, bytes[index] == delimiter else { break }
            isBlank = false
            index += 1
        }
        let lastLine = line
        if index < end {
            if bytes[index] == 13, index + 1 < end, bytes[index + 1] == 10 { index += 1 }
            index += 1
            line += 1
        }
        position = index
        if isBlank { records.dropOpenRecord() } else { records.closeRecord(line: firstLine, lastLine: lastLine, fault: fault) }
    }

    static func isTooLong(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
        guard end - start > Self.longestField else { return false }
        var characters = 0
        for index in start..<end where bytes[index] & 0xC0 != 0x80 { characters += 1 }
        return characters > Self.longestField
    }

    /// Adds a field that has doubled quotes, text behind its quotes, or perhaps bytes that are no characters.
    private func addRewritten(_ start: Int, _ end: Int, isQuoted: Bool, needsRewriting: Bool, to records: inout CSVRecords) {
        var text: [UInt8] = []
        if needsRewriting {
            text.reserveCapacity(end - start)
            var isInside = true
            var index = start + 1
            while index < end {
                if isInside, bytes[index] == Self.quote {
                    index += 1
                    if index < end, bytes[index] == Self.quote {
                        text.append(Self.quote)
                    } else {
                        isInside = false
                        continue
                    }
                } else {
                    text.append(bytes[index])
                }
                index += 1
            }
        } else {
            text = Array(isQuoted ? bytes[start + 1..<end - 1] : bytes[start..<end])
        }
        if isDamaged, !CSVText.isValid(text, 0..<text.count) {
            records.noteDamage()
            text = Array(String(decoding: text, as: UTF8.self).utf8)
        }
        records.addField(rewriting: text)
    }
}
