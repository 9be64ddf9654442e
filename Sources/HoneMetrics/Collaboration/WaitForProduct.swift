package import HoneFacts

/// How much of the way of an item is waiting before the team takes it on.
package struct WaitForProduct: TeamMetric {
    package init() {}

    package let definition = MetricDefinition(
        id: "wait-for-product", version: 2, name: "Wait on the product side", family: .collaboration,
        question: "How much of the time from an idea to its end lies before engineering may begin?",
        formula:
            "hours a finished item spent in stages of the group idea, returns to them included, and from its request to its first stage / hours from request to finish: sum over sum, so that a long item weighs more. As a part: these hours an item. Items with dates only wait from request to start. Where no stage is of the group idea, items with transitions are left out: their wait cannot be seen. Standard error by leaving out one item at a time",
        unit: .share, direction: .lower, startEvent: "requested", endEvent: "finished",
        needs: "Transitions with a stage map and the dates of requests; or items with all three dates.",
        misuse:
            "A stock of ideas is not a queue that somebody must empty: what is not promised may wait. It shows where time goes, not whose fault it is.",
        guards: ["throughput", "lead-time"],
        citations: [
            "Poppendieck, Lean Software Development, 2003: value stream map",
            "Reinertsen, The Principles of Product Development Flow, 2009: queues",
        ],
        examples: [
            WorkedExample(
                "A waits two days in the backlog, is worked on for one, and waits there for one more: 72 of 120 hours.",
                .transitions([
                    (
                        "A", "feature",
                        [
                            "2026-03-01T09:00:00Z Backlog", "2026-03-03T09:00:00Z Doing", "2026-03-04T09:00:00Z Backlog",
                            "2026-03-05T09:00:00Z Doing", "2026-03-06T09:00:00Z Done",
                        ]
                    )
                ]), from: "2026-03-01", to: "2026-04-01", interpretation: .board, expected: 0.6, n: 1),
            WorkedExample(
                "Dates only: four of seven days lie before the start; B does not say when work began.",
                .items([("A", "feature", "2026-03-01", "2026-03-05", "2026-03-08"), ("B", "bug", "2026-03-02", "", "2026-03-04")]),
                from: "2026-03-01", to: "2026-04-01", expected: 4 / 7, n: 1, excluded: ["no-start-date": 1]),
        ])

    /// Complexity: O(visits).
    package func team(_ histories: Histories, _ context: MeasureContext) -> TeamMeasurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        if let reason = items.reasonProgressIsUnknown { return .unavailable(reason) }
        var rows = MeasuredRows(.items, unit: .share, summary: .ratio)
        var hours = MeasuredRows(.items, unit: .hours, summary: .hours)
        func leaveOut(_ item: Int, _ day: CalendarDay, _ reason: String) {
            rows.exclude(item, endDay: day, reason: reason)
            hours.exclude(item, endDay: day, reason: reason)
        }
        let dates = ItemDates(items)
        let hasIdeas = items.stages.prefix(items.mappedStageCount).contains(where: Self.isOfIdeas)
        for item in context.candidates(items) {
            guard items.finishedAt[item] != Instant.missing else {
                rows.excludeCancelled(item, dates, context)
                hours.excludeCancelled(item, dates, context)
                continue
            }
            guard context.needs(items.finishedAt[item]) else { continue }
            let end = context.day(items.finishedAt[item])
            guard items.requestedAt[item] != Instant.missing else {
                leaveOut(item, end, "no-request-date")
                continue
            }
            guard items.startedAt[item] != Instant.missing else {
                leaveOut(item, end, "no-start-date")
                continue
            }
            guard hasIdeas || !items.hasTransitions[item] else {
                leaveOut(item, end, "no-idea-stage")
                continue
            }
            let span =
                context.seconds(
                    items.requestedAt[item])..<max(
                    context.seconds(items.requestedAt[item]), context.seconds(items.finishedAt[item]))
            guard !span.isEmpty else {
                leaveOut(item, end, "no-time-between-request-and-finish")
                continue
            }
            let waited = Double(Self.waited(item, in: span, items, context)) / 3600
            let flags = items.requestedAt[item] & 1 == 1 ? ["day-precision"] : []
            rows.keep(
                item, endDay: end, value: waited, weight: Double(span.upperBound - span.lowerBound) / 3600,
                startAt: items.requestedAt[item], flags: flags)
            hours.keep(item, endDay: end, value: waited, startAt: items.requestedAt[item], flags: flags)
        }
        rows.parts = [("hours before engineering", hours)]
        return .rows(TeamRows(rows, .notKnown, context))
    }

    /// Whether items wait for the product side in a stage.
    private static func isOfIdeas(_ stage: Stage) -> Bool { stage.group == .idea && stage.kind != .done && stage.kind != .cancelled }

    private static func waited(_ item: Int, in span: Range<Int64>, _ items: ItemHistories, _ context: MeasureContext) -> Int64 {
        guard items.hasTransitions[item] else {
            return min(span.upperBound, max(span.lowerBound, context.seconds(items.startedAt[item]))) - span.lowerBound
        }
        var waited: Int64 = 0
        var before = span.lowerBound
        let visits = items.visits.range(of: item)
        for position in visits {
            let enteredAt = min(span.upperBound, max(span.lowerBound, items.visits.enteredAt[position]))
            if position == visits.lowerBound { waited += enteredAt - before }
            let left = position + 1 < visits.upperBound ? items.visits.enteredAt[position + 1] : span.upperBound
            let leftAt = min(span.upperBound, max(enteredAt, left))
            if Self.isOfIdeas(items.stages[Int(items.visits.stage[position])]) { waited += leftAt - enteredAt }
            before = leftAt
        }
        return waited
    }
}
