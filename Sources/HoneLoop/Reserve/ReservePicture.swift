package import HoneFacts
import HoneMetrics
import HoneStatistics

/// The reserve, period by period: what was planned for improvement work and what it was, beside what was agreed. A plain value.
package struct ReservePicture: Sendable {
    package struct Period: Sendable {
        package let window: Window
        /// The days of it that were counted: all of them, or those up to the last day that is looked at.
        package let counted: Window
        /// Whether it is not over on the last day that is looked at, or today.
        package let isRunning: Bool
        /// What held when it began.
        package let reserve: Reserve
        package let used: ReserveUse
        /// Share of improvement work in what it began with, in items; nil where no source tells.
        package let planned: Double?
        package let raids: [ReserveRaid]
    }

    /// What holds on the last day.
    package let reserve: Reserve
    /// An agreement that begins later.
    package let next: Reserve?
    /// `sprint`; `period` where work flows without iterations.
    package let word: String
    /// Days of each period.
    package let periodDays: Int
    /// Oldest first.
    package let periods: [Period]
    /// What the reserve of other periods went to: before, after or between those that are shown. No decision is on no page.
    package let otherRaids: [ReserveRaid]

    /// Of the periods that are over and have a share: how many reach what held then.
    package var met: (count: Int, of: Int)? {
        let known = periods.filter { !$0.isRunning && $0.used.share != nil }
        return known.isEmpty ? nil : (known.count { ($0.used.share ?? 0) >= $0.reserve.floor }, known.count)
    }

    /// The period that a page speaks of: the last one that is over, else the running one.
    package var last: Period? { periods.last { !$0.isRunning } ?? periods.last }
}

extension ReservePicture {
    /// - Parameter window: only periods that begin in it, and not after today, are looked at, none that it cuts in two but the running one, and none of another life cycle
    ///     than that of its last day.
    package init(
        _ record: ReserveRecord, _ product: Product, _ histories: Histories, _ interpretation: Interpretation, window: Window, now: Int64
    ) {
        let last = window.to + -1
        let lifeCycle = product.lifeCycle(on: last)
        reserve = record.reserve(on: last)
        next = record.reserves.first { $0.from > last }
        (word, periodDays) = (lifeCycle.iteration, interpretation.iterationDays)
        let today = interpretation.zone.day(atSeconds: now)
        // Before the life cycle of that day there were no such periods.
        let begin = product.lifeCycleChanges(until: last).last?.day ?? window.from
        // One that is over is told whole or not at all, whatever day was asked for.
        let windows = Self.iterations(window, interpretation).filter {
            $0.from >= begin && $0.from <= today && ($0.to <= window.to || $0.to > today)
        }
        let contexts = windows.map { period in
            MeasureContext(interpretation: interpretation, window: Window(from: period.from, to: min(period.to, window.to)), now: now)
        }
        let all = zip(windows, MeasureContext.overWindows(of: contexts, histories.items)).map { period, context in
            let reserve = record.reserve(on: period.from)
            return Period(
                window: period, counted: context.window, isRunning: period.to > min(window.to, today), reserve: reserve,
                used: ReserveUse(reserve.unit, histories, context),
                planned: Self.planned(histories, period, interpretation, now: now), raids: record.raids(in: period))
        }
        // Before the first thing that was done there is nothing to say.
        let known = all.drop { $0.used.missing == nil && $0.used.all == 0 && $0.raids.isEmpty && $0.planned == nil }
        let shown = known.isEmpty ? Array(all.suffix(1)) : Array(known)
        periods = shown
        otherRaids = record.raids.filter { raid in !shown.contains { $0.window.contains(raid.periodFrom) } }
    }

    private static func iterations(_ window: Window, _ interpretation: Interpretation) -> [Window] {
        let (first, last) = (interpretation.iteration(of: window.from), interpretation.iteration(of: window.to + -1))
        guard first <= last else { return [] }
        return (first...last).map {
            Window(from: interpretation.firstDay(ofIteration: $0), to: interpretation.firstDay(ofIteration: $0 + 1))
        }.filter { $0.from >= window.from }
    }

    private static func planned(_ histories: Histories, _ period: Window, _ interpretation: Interpretation, now: Int64) -> Double? {
        guard histories.iterations.count > 0 else { return nil }
        // An iteration ends on its last day, or on the first of the next one.
        let ends = Window(from: period.from + 1, to: period.to + 1)
        return observe(ImprovementPlanned(), histories, MeasureContext(interpretation: interpretation, window: ends, now: now)).value
    }
}
