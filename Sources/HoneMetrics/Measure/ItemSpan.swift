import HoneFacts

/// Measures the time between two dates of each finished item: what lead time and cycle time share.
struct ItemSpan {
    /// The column the span begins at.
    let start: KeyPath<ItemHistories, ItemNumbers>
    /// Reason for an item that has no such date.
    let missingStart: String
    /// What to say when no item at all has such a date.
    let unavailable: String
    /// Kinds of the items that are looked at; nil for all.
    var includes: ((WorkKind) -> Bool)?

    func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        guard items.hasReadableTransitions || items[keyPath: start].isFilled else {
            return .unavailable(items.hasAnyTransitions ? ItemSpan.noStageMap : unavailable)
        }
        let isElapsed = context.options.isElapsed
        let (starts, dates) = (NumberReader(items[keyPath: start]), ItemDates(items))
        let missing = NumberReader.missing
        func isSpan(_ item: Int) -> Bool { starts[item] != missing && dates.finishedAt[item] != missing }
        if isElapsed, !(0..<items.count).contains(where: { isSpan($0) && (starts[$0] | dates.finishedAt[$0]) & 1 == 0 }),
            (0..<items.count).contains(where: isSpan)
        {
            return .unavailable("The dates of this source have no time of day, so hours between them are not known.")
        }
        var rows = MeasuredRows(itemsFrom: items[keyPath: start], unit: context.spanUnit, summary: isElapsed ? .hours : .days)
        let (candidates, kinds) = (context.candidates(items), items.kind)
        rows.fill(atMost: candidates.count) { rows in
            for item in candidates {
                if let includes, !includes(kinds[item]) { continue }
                let finishedAt = dates.finishedAt[item]
                guard finishedAt != missing else {
                    rows.excludeCancelled(item, dates, context)
                    continue
                }
                guard context.needs(finishedAt) else { continue }
                let (startAt, end) = (starts[item], context.day(finishedAt))
                guard startAt != missing else {
                    rows.exclude(item, endDay: end, reason: missingStart)
                    continue
                }
                let first = context.day(startAt)
                let seconds = isElapsed ? context.seconds(finishedAt) - context.seconds(startAt) : 0
                if isElapsed, (startAt | finishedAt) & 1 == 1 {
                    rows.exclude(item, endDay: end, reason: "day-precision")
                } else if first.number > end.number || seconds < 0 {
                    rows.exclude(item, endDay: end, reason: "ends-before-start")
                } else {
                    let value = Double(isElapsed ? seconds : Int64(context.days(from: first, through: end)))
                    if dates.isStartedBeforeRequested(item, context) {
                        rows.keep(item, endDay: end, value: value, flags: [ItemDates.startedBeforeRequested])
                    } else {
                        rows.keep(item, endDay: end, value: value)
                    }
                }
            }
        }
        if isElapsed { rows.divideValues(by: 3600) }
        return .rows(rows)
    }

    static let noStageMap = "The items have transitions, and no stages in hone.yaml say what their statuses mean."

    static let noStarts =
        "No item says when work on it began: there are no transitions, and no date in a column mapped with startedOn."

    static let noItems = "There are no work items yet: point a source in hone.yaml at a tracker export, then run hone sync."
}

extension MeasuredRows {
    /// Counts an open item that is not in progress at an instant: never started by then, or returned before the commitment.
    mutating func excludeIdle(
        _ item: Int, in stage: Int, _ items: ItemHistories, day: CalendarDay, atSeconds instant: Int64, _ context: MeasureContext
    ) {
        let kind = items.stages[stage].kind
        guard kind != .done, kind != .cancelled else { return }
        let isStarted = items.startedAt[item] != Instant.missing && context.seconds(items.startedAt[item]) <= instant
        exclude(item, endDay: day, reason: isStarted ? "returned" : "not-started")
    }
}

extension ItemHistories {
    /// Whether any item has transitions and the stage map to read them with.
    var hasReadableTransitions: Bool { mappedStageCount > 0 && hasTransitions.contains(true) }

    /// Whether it can be known which items are in progress; if not, the sentence that says why.
    var reasonProgressIsUnknown: String? {
        if hasReadableTransitions || startedAt.isFilled { return nil }
        if hasTransitions.contains(true) { return ItemSpan.noStageMap }
        return ItemSpan.noStarts
    }
}

extension ItemDates {
    /// The day that an item left unfinished, where it did and that day is asked for.
    func dayLeft(_ item: Int, _ context: MeasureContext) -> CalendarDay? {
        let cancelledAt = cancelledAt[item]
        guard cancelledAt != NumberReader.missing, context.needs(cancelledAt) else { return nil }
        return context.day(cancelledAt)
    }

    /// Oddities of an item's dates that are kept and counted.
    func flags(_ item: Int, _ context: MeasureContext) -> [String] {
        isStartedBeforeRequested(item, context) ? [Self.startedBeforeRequested] : []
    }

    static let startedBeforeRequested = "started-before-requested"

    @inline(__always)
    func isStartedBeforeRequested(_ item: Int, _ context: MeasureContext) -> Bool {
        let (started, requested) = (startedAt[item], requestedAt[item])
        guard started != NumberReader.missing, requested != NumberReader.missing else { return false }
        if (started | requested) & 1 == 0 { return started < requested }
        return context.day(started).number < context.day(requested).number
    }
}
