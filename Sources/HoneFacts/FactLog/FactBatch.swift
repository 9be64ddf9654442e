/// Facts of one family and one origin, as columns in the order of the family's schema.
///
/// A fact's identity is `(family, origin, id)`, where the id is the source's own or the values of the columns that say what the
/// fact speaks of. The log keeps every version of it and reads the latest; a version that is retracted takes the fact out of
/// every reading without deleting it.
package struct FactBatch: Sendable {
    package let family: FactFamily
    /// The source the facts came from, for example `git:.` or `csv:export.csv`. Stable between runs; names no person.
    package let origin: String
    package private(set) var identity: Identity
    /// Whether each row takes its fact back; empty where none does.
    private var retractions: [Bool] = []
    package private(set) var columns: [FactColumn]
    package private(set) var count = 0

    /// What tells the facts of a batch from others of the same family and origin.
    package enum Identity: Sendable {
        /// Native id and event within the origin, one a row, for example `ALLOY-12`.
        case native(TextColumn)
        /// The values of the family's own identifying columns.
        case columns
    }

    /// Facts that the source has ids for.
    package init(_ family: FactFamily, origin: String) {
        self.init(family, origin: origin, identity: .native(TextColumn()), columns: Self.emptyColumns(family))
    }

    /// Facts that are known by the columns of `family.identity`.
    package init(byColumns family: FactFamily, origin: String) {
        self.init(family, origin: origin, identity: .columns, columns: Self.emptyColumns(family))
    }

    /// Whole columns, in the order of the schema and of one length. A column that is left out at the end is not known.
    package init(byColumns family: FactFamily, origin: String, columns: [FactColumn]) {
        self.init(family, origin: origin, identity: .columns, columns: columns)
    }

    init(_ family: FactFamily, origin: String, identity: Identity, retractions: [Bool] = [], columns: [FactColumn]) {
        self.family = family
        self.origin = origin
        self.identity = identity
        self.retractions = retractions
        let count = columns.first?.count ?? 0
        self.count = count
        self.columns = columns
        guard columns.count < family.columns.count else { return }
        let unknown = UnknownColumns(count: count)
        self.columns += family.columns.dropFirst(columns.count).map { unknown[$0] }
    }

    private static func emptyColumns(_ family: FactFamily) -> [FactColumn] {
        let unknown = UnknownColumns(count: 0)
        return family.columns.map { unknown[$0] }
    }

    package var isEmpty: Bool { count == 0 }

    /// Rows that do not take a fact back.
    package var liveCount: Int { count - retractions.count { $0 } }

    package func isRetracted(_ row: Int) -> Bool { retractions.isEmpty ? false : retractions[row] }
    package var hasRetractions: Bool { retractions.contains(true) }

    package var isNative: Bool { if case .native = identity { true } else { false } }

    /// The native id of a row; nil where the columns identify it.
    package func nativeID(_ row: Int) -> String? { if case .native(let ids) = identity { ids[row] } else { nil } }

    /// The id of a row as text: the native one, or its identifying values. For people and tests.
    package func id(_ row: Int) -> String {
        if case .native(let ids) = identity { return ids[row] }
        let parts = zip(family.columns, columns).filter { family.identity.contains($0.0.name) }.map { Self.text($0.1, row) }
        return parts.joined(separator: "|")
    }

    package var ids: [String] { (0..<count).map(id) }

    private static func text(_ column: FactColumn, _ row: Int) -> String {
        switch column {
        case .integers(let values): values[row] == Instant.missing ? "" : String(values[row])
        case .texts(let texts): texts[row]
        }
    }

    /// Appends one fact.
    /// - Parameters:
    ///   - id: its native id; not used where the columns identify facts.
    ///   - integers: integer and instant columns by name; a column that is left out is not known.
    ///   - texts: text columns by name; a column that is left out is not known.
    package mutating func append(
        id: String = "", isRetracted retracted: Bool = false, integers: [String: Int64] = [:], texts: [String: String] = [:]
    ) {
        let row = family.columns.map { schema -> FactValue in
            if schema.kind == .text { return .text(texts[schema.name] ?? "") }
            return integers[schema.name].map(FactValue.integer) ?? .unknown
        }
        append(id: id, isRetracted: retracted, row: row)
    }

    /// Appends one fact whose values stand in the order of the schema; a value of the wrong kind is not known.
    package mutating func append(id: String = "", isRetracted retracted: Bool = false, row: [FactValue]) {
        if case .native(var ids) = identity {
            identity = .columns
            ids.append(id)
            identity = .native(ids)
        }
        if retracted, retractions.isEmpty { retractions = [Bool](repeating: false, count: count) }
        if retracted || !retractions.isEmpty { retractions.append(retracted) }
        count += 1
        for position in columns.indices { columns[position].append(position < row.count ? row[position] : .unknown) }
    }

    /// The integers of a column; empty where the family has no integer column of that name.
    package func integers(_ name: String) -> [Int64] {
        guard let position = family.columns.firstIndex(where: { $0.name == name }), case .integers(let values) = columns[position]
        else { return [] }
        return values
    }

    /// The texts of a column; empty where the family has no text column of that name.
    package func texts(_ name: String) -> TextColumn {
        guard let position = family.columns.firstIndex(where: { $0.name == name }), case .texts(let column) = columns[position]
        else { return TextColumn() }
        return column
    }

    /// One fact as values in the order of the schema.
    package func row(_ index: Int) -> [FactValue] {
        columns.map { column in
            switch column {
            case .integers(let values): values[index] == Instant.missing ? .unknown : .integer(values[index])
            case .texts(let texts): .text(texts[index])
            }
        }
    }
}

/// One value of a fact, where rows and not columns are at hand.
package enum FactValue: Hashable, Sendable {
    case integer(Int64)
    case text(String)
    case unknown

    package static func instant(_ instant: Instant?) -> FactValue {
        if let instant { .integer(instant.rawValue) } else { .unknown }
    }
}
