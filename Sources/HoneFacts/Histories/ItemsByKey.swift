/// Rows of folded items by the codes of a column that names them, batch by batch.
///
/// Batches that a log handed out together number their keys alike, so that no text is compared and one table serves all.
struct ItemsByKey {
    private let items: ItemHistories
    /// By code of the column's own table; -1 is none.
    private var rows: [Int32] = []
    private var known: (mark: TextTable.Mark, count: Int, origin: String)?
    /// Made where a batch numbers its texts itself.
    private var byText: ItemRows?

    init(_ items: ItemHistories) {
        self.items = items
    }

    func row(_ code: Int32) -> Int? { rows[Int(code)] < 0 ? nil : Int(rows[Int(code)]) }

    /// Turns to the next batch. Complexity: O(items + texts of the column's table), or O(1) for the same table and origin.
    mutating func look(at column: TextColumn, origin: String) {
        let table = column.table
        if let known, known.mark === table.mark, known.count == table.count, known.origin == origin { return }
        known = table.mark.map { ($0, table.count, origin) }
        guard let mark = table.mark, mark === items.key.mark else {
            let byText = byText ?? ItemRows(items)
            self.byText = byText
            rows = table.texts.map { byText.row(ofKey: $0, origin: origin).map(Int32.init) ?? -1 }
            return
        }
        rows = [Int32](repeating: -1, count: table.count)
        var lookup = table
        guard let own = (0..<Int32(items.origin.codeCount)).first(where: { items.origin.text($0) == origin }) else { return }
        for item in 0..<items.count where items.origin.code(item) == own {
            for alias in items.aliases.isEmpty(item) ? [] : items.aliases[item].split(separator: " ") {
                if let code = lookup.code(of: String(alias)) { rows[Int(code)] = Int32(item) }
            }
        }
        // A key that is in use goes before an alias.
        for item in 0..<items.count where items.origin.code(item) == own {
            let code = Int(items.key.code(item))
            if code >= 0, code < rows.count { rows[code] = Int32(item) }
        }
    }
}
