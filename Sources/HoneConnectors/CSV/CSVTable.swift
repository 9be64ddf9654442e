internal import HoneFacts

/// Rows of one shape on their way to facts. Batches come when all rows are in, because the last row of a key counts.
protocol CSVTable {
    /// Takes in one usable record, or says why it is not used.
    mutating func add(_ row: CSVRow, _ diagnostics: inout CSVDiagnostics)
    /// All rows are in.
    mutating func finish(_ diagnostics: inout CSVDiagnostics)
    /// Groups of facts, to be asked for one after the other.
    var groupCount: Int { get }
    func group(_ index: Int, origin: String) -> FactBatch
    /// Whether the item has a fact.
    func hasItem(_ key: String) -> Bool
    /// A sentence about what was read.
    var summary: String { get }
}

extension CSVTable {
    /// Facts in one batch.
    static var groupSize: Int { 65_536 }

    static func groupCount(_ facts: Int) -> Int { (facts + groupSize - 1) / groupSize }

    /// Says that a record is not used because a field is no date.
    static func refuseDate(_ field: CSVField, _ row: CSVRow, _ diagnostics: inout CSVDiagnostics, mask: (String) -> String) {
        guard let column = row.columns.position(field) else { return }
        let text = row.records.text(row.record, column)
        // A text without digits is likely another column, which may hold a person's name.
        let shown = text.utf8.contains { $0 &- 48 < 10 } ? CSVQuote.text(text, mask: mask) : "A text without digits"
        diagnostics.add(
            .skipped, "no-such-date", line: row.line, field: row.columns.name(column), "\(shown) is not a date.",
            advice: row.dateFormat == nil
                ? "Mend the row, or set date_format." : "Mend the row, or set date_format (it is \(row.dateFormat?.pattern ?? "")).")
    }
}
