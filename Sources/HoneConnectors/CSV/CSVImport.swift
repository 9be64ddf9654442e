internal import HoneFacts

/// Takes the records of an export into a table: what cannot be used is named, what can be used goes on.
struct CSVImport {
    let settings: CSVSettings
    let zone: ZoneTable
    let mask: @Sendable (String) -> String
    var diagnostics: CSVDiagnostics
    /// Records behind the header, used or not.
    private(set) var recordCount = 0
    /// Records that the settings leave out.
    private(set) var leftOutCount = 0
    /// Lines that a record with an open quote took in, beyond its first.
    private(set) var lostLineCount = 0

    init(settings: CSVSettings, zone: ZoneTable, mask: @escaping @Sendable (String) -> String) {
        self.settings = settings
        self.zone = zone
        self.mask = mask
        diagnostics = CSVDiagnostics(file: settings.path)
    }

    /// Reads all records; false where nothing of the file can be used. Complexity: O(bytes), and what the table takes.
    mutating func read(_ bytes: [UInt8], into table: inout some CSVTable) -> Bool {
        let decoded = CSVText.decoded(bytes, as: settings.encoding, file: settings.path)
        diagnostics.add(decoded.diagnostics)
        guard let text = decoded.text else { return false }
        guard let (start, columns) = opened(text) else { return false }
        var reader = start
        while let records = reader.next() { add(records, columns, &table) }
        return true
    }

    /// A reader behind the header, and the mapped columns; nil where one is missing.
    private mutating func opened(_ text: CSVText) -> (any RecordReader, CSVColumns)? {
        if settings.isJSONLines {
            var names = JSONNames(wanted: settings.columnNames)
            _ = names.look(text.bytes, from: text.start, isAtEnd: true)
            return columns(names).map { (JSONLinesReader(text, keys: JSONKeys($0.used)), $0) }
        }
        var reader = CSVReader(text, delimiter: settings.delimiter)
        return columns(&reader).map { (reader, $0) }
    }

    /// The columns of objects; nil where a mapped key is in none of them.
    mutating func columns(_ names: JSONNames) -> CSVColumns? {
        guard names.objectCount > 0 else {
            diagnostics.add(
                .refused, names.hasText ? "no-objects" : "empty-file", line: nil,
                names.hasText ? "No line of the file is a JSON object." : "The file has only blank lines.",
                advice: "Export it with one JSON object a line.")
            return nil
        }
        guard names.all.count < CSVReader.widestRecord else {
            diagnostics.add(
                .refused, "too-many-columns", line: nil, "The objects have \(CSVReader.widestRecord) different keys or more.",
                advice: "Export objects whose keys are the names of fields.")
            return nil
        }
        let found = CSVColumns.found(in: CSVHeader(names: names.all), settings: settings, line: nil, mask: mask)
        diagnostics.add(found.diagnostics)
        // The reader gives the values of the keys that are used, and no others.
        return found.columns.flatMap { all in
            CSVColumns.found(in: CSVHeader(names: all.used), settings: settings, line: nil, mask: mask).columns
        }
    }

    mutating func columns(_ reader: inout CSVReader) -> CSVColumns? {
        guard let records = reader.next(limit: 1) else {
            diagnostics.add(.refused, "empty-file", line: nil, "The file has only blank lines.", advice: "Export it again.")
            return nil
        }
        let line = records.lines[0]
        if records.faults[0] > .strayQuote {
            diagnostics.add(
                .refused, "unreadable-header", line: line, "The header cannot be read: \(Self.sentence(records.faults[0])).",
                advice: "Check that the file is CSV text with column names first.")
            return nil
        }
        if records.fieldCount(0) >= CSVReader.widestRecord {
            diagnostics.add(
                .refused, "too-many-columns", line: line, "The header has \(CSVReader.widestRecord) columns or more.",
                advice: "Check the delimiter, or export fewer columns.")
            return nil
        }
        let found = CSVColumns.found(in: CSVHeader(records), settings: settings, line: line, mask: mask)
        diagnostics.add(found.diagnostics)
        return found.columns
    }

    /// Counts records that were taken another way.
    mutating func count(_ records: Int) { recordCount += records }

    mutating func add(_ records: CSVRecords, _ columns: CSVColumns, _ table: inout some CSVTable) {
        add(records, 0..<records.count, columns, &table)
    }

