internal import HoneFacts

/// Rows that are work items with their dates: one `item` fact a key.
struct CSVItems: CSVTable {
    private struct Item {
        var type: Int32
        var title: Int32
        var labels: Int32
        var stream: Int32
        var status: Int32
        var reason: Int32
        var requestedAt: Int64
        var startedAt: Int64
        var finishedAt: Int64
        var line: Int

        /// Nothing is known of it.
        var isEmpty: Bool {
            type | title | labels | stream | status | reason == 0 && requestedAt == Instant.missing && startedAt == Instant.missing
                && finishedAt == Instant.missing
        }
    }

    private var texts: CSVTexts
    /// By code of the key, less one.
    private var items: [Item] = []
    private let mask: @Sendable (String) -> String

    init(mask: @escaping @Sendable (String) -> String) {
        texts = CSVTexts(mask: mask)
        self.mask = mask
    }

    mutating func add(_ row: CSVRow, _ diagnostics: inout CSVDiagnostics) {
        guard row.hasKey else {
            diagnostics.add(
                .skipped, "empty-key", line: row.line, field: row.columns.key.map(row.columns.name), "The row has no key.",
                advice: "Give it one, or number the rows with key: '#'.")
            return
        }
        var dates: [Int64] = []
        for field in [CSVField.requestedOn, .startedOn, .finishedOn] {
            guard let date = row.instant(field) else { return Self.refuseDate(field, row, &diagnostics, mask: mask) }
            dates.append(date)
        }
        let item = Item(
            type: row.code(.kind, &texts.types), title: row.code(.title, &texts.titles), labels: row.labelsCode(&texts.labels),
            stream: row.code(.stream, &texts.streams), status: row.code(.status, &texts.statuses),
            reason: row.code(.reason, &texts.reasons), requestedAt: dates[0], startedAt: dates[1], finishedAt: dates[2], line: row.line)
        if row.columns.key == nil, item.isEmpty {
            diagnostics.add(
                .skipped, "empty-row", line: row.line, "No mapped field of the row is known.", advice: "Take the row out, or fill it in.")
            return
        }
        let index = Int(row.keyCode(&texts.keys)) - 1
        guard index < items.count else { return items.append(item) }
        diagnostics.add(
            .note, "duplicate-key", line: items[index].line, field: row.columns.key.map(row.columns.name),
            "Lines \(items[index].line) and \(row.line) have the same key; line \(row.line) is used.", advice: "Keep one row a key.")
        items[index] = item
    }

    mutating func finish(_ diagnostics: inout CSVDiagnostics) {}

    var groupCount: Int { Self.groupCount(items.count) }

    func group(_ index: Int, origin: String) -> FactBatch {
        var batch = FactBatch(.item, origin: origin)
        let first = index * Self.groupSize
        for position in first..<min(first + Self.groupSize, items.count) {
            let item = items[position]
            let key = texts.keys.texts[position + 1]
            batch.append(
                id: key,
                row: [
                    .text(key), .text(texts.types.texts[Int(item.type)]), .text(texts.titles.texts[Int(item.title)]),
                    .text(texts.labels.texts[Int(item.labels)]), .text(texts.streams.texts[Int(item.stream)]), .date(item.requestedAt),
                    .date(item.startedAt), .date(item.finishedAt), .text(texts.statuses.texts[Int(item.status)]),
                    .text(texts.reasons.texts[Int(item.reason)]), .unknown, .unknown, .text("dates"),
                ])
        }
        return batch
    }

    func hasItem(_ key: String) -> Bool { texts.keys.contains(key) }

    var summary: String { "\(items.count) items" }
}

extension FactValue {
    /// A raw instant, where `Instant.missing` is not known.
    static func date(_ rawValue: Int64) -> FactValue { rawValue == Instant.missing ? .unknown : .integer(rawValue) }
}
