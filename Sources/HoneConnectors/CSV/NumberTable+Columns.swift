package import HoneFacts

extension NumberTable {
    /// The column of a name, as written or without regard to case, spaces, dots, hyphens and underscores.
    package func column(named name: String) throws(NumberTableError) -> Int {
        let header = CSVHeader(names: names)
        let found = header.columns(named: name)
        if found.count == 1 { return found[0] }
        guard found.isEmpty else {
            throw NumberTableError(path, "column-twice", "\(found.count) columns have this name.", "Rename one of them.", field: name)
        }
        let close = header.closest(to: name).map { "Did you mean '\($0)'?" } ?? "It has: \(listed)."
        throw NumberTableError(path, "no-such-column", "There is no such column.", close, line: 1, field: name)
    }

    /// The column of a name, if there is exactly one that is written so.
    package func column(exactly name: String) -> Int? { names.firstIndex(of: name) }

    /// The column of values: the named one, else the only one with numbers.
    ///
    /// A column that is mostly numbers counts as one, so that its first cell that is none can be named.
    /// - Parameter others: columns that are known to be something else.
    package func valueColumn(named name: String?, besides others: [Int] = []) throws(NumberTableError) -> Int {
        if let name { return try column(named: name) }
        let candidates = numericColumns(besides: others)
        if candidates.count == 1 { return candidates[0] }
        guard candidates.isEmpty else {
            let list = candidates.map { names[$0] }.joined(separator: ", ")
            throw NumberTableError(
                path, "several-columns", "Several columns hold numbers: \(list).", "Name the one that is meant: --value NAME.")
        }
        throw NumberTableError(path, "no-numbers", "No column holds numbers.", "Name the one that should: --value NAME.")
    }

    /// Columns with numbers in at least half of the cells that are not blank.
    package func numericColumns(besides others: [Int] = []) -> [Int] {
        names.indices.filter { column in
            guard !others.contains(column) else { return false }
            let texts = (0..<rowCount).compactMap { cell($0, column) }
            let numbers = texts.count { number($0) != nil }
            return numbers > 0 && numbers * 2 >= texts.count
        }
    }

    /// The column of days: the named one, else the only one with nothing but days in it.
    package func dayColumn(named name: String?, format: DateFormat?) throws(NumberTableError) -> Int {
        if let name { return try column(named: name) }
        let candidates = names.indices.filter { column in
            let texts = (0..<rowCount).compactMap { cell($0, column) }
            return !texts.isEmpty && texts.allSatisfy { Self.instant($0, .utc, format) != nil }
        }
        guard candidates.count == 1 else {
            throw NumberTableError(
                path, "no-date-column", candidates.isEmpty ? "No column holds dates only." : "Several columns hold dates.",
                "Name the one that is meant: --date NAME, and --date-format where dates are not written as 2026-11-22.")
        }
        return candidates[0]
    }

    /// The numbers of a column; nil for a blank cell.
    /// - Throws: for the first cell that is no number.
    package func numbers(_ column: Int) throws(NumberTableError) -> [Double?] {
        try sure(column)
        let cells = try read(
            column, "is not a number", "Write plain numbers such as 1234.5, or say how they are written: --number-format 1,234.5.", number)
        if let row = cells.firstIndex(where: { abs($0 ?? 0) > Self.most }) {
            throw refusal(row, column, "is too large", "Sums of such numbers are none: write them in another unit.")
        }
        return cells
    }

    /// Squares and sums of larger ones are no numbers.
    private static let most = 1e100

    /// Larger ones are a sign of another column, and their sums would be no numbers.
    private static let mostWhole = 1e12

    /// The whole numbers of a column; nil for a blank cell.
    package func wholeNumbers(_ column: Int) throws(NumberTableError) -> [Int?] {
        try sure(column)
        return try read(column, "is not a whole number", "Write whole numbers such as 12.") { text in
            number(text).flatMap { abs($0) < Self.mostWhole ? Int(exactly: $0) : nil }
        }
    }

    /// - Throws: where a point may stand between thousands.
    private func sure(_ column: Int) throws(NumberTableError) {
        guard let row = doubtfulRow(column) else { return }
        throw refusal(
            row, column, "may be thousands, as semicolons stand between the columns",
            "Write plain numbers such as 1200, or say how they are written where the command takes --number-format.")
    }

    /// The days of a column in a zone; nil for a blank cell.
    package func days(_ column: Int, zone: ZoneTable, format: DateFormat?) throws(NumberTableError) -> [CalendarDay?] {
        let advice = format == nil ? "Write it as 2026-11-22, or give --date-format." : "Mend the row, or --date-format."
        return try read(column, "is not a date", advice) { text in Self.instant(text, zone, format).map { zone.day($0) } }
    }

    /// The cells of a column as they are written; nil for a blank one.
    package func texts(_ column: Int) -> [String?] { (0..<rowCount).map { cell($0, column) } }

    /// That a column is missing or unfit as a whole, for whoever knows what it is for.
    package func lacking(_ name: String, _ advice: String) -> NumberTableError {
        NumberTableError(path, "unfit-column", "There is no such column that can be used.", advice, field: name)
    }

    /// What is wrong with one cell, for whoever knows more about a column.
    package func refusal(_ row: Int, _ column: Int, _ complaint: String, _ advice: String) -> NumberTableError {
        let text = cell(row, column) ?? "A blank cell"
        // A text without digits is likely another column, which may hold a person's name.
        let shown = text.utf8.contains { $0 &- 48 < 10 } ? CSVQuote.text(text) { $0 } : "A text without digits"
        return NumberTableError(path, "unfit-cell", "\(shown) \(complaint).", advice, line: lines[row], field: names[column])
    }

    private func read<Value>(
        _ column: Int, _ complaint: String, _ advice: String, _ value: (String) -> Value?
    ) throws(NumberTableError) -> [Value?] {
        var values: [Value?] = []
        values.reserveCapacity(rowCount)
        for row in 0..<rowCount {
            guard let text = cell(row, column) else {
                values.append(nil)
                continue
            }
            guard let read = value(text) else { throw refusal(row, column, complaint, advice) }
            values.append(read)
        }
        return values
    }

    private static func instant(_ text: String, _ zone: ZoneTable, _ format: DateFormat?) -> Instant? {
        if let format { format.instant(text, zone: zone) } else { DateFormat.isoInstant(text, zone: zone) }
    }

    private var listed: String { names.prefix(20).joined(separator: ", ") + (names.count > 20 ? ", …" : "") }
}
