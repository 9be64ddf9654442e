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
}

/// Texts as codes into a list of distinct values. The empty text stands for "not known".
package struct TextColumn: Sendable {
    /// One code a row.
    package private(set) var codes: [Int32] = []
    /// Distinct values, in order of first appearance.
    package private(set) var values: [String] = []
    private var index: [String: Int32] = [:]

    package init() {}

    package init(_ texts: [String]) {
        codes.reserveCapacity(texts.count)
        for text in texts { append(text) }
    }

    package var count: Int { codes.count }

    package subscript(row: Int) -> String { values[Int(codes[row])] }

    package mutating func append(_ text: String) {
        if let code = index[text] {
            codes.append(code)
            return
        }
        let code = Int32(values.count)
        index[text] = code
        values.append(text)
        codes.append(code)
    }
}
