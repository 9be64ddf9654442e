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
        // Codes of the key column are numbered by first appearance, so they are positions too.
        var rows = [[Int]](repeating: [], count: key.values.count)
        for row in 0..<batch.count { rows[Int(key.codes[row])].append(row) }
        rowsByKey = rows
    }
}
