internal import HoneFacts

/// A guess that an export is a table of a product's own numbers: days, and columns of numbers, or one column of numbers with the
/// measure's name beside it.
struct CSVMeasureGuess {
    /// Field and position of each column; `value` once a measure.
    let columns: [(field: CSVField, column: Int)]
    /// The texts of the days.
    let dates: [String]
    let numberFormat: CSVNumberFormat?
    /// What was decided, and which columns are not read.
    private(set) var remarks: [String]

    private static let dayWords: Set = [
        "date", "day", "week", "month", "period", "weekof", "weekstarting", "weekstart", "weekbeginning", "weekending", "monthstarting",
        "asof", "measuredon", "timestamp", "quarter", "datum", "tag", "stichtag", "woche", "kw", "monat", "quartal",
    ]
    private static let nameWords: Set = ["name", "measure", "metric", "kpi", "indicator", "kennzahl"]
    private static let valueWords: Set = ["value", "amount", "result", "wert"]
    private static let unitWords: Set = ["unit", "units", "einheit"]

    /// Nil where the columns are no such table.
    init?(_ header: CSVHeader, _ records: CSVRecords?, path: String) {
        // What has keys or statuses is about items.
        let isOfItems = CSVItemGuess.fields(header).keys.contains { $0 == .key || $0 == .status }
        guard !isOfItems, let records, records.count > 0 else { return nil }
        let words = header.names.map(CSVHeader.plain)
        func first(_ known: Set<String>) -> Int? { words.firstIndex(where: known.contains) }
        guard let day = first(Self.dayWords) else { return nil }
        // A title that reads like a day is not enough: there has to be one in each row, but for one of sums at the end.
        let days = records.known(day)
        dates = days.filter { $0.utf8.contains { $0 &- 48 < 10 } }
        guard !dates.isEmpty, days == dates || (dates.count > 2 && days.dropLast() == dates[...]) else { return nil }
        let rest = header.names.indices.filter { $0 != day }
        let numeric = rest.filter { Self.isNumeric(records.known($0)) }
        var columns = [(CSVField.date, day)]
        if let name = first(Self.nameWords), let value = first(Self.valueWords), numeric.contains(value) {
            columns = [(.name, name), (.date, day), (.value, value)]
            if let unit = first(Self.unitWords) { columns.append((.unit, unit)) }
        } else {
            // A list of issues has columns of texts; beside measures there is at most one, for remarks.
            guard !numeric.isEmpty, rest.count - numeric.count <= 1 else { return nil }
            columns += numeric.map { (.value, $0) }
        }
        self.columns = columns
        let numbers = columns.filter { $0.0 == .value }.flatMap { records.known($0.1) }.map { CSVUnitSign.split($0).number }
        // Where commas are decimal, a point before three digits stands between thousands.
        let hasBoth = numbers.contains { $0.contains(",") } && numbers.contains { $0.contains(".") }
        let pointed = numbers.filter { $0.contains(".") }
        // With semicolons between the columns 1.200 is twelve hundred, unless some number has other decimals.
        let isOfThousands = records.isOfSemicolons && !pointed.isEmpty && pointed.allSatisfy(CSVNumberFormat.mayBeThousands)
        let isPlain = !hasBoth && !isOfThousands && numbers.allSatisfy { PlainNumber.value($0) != nil }
        let isRead = Set(columns.map(\.1))
        // A column with some numbers in it is one that somebody will look for.
        let leftOut = rest.filter { column in
            guard !isRead.contains(column) else { return false }
            let texts = records.known(column)
            let digits = texts.count { $0.utf8.contains { $0 &- 48 < 10 } }
            return texts.contains { Self.isNumeric([$0]) } || (digits > 0 && digits * 2 >= texts.count)
        }
        remarks =
            (isOfThousands && !hasBoth ? ["\(pointed[0]) in \(path) is read with a point between thousands: number_format says so."] : [])
            + leftOut.map { "\(header.names[$0]) of \(path) is not read, as not all of its values are numbers." }
        let formats = isOfThousands ? [.pointComma] : CSVNumberFormat.allCases
        let format = isPlain ? nil : formats.first { format in numbers.allSatisfy { format.plain($0.utf8) != nil } }
        numberFormat = format
        // Where semicolons stand between columns, commas are decimals as a rule.
        if records.isOfSemicolons, format == .commaPoint, let number = numbers.first(where: { $0.contains(",") }) {
            remarks.append("\(number) in \(path) is read with a comma between thousands: number_format says so.")
        }
    }

    private static func isNumeric(_ texts: [String]) -> Bool {
        !texts.isEmpty
            && texts.map({ CSVUnitSign.split($0).number }).allSatisfy { text in
                PlainNumber.value(text) != nil || CSVNumberFormat.allCases.contains { $0.plain(text.utf8) != nil }
            }
    }
}

extension CSVRecords {
    /// The texts of a column that are known, of all records.
    func known(_ column: Int) -> [String] {
        (0..<count).map { text($0, column) }.filter { text in
            let bytes = Array(text.utf8)
            return !CSVRow.isUnknown(bytes, 0, bytes.count)
        }
    }
}
