/// A line of sums that a sheet has below its rows: it speaks of all of them once more.
enum CSVSumLine {
    private static let words: Set = [
        "total", "totals", "grandtotal", "subtotal", "sum", "summe", "gesamt", "gesamtergebnis", "gesamtsumme",
    ]

    /// Whether a cell says so, whatever its case, spaces and colon: `Grand Total`, `Summe:`.
    static func isNamed(_ text: String) -> Bool {
        text.utf8.count <= 20 && words.contains(CSVHeader.plain(text).filter { $0 != ":" })
    }

    /// Whether the last cell of a column says so, and no other one does.
    static func isNamedLast(_ cells: [String]) -> Bool {
        cells.last.map(isNamed) == true && !cells.dropLast().contains(where: isNamed)
    }
}
