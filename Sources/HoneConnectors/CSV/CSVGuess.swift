package import HoneFacts

/// A guess of which column of an export is what, from the words in its header, and of how its dates and numbers are written.
package struct CSVGuess {
    /// Field and column name, in the order of the fields; `value` once a column of measures.
    package let columns: [(field: String, column: String)]
    /// Nil: items.
    package let fact: String?
    /// As `number_format` would be written; nil where all numbers are plain.
    package let numberFormat: String?
    /// Nil: ISO 8601, or no format that reads every date.
    package let dateFormat: String?
    /// The zone that the header names; nil where it names none.
    package let timezone: String?
    /// Columns that name people, of items.
    package let people: [String]
    /// What a reader of the guess should know: of the columns, and of the dates.
    package let remarks: [String]
    package let dateRemarks: [String]

    /// Rows looked at for the form of their dates.
    private static let sampleSize = 2_000

    /// - Parameters are those of a `csv` source.
    /// - Throws: the refusing `Diagnostic` where the file cannot be read as a table.
    package init(path: String, directory: String, delimiter: String?, encoding: String?) throws(CSVGuessError) {
        let bytes: [UInt8]
        switch ExportFile(path: path, directory: directory).beginning() {
        case .refused(let diagnostic): throw CSVGuessError(diagnostic: diagnostic)
        case .bytes(let content): bytes = content
        }
        let decoded = CSVText.decoded(bytes, as: CSVEncoding(name: encoding ?? "auto") ?? .automatic, file: path)
        guard let text = decoded.text else { throw CSVGuessError(path, decoded.diagnostics) }
        let sign = delimiter == "tab" ? 9 : delimiter.flatMap { Array($0.utf8).first }
        guard var file = RecordFile(text, path: path, delimiter: sign) else { throw CSVGuessError(path, decoded.diagnostics) }
        let header = file.header
        let isTable = !JSONLinesReader.isName(path)
        if isTable, text.isJSON {
            throw CSVGuessError(
                diagnostic: Diagnostic(
                    .refused, code: "no-table", file: path, line: 1, message: "This is JSON, not CSV.",
                    advice:
                        "Issues of Jira are read with --jira, those of GitHub with --github; other objects, one a line, from a name that ends in .jsonl."
                ))
        }
        guard header.names.count > 1 else {
            throw CSVGuessError(
                diagnostic: Diagnostic(
                    .refused, code: "no-table", file: path, line: 1,
                    message: isTable ? "The first line is not a header of several columns." : "No object has several keys.",
                    advice: isTable
                        ? "Export the issue list as CSV with a header, or name its delimiter with --delimiter."
                        : "Export the issue list with one JSON object a line."))
        }
        let records = file.reader.next(limit: Self.sampleSize)
        if let measures = CSVMeasureGuess(header, records, path: path) {
            columns = measures.columns.map { ($0.field.rawValue, header.names[$0.column]) }
            (fact, numberFormat, people) = (CSVSettings.Shape.measurement.rawValue, measures.numberFormat?.rawValue, [])
            let dates = CSVDateGuess([measures.dates], path: path, withPeriods: true)
            (dateFormat, timezone, remarks, dateRemarks) = (dates.format, nil, measures.remarks, dates.remarks)
            return
        }
        if let plan = CSVPlanGuess(header, records) {
            columns = plan.columns.map { ($0.field.rawValue, header.names[$0.column]) }
            (fact, numberFormat, people) = (CSVSettings.Shape.planLine.rawValue, plan.numberFormat?.rawValue, [])
            let dates = CSVDateGuess(plan.dates, path: path)
            (dateFormat, timezone, dateRemarks) = (dates.format, nil, dates.remarks)
            remarks = ["\(path) reads as a plan, which is held against what was done where the life cycle is phased (--life-cycle phased)."]
            return
        }
        let items = CSVItemGuess(header, records, path: path)
        columns = items.columns.map { ($0.field.rawValue, $0.name) }
        (fact, numberFormat, people) = (nil, nil, items.people)
        let dates = CSVDateGuess(items.dateColumns.map { records?.known($0).filter(CSVItemGuess.mayBeDate) ?? [] }, path: path)
        (dateFormat, timezone, remarks, dateRemarks) = (dates.format, items.timezone, items.remarks, dates.remarks)
    }
}

/// Why nothing can be guessed from a file.
package struct CSVGuessError: Error, CustomStringConvertible {
    package let diagnostic: Diagnostic

    init(diagnostic: Diagnostic) {
        self.diagnostic = diagnostic
    }

    init(_ path: String, _ diagnostics: [Diagnostic]) {
        diagnostic =
            diagnostics.first { $0.severity == .refused }
            ?? Diagnostic(
                .refused, code: "no-table", file: path, message: "There is no table in the file.", advice: "Export the issue list as CSV.")
    }

    package var description: String { diagnostic.description }
}
