import HoneFacts

/// The texts of one reader in a numbering of the store: each is looked for, or added, when a row names it for the first time.
struct ReaderTexts: Sendable {
    let mark: TextTable.Mark
    /// By the reader's codes; -1 where no row has named the text yet.
    private var codes: [Int32] = [0]
    /// Whether every text of the numbering came from this reader: one that it names for the first time is new then.
    var isAlone: Bool

    init(_ mark: TextTable.Mark, in table: TextTable) {
        self.mark = mark
        isAlone = table.count == 1
    }

    /// Codes of a column's rows; texts that are new are added in the order of the rows. Complexity: O(rows + texts of the column).
    mutating func codes(_ column: TextColumn, _ reader: ReaderCodes, in table: inout TextTable) -> [Int64] {
        codes.append(contentsOf: repeatElement(-1, count: max(0, reader.end - codes.count)))
        let byCode = reader.byCode
        return column.codes.map { own in
            let place = Int(byCode[Int(own)])
            if codes[place] < 0 { codes[place] = code(of: own, in: column.table, adding: &table) }
            return Int64(codes[place])
        }
    }

    private func code(of own: Int32, in texts: TextTable, adding table: inout TextTable) -> Int32 {
        texts.withBytes(own) { text in
            guard isAlone else { return table.code(adding: text) }
            table.append(new: text)
            return Int32(table.count - 1)
        }
    }
}
