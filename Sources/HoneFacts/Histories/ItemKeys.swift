/// Which item each text of a key column means, within one origin.
struct ItemKeys {
    /// Row of the item by code of the key, for the numbering that a log gives all its key columns; -1 is none.
    private var rowOfCode: [Int32] = []
    private var mark: TextTable.Mark?
    /// Keys of batches that number their texts themselves.
    private var names = TextTable()
    private var rowOfName: [Int32] = []
    /// Items by other names of theirs: keys they had before, and the number their tracker knows them by.
    private var aliases: [String: Int32] = [:]

    /// Rows of the items of a key column, new ones added from `count` on.
    mutating func add(_ keys: TextColumn, count: inout Int) -> [Int32] {
        var rows = [Int32](repeating: 0, count: keys.count)
        if let shared = keys.table.mark, mark == nil || mark === shared, rowOfName.isEmpty {
            mark = shared
            extend(to: keys.table.count)
            for (row, code) in keys.codes.enumerated() {
                if rowOfCode[Int(code)] < 0 {
                    rowOfCode[Int(code)] = Int32(count)
                    count += 1
                }
                rows[row] = rowOfCode[Int(code)]
            }
            return rows
        }
        for row in 0..<keys.count {
            let code = Int(names.code(adding: keys[row]))
            if code == rowOfName.count {
                rowOfName.append(Int32(count))
                count += 1
            }
            rows[row] = rowOfName[code]
        }
        return rows
    }

    private mutating func extend(to size: Int) {
        if size > rowOfCode.count { rowOfCode.append(contentsOf: repeatElement(-1, count: size - rowOfCode.count)) }
    }

    /// Other names of items, apart by spaces. A key that is in use is nobody's alias, whenever it comes.
    mutating func addAliases(_ column: TextColumn, _ rows: [Int32]) {
        if column.table.count == 1, column.table.isEmpty(0) { return }
        for row in 0..<column.count where !column.isEmpty(row) {
            for alias in column[row].split(separator: " ") { aliases[String(alias)] = rows[row] }
        }
    }

    /// Rows by code of a column that names items; -1 where no item has that name. Complexity: O(texts of the column's table).
    mutating func rows(of column: TextColumn) -> [Int32] {
        if let mark, mark === column.table.mark {
            extend(to: column.table.count)
            var rows = rowOfCode
            for (alias, row) in aliases {
                if let code = Self.code(of: alias, in: column.table), rows[Int(code)] < 0 { rows[Int(code)] = row }
            }
            return rows
        }
        let known = Dictionary(uniqueKeysWithValues: zip(names.texts, rowOfName))
        return column.values.map { known[$0] ?? aliases[$0] ?? -1 }
    }

    /// Codes of a numbering that are items one after the other, from one code to the last.
    struct Run {
        let mark: TextTable.Mark
        let firstCode: Int32
        let codeCount: Int
    }

    /// The codes as a run, where the first is the item of a row, the next that of the next row, and none is missing: as it is where a
    /// log numbers the items in the order of their facts. Complexity: O(keys).
    func run(from first: Int) -> Run? {
        guard let mark, aliases.isEmpty, let start = rowOfCode.firstIndex(where: { $0 >= 0 }) else { return nil }
        guard rowOfCode.indices.dropFirst(start).allSatisfy({ Int(rowOfCode[$0]) == first + $0 - start }) else { return nil }
        return Run(mark: mark, firstCode: Int32(start), codeCount: rowOfCode.count)
    }

    private static func code(of text: String, in table: TextTable) -> Int32? {
        var table = table
        return table.code(of: text)
    }
}
