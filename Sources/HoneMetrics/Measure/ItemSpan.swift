import HoneFacts

/// Measures the time between two dates of each finished item: what lead time and cycle time share.
struct ItemSpan {
    /// The column the span begins at.
    let start: KeyPath<ItemHistories, ItemNumbers>
    /// Reason for an item that has no such date.
    let missingStart: String
    /// What to say when no item at all has such a date.
    let unavailable: String
    /// Kinds of the items that are looked at.
    var includes: (WorkKind) -> Bool = { _ in true }

    func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        let starts = items[keyPath: start]
        guard items.hasReadableTransitions || starts.isFilled else {
            return .unavailable(items.hasAnyTransitions ? ItemSpan.noStageMap : unavailable)
        }
        let isElapsed = context.options.isElapsed
        func hasSeconds(_ item: Int) -> Bool { starts[item] & 1 == 0 && items.finishedAt[item] & 1 == 0 }
        func spans() -> [Int] { (0..<items.count).filter { starts[$0] != Instant.missing && items.finishedAt[$0] != Instant.missing } }
        if isElapsed, case let spans = spans(), !spans.isEmpty, !spans.contains(where: hasSeconds) {
            return .unavailable("The dates of this source have no time of day, so hours between them are not known.")
        }
        var rows = MeasuredRows(.items, unit: context.spanUnit, summary: isElapsed ? .hours : .days)
        for item in context.candidates(items) where includes(items.kind[item]) {
            guard items.finishedAt[item] != Instant.missing else {
                rows.excludeCancelled(item, items, context)
                continue
            }
            guard context.needs(items.finishedAt[item]) else { continue }
            let end = context.day(items.finishedAt[item])
            guard starts[item] != Instant.missing else {
                rows.exclude(item, endDay: end, reason: missingStart)
                continue
            }
            let first = context.day(starts[item])
            let hours = Double(context.seconds(items.finishedAt[item]) - context.seconds(starts[item])) / 3600
            if isElapsed, !hasSeconds(item) {
                rows.exclude(item, endDay: end, reason: "day-precision", startAt: starts[item])
            } else if first > end || (isElapsed && hours < 0) {
                rows.exclude(item, endDay: end, reason: "ends-before-start", startAt: starts[item])
            } else {
                let value = isElapsed ? hours : Double(context.days(from: first, through: end))
                rows.keep(item, endDay: end, value: value, startAt: starts[item], flags: items.dateFlags(item, context))
            }
        }
        return .rows(rows)
    }

    static let noStageMap = "The items have transitions, and no stages in hone.yaml say what their statuses mean."

    static let noItems = "There are no work items yet: point a source in hone.yaml at a tracker export, then run hone sync."
}

extension MeasuredRows {
    /// Counts an item that has only dates, at the date it ended, for a metric that looks at transitions.
    mutating func excludeWithoutTransitions(_ item: Int, _ items: ItemHistories, _ context: MeasureContext) {
        let end = items.finishedAt[item] != Instant.missing ? items.finishedAt[item] : items.cancelledAt[item]
        guard end != Instant.missing, context.needs(end) else { return }
        exclude(item, endDay: context.day(end), reason: "no-transitions")
    }

    /// Counts an open item that is not in progress at an instant: never started by then, or returned before the commitment.
    mutating func excludeIdle(
        _ item: Int, in stage: Int, _ items: ItemHistories, day: CalendarDay, atSeconds instant: Int64, _ context: MeasureContext
    ) {
        let kind = items.stages[stage].kind
        guard kind != .done, kind != .cancelled else { return }
        let isStarted = items.startedAt[item] != Instant.missing && context.seconds(items.startedAt[item]) <= instant
        exclude(item, endDay: day, reason: isStarted ? "returned" : "not-started")
    }

    /// Counts an item that left without being finished, at the instant it left; one that is still open is no row.
    mutating func excludeCancelled(_ item: Int, _ items: ItemHistories, _ context: MeasureContext) {
        guard items.cancelledAt[item] != Instant.missing, context.needs(items.cancelledAt[item]) else { return }
        exclude(item, endDay: context.day(items.cancelledAt[item]), reason: "cancelled")
    }
}

extension ItemHistories {
    /// Whether any item has transitions and the stage map to read them with.
    var hasReadableTransitions: Bool { mappedStageCount > 0 && hasTransitions.contains(true) }

    /// Whether it can be known which items are in progress; if not, the sentence that says why.
    var reasonProgressIsUnknown: String? {
        if hasReadableTransitions || startedAt.isFilled { return nil }
        if hasTransitions.contains(true) { return ItemSpan.noStageMap }
        return "No item says when work on it began: there are no transitions, and no column is mapped with startedOn."
    }

    /// Oddities of an item's dates that are kept and counted.
    func dateFlags(_ item: Int, _ context: MeasureContext) -> [String] {
        guard startedAt[item] != Instant.missing, requestedAt[item] != Instant.missing else { return [] }
        let (started, requested) = (Instant(rawValue: startedAt[item]), Instant(rawValue: requestedAt[item]))
        let isEarlier =
            started.isDay || requested.isDay
            ? context.interpretation.zone.day(started) < context.interpretation.zone.day(requested) : started < requested
        return isEarlier ? ["started-before-requested"] : []
    }
}
