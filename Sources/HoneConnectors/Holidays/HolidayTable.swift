internal import HoneFacts

/// Holidays as cells of a table: in one column or a column a holiday, with or without their names beside them.
enum HolidayTable {
    static func read(_ text: CSVText, path: String, dateFormat: DateFormat?) -> (days: Set<CalendarDay>, diagnostics: [Diagnostic]) {
        var days: Set<CalendarDay> = []
        var diagnostics = CSVDiagnostics(file: path)
        var reader = CSVReader(text)
        var header: CSVHeader?
        let spelled = try? DateFormat(pattern: "d MMM yyyy")
        var isFirst = true
        while let records = reader.next() {
            for record in 0..<records.count {
                var hasDay = false
                var hasProblem = false
                for column in 0..<records.fieldCount(record) {
                    let cell = records.text(record, column)
                    let instant =
                        DateFormat.isoInstant(cell, zone: .utc) ?? spelled?.instant(cell, zone: .utc)
                        ?? dateFormat?.instant(cell, zone: .utc)
                    if let instant {
                        days.insert(ZoneTable.utc.day(instant))
                        hasDay = true
                    } else if looksLikeDate(cell) {
                        hasProblem = true
                        diagnostics.add(
                            .skipped, "no-such-date", line: records.lines[record], field: name(column, header),
                            "\(CSVQuote.text(cell) { $0 }) is not a date.", advice: "Mend it, or set the date format of the holidays.")
                    }
                }
                if isFirst, !hasDay, !hasProblem {
                    header = CSVHeader(names: (0..<records.fieldCount(record)).map { records.text(record, $0) })
                } else if !hasDay, !hasProblem {
                    diagnostics.add(
                        .skipped, "no-date", line: records.lines[record], "The row has no date.", advice: "Take it out, or add its date.")
                }
                isFirst = false
            }
        }
        return (days, diagnostics.all)
    }

    private static func name(_ column: Int, _ header: CSVHeader?) -> String {
        guard let header, column < header.names.count else { return "column \(column + 1)" }
        return header.names[column]
    }

    /// Begins with a digit, has at least four of them and a sign between them: someone meant a date.
    private static func looksLikeDate(_ cell: String) -> Bool {
        let bytes = Array(cell.utf8)
        guard let first = bytes.first, first &- 48 < 10, bytes.count <= 40 else { return false }
        return bytes.count { $0 &- 48 < 10 } >= 4 && bytes.contains { $0 == 45 || $0 == 46 || $0 == 47 || $0 == 32 }
    }
}
