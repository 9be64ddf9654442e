internal import HoneFacts

/// Numbers such as `1.200` that may be thousands, which only the whole file tells: where others have a decimal comma, or where
/// semicolons stand between the columns and no number has other decimals.
struct CSVDoubtfulNumbers {
    private var hasDecimalCommas = false
    private var hasDecimalPoints = false
    private var isOfSemicolons = false
    /// By the place of their fact.
    private var found: [Int: (line: Int, field: String, text: String)] = [:]

    /// Looks at the numbers of a fact; what was noted of its place before is forgotten.
    mutating func note(_ row: CSVRow, _ columns: [Int], fact: Int) {
        found[fact] = nil
        // Where it is said how numbers are written there is no doubt.
        guard row.numberFormat == nil else { return }
        isOfSemicolons = row.records.isOfSemicolons
        for column in columns {
            guard let cell = row.cell(column) else { continue }
            let text = CSVUnitSign.split(row.text(cell)).number
            if text.utf8.contains(UInt8(ascii: ",")) { hasDecimalCommas = true }
            guard text.utf8.contains(UInt8(ascii: ".")) else { continue }
            if CSVNumberFormat.mayBeThousands(text) {
                found[fact] = (row.line, row.columns.name(column), text)
            } else {
                hasDecimalPoints = true
            }
        }
    }

    /// The places of facts that cannot be used, each told.
    func refused(_ diagnostics: inout CSVDiagnostics) -> Set<Int> {
        guard hasDecimalCommas || (isOfSemicolons && !hasDecimalPoints) else { return [] }
        let why = hasDecimalCommas ? "other numbers of the file have a decimal comma" : "semicolons stand between the columns"
        for (_, doubt) in found.sorted(by: { $0.key < $1.key }) {
            let rest = "may be thousands, as \(why); it is not used."
            diagnostics.add(
                .skipped, SourceOddity.doubtfulNumber, line: doubt.line, field: doubt.field, "'\(doubt.text)' \(rest)",
                advice: "Say how numbers are written, number_format: 1.234,5; or write plain ones such as 1234.5.",
                kept: "A value \(rest)")
        }
        return Set(found.keys)
    }
}
