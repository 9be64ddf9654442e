package import HoneFacts

/// A plain table whose columns are read as numbers or as days, so that any series can be looked at.
///
/// Nothing in it is passed over: a cell that is no number stops the reading with its line and column. Only blank cells are none.
package struct NumberTable: Sendable {
    package let path: String
    /// `1`, `2`, … where the first line is no header but numbers.
    package let names: [String]
    /// Physical line of each row.
    package private(set) var lines: [Int] = []
    /// Texts without spaces around them, column by column; empty where a row is too short.
    private var cells: [[String]]
    /// How its numbers are written; nil where nobody says.
    private let numberFormat: CSVNumberFormat?
    private var isOfSemicolons = false

    package var rowCount: Int { lines.count }

    /// - Parameters:
    ///   - path: CSV, or JSON lines by its name; plain or gzip.
    ///   - delimiter: of CSV; nil lets the first lines decide.
    ///   - numberFormat: such as `1.234,5`; nil for plain numbers.
    /// - Throws: where the file cannot be read as a table, and for a format that is none.
    /// - Complexity: O(bytes).
    package init(path: String, directory: String, delimiter: UInt8? = nil, numberFormat: String? = nil) throws(NumberTableError) {
        let format = numberFormat.flatMap(CSVNumberFormat.init)
        if let numberFormat, format == nil {
            throw NumberTableError(
                path, "no-such-format", "'\(numberFormat)' is no way to write numbers.",
                "Say it as one of \(CSVNumberFormat.allCases.map(\.rawValue).joined(separator: "; ")).")
        }
        self.numberFormat = format
        let bytes: [UInt8]
        switch ExportFile(path: path, directory: directory).content() {
        case .refused(let diagnostic): throw NumberTableError(diagnostic)
        case .bytes(let content): bytes = content
        }
        let decoded = CSVText.decoded(bytes, as: .automatic, file: path)
        guard let text = decoded.text else {
            throw NumberTableError(path, "not-text", "The file is not text.", decoded.diagnostics.first?.advice ?? "Export it as CSV.")
        }
        guard var file = RecordFile(text, path: path, delimiter: delimiter) else {
            throw NumberTableError(path, "empty-file", "The file is empty.", "Write one number a row, under a header.")
        }
        let head = file.header.names
        let isHeadless = !JSONLinesReader.isName(path) && head.allSatisfy { !$0.isEmpty && PlainNumber.value($0) != nil }
        self.path = path
        names = isHeadless ? head.indices.map { String($0 + 1) } : head
        cells = isHeadless ? head.map { [$0] } : head.map { _ in [] }
        lines = isHeadless ? [1] : []
        while let records = file.reader.next() { try add(records) }
        if let last = lines.last, let column = cells.firstIndex(where: CSVSumLine.isNamedLast) {
            throw NumberTableError(
                path, "sum-line", "The last row is a line of sums, which would count all others once more.", "Take it out.", line: last,
                field: names[column])
        }
    }

    /// The rows of each text that a column holds, in the order of the texts; rows with a blank cell in it are in none.
    package func groups(_ column: Int) -> [(name: String, table: NumberTable)] {
        var rows: [String: [Int]] = [:]
        for row in 0..<rowCount { if let name = cell(row, column) { rows[name, default: []].append(row) } }
        return rows.keys.sorted().map { name in (name, NumberTable(self, rows: rows[name] ?? [])) }
    }

    private init(_ table: NumberTable, rows: [Int]) {
        path = table.path
        names = table.names
        (numberFormat, isOfSemicolons) = (table.numberFormat, table.isOfSemicolons)
        lines = rows.map { table.lines[$0] }
        cells = table.cells.map { column in rows.map { column[$0] } }
    }

    private mutating func add(_ records: CSVRecords) throws(NumberTableError) {
        isOfSemicolons = records.isOfSemicolons
        for record in 0..<records.count {
            let line = records.lines[record]
            if let what = Self.complaint(records.faults[record]) {
                throw NumberTableError(path, "damaged-row", what, "Mend the row.", line: line)
            }
            let hasMore = (names.count..<max(names.count, records.fieldCount(record))).contains { !records.text(record, $0).isEmpty }
            guard !hasMore else {
                throw NumberTableError(
                    path, "too-many-fields", "The row has \(records.fieldCount(record)) fields, the header \(names.count).",
                    "Mend the row, or put quotes around a field that holds the delimiter.", line: line)
            }
            for column in names.indices { cells[column].append(records.text(record, column)) }
            lines.append(line)
        }
    }

    private static func complaint(_ fault: CSVRecords.Fault) -> String? {
        switch fault {
        case .none, .strayQuote: nil
        case .tooLong: "A field is longer than 100,000 characters; a quote may be missing."
        case .nul: "The row holds a NUL byte."
        case .unterminated: "A quote is never closed."
        case .nested: "A value is an object or a list."
        case .notAnObject: "The line is no JSON object."
        }
    }

    /// The number of a cell's text, as the table writes numbers; nil for anything else.
    func number(_ text: String) -> Double? {
        guard let numberFormat else { return PlainNumber.value(text) }
        return numberFormat.plain(text.utf8).flatMap { Double(String(decoding: $0, as: UTF8.self)) }
    }

    /// The row of a number in a column that may be thousands: `1.200` where semicolons stand between the columns and no number of the
    /// column has other decimals.
    func doubtfulRow(_ column: Int) -> Int? {
        guard numberFormat == nil, isOfSemicolons else { return nil }
        let pointed = (0..<rowCount).filter { cell($0, column)?.contains(".") == true }
        let areDoubtful = pointed.allSatisfy { cell($0, column).map(CSVNumberFormat.mayBeThousands) == true }
        return areDoubtful ? pointed.first : nil
    }

    /// The text of a cell; nil for a blank one or one that says that nothing is known.
    func cell(_ row: Int, _ column: Int) -> String? {
        let text = cells[column][row]
        let bytes = Array(text.utf8)
        return CSVRow.isUnknown(bytes, 0, bytes.count) ? nil : text
    }
}

/// Why a table or a column of it cannot be used.
package struct NumberTableError: Error, CustomStringConvertible {
    package let diagnostic: Diagnostic

    init(_ diagnostic: Diagnostic) {
        self.diagnostic = diagnostic
    }

    init(_ path: String, _ code: String, _ message: String, _ advice: String, line: Int? = nil, field: String? = nil) {
        diagnostic = Diagnostic(.refused, code: code, file: path, line: line, field: field, message: message, advice: advice)
    }

    /// Whether the file has no row at all.
    package var isEmptyFile: Bool { diagnostic.code == "empty-file" }

    package var description: String { diagnostic.description }
}
