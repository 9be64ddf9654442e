internal import HoneFacts

/// Rows of one shape on their way to facts. Batches come when all rows are in, because the last row of a key counts.
protocol CSVTable {
    /// Takes in one usable record, or says why it is not used.
    mutating func add(_ row: CSVRow, _ diagnostics: inout CSVDiagnostics)
    /// The rows that come now are of another file, which brings more about the items of the first.
    mutating func begin(_ join: CSVJoin)
    /// All rows are in.
    mutating func finish(_ diagnostics: inout CSVDiagnostics)
    /// Groups of facts, to be asked for one after the other.
    var groupCount: Int { get }
    func group(_ index: Int, origin: String) -> FactBatch
    /// Whether the item has a fact.
    func hasItem(_ key: String) -> Bool
    /// What was read of the file whose rows came last.
    var summary: String { get }
    /// What is kept and odd, counted over all rows; empty where nothing is.
    func oddities(in zone: ZoneTable) -> [String]
}

extension CSVTable {
    /// Facts in one batch.
    static var groupSize: Int { 65_536 }

    static func groupCount(_ facts: Int) -> Int { (facts + groupSize - 1) / groupSize }

    mutating func begin(_ join: CSVJoin) {}

    func oddities(in zone: ZoneTable) -> [String] { [] }

    /// Says that a record is not used because a field is not known.
    static func skip(_ row: CSVRow, _ field: CSVField, _ code: String, _ message: String, _ diagnostics: inout CSVDiagnostics) {
        let name = row.columns.position(field).map(row.columns.name)
        diagnostics.add(.skipped, code, line: row.line, field: name, message, advice: "Fill it in, or take the row out.")
    }

    /// Says that a field is no number that can be used, and whether its record is.
    static func refuseNumber(
        _ field: CSVField, in valueColumn: Int? = nil, _ row: CSVRow, _ severity: Diagnostic.Severity,
        _ diagnostics: inout CSVDiagnostics, mask: (String) -> String
    ) {
        guard let column = valueColumn ?? row.columns.position(field), let number = row.number(in: column),
            let complaint = number.complaint
        else { return }
        let rest = severity == .skipped ? "the row is not used" : "the row is used without it"
        diagnostics.add(
            severity, number == .grouped ? SourceOddity.doubtfulNumber : "no-such-number", line: row.line, field: row.columns.name(column),
            "\(shown(row.records.text(row.record, column), mask)) \(complaint); \(rest).",
            advice: advice(number, row), kept: "A value \(complaint); \(rest).")
    }

    private static func advice(_ number: CSVNumber, _ row: CSVRow) -> String {
        if let format = row.numberFormat { return "Mend the row, or set number_format (it is \(format.rawValue))." }
        let choices = CSVNumberFormat.allCases.map(\.rawValue).joined(separator: " or ")
        return number == .grouped
            ? "Say how numbers are written, number_format: \(choices); or write plain ones such as 1234.5."
            : "Write plain numbers such as 1234.5, and check the column."
    }

    /// A text without digits is likely another column, which may hold a person's name.
    private static func shown(_ text: String, _ mask: (String) -> String) -> String {
        text.utf8.contains { $0 &- 48 < 10 } ? CSVQuote.text(text, mask: mask) : "A text without digits"
    }

    /// Says that a record is not used because a field is no date.
    static func refuseDate(_ field: CSVField, _ row: CSVRow, _ diagnostics: inout CSVDiagnostics, mask: (String) -> String) {
        guard let column = row.columns.position(field) else { return }
        let text = row.records.text(row.record, column)
        diagnostics.add(
            .skipped, "no-such-date", line: row.line, field: row.columns.name(column), "\(shown(text, mask)) is not a date.",
            advice: row.dateFormat == nil
                ? "Mend the row, or set date_format." : "Mend the row, or set date_format (it is \(row.dateFormat?.pattern ?? "")).",
            kept: "A value is not a date.")
    }
}
