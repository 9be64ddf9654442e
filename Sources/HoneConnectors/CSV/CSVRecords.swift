/// Some records of an export as ranges of bytes, one flat array for all their fields.
struct CSVRecords: Sendable {
    /// What is wrong with a record's text, worst last.
    enum Fault: UInt8, Comparable, Sendable {
        case none
        /// Text behind a closing quote; kept as it stands.
        case strayQuote
        case tooLong
        case nul
        case unterminated
        /// A value is an object or a list.
        case nested
        /// The line is no JSON object.
        case notAnObject

        static func < (left: Fault, right: Fault) -> Bool { left.rawValue < right.rawValue }
    }

    /// Where the text of a field lies: in the file, or among the fields that had to be rewritten.
    struct Field: Sendable {
        let start: Int
        let end: Int
        let isRewritten: Bool
    }

    /// The whole file.
    let bytes: [UInt8]
    /// Whether semicolons stand between the fields, as where a comma is the decimal sign.
    var isOfSemicolons = false
    /// Fields with doubled quotes or bytes that are no characters, as they read.
    private(set) var rewritten: [UInt8] = []
    private(set) var fields: [Field] = []
    /// Index of the first field of each record, and of the record after the last.
    private(set) var firstFields: [Int] = [0]
    /// 1-based physical line on which each record begins.
    private(set) var lines: [Int] = []
    /// Physical line on which each record ends.
    private(set) var lastLines: [Int] = []
    private(set) var faults: [Fault] = []
    /// Fields whose invalid bytes were replaced, in the order of the file.
    private(set) var damaged: [(record: Int, column: Int)] = []
    /// Column of the first nested value, by record.
    private(set) var nested: [Int: Int] = [:]

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    var count: Int { lines.count }
    var fieldCount: Int { fields.count }

    func fieldCount(_ record: Int) -> Int { firstFields[record + 1] - firstFields[record] }

    /// A field by record and column; nil where the record is shorter.
    func field(_ record: Int, _ column: Int) -> Field? {
        let index = firstFields[record] + column
        return index < firstFields[record + 1] ? fields[index] : nil
    }

    /// The bytes a field's range counts in.
    func base(_ field: Field) -> [UInt8] { field.isRewritten ? rewritten : bytes }

    /// A field as text, without the spaces around it.
    func text(_ record: Int, _ column: Int) -> String {
        guard let field = field(record, column).map(trimmed) else { return "" }
        return String(decoding: base(field)[field.start..<field.end], as: UTF8.self)
    }

    /// The field without spaces and tabs around it.
    func trimmed(_ field: Field) -> Field {
        var start = field.start
        var end = field.end
        let base = base(field)
        while start < end, base[start] == 32 || base[start] == 9 { start += 1 }
        while end > start, base[end - 1] == 32 || base[end - 1] == 9 { end -= 1 }
        return Field(start: start, end: end, isRewritten: field.isRewritten)
    }

    // Building, by the reader.

    mutating func addField(_ start: Int, _ end: Int) {
        fields.append(Field(start: start, end: end, isRewritten: false))
    }

    mutating func addField(rewriting text: [UInt8]) {
        let start = rewritten.count
        rewritten += text
        fields.append(Field(start: start, end: rewritten.count, isRewritten: true))
    }

    mutating func closeRecord(line: Int, lastLine: Int, fault: Fault) {
        lines.append(line)
        lastLines.append(lastLine)
        faults.append(fault)
        firstFields.append(fields.count)
    }

    mutating func dropOpenRecord() {
        fields.removeLast(fields.count - firstFields[count])
    }

    mutating func noteNested(column: Int) { nested[count] = column }

    mutating func noteDamage() {
        damaged.append((count, fields.count - firstFields[count]))
    }
}
