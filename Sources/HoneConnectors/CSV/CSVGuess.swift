package import HoneFacts

/// A guess of which column of an export is what, from the words in its header, and of how its dates are written.
package struct CSVGuess {
    /// Field and column name, in the order of the fields; `value` once a column of measures.
    package let columns: [(field: String, column: String)]
    /// Nil: items.
    package let fact: String?
    /// As `number_format` would be written; nil where all numbers are plain.
    package let numberFormat: String?
    /// Nil: ISO 8601, or no format that reads every date.
    package let dateFormat: String?
    /// What a reader of the guess should know.
    package let remarks: [String]

    /// Rows looked at for the form of their dates.
    private static let sampleSize = 2_000

    /// - Parameters are those of a `csv` source.
    /// - Throws: the refusing `Diagnostic` where the file cannot be read as a table.
    package init(path: String, directory: String, delimiter: String?, encoding: String?) throws(CSVGuessError) {
        let bytes: [UInt8]
        switch ExportFile(path: path, directory: directory).content() {
        case .refused(let diagnostic): throw CSVGuessError(diagnostic: diagnostic)
        case .bytes(let content): bytes = content
        }
        let decoded = CSVText.decoded(bytes, as: CSVEncoding(name: encoding ?? "auto") ?? .automatic, file: path)
        guard let text = decoded.text else { throw CSVGuessError(path, decoded.diagnostics) }
        let sign = delimiter == "tab" ? 9 : delimiter.flatMap { Array($0.utf8).first }
        guard var file = RecordFile(text, path: path, delimiter: sign) else { throw CSVGuessError(path, decoded.diagnostics) }
        let header = file.header
        let isTable = !JSONLinesReader.isName(path)
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
        let measures = CSVMeasureGuess(header, records)
        fact = measures.map { _ in CSVSettings.Shape.measurement.rawValue }
        numberFormat = measures?.numberFormat?.rawValue
        if let measures {
            columns = measures.columns.map { ($0.field.rawValue, header.names[$0.column]) }
            let guess = Self.dateFormat(of: measures.dates, path: path)
            (dateFormat, remarks) = (guess.format, guess.remarks)
            return
        }
        var found = Self.fields(header)
        if found[.status] != nil, found[.changedOn] != nil, found[.finishedOn] == nil {
            for field in [CSVField.startedOn, .finishedOn] { found[field] = nil }
        } else {
            found[.changedOn] = nil
        }
        columns =
            (found[.key] == nil ? [("key", CSVSettings.rowNumber)] : [])
            + CSVField.allCases.compactMap { field in found[field].map { (field.rawValue, header.names[$0]) } }
        let dates = Self.dateFields.compactMap { found[$0] }
        let texts = records.map { records in dates.flatMap(records.known) } ?? []
        let guess = Self.dateFormat(of: texts, path: path)
        dateFormat = guess.format
        let noDates = "No column of \(path) has a name that says when an item was requested, started or finished: map them in hone.yaml."
        remarks = (dates.isEmpty ? [noDates] : []) + guess.remarks
    }

    private static let words: [(field: CSVField, names: [String])] = [
        (.key, ["id", "key", "issuekey", "issueid", "workitemid", "item", "number", "ticket", "taskid", "tasknumber", "ref"]),
        (.kind, ["type", "issuetype", "workitemtype", "kind", "category", "tracker"]), (.title, ["title", "summary", "name", "subject"]),
        (.labels, ["labels", "tags", "label"]), (.stream, ["stream", "team", "component", "owningteam", "area", "areapath"]),
        (
            .requestedOn,
            [
                "created", "createddate", "createdat", "createdon", "requested", "requestedon", "prioritised", "prioritized", "opened",
                "openedat", "datesubmitted", "reported", "submitted",
            ]
        ),
        (
            .startedOn, ["started", "starteddate", "startdate", "startedat", "startedon", "devstarted", "activated", "activateddate"]
        ),
        (
            .finishedOn,
            [
                "done", "closed", "closeddate", "closedat", "closedon", "resolved", "resolutiondate", "finished", "finisheddate",
                "completed",
                "completeddate", "donedate",
            ]
        ),
        (.status, ["status", "state"]), (.reason, ["resolution", "reason", "closereason"]),
        (.changedOn, ["at", "changedat", "changedon", "changed", "timestamp", "when", "date"]),
    ]

    static func fields(_ header: CSVHeader) -> [CSVField: Int] {
        var found: [CSVField: Int] = [:]
        for (field, names) in words {
            found[field] = names.lazy.compactMap { header.columns(named: $0).first }.first
        }
        return found
    }

    private static let dateFields: [CSVField] = [.requestedOn, .startedOn, .finishedOn, .changedOn]

    private static let formats = [
        "dd/MM/yyyy", "MM/dd/yyyy", "d/M/yyyy", "M/d/yyyy", "dd.MM.yyyy", "d.M.yyyy", "d.M.yyyy HH:mm:ss", "d.M.yyyy HH:mm", "dd-MM-yyyy",
        "yyyy/MM/dd", "dd MMM yyyy", "d MMM yyyy", "dd/MMM/yy", "d/MMM/yy HH:mm", "dd/MM/yyyy HH:mm", "dd/MM/yyyy HH:mm:ss",
        "M/d/yyyy HH:mm", "M/d/yyyy HH:mm:ss",
    ]

    static func dateFormat(of texts: [String], path: String) -> (format: String?, remarks: [String]) {
        func readsAll(_ read: (String) -> Instant?) -> Bool { texts.allSatisfy { read($0) != nil } }
        if texts.isEmpty || readsAll({ DateFormat.isoInstant($0, zone: .utc) }) { return (nil, []) }
        let fitting = formats.filter { pattern in
            guard let format = try? DateFormat(pattern: pattern) else { return false }
            return readsAll { format.instant($0, zone: .utc) }
        }
        guard let first = fitting.first else {
            return (nil, ["No date format reads every date of \(path): set date_format, or mend the rows that hone sync names."])
        }
        let isAmbiguous = fitting.contains { $0.hasPrefix("d") } && fitting.contains { $0.hasPrefix("M") }
        return (first, isAmbiguous ? ["The dates of \(path) read as day/month and as month/day; day first was taken."] : [])
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
