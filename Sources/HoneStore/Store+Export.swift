import GRDB
package import HoneFacts

extension Store {
    /// Hands every row of every table, all versions, to `sink` as column names and values, table by table.
    package func export(_ sink: @Sendable @escaping (_ table: String, _ row: [(name: String, value: FactValue)]) throws -> Void)
        async throws
    {
        try await read { database in
            let tables = try String.fetchAll(
                database,
                sql:
                    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'grdb_migrations' ORDER BY name"
            )
            for table in tables {
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
        }
    }
}
