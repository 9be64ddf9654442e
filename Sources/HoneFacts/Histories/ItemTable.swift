/// The item facts of one origin as columns, with the rows that speak of the same item together.
struct ItemTable {
    let key: TextColumn
    let type: TextColumn
    let title: TextColumn
    let labels: TextColumn
    let stream: TextColumn
    let reason: TextColumn
    let shape: TextColumn
    let found: TextColumn
    let requestedAt: [Int64]
    let startedAt: [Int64]
    let finishedAt: [Int64]
    let logged: [Int64]
    let estimated: [Int64]
    let severity: TextColumn
    let injectedPhase: TextColumn
    let foundPhase: TextColumn
    let versions: TextColumn
    let aliases: TextColumn
    /// Rows of each item, in the order in which items were first recorded.
    let rowsByKey: [[Int]]

    init(_ batch: FactBatch) {
        key = batch.texts("key")
        type = batch.texts("type")
        title = batch.texts("title")
        labels = batch.texts("labels")
        stream = batch.texts("stream")
        reason = batch.texts("reason")
        shape = batch.texts("shape")
        found = batch.texts("found")
        requestedAt = batch.integers("requested_at")
        startedAt = batch.integers("started_at")
        finishedAt = batch.integers("finished_at")
        logged = batch.integers("logged_seconds")
        estimated = batch.integers("estimated_seconds")
        severity = batch.texts("severity")
        injectedPhase = batch.texts("injected_phase")
        foundPhase = batch.texts("found_phase")
        versions = batch.texts("versions")
        aliases = batch.texts("aliases")
        // Codes of the key column are numbered by first appearance, so they are positions too.
        var rows = [[Int]](repeating: [], count: key.values.count)
        for row in 0..<batch.count { rows[Int(key.codes[row])].append(row) }
        rowsByKey = rows
    }

    /// The key of an item by each of its other names: keys it had before, and the number its tracker knows it by.
    var keyByAlias: [String: String] {
        var keys: [String: String] = [:]
        for row in 0..<aliases.count where !aliases[row].isEmpty {
            for alias in aliases[row].split(separator: " ") { keys[String(alias)] = key[row] }
        }
        // A key that is in use is nobody's alias.
        for name in key.values { keys[name] = nil }
        return keys
    }

    /// When each item was requested, where a row says so.
    var requestedByKey: [String: Int64] {
        var requested: [String: Int64] = [:]
        for row in 0..<key.count where requestedAt[row] != Instant.missing { requested[key[row]] = requestedAt[row] }
        return requested
    }
}
