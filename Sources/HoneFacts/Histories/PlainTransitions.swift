/// Stored transitions of the ordinary form: each row counts and is known, its status is in the product's own words, and the log
/// has no order of its own for those of one instant.
struct PlainTransitions {
    let item, status: TextColumn
    /// Raw instants, in four bytes each as in `CompactIntegers`; empty where nobody asked for them.
    let changedAt: [UInt32]

    /// Nil where a segment holds others as well.
    /// - Complexity: O(rows) where they are of that form.
    /// - Parameter live: the items that are looked at; nil for all.
    init?(_ segment: FactSegment, of live: LiveItems?, withInstants: Bool) throws(SegmentDamage) {
        guard segment.superseded.isEmpty, live == nil || segment.isOfPlaces else { return nil }
        let layout = try SegmentLayout(segment.body)
        guard layout.rowCount > 0, layout[SegmentColumn.retracted] == nil, let item = layout["item"], let status = layout["status"],
            let changedAt = layout["changed_at"], try layout.isKnown(at: changedAt), let ordinal = layout["ordinal"],
            try layout.constant(at: ordinal) == 0, try Self.isWithoutCategory(segment, layout)
        else { return nil }
        if withInstants {
            let (raw, greatest) = try layout.numbers(at: changedAt, as: UInt32.self)
            guard greatest < UInt64(UInt32.max) else { return nil }
            self.changedAt = raw
        } else {
            self.changedAt = []
        }
        guard let items = live?.keys ?? segment.texts["item"], let statuses = segment.texts["status"] else { return nil }
        self.item = TextColumn(codes: try layout.codes(at: item, limit: items.count), table: items)
        self.status = TextColumn(codes: try layout.codes(at: status, limit: statuses.count), table: statuses)
    }

    private static func isWithoutCategory(_ segment: FactSegment, _ layout: SegmentLayout) throws(SegmentDamage) -> Bool {
        guard let category = layout["category"] else { return true }
        guard let table = segment.texts["category"], let code = try layout.constant(at: category), (0..<Int64(table.count)).contains(code)
        else { return false }
        return table.isEmpty(Int32(code))
    }
}
