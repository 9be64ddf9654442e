extension KeptFold {
    /// Reads what was recorded behind this folding.
    ///
    /// A fact moves its own day, and the day its item first ended on; another description of an item moves all of its days.
    /// - Complexity: O(new facts).
    package func changes(in facts: FactTables, _ zone: ZoneTable) throws(SegmentDamage) -> KeptChanges {
        var changes = KeptChanges()
        for segment in new(.transition, facts) { try changes.addTransitions(of: segment, items[segment.origin], zone) }
        let moved = changes.touched
        for segment in new(.item, facts) { try changes.addItems(of: segment, items[segment.origin], moved[segment.origin] ?? [], zone) }
        for family in [FactFamily.block, .workLog] {
            for segment in new(family, facts) { try changes.addOthers(of: segment, items[segment.origin]) }
        }
        return changes
    }

    private func new(_ family: FactFamily, _ facts: FactTables) -> [FactSegment] {
        facts[family].segments.filter { $0.sequence > position.lastSegment }
    }
}

extension KeptChanges {
    /// - Returns: whether the code is one; a fact without an item may change any day.
    private mutating func touch(_ origin: String, _ code: Int64) -> Bool {
        guard code >= 0 else {
            affect(SettledItems.always)
            return false
        }
        let missing = Int(code) + 1 - touched[origin, default: []].count
        if missing > 0 { touched[origin, default: []] += repeatElement(false, count: missing) }
        touched[origin]?[Int(code)] = true
        return true
    }

    private mutating func affect(_ day: Int32) { affectedFrom = min(affectedFrom, day) }

    /// Days of a raw instant; what has none may have happened at any time.
    private mutating func affect(raw: Int64, _ zone: ZoneTable) {
        guard raw != Instant.missing else { return affect(SettledItems.always) }
        let day = zone.day(Instant(rawValue: raw)).number
        affect(day)
        newestDay = max(newestDay, day)
    }

    mutating func addTransitions(of segment: FactSegment, _ known: SettledItems?, _ zone: ZoneTable) throws(SegmentDamage) {
        let stored = try segment.stored()
        for (row, code) in stored["item"].enumerated() where touch(segment.origin, code) {
            affect(raw: stored["changed_at"][row], zone)
            if let known, code < known.count { affect(known.firstEndOn[Int(code)]) }
        }
    }

    /// - Parameter moved: by code: whether new transitions speak of the item.
    mutating func addItems(
        of segment: FactSegment, _ known: SettledItems?, _ moved: [Bool], _ zone: ZoneTable
    ) throws(SegmentDamage) {
        let stored = try segment.stored()
        let dates = ["requested_at", "started_at", "finished_at"].map { stored[$0] }
        for (row, code) in stored["key"].enumerated() where touch(segment.origin, code) {
            for date in dates where date[row] != Instant.missing { affect(raw: date[row], zone) }
            if let known, code < known.count {
                // A code without an item may have transitions that nobody looked at.
                let bornOn = known.bornOn[Int(code)]
                affect(bornOn == SettledItems.never ? SettledItems.always : bornOn)
            } else if dates[0][row] == Instant.missing, code >= moved.count || !moved[Int(code)] {
                affect(SettledItems.always)
            }
        }
    }

    mutating func addOthers(of segment: FactSegment, _ known: SettledItems?) throws(SegmentDamage) {
        for code in try segment.stored()["item"] where touch(segment.origin, code) {
            if let known, code < known.count { affect(known.bornOn[Int(code)]) }
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
