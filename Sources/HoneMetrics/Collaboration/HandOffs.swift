package import HoneFacts

/// How often an item goes from one hand to the next.
package struct HandOffs: TeamMetric {
    package init() {}

    package let definition = MetricDefinition(
        id: "hand-offs", version: 2, name: "Hand-offs per item", family: .collaboration,
        question: "Through how many hands does a piece of work go?",
        formula:
            "moves of a finished item from one active stage to another, whatever waiting lies between them, there and back counted each; median by nearest rank. It counts moves between stages and not people; where fewer than two stages are active no move can be seen and there is no number, and an item that was never in an active stage is left out. As a part: people who wrote the commits that name the item, where the source knows them, and only where they are together no fewer than the smallest group",
        unit: .count, direction: .lower, startEvent: "first active stage", endEvent: "finished",
        needs: "Transitions with a stage map of at least two active stages; for the part a git history whose commits name items.",
        misuse:
            "A stage hides the hands within it, however many they are. Two people on one item may be a pair. It is about the process, not about who hands over.",
        guards: ["review-rounds", "flow-efficiency"],
        citations: ["Poppendieck, Implementing Lean Software Development, 2006: hand-offs as one of the seven wastes"],
        examples: [
            WorkedExample(
                "A goes from Doing to Review, back, and to Review again: three. B is done straight from Doing: none. C was closed from the backlog: nobody is seen to have had it.",
                .transitions([
                    (
                        "A", "feature",
                        [
                            "2026-03-02T09:00:00Z Doing", "2026-03-03T09:00:00Z Review queue", "2026-03-04T09:00:00Z Review",
                            "2026-03-05T09:00:00Z Doing", "2026-03-06T09:00:00Z Review", "2026-03-07T09:00:00Z Done",
                        ]
                    ), ("B", "feature", ["2026-03-02T09:00:00Z Doing", "2026-03-03T16:00:00Z Done"]),
                    ("C", "feature", ["2026-03-02T09:00:00Z Backlog", "2026-03-03T16:00:00Z Done"]),
                ]), from: "2026-03-01", to: "2026-04-01", interpretation: .board, expected: 0, n: 2, excluded: ["no-active-stage": 1])
        ])

    /// Complexity: O(visits + commits).
    package func team(_ histories: Histories, _ context: MeasureContext) -> TeamMeasurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        guard items.hasAnyTransitions else {
            return .unavailable("The items have dates but no transitions, so no hand-off can be seen.")
        }
        guard items.mappedStageCount > 0 else { return .unavailable(ItemSpan.noStageMap) }
        let active = items.stages.prefix(items.mappedStageCount).filter { $0.kind == .active }
        guard active.count > 1 else {
            let which = active.first.map { "Only one stage of hone.yaml is active, \($0.name)" } ?? "No stage of hone.yaml is active"
            return .unavailable("\(which), so no move from one hand to the next can be seen.")
        }
        var rows = MeasuredRows(.items, unit: .count, summary: .days)
        var people = rows
        let writers = histories.people.count > 0 ? Self.writers(histories) : []
        let dates = ItemDates(items)
        for item in context.candidates(items) {
            guard items.hasTransitions[item] else {
                rows.excludeWithoutTransitions(item, dates, context)
                continue
            }
            guard items.finishedAt[item] != Instant.missing else {
                rows.excludeCancelled(item, dates, context)
                continue
            }
            guard context.needs(items.finishedAt[item]) else { continue }
            let end = context.day(items.finishedAt[item])
            if let moves = Self.moves(of: item, items) {
                rows.keep(item, endDay: end, value: Double(moves))
            } else {
                rows.exclude(item, endDay: end, reason: "no-active-stage")
            }
            guard !writers.isEmpty else { continue }
            if writers[item].isEmpty {
                people.exclude(item, endDay: end, reason: "no-commits")
            } else {
                people.keep(item, endDay: end, value: Double(writers[item].count))
            }
        }
        if !writers.isEmpty {
            rows.parts = [("people who wrote its commits", TeamRows(people, .byRow(RowLists(writers)), context).rows)]
        }
        return .rows(TeamRows(rows, .notKnown, context))
    }

    /// Nil for an item that was never in an active stage: none of its hands was seen, which is not none.
    private static func moves(of item: Int, _ items: ItemHistories) -> Int? {
        var last: UInt16?
        var moves = 0
        for position in items.visits.range(of: item) {
            let stage = items.visits.stage[position]
            guard items.stages[Int(stage)].kind == .active else { continue }
            if let last, last != stage { moves += 1 }
            last = stage
        }
        return last == nil ? nil : moves
    }

    /// By item: who wrote the commits that name it.
    private static func writers(_ histories: Histories) -> [[Int]] {
        var writers = [[Int]](repeating: [], count: histories.items.count)
        for commit in 0..<histories.git.commits.count {
            for item in histories.joins.itemsOfCommit[commit] {
                for person in histories.people.writers[commit] where !writers[item].contains(person) { writers[item].append(person) }
            }
        }
        return writers
    }
}
