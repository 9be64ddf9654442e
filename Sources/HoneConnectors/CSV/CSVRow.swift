internal import HoneFacts

/// One record of an export, seen through the mapping.
struct CSVRow {
    let records: CSVRecords
    let record: Int
    /// 1-based among the records of the file, used or not.
    let number: Int
    let columns: CSVColumns
    let dateFormat: DateFormat?
    let zone: ZoneTable
    let timeUnit: CSVTimeUnit
    let numberFormat: CSVNumberFormat?

    var line: Int { records.lines[record] }

    /// A field's text without spaces around it; nil where it is not known: missing, empty, `NA`, `N/A`, `null`, `\N` or `-`.
    func cell(_ column: Int) -> CSVRecords.Field? {
        guard let field = records.field(record, column).map(records.trimmed) else { return nil }
        return Self.isUnknown(records.base(field), field.start, field.end) ? nil : field
    }

    /// A field's text, decoded.
    func text(_ cell: CSVRecords.Field) -> String { String(decoding: records.base(cell)[cell.start..<cell.end], as: UTF8.self) }

    /// The code of a mapped text; 0 where it is not known.
    func code(_ field: CSVField, _ interner: inout CSVInterner) -> Int32 {
        guard let column = columns.position(field), let cell = cell(column) else { return 0 }
        return interner.code(records.base(cell), cell.start, cell.end)
    }

    /// The code of all texts of a list field together.
    func listCode(_ field: CSVField, _ interner: inout CSVInterner) -> Int32 {
        if columns.position(field) == nil { return 0 }
        var joined: [UInt8] = []
        for column in columns.positions(of: field) {
            guard let cell = cell(column) else { continue }
            if !joined.isEmpty { joined.append(44) }
            joined += records.base(cell)[cell.start..<cell.end]
        }
        return interner.code(joined, 0, joined.count)
    }

    /// The code of the row's key, or of its number; 0 where there is none.
    func keyCode(_ interner: inout CSVInterner) -> Int32 {
        guard columns.key == nil else { return code(.key, &interner) }
        let digits = Array(String(number).utf8)
        return interner.code(digits, 0, digits.count)
    }

    var hasKey: Bool { columns.key.map { cell($0) != nil } ?? true }

    /// A date: `Instant.missing` where it is not known, nil where the text is no date.
    func instant(_ field: CSVField) -> Int64? {
        guard let column = columns.position(field), let cell = cell(column) else { return Instant.missing }
        let range = cell.start..<cell.end
        let base = records.base(cell)
        if let dateFormat { return dateFormat.instant(base, range, zone: zone)?.rawValue }
        return DateFormat.isoInstant(base, range, zone: zone)?.rawValue
    }

    /// A number; nil where it is not known.
    func number(_ field: CSVField) -> CSVNumber? {
        columns.position(field).flatMap(number(in:))
    }

    func number(in column: Int) -> CSVNumber? {
        guard let cell = cell(column) else { return nil }
        guard let numberFormat else { return CSVNumber(records.base(cell), cell.start..<cell.end) }
        guard let plain = numberFormat.plain(records.base(cell)[cell.start..<cell.end]) else { return .unreadable }
        return CSVNumber(plain, 0..<plain.count)
    }

    /// A length of time in seconds: `Instant.missing` where it is not known, nil where the text is no number that can be used.
    func seconds(_ field: CSVField) -> Int64? {
        guard let number = number(field) else { return Instant.missing }
        return if case .value(let value) = number { timeUnit.seconds(value) } else { nil }
    }

    static func isUnknown(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
        switch end - start {
        case 0: true
        case 1: bytes[start] == 45
        case 2: matches(bytes, start, "na") || bytes[start] == 92 && bytes[start + 1] == 78
        case 3: matches(bytes, start, "n/a")
        case 4: matches(bytes, start, "null")
        default: false
        }
    }

    private static func matches(_ bytes: [UInt8], _ start: Int, _ word: StaticString) -> Bool {
        word.withUTF8Buffer { letters in
            for (offset, letter) in letters.enumerated() where bytes[start + offset] | 32 != letter | 32 { return false }
            return true
        }
    }
}
