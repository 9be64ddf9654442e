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
        var isOfItems: [Bool] = []
        let read = try SegmentBody.columns(of: body) { column in
            guard let items, column.name == family.itemColumn else { return true }
            isOfItems = column.values.map { items.contains($0) }
            return isOfItems.contains(true)
        }
        guard let (stored, rowCount) = read else { return nil }
        let retracted = stored.first { $0.name == SegmentColumn.retracted }?.values
        var live: [Int]?
        if !superseded.isEmpty || retracted != nil || !isOfItems.isEmpty {
            live = (0..<rowCount).filter { row in
                (isOfItems.isEmpty || isOfItems[row]) && (superseded.isEmpty || superseded[row / 8] >> UInt8(row % 8) & 1 == 0)
                    && retracted?[row] != 1
            }
        }
        func column(_ name: String, isText: Bool, _ numbering: String) throws(SegmentDamage) -> FactColumn? {
            guard let column = stored.first(where: { $0.name == name }) else { return nil }
            let values = live.map { rows in rows.map { column.values[$0] } } ?? column.values
            guard isText else { return .integers(values) }
            let table = texts[numbering]
            guard values.allSatisfy({ (0..<Int64(table.count)).contains($0) }) else {
                throw SegmentDamage(description: "column \(name) names a text that is not there")
            }
            return .texts(TextColumn(codes: values.map { Int32(truncatingIfNeeded: $0) }, table: table))
        }
        let count = live?.count ?? rowCount
        var columns: [FactColumn] = []
        for schema in family.columns {
            let numbering = schema.numbering(in: family)
            columns.append(try column(schema.name, isText: schema.kind == .text, numbering) ?? FactBatch.unknown(schema, count: count))
        }
        var identity = FactBatch.Identity.columns
        if isNative {
            let ids = try column(SegmentColumn.id, isText: true, LogTexts.ids(family))
            if case .texts(let ids)? = ids { identity = .native(ids) }
        }
        return FactBatch(family, origin: origin, identity: identity, columns: columns)
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
