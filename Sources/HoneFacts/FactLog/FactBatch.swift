/// Facts of one family and one origin, as columns in the order of the family's schema.
///
/// A fact's identity is `(family, origin, id)`. The log keeps every version of it and reads the latest; a version with
/// `isRetracted` takes the fact out of every reading without deleting it.
package struct FactBatch: Sendable {
    package let family: FactFamily
    /// The source the facts came from, for example `git:.` or `csv:export.csv`. Stable between runs; names no person.
    package let origin: String
    /// Native id and event within the origin, one a row, for example `ALLOY-12` or `ALLOY-12 Done 1284992`.
    package private(set) var ids: [String] = []
    package private(set) var isRetracted: [Bool] = []
    package private(set) var columns: [FactColumn]

    package init(_ family: FactFamily, origin: String) {
        self.family = family
        self.origin = origin
        columns = family.columns.map { $0.kind == .text ? .texts(TextColumn()) : .integers([]) }
    }

    package var count: Int { ids.count }
    package var isEmpty: Bool { ids.isEmpty }

    /// Appends one fact.
    /// - Parameters:
    ///   - integers: integer and instant columns by name; a column that is left out is not known.
    ///   - texts: text columns by name; a column that is left out is not known.
    package mutating func append(
        id: String, isRetracted retracted: Bool = false, integers: [String: Int64] = [:], texts: [String: String] = [:]
    ) {
        ids.append(id)
        isRetracted.append(retracted)
        for (position, schema) in family.columns.enumerated() {
            switch columns[position] {
            case .integers(var values):
                columns[position] = .integers([])
                values.append(integers[schema.name] ?? Instant.missing)
                columns[position] = .integers(values)
            case .texts(var column):
                columns[position] = .texts(TextColumn())
                column.append(texts[schema.name] ?? "")
                columns[position] = .texts(column)
            }
        }
    }

    /// Appends one fact whose values stand in the order of the schema. The fast way; a value of the wrong kind is not known.
    package mutating func append(id: String, isRetracted retracted: Bool = false, row: [FactValue]) {
        ids.append(id)
        isRetracted.append(retracted)
        for position in columns.indices {
            let value = position < row.count ? row[position] : .unknown
            switch columns[position] {
            case .integers(var values):
                columns[position] = .integers([])
                if case .integer(let number) = value { values.append(number) } else { values.append(Instant.missing) }
                columns[position] = .integers(values)
            case .texts(var column):
                columns[position] = .texts(TextColumn())
                if case .text(let text) = value { column.append(text) } else { column.append("") }
                columns[position] = .texts(column)
            }
        }
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
