import HoneFacts
import HoneMetrics

/// The first lines of every page: what reached users. Working software is the primary measure of progress.
struct WorkingSoftware {
    let histories: Histories
    let interpretation: Interpretation
    let window: Window
    let now: Int64
    /// The day of the oldest commit, where there is one.
    let firstCommitDay: CalendarDay?

    var sentences: [String] {
        var sentences: [String] = []
        let zone = interpretation.zone
        let git = histories.git
        let period = window.length == 1 ? "day" : window.length == 7 ? "week" : DayText.length(window)
        let then = window.length == 1 ? "on this day" : window.length == 7 ? "in this week" : "in these \(period)"
        if git.releases.count > 0 {
            let days = git.releases.releasedAt.map { zone.day(Instant(rawValue: $0)) }
            let current = days.count { window.contains($0) }
            // A page of whole weeks leaves the running one out; a release of this week is the last one all the same.
            let today = zone.day(atSeconds: now)
            let last = days.filter { $0 < (today - window.to < 7 ? max(window.to, today + 1) : window.to) }.max()
            let lastText = last.map { ", last one on \(DayText.day($0))" } ?? ""
            sentences.append(
                "\(CountText.counted(current, "release"))\(before(days, period, recordedFrom: firstCommitDay))\(lastText)\(unreleased)")
        } else if git.integrations.count > 0 {
            let days = git.integrations.mergedAt.map { zone.day(Instant(rawValue: $0)) }
            let current = days.count { window.contains($0) }
            sentences.append(
                "No tag is a release, so this counts what came to the default branch, merged or committed to it: \(ValueText.grouped(current))\(before(days, period, recordedFrom: firstCommitDay))"
            )
        }
        let merged = histories.changes.mergedAt.filter { $0 != Instant.missing }.map { zone.day(Instant(rawValue: $0)) }
        if !merged.isEmpty, git.integrations.count == 0 {
            let opened = histories.changes.openedAt.filter { $0 != Instant.missing }.min().map { zone.day(Instant(rawValue: $0)) }
            sentences.append(
                "\(CountText.counted(merged.count { window.contains($0) }, "change")) merged\(before(merged, period, recordedFrom: opened))"
            )
        }
        if histories.items.totalCount > 0 {
            let items = histories.items
            let context = MeasureContext(interpretation: interpretation, window: window, now: now, span: window)
            let started = (0..<items.count).filter { items.startedAt[$0] != Instant.missing && context.needs(items.startedAt[$0]) }
            let finishedOfStarted = started.count {
                items.finishedAt[$0] != Instant.missing && context.day(items.finishedAt[$0]) < window.to
            }
            let finished = items.finishedAt.count { $0 != Instant.missing && context.needs($0) }
            if started.isEmpty {
                sentences.append("\(CountText.counted(finished, "item")) finished")
            } else {
                sentences.append(
                    "\(CountText.counted(finished, "item")) finished; \(ValueText.grouped(finishedOfStarted)) of the \(ValueText.grouped(started.count)) started \(then) are finished"
                )
            }
        }
        if sentences.isEmpty { sentences.append("Nothing can be said yet: no releases, no merges and no finished items are known.") }
        return sentences
    }

    /// `; 2 of 3 repositories have no release, and their work is in none`; empty where each has one.
    private var unreleased: String {
        let (all, released) = (Set(histories.gitOrigins), Set(histories.git.releases.origin))
        let without = all.subtracting(released).count
        guard without > 0, all.count > 1 else { return "" }
        return "; \(without) of \(all.count) repositories \(without == 1 ? "has" : "have") no release, and their work is in none"
    }

    /// ` (4 the 12 weeks before)`; empty where these weeks are not recorded whole: nothing known is not nothing done.
    private func before(_ days: [CalendarDay], _ period: String, recordedFrom first: CalendarDay?) -> String {
        if let first, first > window.previous.from { return "" }
        return " (\(ValueText.grouped(days.count { window.previous.contains($0) })) the \(period) before)"
    }
}
