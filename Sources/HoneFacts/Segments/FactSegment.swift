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

    /// The same facts, of which other rows count no longer.
    func superseded(_ rows: [UInt8]) -> FactSegment {
        FactSegment(
            sequence: sequence, family: family, origin: origin, isNative: isNative, body: body, superseded: rows, texts: texts,
            isOfPlaces: isOfPlaces)
    }

    /// Rows, whether they count or not. Complexity: O(1).
    package func rowCount() throws(SegmentDamage) -> Int { try SegmentLayout.rowCount(body) }

    /// The facts that are the latest version and not retracted. Complexity: O(rows x columns).
    package func batch() throws(SegmentDamage) -> FactBatch {
        try batch(of: nil) ?? FactBatch(byColumns: family, origin: origin)
    }

    /// The same of live items only, which are known by their places; nil where no row is of one of them.
    /// Complexity: O(rows) where none is.
    func batch(of items: LiveItems?) throws(SegmentDamage) -> FactBatch? {
        let found = try rows(of: items)
        if let found, found.rows.isEmpty { return nil }
        let layout = try SegmentLayout(body)
        let (rows, places) = try chosenRows(layout, of: items, found: found)
        if let rows, rows.isEmpty, items != nil { return nil }
        func textColumn(_ place: SegmentLayout.Place, _ table: TextTable) throws(SegmentDamage) -> TextColumn {
            TextColumn(codes: try layout.codes(at: place, of: rows, limit: table.count), table: table)
        }
        let unknown = UnknownColumns(count: rows?.count ?? layout.rowCount)
        var columns: [FactColumn] = []
        for schema in family.columns {
            let table = schema.kind == .text ? texts[schema.numbering(in: family)] : nil
            if let items, schema.name == family.itemColumn {
                columns.append(.texts(TextColumn(codes: places, table: items.keys)))
            } else if let place = layout[schema.name], schema.kind != .text {
                columns.append(.integers(try layout.numbers(at: place, of: rows)))
            } else if let place = layout[schema.name], let table {
                columns.append(.texts(try textColumn(place, table)))
            } else {
                columns.append(unknown[schema])
            }
        }
        var identity = FactBatch.Identity.columns
        if isNative, let ids = layout[SegmentColumn.id], let table = texts[LogTexts.ids(family)] {
            identity = .native(try textColumn(ids, table))
        }
        return FactBatch(family, origin: origin, identity: identity, columns: columns)
    }

    /// The rows of live items as the body of a segment of places, without ids and the texts that no page reads; nil where there
    /// are none. Complexity: O(rows x columns).
    package func kept(of items: LiveItems) throws(SegmentDamage) -> (body: [UInt8], rowCount: Int)? {
        guard let itemColumn = family.itemColumn else { return nil }
        let layout = try SegmentLayout(body)
        let (rows, places) = try chosenRows(layout, of: items, found: try rows(of: items))
        let count = rows?.count ?? layout.rowCount
        guard count > 0 else { return nil }
        let dropped = [SegmentColumn.id, SegmentColumn.retracted, itemColumn] + LogTexts.unreadColumns(of: family)
        var columns = [SegmentColumn(name: itemColumn, isText: true, values: places.map(Int64.init))]
        for place in layout.places where !dropped.contains(place.name) {
            columns.append(SegmentColumn(name: place.name, isText: place.isText, values: try layout.numbers(at: place, of: rows)))
        }
        return (SegmentBody.bytes(columns, rowCount: count), count)
    }

    /// Rows of some items by their codes, whether they count or not; nil where all are meant, and where the column is left out.
    private func rows(of items: LiveItems?) throws(SegmentDamage) -> (rows: [Int], codes: [Int32])? {
        guard let items, let column = family.itemColumn, !isOfPlaces else { return nil }
        return try SegmentLayout.rows(of: items, in: body, column: column)
    }

    /// Rows that are the latest version, not retracted and of some items, nil where all are; and the place of each one's item among these.
    /// - Parameter found: what `rows(of: items)` gave.
    private func chosenRows(
        _ layout: SegmentLayout, of items: LiveItems?, found: (rows: [Int], codes: [Int32])?
    ) throws(SegmentDamage) -> (rows: [Int]?, places: [Int32]) {
        var (rows, places): ([Int]?, [Int32]) = (nil, [])
        if let items, let itemColumn = family.itemColumn {
            if let place = layout[itemColumn], isOfPlaces {
                places = try layout.codes(at: place, limit: items.count)
            } else if let found {
                (rows, places) = (found.rows, items.places(of: found.codes))
            } else if case let place = items.place(of: 0), place >= 0 {
                // A column that is left out holds the empty text in every row.
                places = [Int32](repeating: place, count: layout.rowCount)
            } else {
                return ([], [])
            }
        }
        let retractedPlace = layout[SegmentColumn.retracted]
        guard !superseded.isEmpty || retractedPlace != nil else { return (rows, places) }
        var retracted: [Int64] = []
        if let retractedPlace { retracted = try layout.numbers(at: retractedPlace, as: Int64.self).values }
        let asked = rows ?? Array(0..<layout.rowCount)
        let live = asked.indices.filter { position in
            let row = asked[position]
            return (superseded.isEmpty || superseded[row / 8] >> UInt8(row % 8) & 1 == 0) && (retracted.isEmpty || retracted[row] != 1)
        }
        return (live.map { asked[$0] }, places.isEmpty ? [] : live.map { places[$0] })
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
