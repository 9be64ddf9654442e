internal import HoneFacts

/// Rows that are items entering a status: one `transition` fact a row, one `item` fact a key from its latest row.
struct CSVTransitions: CSVTable {
    private struct Entry {
        let key: Int32
        let status: Int32
        let changedAt: Int64
        /// Position among the item's rows of the same instant; negative for a row that repeats the one before it.
        var ordinal: Int32
        let line: Int32
    }

    private struct Item {
        var type: Int32 = 0
        var title: Int32 = 0
        var labels: Int32 = 0
        var stream: Int32 = 0
        var reason: Int32 = 0
        var requestedAt = Instant.missing
        var latest = Instant.missing
    }

    private var texts: CSVTexts
    private var entries: [Entry] = []
    /// By code of the key, less one.
    private var items: [Item] = []
    /// Whether the rows of every item come in order of time.
    private var isInOrder = true
    private let mask: @Sendable (String) -> String

    init(mask: @escaping @Sendable (String) -> String) {
        texts = CSVTexts(mask: mask)
        self.mask = mask
    }

    mutating func add(_ row: CSVRow, _ diagnostics: inout CSVDiagnostics) {
        guard row.hasKey else { return Self.skip(row, .key, "empty-key", "The row has no key.", &diagnostics) }
        guard let changedAt = row.instant(.changedOn) else { return Self.refuseDate(.changedOn, row, &diagnostics, mask: mask) }
        guard let requestedAt = row.instant(.requestedOn) else { return Self.refuseDate(.requestedOn, row, &diagnostics, mask: mask) }
        guard changedAt != Instant.missing else { return Self.skip(row, .changedOn, "empty-date", "The row has no date.", &diagnostics) }
        let status = row.code(.status, &texts.statuses)
        guard status != 0 else { return Self.skip(row, .status, "empty-status", "The row has no status.", &diagnostics) }
        let key = row.keyCode(&texts.keys)
        let index = Int(key) - 1
        if index == items.count { items.append(Item()) }
        entries.append(Entry(key: key, status: status, changedAt: changedAt, ordinal: 0, line: Int32(truncatingIfNeeded: row.line)))
        if changedAt < items[index].latest {
            isInOrder = false
        } else {
            items[index] = Item(
                type: row.code(.kind, &texts.types), title: row.code(.title, &texts.titles), labels: row.listCode(.labels, &texts.labels),
                stream: row.code(.stream, &texts.streams), reason: row.code(.reason, &texts.reasons), requestedAt: requestedAt,
                latest: changedAt)
        }
    }

    /// Numbers the rows of one item at one instant in file order.
    /// Complexity: O(rows) where every item's rows are in order of time, else O(rows log rows).
    mutating func finish(_ diagnostics: inout CSVDiagnostics) {
        let order = isInOrder ? nil : entries.indices.sorted { (entries[$0].changedAt, $0) < (entries[$1].changedAt, $1) }
        var latest = [Int](repeating: -1, count: items.count)
        for step in entries.indices {
            let index = order?[step] ?? step
            let entry = entries[index]
            let previous = latest[Int(entry.key) - 1]
            if previous >= 0, entries[previous].changedAt == entry.changedAt {
                if entries[previous].status == entry.status {
                    entries[index].ordinal = -1
                    diagnostics.add(
                        .skipped, "duplicate-row", line: Int(entry.line),
                        "The row says again what line \(entries[previous].line) says.", advice: "Nothing to do; export each change once.")
                    continue
                }
                entries[index].ordinal = entries[previous].ordinal + 1
            }
            latest[Int(entry.key) - 1] = index
        }
        entries.removeAll { $0.ordinal < 0 }
    }

    var groupCount: Int { Self.groupCount(items.count) + Self.groupCount(entries.count) }

    func group(_ index: Int, origin: String) -> FactBatch {
        let itemGroups = Self.groupCount(items.count)
        return index < itemGroups ? itemGroup(index, origin) : transitionGroup(index - itemGroups, origin)
    }

    private func itemGroup(_ index: Int, _ origin: String) -> FactBatch {
        var batch = FactBatch(byColumns: .item, origin: origin)
        let first = index * Self.groupSize
        for position in first..<min(first + Self.groupSize, items.count) {
            let item = items[position]
            let key = texts.keys.texts[position + 1]
            // An identity of its own: an export of the same items with their dates must not be written over.
            batch.append(
                row: [
                    .text(key), .text(texts.types.texts[Int(item.type)]), .text(texts.titles.texts[Int(item.title)]),
                    .text(texts.labels.texts[Int(item.labels)]), .text(texts.streams.texts[Int(item.stream)]), .date(item.requestedAt),
                    .unknown, .unknown, .unknown, .text(texts.reasons.texts[Int(item.reason)]), .unknown, .unknown,
                    .text("transitions"),
                ])
        }
        return batch
    }

    private func transitionGroup(_ index: Int, _ origin: String) -> FactBatch {
        var batch = FactBatch(byColumns: .transition, origin: origin)
        let first = index * Self.groupSize
        for entry in entries[first..<min(first + Self.groupSize, entries.count)] {
            let key = texts.keys.texts[Int(entry.key)]
            let status = texts.statuses.texts[Int(entry.status)]
            batch.append(
                row: [.text(key), .text(status), .integer(entry.changedAt), .integer(Int64(entry.ordinal))])
        }
        return batch
    }

    func hasItem(_ key: String) -> Bool { texts.keys.contains(key) }

    var summary: String { "\(entries.count) changes of status, \(items.count) items" }
}
