/// What facts that were recorded behind a kept folding are about.
///
/// A fact moves its own day, and the day its item first ended on; another description of an item moves all of its days.
package struct KeptChanges: Sendable {
    /// By origin: codes of the items with new facts.
    package private(set) var touched: [String: Set<Int32>] = [:]
    /// The first day on which anything may count otherwise than it did.
    package private(set) var affectedFrom = SettledItem.never
    /// The last day that something new happened on.
    package private(set) var newestDay = SettledItem.always
    /// Items that new transitions speak of.
    private var moved: [String: Set<Int32>] = [:]

    package init() {}

    /// - Parameter segments: the new ones of the families that speak of items, those of which nothing counts any longer too.
    /// - Complexity: O(facts).
    package init(_ segments: [FactSegment]) throws(SegmentDamage) {
        for segment in segments {
            guard let column = segment.family.itemColumn else { continue }
            // The empty text is an item's key too where a source left it out.
            let codes = Set(try segment.stored()[column].map { Int32(clamping: max(0, $0)) })
            touched[segment.origin, default: []].formUnion(codes)
            if segment.family == .transition { moved[segment.origin, default: []].formUnion(codes) }
        }
    }

    /// Looks at when the new facts happened, and how their items stood before.
    /// - Parameter codeCount: codes of items from here on were not known before.
    package mutating func look(
        at segments: [FactSegment], _ known: [String: SettledItems], codeCount: Int, _ zone: ZoneTable
    ) throws(SegmentDamage) {
        for segment in segments {
            let before = known[segment.origin] ?? SettledItems()
            let stored = try segment.stored()
            switch segment.family {
            case .transition: addTransitions(stored, before, zone)
            case .item: addItems(stored, before, moved[segment.origin] ?? [], codeCount, zone)
            case .block, .workLog: for code in Self.codes(stored["item"]) { affect(before[code].bornOn) }
            default: affect(SettledItem.always)
            }
        }
    }

    private static func codes(_ column: [Int64]) -> [Int32] { column.map { Int32(clamping: max(0, $0)) } }

    private mutating func affect(_ day: Int32) { affectedFrom = min(affectedFrom, day) }

    /// Days of a raw instant; what has none may have happened at any time.
    private mutating func affect(raw: Int64, _ zone: ZoneTable) {
        guard raw != Instant.missing else { return affect(SettledItem.always) }
        let day = zone.day(Instant(rawValue: raw)).number
        affect(day)
        newestDay = max(newestDay, day)
    }

    private mutating func addTransitions(_ stored: StoredColumns, _ before: SettledItems, _ zone: ZoneTable) {
        let changedAt = stored["changed_at"]
        for (row, code) in Self.codes(stored["item"]).enumerated() {
            affect(raw: changedAt[row], zone)
            affect(before[code].firstEndOn)
        }
    }

    private mutating func addItems(
        _ stored: StoredColumns, _ before: SettledItems, _ moved: Set<Int32>, _ codeCount: Int, _ zone: ZoneTable
    ) {
        let dates = ["requested_at", "started_at", "finished_at"].map { stored[$0] }
        for (row, code) in Self.codes(stored["key"]).enumerated() {
            for date in dates where date[row] != Instant.missing { affect(raw: date[row], zone) }
            let bornOn = before[code].bornOn
            if bornOn != SettledItem.never {
                affect(bornOn)
            } else if code < codeCount || dates[0][row] == Instant.missing && !moved.contains(code) {
                // One that was no item may have had transitions that nobody looked at.
                affect(SettledItem.always)
            }
        }
    }
}

/// The columns of a segment as they were recorded: superseded and retracted rows too.
struct StoredColumns {
    fileprivate let columns: [String: [Int64]]
    fileprivate let rowCount: Int

    /// A column that no row knows holds what is missing.
    subscript(name: String) -> [Int64] { columns[name] ?? [Int64](repeating: Instant.missing, count: rowCount) }
}

extension FactSegment {
    func stored() throws(SegmentDamage) -> StoredColumns {
        let (columns, rowCount) = try SegmentBody.columns(of: body)
        return StoredColumns(columns: Dictionary(columns.map { ($0.name, $0.values) }) { $1 }, rowCount: rowCount)
    }
}
