/// A list of rows for each row, kept as one array and offsets.
package struct RowLists: Sendable {
    private var offsets: [Int] = [0]
    private var rows: [Int] = []

    package init() {}

    package var count: Int { offsets.count - 1 }

    package mutating func append(_ list: [Int]) {
        rows += list
        offsets.append(rows.count)
    }

    /// Appends a row that has one entry, or none.
    mutating func append(_ entry: Int?) {
        if let entry { rows.append(entry) }
        offsets.append(rows.count)
    }

    package init(_ lists: [[Int]]) {
        for list in lists { append(list) }
    }

    package subscript(row: Int) -> ArraySlice<Int> { rows[offsets[row]..<offsets[row + 1]] }
}
