import GRDB
package import HoneFacts

extension Store {
    /// Hands every row of every table, all versions, to `sink` as column names and values, table by table; facts by family. When
    /// something happened is a day or an instant of ISO 8601; when it was stored or decided is in seconds since 1970. Pseudonyms stay
    /// here: beside the name of a commit or a change each would be whose it is. Ids of reviews hold them.
    package func export(_ sink: @Sendable @escaping (_ table: String, _ row: [(name: String, value: FactValue)]) throws -> Void)
        async throws
    {
        try await read { database in
            for table in ["cursor", "cursor_oddity", "decision", "origin", "retraction"] {
                let rows = try Row.fetchCursor(database, sql: "SELECT * FROM \(table) ORDER BY rowid")
                while let row = try rows.next() {
                    let values = row.map { name, value in
                        switch value.storage {
                        case .int64(let number): (name: name, value: FactValue.integer(number))
                        case .string(let text): (name: name, value: FactValue.text(text))
                        case .null, .double, .blob: (name: name, value: FactValue.unknown)
                        }
                    }
                    try sink(table, values)
                }
            }
            for family in FactFamily.allCases.sorted(by: { $0.rawValue < $1.rawValue }) { try export(family, database, sink) }
        }
    }

    private func export(
        _ family: FactFamily, _ database: Database, _ sink: (_ table: String, _ row: [(name: String, value: FactValue)]) throws -> Void
    ) throws {
        var texts = StoreTexts()
        for numbering in LogTexts.numberings(of: family) { try texts.load(numbering, database) }
        let segments = try Row.fetchCursor(
            database,
            sql: "SELECT sequence, origin_code, source_code, recorded_at, checksum, body FROM segment WHERE family = ? ORDER BY sequence",
            arguments: [family.rawValue])
        while let segment = try segments.next() {
            let sequence: Int64 = segment[0]
            let body = try Self.checked(segment[5], segment[4], segment: sequence, family)
            let (columns, rowCount) = try Self.decoded(body, segment: sequence, family)
            let superseded = try Superseded.rows(of: sequence, database)
            func value(_ name: String, _ row: Int, _ numbering: String?, isInstant: Bool = false) -> FactValue {
                guard let values = columns.first(where: { $0.name == name })?.values else { return .unknown }
                if let numbering { return .text(texts.table(numbering)[Int32(values[row])]) }
                if values[row] == Instant.missing { return .unknown }
                return isInstant ? .text(Instant(rawValue: values[row]).description) : .integer(values[row])
            }
            for row in 0..<rowCount {
                var fields: [(name: String, value: FactValue)] = [
                    ("segment", .integer(sequence)), ("origin_code", .integer(segment[1])), ("source_code", .integer(segment[2])),
                    ("id", family == .review ? .unknown : value(SegmentColumn.id, row, LogTexts.ids(family))),
                    ("recorded_at", .integer(segment[3])),
                    ("is_retracted", .integer(value(SegmentColumn.retracted, row, nil) == .integer(1) ? 1 : 0)),
                    ("is_superseded", .integer(!superseded.isEmpty && superseded[row / 8] >> UInt8(row % 8) & 1 == 1 ? 1 : 0)),
                ]
                fields += family.columns.map { column in
                    let numbering = column.kind == .text ? column.numbering(in: family) : nil
                    let shown = value(column.name, row, numbering, isInstant: column.kind == .instant)
                    return (column.name, column.isOfPeople && shown != .text("") ? .text("‹person›") : shown)
                }
                try sink("fact_\(family.rawValue)", fields)
            }
        }
    }
}
