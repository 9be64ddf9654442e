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
    /// Whether the column of items holds their places among live items, and not their codes.
    let isOfPlaces: Bool

    package init(
        sequence: Int64, family: FactFamily, origin: String, isNative: Bool, body: [UInt8], superseded: [UInt8], texts: LogTexts,
        isOfPlaces: Bool = false
    ) {
        self.isOfPlaces = isOfPlaces
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

    /// The same of live items only, which are known by their places; nil where no row is of one of them.
    /// Complexity: O(rows) where none is.
    func batch(of items: LiveItems?) throws(SegmentDamage) -> FactBatch? {
        guard let read = try read(of: items) else { return nil }
        let count = read.rows?.count ?? read.rowCount
        func column(_ name: String, isText: Bool, _ numbering: String) throws(SegmentDamage) -> FactColumn? {
            if let items, name == family.itemColumn {
                return .texts(TextColumn(codes: read.rows.map { rows in rows.map { read.places[$0] } } ?? read.places, table: items.keys))
            }
            guard let column = read.stored.first(where: { $0.name == name }), !isText || texts[numbering] != nil else { return nil }
            let values = read.rows.map { rows in rows.map { column.values[$0] } } ?? column.values
            guard isText, let table = texts[numbering] else { return .integers(values) }
            guard values.allSatisfy({ (0..<Int64(table.count)).contains($0) }) else {
                throw SegmentDamage(description: "column \(name) names a text that is not there")
            }
            return .texts(TextColumn(codes: values.map { Int32(truncatingIfNeeded: $0) }, table: table))
        }
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

    /// The rows of live items as the body of a segment of places, without ids and the texts that no page reads; nil where there
    /// are none. Complexity: O(rows x columns).
    package func kept(of items: LiveItems) throws(SegmentDamage) -> (body: [UInt8], rowCount: Int)? {
        guard let read = try read(of: items), let itemColumn = family.itemColumn else { return nil }
        let rows = read.rows ?? Array(0..<read.rowCount)
        let dropped = [SegmentColumn.id, SegmentColumn.retracted, itemColumn] + LogTexts.unreadColumns(of: family)
        var columns = [SegmentColumn(name: itemColumn, isText: true, values: rows.map { Int64(read.places[$0]) })]
        for column in read.stored where !dropped.contains(column.name) {
            columns.append(SegmentColumn(name: column.name, isText: column.isText, values: rows.map { column.values[$0] }))
        }
        return rows.isEmpty ? nil : (SegmentBody.bytes(columns, rowCount: rows.count), rows.count)
    }

    /// What is read of a segment.
    private struct Reading {
        let stored: [SegmentColumn]
        let rowCount: Int
        /// Rows that count; nil where all do.
        let rows: [Int]?
        /// Where only live items are looked at: the place of each row's item.
        let places: [Int32]
    }

    /// Nil where no row is of a live item.
    private func read(of items: LiveItems?) throws(SegmentDamage) -> Reading? {
        var places: [Int32] = []
        let read = try SegmentBody.columns(of: body) { column in
            guard let items, column.name == family.itemColumn else { return true }
            places = isOfPlaces ? column.values.map { Int32(truncatingIfNeeded: $0) } : column.values.map { items.place(of: $0) }
            return places.contains { $0 >= 0 }
        }
        guard let (stored, rowCount) = read else { return nil }
        if let items, family.itemColumn != nil {
            // A column that is left out holds the empty text in every row.
            if places.isEmpty { places = [Int32](repeating: items.place(of: 0), count: rowCount) }
            guard places.allSatisfy({ Int($0) < items.count }) else { throw SegmentDamage(description: "an item is at no place") }
        }
        let retracted = stored.first { $0.name == SegmentColumn.retracted }?.values
        guard !superseded.isEmpty || retracted != nil || places.contains(where: { $0 < 0 }) else {
            return Reading(stored: stored, rowCount: rowCount, rows: nil, places: places)
        }
        let rows = (0..<rowCount).filter { row in
            (places.isEmpty || places[row] >= 0) && (superseded.isEmpty || superseded[row / 8] >> UInt8(row % 8) & 1 == 0)
                && retracted?[row] != 1
        }
        return rows.isEmpty && items != nil ? nil : Reading(stored: stored, rowCount: rowCount, rows: rows, places: places)
    }
}

/// The texts of a log by numbering: a code means the same text in all columns that share one.
package struct LogTexts: Sendable {
    private var tables: [String: TextTable]
    private let unread: Set<String>

    /// - Parameter unread: numberings whose texts were not read; columns of them are not known.
    package init(_ tables: [String: TextTable], unread: Set<String> = []) {
        self.tables = tables
        self.unread = unread
    }

    /// Nil where it was not read.
    package subscript(numbering: String) -> TextTable? { unread.contains(numbering) ? nil : tables[numbering] ?? TextTable() }

    /// The numbering of a family's native ids.
    package static func ids(_ family: FactFamily) -> String { "\(family.rawValue).\(SegmentColumn.id)" }

    /// Every numbering that the facts of a family use.
    package static func numberings(of family: FactFamily) -> Set<String> {
        Set(family.columns.filter { $0.kind == .text }.map { $0.numbering(in: family) } + [ids(family)])
    }

    /// Columns of texts that nobody reads where live items are known by their places.
    static func unreadColumns(of family: FactFamily) -> [String] { family == .item ? ["title"] : [] }

    /// Numberings that need not be read where live items are known by their places.
    package static func unreadNumberings(of family: FactFamily) -> Set<String> {
        let columns = family.columns.filter { $0.name == family.itemColumn || unreadColumns(of: family).contains($0.name) }
        return Set(columns.map { $0.numbering(in: family) } + [ids(family)])
    }
}
