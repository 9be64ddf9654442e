package import HoneFacts

/// Work that is done and of no use to anybody yet.
package struct FinishedNotReleased: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "finished-not-released", version: 3, name: "Finished but not released", family: .delivery,
        question: "How much finished work do our users not have yet?",
        formula:
            "items that are finished at an instant and whose last commit up to their finish was in no deployment to production by then; where no deployment was read, in no release (or in none of their versions). Beside it, the days since each was finished",
        unit: .items, direction: .lower, startEvent: "finished", endEvent: "deployed or released; the instant itself",
        needs:
            "Items that commits, changes or deployments name, and deployments or releases. An item that nothing joins with code is left out.",
        misuse: "Items nobody names in a commit are not in it, so read the count of those left out first.",
        guards: ["throughput", "batch-size"],
        citations: [
            "Lean's finished-goods inventory; Poppendieck, Lean Software Development, 2003: partially done work is the first waste"
        ],
        examples: [
            WorkedExample(
                "A was deployed after it was finished; B is finished and waits; C has no commit, so nobody can say.",
                ExampleFacts.items([
                    ("K-1", "", "2026-03-01", "", "2026-03-02"), ("K-2", "", "2026-03-01", "", "2026-03-05"),
                    ("K-3", "", "2026-03-01", "", "2026-03-05"),
                ]).adding(
                    .commit,
                    [
                        (
                            "c1", ["authored_at": "2026-03-02T09:00:00Z", "committed_at": "2026-03-02T09:00:00Z"], ["is_inside": 1],
                            ["sha": "c1", "keys": "K-1"]
                        ),
                        (
                            "c2", ["authored_at": "2026-03-05T09:00:00Z", "committed_at": "2026-03-05T09:00:00Z"], ["is_inside": 1],
                            ["sha": "c2", "parents": "c1", "keys": "K-2"]
                        ),
                    ]
                ).adding(.head, [("HEAD", [:], ["is_shallow": 0], ["branch": "main", "sha": "c2"])])
                    .deploying([("d1", "2026-03-04T12:00:00Z", "", "c1")]),
                from: "2026-03-02", to: "2026-03-16", expected: 1, n: 1, excluded: ["not-joined": 1])
        ])

    package func concerns(_ histories: Histories) -> Bool { histories.hasDeliveryFacts }

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        guard histories.deployments.count > 0 || histories.git.releases.count > 0 || histories.joins.releasedAt.isFilled else {
            return .unavailable(DeploymentHistories.none)
        }
        let out = OutAt(histories)
        let level = context.levelSeconds
        let today = context.interpretation.zone.day(atSeconds: level)
        var rows = MeasuredRows(.items, unit: .items, summary: .level)
        var ages = MeasuredRows(.items, unit: .days, summary: .levelDays)
        for item in context.selected(items) {
            let finished = items.finishedAt[item]
            guard finished != Instant.missing, context.seconds(finished) <= level else { continue }
            if !out.isJoined[item] {
                rows.exclude(item, endDay: today, reason: "not-joined")
            } else if out.at[item] == Instant.missing || context.seconds(out.at[item]) > level {
                rows.keep(item, endDay: today, value: 1, startAt: finished)
                ages.keep(item, endDay: today, value: Double(today - context.day(finished)), startAt: finished)
            }
        }
        rows.parts = [("days since finished", ages)]
        return .rows(rows)
    }
}

/// When each item reached users, and whether anything tells.
private struct OutAt {
    var at: [Int64]
    var isJoined: [Bool]

    init(_ histories: Histories) {
        let (items, deployments, joins) = (histories.items, histories.deployments, histories.joins)
        at = Array(repeating: Instant.missing, count: items.count)
        isJoined = Array(repeating: false, count: items.count)
        let last = joins.lastCommit.isEmpty ? [Int](repeating: -1, count: items.count) : joins.lastCommit
        for item in 0..<items.count where last[item] >= 0 { isJoined[item] = true }
        guard deployments.count > 0 else {
            for item in 0..<items.count {
                isJoined[item] = isJoined[item] || !items.versions.isEmpty(item)
                at[item] = joins.releasedAt[item]
            }
            return
        }
        for item in 0..<items.count where last[item] >= 0 && histories.reach.ofCommit[last[item]] >= 0 {
            at[item] = deployments.finishedAt[histories.reach.ofCommit[last[item]]]
        }
        var rowOf: [String: Int] = [:]
        for item in 0..<items.count { rowOf[items.key[item]] = item }
        for row in 0..<deployments.count where deployments.hasShipped(row) {
            for key in deployments.items[row].split(separator: " ") {
                guard let item = rowOf[String(key)] else { continue }
                isJoined[item] = true
                if at[item] == Instant.missing { at[item] = deployments.finishedAt[row] }
            }
        }
    }
}
