/// One column of a batch: integers (instants and numbers), or dictionary-coded texts.
package enum FactColumn: Sendable {
    /// `Instant.missing` stands for "not known"; zero is a number.
    case integers([Int64])
    case texts(TextColumn)

    package var count: Int {
        switch self {
        case .integers(let values): values.count
        case .texts(let column): column.count
        }
    }

    /// Appends a value; one of the wrong kind is not known. The column is taken apart and put together, so that nothing is copied.
    mutating func append(_ value: FactValue) {
        switch consume self {
        case .integers(var values):
            if case .integer(let number) = value { values.append(number) } else { values.append(Instant.missing) }
            self = .integers(values)
        case .texts(var column):
            if case .text(let text) = value { column.append(text) } else { column.append("") }
            self = .texts(column)
        }
    }
}

/// Texts as codes into a table of distinct values. The empty text stands for "not known".
package struct TextColumn: Sendable {
    /// One code a row.
    package private(set) var codes: [Int32] = []
    /// Distinct values; it may hold some that no row has.
    package private(set) var table = TextTable()
    /// As they were when the column was made.
    private var firstReaderCodes: ReaderCodes?

    package init() {}

    /// No rows; the empty text, which most rows of many columns have, is code 0.
    package static var blank: TextColumn { TextColumn(codes: [], table: TextTable([""])) }

    package init(_ texts: [String]) {
        codes.reserveCapacity(texts.count)
        for text in texts { append(text) }
    }

    /// - Parameter readerCodes: what the reader calls the texts of `table`; nil where it did not number them.
    package init(codes: [Int32], table: TextTable, readerCodes: ReaderCodes? = nil) {
        self.codes = codes
        self.table = table
        firstReaderCodes = readerCodes
    }

    /// What the reader calls the texts; nil where it did not number them, or more were added since.
    package var readerCodes: ReaderCodes? { firstReaderCodes.flatMap { $0.count + 1 == table.count ? $0 : nil } }

    package var count: Int { codes.count }

    /// Distinct values by code. Complexity: O(values).
    package var values: [String] { table.texts }

    package subscript(row: Int) -> String { table[codes[row]] }

    package func isEmpty(_ row: Int) -> Bool { table.isEmpty(codes[row]) }

    /// Hands over the text of a row in UTF-8.
    func withBytes<Result>(_ row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        table.withBytes(codes[row], body)
    }

    /// How many rows have each text, ascending by code, of those that any has. Complexity: O(rows + texts of the table).
    package var countByCode: [(code: Int32, count: Int)] {
        var counts = [Int](repeating: 0, count: table.count)
        for code in codes { counts[Int(code)] += 1 }
        return counts.enumerated().filter { $0.element > 0 }.map { (Int32($0.offset), $0.element) }
    }

    /// Something of each row's text, made once for each distinct text. Complexity: O(rows + distinct texts).
    package func mapped<Value>(_ transform: (String) -> Value) -> [Value] {
        // A log's table may hold many times the texts of these rows.
        if table.count <= 2 * codes.count {
            var known = [Value?](repeating: nil, count: table.count)
            return codes.map { code in
                if let value = known[Int(code)] { return value }
                let value = transform(table[code])
                known[Int(code)] = value
                return value
            }
        }
        var known: [Int32: Value] = [:]
        return codes.map { code in
            if let value = known[code] { return value }
            let value = transform(table[code])
            known[code] = value
            return value
        }
    }

    package mutating func append(_ text: String) { codes.append(table.code(adding: text)) }

    /// - Parameter text: valid UTF-8.
    package mutating func append(_ text: UnsafeBufferPointer<UInt8>) { codes.append(table.code(adding: text)) }

    /// - Parameter text: valid UTF-8 that the table does not hold yet. It is found by it at the next look-up only.
    package mutating func append(new text: UnsafeBufferPointer<UInt8>) {
        codes.append(Int32(table.count))
        table.append(new: text)
    }

    /// The same text once more; nothing where there is none.
    package mutating func appendLast() {
        if let last = codes.last { codes.append(last) }
    }
}
