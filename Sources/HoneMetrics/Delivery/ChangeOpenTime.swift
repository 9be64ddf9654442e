package import HoneFacts

/// Opened to merged (the time a change is under way in the open).
package struct ChangeOpenTime: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "change-open-time", version: 1, name: "Change open time", family: .delivery,
        question: "How long is a change open before it is merged?",
        formula:
            "hours between the instant a change (pull or merge request) was opened and the instant it was merged. Beside it, the hours that those still open have waited at the window's last instant",
        unit: .hours, direction: .lower, startEvent: "change opened", endEvent: "change merged",
        needs: "Changes with the instants they were opened and merged: an export of GitHub objects.",
        misuse: "Opening changes late, or merging without a look, makes it shorter. Changes closed unmerged are counted apart.",
        guards: ["time-to-first-review", "reopen-rate"],
        citations: [
            "CHAOSS, Change Request Closure Ratio and Duration, https://chaoss.community/kb/metric-change-request-review-duration/"
        ],
        examples: [
            WorkedExample(
                "One change merged after a day, one after three; one closed unmerged; one still open.",
                .changes([
                    ("1", "2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z", "2026-03-03T09:00:00Z"),
                    ("2", "2026-03-02T09:00:00Z", "2026-03-05T09:00:00Z", "2026-03-05T09:00:00Z"),
                    ("3", "2026-03-02T09:00:00Z", "", "2026-03-04T09:00:00Z"), ("4", "2026-03-02T09:00:00Z", "", ""),
                ]), from: "2026-03-01", to: "2026-04-01", expected: 48, n: 2, excluded: ["not-merged": 1])
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let changes = histories.changes
        guard changes.count > 0 else { return .unavailable(Self.noChanges) }
        var rows = MeasuredRows(.changes, unit: .hours, summary: .hours)
        var waiting = MeasuredRows.waiting(.changes)
        for change in 0..<changes.count {
            let opened = changes.openedAt[change]
            let merged = changes.mergedAt[change]
            waiting.keepWait(
                change, since: opened, until: merged != Instant.missing ? merged : changes.closedAt[change], context)
            guard opened != Instant.missing else {
                rows.excludeUnopened(change, ends: [changes.mergedAt[change], changes.closedAt[change]], context)
                continue
            }
            if merged != Instant.missing {
                rows.keepSpan(change, from: opened, to: merged, context)
            } else if changes.closedAt[change] != Instant.missing {
                rows.exclude(change, endDay: context.day(changes.closedAt[change]), reason: "not-merged", startAt: opened)
            }
        }
        rows.parts = [("open still, so far", waiting)]
        return .rows(rows)
    }

    static let noChanges = "No change (pull or merge request) has been read: hone import github reads them from exported GitHub objects."
}

extension MeasuredRows {
    /// Counts a change whose opening is not known, at the first of its ends that is.
    mutating func excludeUnopened(_ row: Int, ends: [Int64], _ context: MeasureContext) {
        guard let end = ends.first(where: { $0 != Instant.missing }) else { return }
        exclude(row, endDay: context.day(end), reason: "no-open-date")
    }

    /// Keeps the hours between two instants, or excludes a row whose clock runs backwards.
    mutating func keepSpan(_ row: Int, from start: Int64, to end: Int64, _ context: MeasureContext) {
        let hours = Double(context.seconds(end) - context.seconds(start)) / 3600
        if hours < 0 {
            exclude(row, endDay: context.day(end), reason: "ends-before-start", startAt: start)
        } else {
            keep(row, endDay: context.day(end), value: hours, startAt: start)
        }
    }
}
