package import HoneFacts

/// Time in each stage and in each group of stages.
package struct StageTime: Metric {
    package init() {}

    /// What the source of the values is called where there is only a git history.
    package static let gitAlone = "git alone: the idea stage is not available"

    package let definition = MetricDefinition(
        id: "stage-time", version: 3, name: "Stage time", family: .flow,
        question: "Where does the time go between an idea and a working product?",
        formula:
            "hours an item spent in a stage, all its visits added up; one part a stage and one a group (idea, prototype, product); the value on top adds all stages but those of the kinds done and cancelled. Where nobody mapped stages: idea is the request to the first sign of work (its start, a commit or a change for it), prototype is that to the merge (to the finish where no merge is known), product is the merge or finish to the release, over finished items. From git alone, or where fewer than 11 items have such dates: prototype is the oldest author date of a change to its merge, product is its merge to the first release that has it",
        unit: .hours, direction: .lower, startEvent: "entered the first stage", endEvent: "finished (from git alone: released)",
        needs: "Transitions with a stage map; or items with dates; or a git history with releases.",
        misuse: "A stage that is short because work skips it is not a fast stage: look at the flags.",
        guards: ["reopen-rate"],
        citations: ["Poppendieck, Lean Software Development, 2003: value stream map"],
        examples: [
            WorkedExample(
                "A day in the backlog, two days of work with one return to the backlog in between: 96 hours in all.",
                .transitions([
                    (
                        "A", "feature",
                        [
                            "2026-03-01T09:00:00Z Backlog", "2026-03-02T09:00:00Z Doing", "2026-03-03T09:00:00Z Backlog",
                            "2026-03-04T09:00:00Z Doing", "2026-03-05T09:00:00Z Done",
                        ]
                    )
                ]), from: "2026-03-01", to: "2026-04-01", interpretation: .board, expected: 96, n: 1),
            WorkedExample(
                "No stages mapped: four days from request to start and three to the finish, 168 hours; B does not say when work began.",
                .items([("A", "feature", "2026-03-01", "2026-03-05", "2026-03-08"), ("B", "bug", "2026-03-02", "", "2026-03-04")]),
                from: "2026-03-01", to: "2026-04-01", expected: 168, n: 1, excluded: ["no-start-date": 1]),
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        if Self.standsOnStages(histories.items) {
            return .rows(fromTransitions(histories.items, context))
        }
        let dates = fromDates(histories, context)
        let isRich = dates.map { $0.parts.contains { $0.rows.exclusion.count { $0 == nil } >= Observation.smallSample } } ?? false
        if histories.git.integrations.count > 0, !isRich { return .rows(fromGit(histories.git, context)) }
        if let dates { return .rows(dates) }
        return .unavailable(
            histories.items.totalCount > 0
                ? "The items have no transitions between mapped stages, and no dates to tell idea from prototype by."
                : "Neither transitions nor a git history to read stages from.")
    }

    private func fromTransitions(_ items: ItemHistories, _ context: MeasureContext) -> MeasuredRows {
        var all = MeasuredRows(.items, unit: .hours, summary: .hours)
        var stages = [MeasuredRows](repeating: all, count: items.mappedStageCount)
        var groups = [MeasuredRows](repeating: all, count: Stage.Group.allCases.count)
        let expected = Self.stagesBeforeTheEnd(items)
        let members = Stage.Group.allCases.map { group in expected.filter { items.stages[$0].group == group } }
        var stays = StageStays(items)
        let dates = ItemDates(items)
        let (reEntered, none) = (["re-entered-stage"], [String]())
        var knownFlags = KnownFlags()
        for item in context.candidates(items) {
            guard items.hasTransitions[item] else {
                all.excludeWithoutTransitions(item, dates, context)
                for stage in stages.indices { stages[stage].excludeWithoutTransitions(item, dates, context) }
                for group in groups.indices { groups[group].excludeWithoutTransitions(item, dates, context) }
                continue
            }
            let finishedAt = dates.finishedAt[item]
            guard finishedAt != NumberReader.missing else {
                all.excludeCancelled(item, dates, context)
                for stage in stages.indices { stages[stage].excludeCancelled(item, dates, context) }
                for group in groups.indices { groups[group].excludeCancelled(item, dates, context) }
                continue
            }
            guard context.needs(finishedAt) else { continue }
            let end = context.day(finishedAt)
            stays.look(at: item, until: context.seconds(finishedAt))
            let (seconds, visitCount) = (stays.seconds, stays.counts)
            let flags = knownFlags.joined(
                dates.flags(item, context), isReEntered: visitCount.contains { $0 > 1 },
                isSkipped: expected.contains { visitCount[$0] == 0 }, isDay: finishedAt & 1 == 1)
            let total = expected.reduce(0) { $0 + seconds[$1] }
            all.keep(item, endDay: end, value: Double(total) / 3600, startAt: dates.requestedAt[item], flags: flags)
            for stage in stages.indices {
                if visitCount[stage] > 0 {
                    let again = visitCount[stage] > 1 ? reEntered : none
                    stages[stage].keep(item, endDay: end, value: Double(seconds[stage]) / 3600, flags: again)
                } else {
                    stages[stage].exclude(item, endDay: end, reason: "never-visited")
                }
            }
            for (group, members) in members.enumerated() {
                if members.contains(where: { visitCount[$0] > 0 }) {
                    groups[group].keep(item, endDay: end, value: Double(members.reduce(0) { $0 + seconds[$1] }) / 3600)
                } else {
                    groups[group].exclude(item, endDay: end, reason: "never-visited")
                }
            }
        }
        all.parts =
            zip(Stage.Group.allCases, groups).enumerated().filter { !members[$0.offset].isEmpty }
            .map { ("group: \($0.element.0.rawValue)", $0.element.1) } + expected.map { (items.stages[$0].name, stages[$0]) }
        return all
    }

    /// Flags of items, each combination made once: equal ones then share their memory, and are compared by it.
    private struct KnownFlags {
        private var known = [[String]?](repeating: nil, count: 16)

        mutating func joined(_ dates: [String], isReEntered: Bool, isSkipped: Bool, isDay: Bool) -> [String] {
            // Dates have one oddity or none.
            let place = (dates.isEmpty ? 0 : 1) + (isReEntered ? 2 : 0) + (isSkipped ? 4 : 0) + (isDay ? 8 : 0)
            if let flags = known[place] { return flags }
            var flags = dates
            if isReEntered { flags.append("re-entered-stage") }
            if isSkipped { flags.append("skipped-stage") }
            if isDay { flags.append("day-precision") }
            known[place] = flags
            return flags
        }
    }

    private func fromGit(_ git: GitHistories, _ context: MeasureContext) -> MeasuredRows {
        var whole = MeasuredRows(.integrations, unit: .hours, summary: .hours)
        var prototype = whole
        var product = whole
        for change in 0..<git.integrations.count {
            let merged = git.integrations.mergedAt[change]
            let opened = git.integrations.openedAt[change]
            let hasBranch = git.integrations.isMerge[change]
            if hasBranch {
                prototype.keep(change, endDay: context.day(merged), value: Double((merged >> 1) - (opened >> 1)) / 3600)
            } else {
                // Committed straight to the branch, or squashed: its making has left no trace.
                prototype.exclude(change, endDay: context.day(merged), reason: "no-merged-branch")
            }
            let release = git.integrations.release[change]
            guard release >= 0 else {
                product.exclude(change, endDay: context.day(merged), reason: "unreleased")
                whole.exclude(change, endDay: context.day(merged), reason: "unreleased")
                continue
            }
            let released = git.releases.releasedAt[release]
            let day = context.day(released)
            if git.releases.isFirst[release] {
                product.exclude(change, endDay: day, reason: "back-fill")
                whole.exclude(change, endDay: day, reason: "back-fill")
            } else if context.seconds(released) < context.seconds(merged) {
                product.exclude(change, endDay: day, reason: "clock-skew")
                whole.exclude(change, endDay: day, reason: "clock-skew")
            } else {
                product.keep(change, endDay: day, value: Double(context.seconds(released) - context.seconds(merged)) / 3600)
                if hasBranch {
                    whole.keep(change, endDay: day, value: Double(context.seconds(released) - context.seconds(opened)) / 3600)
                } else {
                    whole.exclude(change, endDay: day, reason: "no-merged-branch")
                }
            }
        }
        whole.source = Self.gitAlone
        whole.parts = [("group: prototype", prototype), ("group: product", product)]
        return whole
    }
}
