internal import HoneFacts

/// Rows that are items entering a status: one `transition` fact a row, one `item` fact a key from its latest row.
///
/// Rows are taken in the order of time, which most exports have for each item. Where one has not, all rows are held and sorted.
struct CSVTransitions: CSVTable {
    /// A row in codes of its texts.
    struct Step {
        var key: Int32
        var status: Int32 = 0
        var changedAt: Int64
        var described = CSVDescription()
        var line: Int32
    }

    /// The latest row of an item. There is one of each, so it is kept small.
    private struct Item {
        var changedAt = Instant.missing
        var status: Int32 = 0
        /// 0 where no row of the item has come.
        var line: Int32 = 0
        /// Position among the item's rows of the same instant.
        var ordinal: Int32 = 0
        var kind: Int32 = 0
    }

    var texts: CSVTexts
    /// By code of the key, less one.
    private var items: [Item] = []
    private var descriptions = CSVDescriptions()
    private var keys: [Int32] = []
    private var statuses: [Int32] = []
    private var changedAt: [Int64] = []
    /// Positions of those that are not the first of their item and instant, with their ordinals.
    private var laterOrdinals: [(position: Int, ordinal: Int32)] = []
    private var stepCount = 0
    /// All rows, until they can be sorted; nil where they are taken as they come.
    private var held: [Step]?
    /// Whether a row came that is older than one of its item before it.
    private(set) var isOutOfOrder = false
    private let mask: @Sendable (String) -> String
    /// Changes of status, or items, of one batch at most: each one is a transaction, for which the disk is waited for.
    private let batchSize: Int

    /// - Parameter holdsRows: whether rows may come in any order.
    init(mask: @escaping @Sendable (String) -> String, holdsRows: Bool, batchSize: Int = 262_144) {
        texts = CSVTexts(mask: mask)
        self.batchSize = batchSize
        held = holdsRows ? [] : nil
        self.mask = mask
    }

    mutating func add(_ row: CSVRow, _ diagnostics: inout CSVDiagnostics) {
        guard row.hasKey else { return Self.skip(row, .key, "empty-key", "The row has no key.", &diagnostics) }
        guard let changedAt = row.instant(.changedOn) else { return Self.refuseDate(.changedOn, row, &diagnostics, mask: mask) }
        guard let requestedAt = row.instant(.requestedOn) else { return Self.refuseDate(.requestedOn, row, &diagnostics, mask: mask) }
        guard changedAt != Instant.missing else { return Self.skip(row, .changedOn, "empty-date", "The row has no date.", &diagnostics) }
        let status = row.code(.status, &texts.statuses)
        guard status != 0 else { return Self.skip(row, .status, "empty-status", "The row has no status.", &diagnostics) }
        take(
            Step(
                key: row.keyCode(&texts.keys), status: status, changedAt: changedAt,
                described: CSVDescription(
                    kind: .init(
                        type: row.code(.kind, &texts.types), labels: row.listCode(.labels, &texts.labels),
                        stream: row.code(.stream, &texts.streams), reason: row.code(.reason, &texts.reasons)),
                    title: row.code(.title, &texts.titles), requestedAt: requestedAt),
                line: Int32(truncatingIfNeeded: row.line)), &diagnostics)
    }

    /// Numbers the rows of one item at one instant in file order. Complexity: O(1).
    @inline(__always)
    mutating func take(_ step: Step, _ diagnostics: inout CSVDiagnostics) {
        let index = Int(step.key) - 1
        if held != nil {
            held?.append(step)
            return
        }
        var ordinal: Int32 = 0
        // A held key can come later than one with a higher code.
        while items.count <= index { items.append(Item()) }
        let item = items[index]
        if item.line != 0, step.changedAt <= item.changedAt {
            guard step.changedAt == item.changedAt else {
                isOutOfOrder = true
                return
            }
            if item.status == step.status {
                descriptions.describe(index, &items[index].kind, as: step.described)
                diagnostics.add(
                    .skipped, "duplicate-row", line: Int(step.line), "The row says again what line \(item.line) says.",
                    advice: "Nothing to do; export each change once.")
                return
            }
            ordinal = item.ordinal + 1
        }
        descriptions.describe(index, &items[index].kind, as: step.described)
        items[index].changedAt = step.changedAt
        items[index].status = step.status
        items[index].line = step.line
        items[index].ordinal = ordinal
        keys.append(step.key)
        statuses.append(step.status)
        changedAt.append(step.changedAt)
        if ordinal > 0 { laterOrdinals.append((keys.count - 1, ordinal)) }
        stepCount += 1
    }

    /// Takes many rows, of which few or none share an instant with the one before of their item. Complexity: O(rows).
    mutating func take(_ block: CSVPlainBlock, line: Int, _ diagnostics: inout CSVDiagnostics) {
        let itemCount = texts.keys.count - 1
        if items.count < itemCount { items.append(contentsOf: repeatElement(Item(), count: itemCount - items.count)) }
        var first = 0
        while first < block.count {
            let row = noteRun(of: block, from: first, line: line)
            append(block, first..<row)
            if row < block.count { take(block.step(row, line: line + row), &diagnostics) }
            if isOutOfOrder { return }
            first = row + 1
        }
    }

