/// Reads lines of JSON objects as records: the values of some keys, in the order of these.
///
/// It never fails: a line that cannot be used carries a fault. Blank lines are no records. Of a key that an object has twice, the
/// last value counts, as in Foundation.
/// Source: JSON Lines, https://jsonlines.org
struct JSONLinesReader: RecordReader {
    let bytes: [UInt8]
    let keys: JSONKeys
    private let isDamaged: Bool
    private(set) var position: Int
    private(set) var line: Int

    init(_ text: CSVText, keys: JSONKeys) {
        bytes = text.bytes
        self.keys = keys
        isDamaged = text.isDamaged
        position = text.start
        line = 1
    }

    /// Text that is valid UTF-8, from a position on.
    init(_ bytes: [UInt8], keys: JSONKeys, position: Int, line: Int) {
        self.bytes = bytes
        self.keys = keys
        isDamaged = false
        self.position = position
        self.line = line
    }

    /// Whether a file holds an object a line, by the ending of its name.
    static func isName(_ path: String) -> Bool {
        let name = path.lowercased()
        return [".jsonl", ".ndjson"].contains { name.hasSuffix($0) || name.hasSuffix($0 + ".gz") }
    }

    static func isBlank(_ line: UnsafeBufferPointer<UInt8>) -> Bool { line.allSatisfy { $0 == 32 || $0 == 9 || $0 == 13 } }

    mutating func next(limit: Int) -> CSVRecords? {
        var records = CSVRecords(bytes: bytes)
        while records.count < limit, records.fieldCount < 1_048_576, position < bytes.count { next(into: &records) }
        return records.count == 0 ? nil : records
    }

    mutating func next(into records: inout CSVRecords) {
        let start = position
        let number = line
        bytes.withUnsafeBufferPointer { all in
            let end = all[start...].firstIndex(of: 10) ?? all.count
            let text = UnsafeBufferPointer(rebasing: all[start..<end])
            if !Self.isBlank(text) { add(text, at: start, number, to: &records) }
            position = min(end + 1, all.count)
        }
        line += 1
    }

    private func add(_ text: UnsafeBufferPointer<UInt8>, at start: Int, _ number: Int, to records: inout CSVRecords) {
        var values = [JSONMembers.Member?](repeating: nil, count: keys.count)
        var members = JSONMembers(text, from: 0)
        var expected = 0
        while let member = members.next() {
            let column = column(of: member, text, expected: expected)
            guard column >= 0 else { continue }
            values[column] = member
            expected = column + 1
        }
        guard members.isWhole, members.position == text.count else {
            return records.closeRecord(line: number, lastLine: number, fault: .notAnObject)
        }
        var fault = CSVRecords.Fault.none
        for (column, value) in values.enumerated() {
            guard let value, value.kind != .null else {
                records.addField(start, start)
                continue
            }
            if value.kind == .nested, fault != .nested {
                records.noteNested(column: column)
                fault = .nested
            }
            fault = max(fault, add(value, text, at: start, to: &records))
        }
        records.closeRecord(line: number, lastLine: number, fault: fault)
    }

    private func column(of member: JSONMembers.Member, _ text: UnsafeBufferPointer<UInt8>, expected: Int) -> Int {
        guard member.isKeyEscaped else { return keys.column(text, member.keyStart, member.keyEnd, expected: expected) }
        let key = JSONText.unescaped(text, member.keyStart, member.keyEnd)
        return key.withUnsafeBufferPointer { keys.column($0, 0, $0.count, expected: expected) }
    }

    /// Adds a value as a field, and says what is wrong with it.
    private func add(
        _ value: JSONMembers.Member, _ text: UnsafeBufferPointer<UInt8>, at start: Int, to records: inout CSVRecords
    ) -> CSVRecords.Fault {
        guard value.kind == .escapedText || isDamaged else {
            records.addField(start + value.start, start + value.end)
            return CSVReader.isTooLong(bytes, start + value.start, start + value.end) ? .tooLong : .none
        }
        var field = value.kind == .escapedText ? JSONText.unescaped(text, value.start, value.end) : Array(text[value.start..<value.end])
        if isDamaged, !CSVText.isValid(field, 0..<field.count) {
            records.noteDamage()
            field = Array(String(decoding: field, as: UTF8.self).utf8)
        }
        records.addField(rewriting: field)
        return field.contains(0) ? .nul : CSVReader.isTooLong(field, 0, field.count) ? .tooLong : .none
    }
}
