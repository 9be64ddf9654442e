package import HoneFacts

/// The days of a window that are over and that nobody has read: nothing is known of them, which is not that nothing was done.
package struct UnreadDays: Equatable, Sendable {
    /// The day of the last reading.
    package let since: CalendarDay
    package let count: Int
    /// Whether they are half of the days of the window so far or more, so that there is no number for it.
    package let isMost: Bool

    /// Whether a target, a guard or a gate cannot be judged by the others: a week or more of its days is missing.
    package var isTooMany: Bool { count >= 7 }

    /// Nil where all of them were read.
    package init?(_ histories: Histories, _ subject: MeasuredRows.Subject, _ window: Window, _ interpretation: Interpretation, now: Int64) {
        let zone = interpretation.zone
        since = zone.day(atSeconds: histories.known(until: now, of: subject))
        let end = min(window.to, zone.day(atSeconds: now))
        count = end - max(window.from, since + 1)
        isMost = 2 * count >= end - window.from
        if count <= 0 { return nil }
    }

    var sentence: String {
        let days = count == 1 ? "1 day of this window is" : "\(count) days of this window are"
        return "Nothing was read of it since \(since), so \(days) not known: hone sync reads on, and an export has to be made anew."
    }
}

extension Histories {
    /// The last instant that anything is known of what a number is about: one source may have been read, and another not.
    package func known(until now: Int64, of subject: MeasuredRows.Subject) -> Int64 {
        switch subject {
        // Decisions are known when they are made, and a plan says ahead what is to be done: not what is done of it.
        case .actions, .loops, .planLines: now
        case .planWork: min(now, readings.last(of: .planLine) ?? now)
        case .commits, .integrations, .files, .releases: min(now, readings.last(of: .commit) ?? now)
        case .items, .versions, .iterationItems: min(now, readings.last(of: .item, .transition) ?? now)
        case .iterations: min(now, readings.last(of: .iteration) ?? now)
        case .changes: min(now, readings.last(of: .change) ?? now)
        case .deployments: min(now, readings.last(of: .deployment) ?? now)
        case .incidents: min(now, readings.last(of: .incident) ?? now)
        case .builds: min(now, readings.last(of: .build) ?? now)
        case .measurements: min(now, readings.last(of: .measurement) ?? now)
        }
    }
}
