internal import HoneFacts

/// Rows that are work items with their dates: one `item` fact a key, and the iterations that the items were in.
struct CSVItems: CSVTable {
    /// How rows with one key go together; nil: the last one counts.
    private var repeats: CSVRepeat?
    /// Set while another file brings more about the items of the first.
    private var join: CSVJoinCount?
    private let found: CSVFound
    private let mask: @Sendable (String) -> String
    private var mergedCount = 0

    var texts: CSVTexts
    /// By code of the key, less one.
    private(set) var items: [CSVItem] = []
    /// As `items`; empty as long as no such column is mapped.
    private(set) var details: [CSVItemDetails] = []
    /// "before", "after" or "" by code of the file's own word.
    private(set) var foundWords: [String] = [""]
    private(set) var iterations = CSVIterations()

    init(repeats: CSVRepeat?, found: CSVFound, mask: @escaping @Sendable (String) -> String) {
        texts = CSVTexts(mask: mask)
        self.repeats = repeats
        self.found = found
        self.mask = mask
    }

    mutating func add(_ row: CSVRow, _ diagnostics: inout CSVDiagnostics) {
        guard row.hasKey else {
            diagnostics.add(
                .skipped, "empty-key", line: row.line, field: row.columns.key.map(row.columns.name), "The row has no key.",
                advice: "Give it one, or number the rows with key: '#'.")
            return
        }
        if join != nil { return addJoined(row, &diagnostics) }
        guard let item = item(row, &diagnostics) else { return }
        if item.hasNoDate, let key = row.columns.key, row.cell(key).map({ CSVSumLine.isNamed(row.text($0)) }) == true {
            diagnostics.add(
                .skipped, "sum-line", line: row.line, field: row.columns.name(key), "The row is a line of sums, not an item.",
                advice: "Nothing has to be done; or take it out of the export.")
            return
        }
        let detail = row.columns.hasDetails ? details(row, &diagnostics) : nil
        if row.columns.key == nil, item.isEmpty, detail?.isEmpty ?? true {
            diagnostics.add(
                .skipped, "empty-row", line: row.line, "No mapped field of the row is known.", advice: "Take the row out, or fill it in.")
            return
        }
        let index = Int(row.keyCode(&texts.keys)) - 1
        guard index < items.count else {
            items.append(item)
            if let detail { details.append(detail) }
            return
        }
        if let repeats {
            mergedCount += 1
            return merge(item, detail, into: index, repeats, row, &diagnostics)
        }
        diagnostics.add(
            .note, "duplicate-key", line: items[index].line, field: row.columns.key.map(row.columns.name),
            "Lines \(items[index].line) and \(row.line) have the same key; line \(row.line) is used.",
            advice: "Keep one row a key, or set repeat if several rows make one item.")
        items[index] = item
        if let detail { details[index] = detail }
    }

    private mutating func addJoined(_ row: CSVRow, _ diagnostics: inout CSVDiagnostics) {
        let index = Int(row.keyCode(&texts.keys)) - 1
        guard index < items.count else {
            join?.strayCount += 1
            return
        }
        guard let item = item(row, &diagnostics) else { return }
        let detail = row.columns.hasDetails ? details(row, &diagnostics) : nil
        join?.matchedCount += 1
        if item.isEmpty, detail?.isEmpty ?? true { join?.emptyCount += 1 }
        join?.hasItem[index] = true
        merge(item, detail, into: index, repeats ?? .item, row, &diagnostics)
    }

    private mutating func merge(
        _ item: CSVItem, _ detail: CSVItemDetails?, into index: Int, _ repeats: CSVRepeat, _ row: CSVRow,
        _ diagnostics: inout CSVDiagnostics
    ) {
        var differs = items[index].merge(item)
        if let detail { differs = details[index].merge(detail, repeats) || differs }
        guard differs else { return }
        diagnostics.add(
            .note, "rows-disagree", line: row.line, field: row.columns.key.map(row.columns.name),
            "The row says something else than an earlier row with its key; what it says is used.",
            advice: "Map only columns that are the same on all rows of an item, or set repeat: row for numbers that add up.")
    }

    /// Nil where a date of the row is none.
    private mutating func item(_ row: CSVRow, _ diagnostics: inout CSVDiagnostics) -> CSVItem? {
        guard let requestedAt = row.instant(.requestedOn) else { return refuse(.requestedOn, row, &diagnostics) }
        guard let startedAt = row.instant(.startedOn) else { return refuse(.startedOn, row, &diagnostics) }
        guard let finishedAt = row.instant(.finishedOn) else { return refuse(.finishedOn, row, &diagnostics) }
        return CSVItem(
            type: row.code(.kind, &texts.types), title: row.code(.title, &texts.titles), labels: row.listCode(.labels, &texts.labels),
            stream: row.code(.stream, &texts.streams), status: row.code(.status, &texts.statuses),
            reason: row.code(.reason, &texts.reasons), requestedAt: requestedAt, startedAt: startedAt, finishedAt: finishedAt,
            line: row.line)
    }

    private func refuse(_ field: CSVField, _ row: CSVRow, _ diagnostics: inout CSVDiagnostics) -> CSVItem? {
        Self.refuseDate(field, row, &diagnostics, mask: mask)
        return nil
    }

    private mutating func details(_ row: CSVRow, _ diagnostics: inout CSVDiagnostics) -> CSVItemDetails {
        CSVItemDetails(
            logged: seconds(.logged, row, &diagnostics), estimated: seconds(.estimated, row, &diagnostics),
            severity: row.code(.severity, &texts.severities), injectedPhase: row.code(.injectedPhase, &texts.phases),
            foundPhase: row.code(.foundPhase, &texts.phases), found: row.code(.found, &texts.found),
            versions: row.listCode(.versions, &texts.versions), affected: row.listCode(.affected, &texts.versions),
            sprints: row.listCode(.sprint, &texts.sprints))
    }

    private func seconds(_ field: CSVField, _ row: CSVRow, _ diagnostics: inout CSVDiagnostics) -> Int64 {
        if let seconds = row.seconds(field) { return seconds }
        Self.refuseNumber(field, row, .note, &diagnostics, mask: mask)
        return Instant.missing
    }

    mutating func begin(_ join: CSVJoin) {
        self.join = CSVJoinCount(itemCount: items.count)
        repeats = join.repeats
        if details.isEmpty, !CSVField.details.isDisjoint(with: join.columns.keys) {
            details = Array(repeating: CSVItemDetails(), count: items.count)
        }
    }

    mutating func finish(_ diagnostics: inout CSVDiagnostics) {
        guard !details.isEmpty else { return }
        foundWords = texts.found.texts.map(found.side)
        found.report(texts.found.texts, details.map(\.found), &diagnostics, mask: mask)
        iterations = CSVIterations(details.map(\.sprints), texts.sprints.texts)
    }

    var groupCount: Int { Self.groupCount(items.count) + iterations.groupCount }

    func group(_ index: Int, origin: String) -> FactBatch {
        let itemGroups = Self.groupCount(items.count)
        return index < itemGroups
            ? itemGroup(index, origin) : iterations.group(index - itemGroups, origin: origin, keys: texts.keys.texts)
    }

    func hasItem(_ key: String) -> Bool { texts.keys.contains(key) }

    var summary: String {
        if let join { return join.summary }
        let merged = mergedCount > 0 ? "; \(CountText.counted(mergedCount, "row")) with the key of an earlier one" : ""
        return "\(CountText.counted(items.count, "item"))\(merged)"
    }
}
