package import HoneFacts
internal import HoneStatistics

/// How often ceremonies were held, up to a day.
package struct CeremoniesHeld: Sendable, Equatable {
    package let window: Window
    /// In the window.
    package let count: Int
    /// Ever, up to today.
    package let total: Int
    /// Ceremonies of a later day than today, which count nowhere.
    package let datedAfterToday: Int
    /// Iterations that lie in the window and are over, and those that had a ceremony; nil where there are no iterations.
    /// Nothing is known of those before the first ceremony that was read, so they are not looked at.
    package let iterations: Tally?
    /// Median days from one ceremony to the next one in the window; nil below two such steps.
    package let usualGap: Double?
    /// The longest time without one, ended by a ceremony in the window or running until today.
    package let longestGap: Gap?
    package let lastOn: CalendarDay?
    /// Left out on purpose in the window, each with its reason.
    package let skipped: [SkippedCeremony]
    /// How many came to those in the window.
    package let attendance: CeremonyAttendance
    /// Opened and neither held nor skipped: the clock ended them.
    package let lapsed: Int

    package struct Gap: Sendable, Equatable {
        package let from: CalendarDay
        package let to: CalendarDay
        package var days: Int { to - from }
    }

    /// - Parameters:
    ///   - days: of all ceremonies until today, ascending.
    ///   - record: knows how many came.
    init(
        _ days: [CalendarDay], window: Window, iterations: [Window]?, today: CalendarDay, datedAfterToday: Int,
        skipped: [SkippedCeremony] = [], lapsed: Int = 0, record: CeremonyRecord = CeremonyRecord(), lifeCycle: LifeCycle? = nil
    ) {
        (self.window, self.lapsed) = (window, lapsed)
        attendance = CeremonyAttendance(
            record, of: record.held.filter { $0.kind.findsImprovements(in: lifeCycle) && window.contains($0.heldOn) && $0.heldOn <= today })
        self.skipped = skipped.filter { window.contains($0.on) }
        self.datedAfterToday = datedAfterToday
        total = days.count
        count = days.count { window.contains($0) }
        lastOn = days.last
        self.iterations = iterations.map { iterations in
            var tally = Tally()
            let from = days.first ?? today
            for iteration in iterations where iteration.from >= window.from && iteration.to <= min(window.to, today) && iteration.to > from
            {
                // One that was left out on purpose is no lapse, and none that was held.
                guard !skipped.contains(where: { iteration.contains($0.on) }) || days.contains(where: iteration.contains) else { continue }
                tally.add(days.contains { iteration.contains($0) })
            }
            return tally
        }
        let steps = zip(days, days.dropFirst()).map { Gap(from: $0, to: $1) }.filter { window.contains($0.to) }
        usualGap = steps.count < 2 ? nil : Quantile.median(sorted: steps.map { Double($0.days) }.sorted())
        let running = days.last.map { Gap(from: $0, to: today) }
        longestGap = (steps + [running].compactMap { $0 }).max { $0.days < $1.days }
    }
}
