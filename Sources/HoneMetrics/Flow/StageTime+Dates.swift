import HoneFacts

/// Stage time where nobody mapped stages, and dates say when an item was requested, worked on, merged and released.
extension StageTime {
    /// Nil where the dates of no item give any part.
    func fromDates(_ histories: Histories, _ context: MeasureContext) -> MeasuredRows? {
        let items = histories.items
        let stages = DefaultStages(histories)
        let empty = MeasuredRows(.items, unit: .hours, summary: .hours)
        let finished = context.selected(items).filter { items.finishedAt[$0] != Instant.missing }
        var parts: [(group: Stage.Group, rows: MeasuredRows)] = []
        for group in Stage.Group.allCases {
            var rows = empty
            for item in finished { rows.keepPart(group, of: item, stages, items, context) }
            if rows.exclusion.contains(where: { $0 == nil }) { parts.append((group, rows)) }
        }
        guard !parts.isEmpty else { return nil }
        var whole = empty
        for (position, item) in finished.enumerated() {
            let end = context.day(items.finishedAt[item])
            if let reason = parts.lazy.compactMap({ $0.rows.exclusion[position] }).first {
                whole.exclude(item, endDay: end, reason: reason)
            } else {
                let total = parts.reduce(0) { $0 + $1.rows.value[position] }
                let marks = Set(parts.flatMap { $0.rows.flags[position] }).sorted()
                whole.keep(item, endDay: end, value: total, startAt: items.requestedAt[item], flags: marks)
            }
        }
        let dates = ItemDates(items)
        for item in context.selected(items) where items.finishedAt[item] == Instant.missing {
            whole.excludeCancelled(item, dates, context)
            for part in parts.indices { parts[part].rows.excludeCancelled(item, dates, context) }
        }
        whole.source = "dates, because no stages are mapped"
        whole.parts = parts.map { ("group: \($0.group.rawValue)", $0.rows) }
        return whole
    }
}

extension MeasuredRows {
    /// One part of one finished item: its hours, or why they are not known.
    fileprivate mutating func keepPart(
        _ group: Stage.Group, of item: Int, _ stages: DefaultStages, _ items: ItemHistories, _ context: MeasureContext
    ) {
        let end = context.day(items.finishedAt[item])
        let part = stages.ends(group, item)
        guard part.from != Instant.missing else { return exclude(item, endDay: end, reason: part.missingFrom) }
        guard part.to != Instant.missing else { return exclude(item, endDay: end, reason: part.missingTo) }
        let isDay = (part.from | part.to) & 1 == 1
        let isBackwards =
            isDay ? context.day(part.from) > context.day(part.to) : context.seconds(part.from) > context.seconds(part.to)
        guard !isBackwards else { return exclude(item, endDay: end, reason: "ends-before-start") }
        let hours = Double(max(0, context.seconds(part.to) - context.seconds(part.from))) / 3600
        keep(item, endDay: end, value: hours, startAt: part.from, flags: isDay ? ["day-precision"] : [])
    }
}
