/// Facts of one family and origin as a log keeps them: columns in few bytes, decoded when somebody walks over them.
package struct FactSegment: Sendable {
    /// Counts up with every segment that a log records.
    package let sequence: Int64
    package let family: FactFamily
    package let origin: String
    package let isNative: Bool
    let body: [UInt8]
    /// A bit for each row that a later version has taken the place of; empty where none has.
    let superseded: [UInt8]
    let texts: LogTexts

    package init(
        sequence: Int64, family: FactFamily, origin: String, isNative: Bool, body: [UInt8], superseded: [UInt8], texts: LogTexts
    ) {
        self.sequence = sequence
        self.family = family
        self.origin = origin
        self.isNative = isNative
        self.body = body
        self.superseded = superseded
        self.texts = texts
    }

    /// The facts that are the latest version and not retracted. Complexity: O(rows x columns).
    package func batch() throws(SegmentDamage) -> FactBatch {
        try batch(of: nil) ?? FactBatch(byColumns: family, origin: origin)
    }

    /// The same of some items only; nil where no row is of one of them. Complexity: O(rows) where none is.
    func batch(of items: LiveItems?) throws(SegmentDamage) -> FactBatch? {
        let layout = try SegmentLayout(body)
        let live = try liveRows(layout, of: items)
        if let live, live.isEmpty, items != nil { return nil }
        /// The rows that count.
        func rows<Value>(_ values: [Value]) -> [Value] { live.map { rows in rows.map { values[$0] } } ?? values }
        func textColumn(_ place: SegmentLayout.Place, _ numbering: String) throws(SegmentDamage) -> TextColumn {
            let table = texts[numbering]
            return TextColumn(codes: rows(try layout.codes(at: place, limit: table.count)), table: table)
        }
        let count = live?.count ?? layout.rowCount
        // Columns of which no row is known share their memory.
        var unknown: [FactColumnSchema.Kind: FactColumn] = [:]
        var columns: [FactColumn] = []
        for schema in family.columns {
            guard let place = layout[schema.name] else {
                let column = unknown[schema.kind] ?? FactBatch.unknown(schema, count: count)
                unknown[schema.kind] = column
                columns.append(column)
                continue
            }
            columns.append(
                schema.kind == .text
                    ? .texts(try textColumn(place, schema.numbering(in: family)))
                    : .integers(rows(try layout.numbers(at: place, as: Int64.self).values)))
        }
        var identity = FactBatch.Identity.columns
        if isNative, let ids = layout[SegmentColumn.id] { identity = .native(try textColumn(ids, LogTexts.ids(family))) }
        return FactBatch(family, origin: origin, identity: identity, columns: columns)
    }

    /// Rows that are the latest version, not retracted and of some items; nil where all are.
    private func liveRows(_ layout: SegmentLayout, of items: LiveItems?) throws(SegmentDamage) -> [Int]? {
        var isOfItems: [Bool] = []
        if let items, let place = family.itemColumn.flatMap({ layout[$0] }) {
            isOfItems = try layout.numbers(at: place, as: Int64.self).values.map { items.contains($0) }
            if !isOfItems.contains(true) { return [] }
        }
        let place = layout[SegmentColumn.retracted]
        guard !superseded.isEmpty || place != nil || !isOfItems.isEmpty else { return nil }
        var retracted: [Int64] = []
        if let place { retracted = try layout.numbers(at: place, as: Int64.self).values }
        return (0..<layout.rowCount).filter { row in
            (isOfItems.isEmpty || isOfItems[row]) && (superseded.isEmpty || superseded[row / 8] >> UInt8(row % 8) & 1 == 0)
                && (retracted.isEmpty || retracted[row] != 1)
        }
    }
}

/// The texts of a log by numbering: a code means the same text in all columns that share one.
package struct LogTexts: Sendable {
    private var tables: [String: TextTable]

    package init(_ tables: [String: TextTable]) {
        self.tables = tables
    }

    package subscript(numbering: String) -> TextTable { tables[numbering] ?? TextTable() }

    /// The numbering of a family's native ids.
    package static func ids(_ family: FactFamily) -> String { "\(family.rawValue).\(SegmentColumn.id)" }

    /// Every numbering that the facts of a family use.
    package static func numberings(of family: FactFamily) -> Set<String> {
        Set(family.columns.filter { $0.kind == .text }.map { $0.numbering(in: family) } + [ids(family)])
    }
}
