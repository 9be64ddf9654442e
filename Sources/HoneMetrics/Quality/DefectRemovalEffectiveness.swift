package import HoneFacts

/// Share of defects found before users could find them.
package struct DefectRemovalEffectiveness: Metric {
    package init() {}

    /// Days after a release in which a defect counts against it; of as many last days more may still be found.
    static let escapeWindow = 90

    package let definition = MetricDefinition(
        id: "defect-removal-effectiveness", version: 3, name: "Defect removal effectiveness", family: .quality,
        question: "Of the defects we know of, how many did we find before our users did?",
        formula:
            "confirmed defects found before release / (those + defects found by users, however long after it), each counted on the day it was found; those of the last 90 days are provisional, as more may be found. Before or after is what the source says of the defect, else where the phase that found it stands: phases called field, production, operation or the like are after the release. Where users have found no defect and no release, version or deployment is known, users may have had nothing to find one in, and there is no number",
        unit: .share, direction: .higher, startEvent: "defect found", endEvent: "defect found",
        needs: "Defects that say whether they were found before or after their release, or which phase found them.",
        misuse:
            "Counting more trivial defects before release raises it. Found is not removed: half of the found ones may never be fixed.",
        guards: ["lead-time", "legacy-bug-count"],
        citations: [
            "Jones, Software Defect-Removal Efficiency, IEEE Computer 29(4), 1996, doi:10.1109/2.488361",
            "Westfall, Defect Removal Effectiveness",
        ],
        examples: [
            WorkedExample(
                "Three defects found before the release, one after it.",
                .items([
                    ("A", "bug", "2026-03-02", "", "2026-03-06"), ("B", "bug", "2026-03-03", "", "2026-03-03"),
                    ("C", "bug", "2026-03-02", "", ""), ("D", "bug", "2026-03-02", "", "2026-03-09"), ("E", "bug", "2026-03-02", "", ""),
                ]).with("found", ["A": "before", "B": "before", "C": "before", "D": "after"]), from: "2026-03-01", to: "2026-04-01",
                expected: 0.75, n: 4, excluded: ["no-phase": 1]),
            WorkedExample(
                "By phase: design and test are before the release, operation is after it, and Tuesday is no phase. Of D nobody says when it was found, and it was closed on the 9th.",
                .items([
                    ("A", "bug", "2026-03-02", "", "2026-03-06"), ("B", "bug", "2026-03-03", "", ""),
                    ("C", "bug", "2026-03-04", "", "2026-03-06"), ("D", "bug", "", "", "2026-03-09"),
                    ("E", "bug", "2026-03-05", "", ""),
                ]).with("found_phase", ["A": "Design", "B": "Test", "C": "Operation", "D": "Test", "E": "Tuesday"]),
                from: "2026-03-01", to: "2026-04-01", expected: 2 / 3, n: 3,
                excluded: ["found-day-not-known": 1, "phase-not-in-the-order": 1]),
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        let side = FoundSide(items, context.interpretation)
        if let reason = side.reasonUnavailable { return .unavailable(reason) }
        if !histories.usersCouldFind(side) {
            return .unavailable(
                "Users have found no defect, and no release is known in which they could: every share would be 100 %. A tag of git, a version of the tracker or a deployment tells when users had something."
            )
        }
        var removed = MeasuredRows(.items, unit: .share, summary: .share)
        let today = context.interpretation.zone.day(atSeconds: context.now)
        var rows = MeasuredRows(.items, unit: .share, summary: .share)
        for item in context.selected(items) where items.kind[item].isBug {
            let found = context.dayOfDefect(item, items)
            if let reason = items.reasonToLeaveOutDefect(item) {
                rows.exclude(item, endDay: found, reason: reason)
                continue
            }
            let isBefore: Bool
            switch side[item] {
            case .before: isBefore = true
            case .after: isBefore = false
            case .unknown(let reason):
                rows.exclude(item, endDay: found, reason: reason)
                continue
            }
            let isProvisional = today - found < Self.escapeWindow
            if isBefore, items.finishedAt[item] == Instant.missing {
                removed.exclude(item, endDay: found, reason: "found-and-not-removed")
            } else {
                removed.keep(item, endDay: found, value: isBefore ? 1 : 0)
            }
            rows.keep(item, endDay: found, value: isBefore ? 1 : 0, flags: isProvisional ? ["provisional"] : [])
        }
        rows.parts = [("removed, not only found (Jones)", removed)]
        return .rows(rows)
    }
}

extension Histories {
    /// Whether users had something in which they could find defects: a release, a version or a deployment is known, or they did.
    func usersCouldFind(_ side: FoundSide) -> Bool {
        git.releases.count + versions.count + deployments.count > 0
            || (0..<items.count).contains { items.kind[$0].isBug && side[$0] == .after }
    }
}
