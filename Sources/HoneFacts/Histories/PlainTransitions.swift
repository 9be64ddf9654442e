/// Stored transitions of the ordinary form: each row counts and is known, its status is in the product's own words, and the log
/// has no order of its own for those of one instant.
struct PlainTransitions {
    /// Tables of the two columns of texts, without their codes.
    let items, statuses: TextColumn
    private let layout: SegmentLayout
    private let item, status, changedAt: SegmentLayout.Place

    /// Nil where a segment holds others as well.
    /// - Parameter live: the items that are looked at; nil for all.
    init?(_ segment: FactSegment, of live: LiveItems?) throws(SegmentDamage) {
        guard segment.superseded.isEmpty, live == nil || segment.isOfPlaces else { return nil }
        layout = try SegmentLayout(segment.body)
        guard layout.rowCount > 0, layout[SegmentColumn.retracted] == nil, let item = layout["item"], let status = layout["status"],
            let changedAt = layout["changed_at"], try layout.isKnown(at: changedAt), let ordinal = layout["ordinal"],
            try layout.constant(at: ordinal) == 0, try Self.isWithoutCategory(segment, layout),
            let items = live?.keys ?? segment.texts["item"], let statuses = segment.texts["status"]
        else { return nil }
        (self.item, self.status, self.changedAt) = (item, status, changedAt)
        (self.items, self.statuses) = (TextColumn(codes: [], table: items), TextColumn(codes: [], table: statuses))
    }

    private static func isWithoutCategory(_ segment: FactSegment, _ layout: SegmentLayout) throws(SegmentDamage) -> Bool {
        guard let category = layout["category"] else { return true }
        guard let table = segment.texts["category"], let code = try layout.constant(at: category), (0..<Int64(table.count)).contains(code)
        else { return false }
        return table.isEmpty(Int32(code))
    }

    /// Codes of the items. Complexity: O(rows).
    func itemCodes() throws(SegmentDamage) -> [Int32] { try layout.codes(at: item, limit: items.table.count) }

    /// Codes of the statuses. Complexity: O(rows).
    func statusCodes() throws(SegmentDamage) -> [Int32] { try layout.codes(at: status, limit: statuses.table.count) }

    /// Raw instants, in four bytes each as in `CompactIntegers`; nil where one does not fit. Complexity: O(rows).
    func instants() throws(SegmentDamage) -> [UInt32]? {
        let (raw, greatest) = try layout.numbers(at: changedAt, as: UInt32.self)
        return greatest < UInt64(UInt32.max) ? raw : nil
    }

    /// Whether the status of each row is among those that a list by code says yes to. Complexity: O(rows / 128) where it says so of
    /// all but the empty one.
    func isEachStatus(in isAsked: [Bool]) throws(SegmentDamage) -> Bool {
        if isAsked.dropFirst().allSatisfy({ $0 }), let least = try layout.least(at: status), least > 0 { return true }
        return try statusCodes().allSatisfy { isAsked[Int($0)] }
    }
}
