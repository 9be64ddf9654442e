internal import HoneFacts

/// Rows that are time logged on a work item: one `work_log` fact a row. Never whose time.
struct CSVWorkLogs: CSVTable {
    private struct Entry: Hashable {
        let key: Int32
        let loggedAt: Int64
        let seconds: Int64
    }

    private var keys = CSVInterner()
    private var entries: [Entry] = []
    /// Position among equal rows, so that two entries of one length on one day stay two.
    private var ordinals: [Int32] = []
    private var counts: [Entry: Int32] = [:]
    private var totalSeconds: Int64 = 0
    private let mask: @Sendable (String) -> String

    init(mask: @escaping @Sendable (String) -> String) {
        self.mask = mask
    }

    mutating func add(_ row: CSVRow, _ diagnostics: inout CSVDiagnostics) {
        guard row.hasKey else { return Self.skip(row, .key, "empty-key", "The row has no key.", &diagnostics) }
        guard let loggedAt = row.instant(.loggedOn) else { return Self.refuseDate(.loggedOn, row, &diagnostics, mask: mask) }
        guard let seconds = row.seconds(.logged) else { return Self.refuseNumber(.logged, row, .skipped, &diagnostics, mask: mask) }
        guard loggedAt != Instant.missing else { return Self.skip(row, .loggedOn, "empty-date", "The row has no date.", &diagnostics) }
        guard seconds != Instant.missing else { return Self.skip(row, .logged, "empty-number", "The row has no time.", &diagnostics) }
        let entry = Entry(key: row.keyCode(&keys), loggedAt: loggedAt, seconds: seconds)
        let ordinal = counts[entry, default: 0]
        counts[entry] = ordinal + 1
        entries.append(entry)
        ordinals.append(ordinal)
        totalSeconds += seconds
    }

    mutating func finish(_ diagnostics: inout CSVDiagnostics) {}

    var groupCount: Int { Self.groupCount(entries.count) }

    func group(_ index: Int, origin: String) -> FactBatch {
        var batch = FactBatch(.workLog, origin: origin)
        let first = index * Self.groupSize
        for position in first..<min(first + Self.groupSize, entries.count) {
            let entry = entries[position]
            let key = keys[entry.key]
            batch.append(
                id: "\(key)|\(entry.loggedAt)|\(entry.seconds)|\(ordinals[position])",
                row: [.text(key), .integer(entry.loggedAt), .integer(entry.seconds)])
        }
        return batch
    }

    func hasItem(_ key: String) -> Bool { false }

    var summary: String {
        "\(entries.count) work logs of \(keys.count - 1) items, \((Double(totalSeconds) / 360).rounded() / 10) hours"
    }
}