    /// Takes some of the records.
    mutating func add(_ records: CSVRecords, _ some: Range<Int>, _ columns: CSVColumns, _ table: inout some CSVTable) {
        var damage = records.damaged.drop { $0.record < some.lowerBound }
        let filters = !columns.filter.isEmpty
        for record in some {
            recordCount += 1
            let line = records.lines[record]
            while let next = damage.first, next.record == record {
                damage.removeFirst()
                diagnostics.add(
                    .note, "invalid-bytes", line: line, field: columns.name(next.column),
                    "Some bytes are no characters in this encoding and were replaced.", advice: "Set encoding, or export as UTF-8.")
            }
            guard isUsable(records, record, columns, line) else { continue }
            let row = CSVRow(
                records: records, record: record, number: recordCount, columns: columns, dateFormat: settings.dateFormat, zone: zone,
                timeUnit: settings.timeUnit, numberFormat: settings.numberFormat)
            if filters, columns.filter.leavesOut(row) {
                leftOutCount += 1
                continue
            }
            table.add(row, &diagnostics)
        }
    }

    private mutating func isUsable(_ records: CSVRecords, _ record: Int, _ columns: CSVColumns, _ line: Int) -> Bool {
        let width = records.fieldCount(record)
        switch records.faults[record] {
        case .none: break
        case .strayQuote where records.lastLines[record] > line:
            let last = records.lastLines[record]
            lostLineCount += last - line
            diagnostics.add(
                .skipped, "lost-quote", line: line,
                "Lines \(line) to \(last) read as one row, with text behind a closing quote: a quote is not closed, or not doubled. None of them is used.",
                advice: "Close the quote, or double the quotes inside quoted fields.")
            return false
        case .strayQuote:
            diagnostics.add(
                .note, "stray-quote", line: line, "Text stands behind a closing quote; it was kept.",
                advice: "Double the quotes inside quoted fields.")
        case .nested:
            diagnostics.add(
                .skipped, "nested-value", line: line, field: records.nested[record].map(columns.name),
                "The record is not used: \(Self.sentence(.nested)).", advice: "Export a text or a number there, or map another key.")
            return false
        case .notAnObject:
            diagnostics.add(
                .skipped, "bad-json", line: line, "The line is not used: \(Self.sentence(.notAnObject)).",
                advice: "Mend the line, or export the file again with one JSON object a line.")
            return false
        case .tooLong, .nul, .unterminated:
            let fault = records.faults[record]
            let last = records.lastLines[record]
            lostLineCount += last - line
            let lines = last > line ? " It takes in all lines to \(last), which are not read." : ""
            diagnostics.add(
                .skipped, fault == .nul ? "nul-byte" : fault == .tooLong ? "field-too-long" : "unterminated-quote", line: line,
                "The record is not used: \(Self.sentence(fault)).\(lines)", advice: "Mend the row, or export the file again.")
            return false
        }
        if width < columns.fewestFields {
            diagnostics.add(
                .skipped, "short-row", line: line, field: columns.name(width),
                "The row has \(width) fields where the header has \(columns.width).",
                advice: "Mend the row, or check the delimiter and the quotes.")
            return false
        }
        if width > columns.width {
            diagnostics.add(
                .note, "long-row", line: line, "The row has \(width) fields where the header has \(columns.width); the first are used.",
                advice: "Check that fields with the delimiter in them are quoted.")
        }
        return true
    }

    /// What became of the records of this file.
    func note(_ summary: String) -> String {
        var note = "\(settings.path): \(CountText.counted(recordCount, "row")), \(summary)"
        if !settings.filter.isEmpty { note += "; \(CountText.counted(leftOutCount, "row")) left out by skip and only" }
        if diagnostics.skippedCount > 0 {
            note += "; \(CountText.counted(diagnostics.skippedCount, "row")) not used"
        }
        if lostLineCount > 0 { note += ", and \(CountText.counted(lostLineCount, "line")) behind an open quote" }
        return note
    }

    private static func sentence(_ fault: CSVRecords.Fault) -> String {
        switch fault {
        case .none: "nothing is wrong"
        case .strayQuote: "text stands behind a closing quote"
        case .tooLong: "a field is longer than \(CSVReader.longestField) characters"
        case .nul: "it holds a NUL byte"
        case .unterminated: "a quote is opened and never closed"
        case .nested: "the value is an object or a list"
        case .notAnObject: "it is no JSON object, or is cut off"
        }
    }
}
