import HoneFacts

/// The texts of one reader in a numbering of the store: each is looked for, or added, when a row names it for the first time.
struct ReaderTexts: Sendable {
    let mark: TextTable.Mark
    /// By the reader's codes, -1 where no row has named the text yet; nil as long as the store numbers all of them as the reader does.
    private var codes: [Int32]?
    /// As long as both number them alike: how many there are.
    private var alikeCount = 1
    /// Whether every text of the numbering came from this reader: one that it names for the first time is new then.
    var isAlone: Bool

    init(_ mark: TextTable.Mark, in table: TextTable) {
        self.mark = mark
        isAlone = table.count == 1
    }

    /// Codes of a column's rows; texts that are new are added in the order of the rows. Complexity: O(rows + texts of the column).
    mutating func codes(_ column: TextColumn, _ reader: ReaderCodes, in table: inout TextTable) -> [Int64] {
        let byCode = reader.byCode
        if codes == nil, isAlone, let alike = alikeCodes(column, reader, byCode, in: &table) { return alike }
        var known = codes ?? Array(0..<Int32(alikeCount))
        // Taken out, so that it is not copied.
        codes = []
        known.append(contentsOf: repeatElement(-1, count: max(0, reader.end - known.count)))
        defer { codes = known }
        return column.codes.map { own in
            let place = Int(byCode[Int(own)])
            if known[place] < 0 { known[place] = code(of: own, in: column.table, adding: &table) }
            return Int64(known[place])
        }
    }

    /// The codes of the rows where each text that is new to the store is also the reader's next one; nil where one is not.
    private mutating func alikeCodes(
        _ column: TextColumn, _ reader: ReaderCodes, _ byCode: [Int32], in table: inout TextTable
    ) -> [Int64]? {
        let first = Int32(alikeCount)
        let result = column.codes.map { Int64(byCode[Int($0)]) }
        guard let next = Self.next(in: result, from: first) else { return nil }
        guard next > first else { return result }
        guard let own = reader.ownCodes(from: first, through: next - 1) else { return nil }
        table.append(new: column.table, from: own.lowerBound, through: own.upperBound)
        alikeCount = Int(next)
        return result
    }

    /// One more than the greatest of some codes, those from `first` on being the next ones in their order; nil where they are not.
    private static func next(in codes: [Int64], from first: Int32) -> Int32? {
        var next = Int64(first)
        for code in codes where code >= next {
            guard code == next else { return nil }
            next &+= 1
        }
        return Int32(next)
    }

    private func code(of own: Int32, in texts: TextTable, adding table: inout TextTable) -> Int32 {
        texts.withBytes(own) { text in
            guard isAlone else { return table.code(adding: text) }
            table.append(new: text)
            return Int32(table.count - 1)
        }
    }
}
