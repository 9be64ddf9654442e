package import HoneFacts
import HoneMetrics

/// The days that a page stands for: what was asked for, or what the evidence allows.
package struct PageWindow: Sendable {
    package let window: Window
    /// Twelve weeks: what a page stands for where nobody asks for other days, and what a count is agreed for.
    static let usualDays = 84
    /// Set when the evidence ends long before today and the window ends with it.
    package let evidenceEndsOn: CalendarDay?
    /// The day on which a source was last read, set when weeks that are over since are left out: nobody has looked at them.
    package let unreadSince: CalendarDay?
    /// Whether everything so far happened this week.
    package let isYoung: Bool
    /// The days of the oldest item and of the oldest commit, where there is one.
    let firstItemDay, firstCommitDay: CalendarDay?
    /// The earlier of them.
    var firstDay: CalendarDay? { [firstItemDay, firstCommitDay].compactMap(\.self).min() }
    /// The day of the newest finished item, merged change, commit, release or deployment, where there is one.
    let lastDay: CalendarDay?

    /// - Parameter asked: nil for the last 12 whole weeks before the last reading, or before the evidence ends where that is older.
    package init(asked: Window?, histories: Histories, interpretation: Interpretation, now: Int64) {
        let zone = interpretation.zone
        // What nobody has read is no week without work.
        let today = zone.day(atSeconds: histories.known(until: now))
        let recent = Window.lastWholeWeeks(12, before: today)
        let lastDay = Self.lastDay(of: histories, zone, now: now)
        let (firstItemDay, firstCommitDay) = (Self.firstItemDay(of: histories, zone), Self.firstCommitDay(of: histories, zone))
        let firstDay = [firstItemDay, firstCommitDay].compactMap(\.self).min()
        (self.firstItemDay, self.firstCommitDay, self.lastDay) = (firstItemDay, firstCommitDay, lastDay)
        let isStale = asked == nil && (lastDay.map { $0 < recent.from } ?? false)
        isYoung = asked == nil && (firstDay.map { $0 >= recent.to && $0 <= today } ?? false)
        let past = isStale ? Window.lastWholeWeeks(12, before: (lastDay ?? today) + 7) : recent
        window = asked ?? (isYoung ? Window(from: firstDay ?? today, to: today + 1) : past)
        evidenceEndsOn = isStale ? lastDay : nil
        let isUnread = asked == nil && !isStale && recent != Window.lastWholeWeeks(12, before: zone.day(atSeconds: now))
        unreadSince = isUnread ? today : nil
    }

    /// The day of the newest finished item, merged change, commit, release or deployment, where there is one.
    private static func lastDay(of histories: Histories, _ zone: ZoneTable, now: Int64) -> CalendarDay? {
        let finished = histories.items.finishedAt.bounds?.greatest
        let merged = histories.git.commits.committedAt.lazy.filter { $0 >> 1 <= now }.max()
        let changed = histories.changes.mergedAt.lazy.filter { $0 != Instant.missing }.max()
        let released = (histories.git.releases.releasedAt + histories.deployments.finishedAt).lazy
            .filter { $0 != Instant.missing && $0 >> 1 <= now }.max()
        let days = [finished, merged, changed, released].map { $0.map { zone.day(Instant(rawValue: $0)) } }
        return (days + [histories.items.settled.lastFinishedDay]).compactMap(\.self).max()
    }

    /// Where a number of some subject can begin to be one: before it nothing was recorded, which is not nothing done.
    func firstDay(of subject: MeasuredRows.Subject) -> CalendarDay? {
        switch subject {
        case .items: firstItemDay
        case .commits, .releases, .integrations, .files: firstCommitDay
        default: firstDay
        }
    }

    private static func firstItemDay(of histories: Histories, _ zone: ZoneTable) -> CalendarDay? {
        let items = histories.items
        let columns = [items.requestedAt, items.startedAt, items.finishedAt, items.cancelledAt, items.firstFinishedAt]
        let days = columns.compactMap { $0.bounds?.least }.map { zone.day(Instant(rawValue: $0)) }
        let others = [items.visits.enteredAt.bounds.map { zone.day(atSeconds: $0.least) }, items.settled.firstDay]
        return (days + others.compactMap(\.self)).min()
    }

    private static func firstCommitDay(of histories: Histories, _ zone: ZoneTable) -> CalendarDay? {
        histories.git.commits.committedAt.min().map { zone.day(Instant(rawValue: $0)) }
    }
}

extension Summary {
    /// Whether a window has a value where the first thing that is recorded is of a day: what a window counts is whole only where all of
    /// it is recorded.
    func isKnown(in window: Window, recordedFrom first: CalendarDay?) -> Bool {
        guard let first else { return true }
        switch self {
        case .count, .perWeek, .daysPerWeek: return window.from >= first
        default: return window.to > first
        }
    }
}

extension Product {
    /// The life cycle on a day as pages name it, and since when where it was another one before.
    func lifeCycleText(on day: CalendarDay, _ interpretation: Interpretation) -> String {
        let lifeCycle = lifeCycle(on: day)
        let since = lifeCycleChanges(until: day).last.map { " since \(DayText.day($0.day))" } ?? ""
        switch lifeCycle {
        case .scrum: return "\(lifeCycle.name)\(since), sprints of \(interpretation.iterationDays) days"
        case .kanban, .leanStartup, .phased: return lifeCycle.name + since
        }
    }
}