    /// Notes rows whose instants are later than those of their items, and returns the first one that is not.
    private mutating func noteRun(of block: CSVPlainBlock, from first: Int, line: Int) -> Int {
        var (row, end) = (first, first)
        // The items change hands for the walk, so that it holds the only reference to them and none is copied.
        var items: [Item] = []
        swap(&items, &self.items)
        items.withUnsafeMutableBufferPointer { items in
            block.codes.withUnsafeBufferPointer { codes in
                block.changedAt.withUnsafeBufferPointer { changedAt in
                    // An item of which no row has come is older than anything. The first walk is short, so that all items are
                    // waited for together; in the second an item may have come before in the same block.
                    while end < block.count, changedAt[end] > items[Int(codes[end]) &- 1].changedAt { end &+= 1 }
                    while row < end, changedAt[row] > items[Int(codes[row]) &- 1].changedAt {
                        let index = Int(codes[row]) &- 1
                        descriptions.describe(index, &items[index].kind, as: block.description(row))
                        items[index].changedAt = changedAt[row]
                        items[index].status = codes[CSVPlainBlock.mostRows &+ row]
                        items[index].line = Int32(truncatingIfNeeded: line &+ row)
                        items[index].ordinal = 0
                        row &+= 1
                    }
                }
            }
        }
        swap(&items, &self.items)
        return row
    }

    /// Takes rows whose items are noted and whose instants are the first of theirs.
    private mutating func append(_ block: CSVPlainBlock, _ rows: Range<Int>) {
        keys.append(contentsOf: block.codes[rows])
        statuses.append(contentsOf: block.codes[rows.lowerBound + CSVPlainBlock.mostRows..<rows.upperBound + CSVPlainBlock.mostRows])
        changedAt.append(contentsOf: block.changedAt[rows])
        stepCount += rows.count
    }

    /// Complexity: O(rows log rows) where they were held.
    mutating func finish(_ diagnostics: inout CSVDiagnostics) {
        guard let rows = held else { return }
        held = nil
        for index in rows.indices.sorted(by: { (rows[$0].changedAt, $0) < (rows[$1].changedAt, $1) }) { take(rows[index], &diagnostics) }
    }

    /// Whether there are enough changes of status for a batch.
    var isFull: Bool { room <= 0 }
    /// Rows that the batch has room for.
    var room: Int { batchSize - keys.count }

    /// Makes room for so many times the items there are: what grows step by step is copied at each of them. Room that is not
    /// needed in the end costs nothing.
    mutating func makeRoom(times: Double) {
        guard times > 1, times < 1e6 else { return }
        items.reserveCapacity(Int(Double(items.count) * times))
        texts.keys.makeRoom(times: times)
    }

    /// The changes of status since the last batch.
    mutating func takeBatch(origin: String, _ places: inout CSVPlaces) -> FactBatch {
        let batch = batch(0..<keys.count, origin, &places)
        keys.removeAll(keepingCapacity: true)
        statuses.removeAll(keepingCapacity: true)
        changedAt.removeAll(keepingCapacity: true)
        laterOrdinals.removeAll(keepingCapacity: true)
        return batch
    }

    private func batch(_ range: Range<Int>, _ origin: String, _ places: inout CSVPlaces) -> FactBatch {
        var ordinals = [Int64](repeating: 0, count: range.count)
        for (position, ordinal) in laterOrdinals where range.contains(position) { ordinals[position - range.lowerBound] = Int64(ordinal) }
        return FactBatch(
            byColumns: .transition, origin: origin,
            columns: [
                .texts(texts.keys.column(keys[range], &places)), .texts(texts.statuses.column(statuses[range], &places)),
                .integers(Array(changedAt[range])), .integers(ordinals),
            ])
    }

    var groupCount: Int { itemGroupCount + (keys.count + batchSize - 1) / batchSize }
    var itemGroupCount: Int { (items.count + batchSize - 1) / batchSize }

    func group(_ index: Int, origin: String) -> FactBatch {
        var places = CSVPlaces()
        if index < itemGroupCount { return itemGroup(index, origin, &places) }
        let first = (index - itemGroupCount) * batchSize
        return batch(first..<min(first + batchSize, keys.count), origin, &places)
    }

    /// An identity of their own: an export of the same items with their dates must not be written over.
    func itemGroup(_ index: Int, _ origin: String, _ places: inout CSVPlaces) -> FactBatch {
        let range = index * batchSize..<min((index + 1) * batchSize, items.count)
        let rows = range.filter { items[$0].line != 0 }
        let described = rows.map { descriptions[$0, items[$0].kind] }
        let unknown = UnknownColumns(count: rows.count)
        func column(_ interner: CSVInterner, _ codes: (Int) -> Int32) -> FactColumn? {
            interner.count == 1 ? nil : .texts(interner.column(rows.indices.map(codes)[...], &places))
        }
        let shape = TextColumn(codes: [Int32](repeating: 1, count: rows.count), table: TextTable(["", "transitions"]))
        var columns: [FactColumn] = []
        for schema in FactFamily.item.columns.prefix(while: { $0.name != "estimated_seconds" }) {
            let known: FactColumn? =
                switch schema.name {
                case "key": column(texts.keys) { Int32(rows[$0] + 1) }
                case "type": column(texts.types) { described[$0].kind.type }
                case "title": column(texts.titles) { described[$0].title }
                case "labels": column(texts.labels) { described[$0].kind.labels }
                case "stream": column(texts.streams) { described[$0].kind.stream }
                case "reason": column(texts.reasons) { described[$0].kind.reason }
                case "requested_at": .integers(described.map(\.requestedAt))
                case "shape": .texts(shape)
                default: nil
                }
            columns.append(known ?? unknown[schema])
        }
        return FactBatch(byColumns: .item, origin: origin, columns: columns)
    }

    func hasItem(_ key: String) -> Bool { texts.keys.contains(key) }

    var summary: String {
        "\(CountText.counted(stepCount, "change of status", many: "changes of status")), \(CountText.counted(items.count { $0.line != 0 }, "item"))"
    }
}
