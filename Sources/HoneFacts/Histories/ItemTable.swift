/// Takes in the item facts of one origin, batch after batch: rows that speak of the same item fill one row of the histories, and
/// what a later one says goes before what an earlier one said.
struct ItemTable {
    var keys = ItemKeys()
    /// Row of the origin's first item.
    private let first: Int
    private var count: Int
    /// Whether a row says so much of an item as its source's own dates, and whether one announces transitions.
    private(set) var hasDates: [Bool] = []
    private(set) var hasSteps: [Bool] = []

    init(_ items: ItemHistories) {
        first = items.count
        count = first
    }

    /// Complexity: O(rows x columns).
    mutating func add(_ batch: FactBatch, to items: inout ItemHistories) {
        let key = batch.texts("key")
        let rows = keys.add(key, count: &count)
        let aliases = batch.texts("aliases")
        keys.addAliases(aliases, rows)
        items.resize(count)
        hasDates.append(contentsOf: repeatElement(false, count: count - first - hasDates.count))
        hasSteps.append(contentsOf: repeatElement(false, count: count - first - hasSteps.count))
        let shape = batch.texts("shape")
        let announces = shape.values.map { $0 == "transitions" }
        for (row, item) in rows.enumerated() {
            if announces[Int(shape.codes[row])] { hasSteps[Int(item) - first] = true } else { hasDates[Int(item) - first] = true }
        }
        items.origin.merge(batch.origin, rows)
        items.key.merge(key, rows)
        items.type.merge(batch.texts("type"), rows)
        items.title.merge(batch.texts("title"), rows)
        items.labels.merge(batch.texts("labels"), rows)
        items.stream.merge(batch.texts("stream"), rows)
        items.reason.merge(batch.texts("reason"), rows)
        items.found.merge(batch.texts("found"), rows)
        items.severity.merge(batch.texts("severity"), rows)
        items.injectedPhase.merge(batch.texts("injected_phase"), rows)
        items.foundPhase.merge(batch.texts("found_phase"), rows)
        items.versions.merge(batch.texts("versions"), rows)
        items.affected.merge(batch.texts("affected"), rows)
        items.aliases.merge(aliases, rows)
        items.requestedAt.merge(batch.integers("requested_at"), rows)
        items.startedAt.merge(batch.integers("started_at"), rows)
        items.finishedAt.merge(batch.integers("finished_at"), rows)
        items.loggedSeconds.merge(batch.integers("logged_seconds"), rows)
        items.estimatedSeconds.merge(batch.integers("estimated_seconds"), rows)
    }
}

extension ItemHistories {
    /// Tells columns how many items there will be at most.
    mutating func reserve(_ size: Int) {
        for column in Self.texts { self[keyPath: column].reserve(size) }
    }

    /// Makes room for items whose facts are being read.
    mutating func resize(_ size: Int) {
        for column in Self.texts { self[keyPath: column].resize(size) }
        for column in Self.numbers { self[keyPath: column].resize(size) }
    }

    private static var texts: [WritableKeyPath<ItemHistories, ItemTexts>] {
        [
            \.origin, \.key, \.type, \.title, \.labels, \.stream, \.reason, \.found, \.severity, \.injectedPhase, \.foundPhase, \.versions,
            \.aliases, \.affected,
        ]
    }

    private static var numbers: [WritableKeyPath<ItemHistories, ItemNumbers>] {
        [
            \.requestedAt, \.startedAt, \.finishedAt, \.firstFinishedAt, \.cancelledAt, \.activeSeconds, \.processSeconds,
            \.blockedSeconds, \.loggedSeconds, \.estimatedSeconds,
        ]
    }
}
