/// Columns of which no row is known: those of one kind share their memory.
package struct UnknownColumns {
    private let integers, texts: FactColumn

    /// - Complexity: O(count).
    package init(count: Int) {
        integers = .integers([Int64](repeating: Instant.missing, count: count))
        texts = .texts(TextColumn(codes: [Int32](repeating: 0, count: count), table: TextTable([""])))
    }

    package subscript(schema: FactColumnSchema) -> FactColumn { schema.kind == .text ? texts : integers }
}

extension FactColumn {
    /// Whether it is surely one of them. Complexity: O(rows) for integers.
    package var isUnknown: Bool {
        switch self {
        case .integers(let values): !values.contains { $0 != Instant.missing }
        case .texts(let column): column.table.count == 1 && column.table.isEmpty(0)
        }
    }
}
