package import HoneFacts

/// Whether ceremonies are held and what becomes of what they note. It has no target: counts, and what cannot be told.
package struct LoopHealth: Sendable, Equatable {
    /// The day it stands for.
    package let today: CalendarDay
    package let held: CeremoniesHeld
    package let followThrough: FollowThrough
    /// Which kinds of ceremonies were held, up to today.
    package let kinds: Set<Ceremony.Kind>
    /// Gates of the window whose day is over: nobody opened them, or said why not.
    package let lapsedGates: Int

    /// - Parameters:
    ///   - window: in which ceremonies are counted; nil is the 12 weeks that end with today. What became of improvements is
    ///     told of all of them, however old.
    ///   - iterations: consecutive ones, of which those that lie in the window are looked at; nil where nobody works in iterations.
    ///   - zone: in which the day is told on which something was recorded.
    ///   - gates: those of a phased product; the ones that were closed or skipped are in `record` too.
    package init(
        _ record: ImprovementRecord, window: Window? = nil, iterations: [Window]?, today: CalendarDay, zone: ZoneTable,
        lifeCycle: LifeCycle? = nil, gates: GateRecord = GateRecord()
    ) {
        let window = window ?? Self.usualWindow(today)
        let all = record.days(in: lifeCycle)
        let days = all.filter { $0 <= today }
        let skipped = record.ceremonyRecord.skipped.filter { $0.kind.findsImprovements(in: lifeCycle) && $0.on <= today }
        let opened = record.ceremonyRecord.lapsed + record.ceremonyRecord.open.values.filter { $0.isLapsed(on: today) }
        let lapsed = opened.count { $0.kind.findsImprovements(in: lifeCycle) && $0.openedOn <= today }
        self.today = today
        held = CeremoniesHeld(
            days, window: window, iterations: iterations, today: today,
            datedAfterToday: all.count - days.count,
            skipped: skipped.sorted { ($0.on, $0.kind.rawValue, $0.reason) < ($1.on, $1.kind.rawValue, $1.reason) }, lapsed: lapsed,
            record: record.ceremonyRecord, lifeCycle: lifeCycle)
        kinds = Set(record.ceremonies.filter { $0.heldOn <= today && $0.kind.findsImprovements(in: lifeCycle) }.map(\.kind))
        lapsedGates = gates.gates.count { gate in
            guard case .planned(let planned) = gate.state, let day = planned.plannedOn else { return false }
            return planned.isLapsed(on: today) && window.contains(day)
        }
        followThrough = FollowThrough(
            record.fromCeremonies.filter { $0.firstDay(zone) <= today }, ceremonies: days, today: today, zone: zone)
    }

    /// The 12 weeks that end with a day.
    package static func usualWindow(_ today: CalendarDay) -> Window { .last(84, until: today) }

    /// Health as a product's own calendar sees it: with iterations where the life cycle has them.
    package init(
        _ agreements: Agreements, _ interpretation: Interpretation, _ lifeCycle: LifeCycle, window: Window? = nil, today: CalendarDay
    ) {
        let record = agreements.record
        let days = record.days(in: lifeCycle)
        let first = interpretation.iteration(of: (window ?? Self.usualWindow(today)).from)
        let last = interpretation.iteration(of: today)
        let iterations =
            lifeCycle == .scrum && !days.isEmpty && first <= last
            ? (first...last).map {
                Window(from: interpretation.firstDay(ofIteration: $0), to: interpretation.firstDay(ofIteration: $0 + 1))
            } : nil
        self.init(
            record, window: window, iterations: iterations, today: today, zone: interpretation.zone, lifeCycle: lifeCycle,
            gates: agreements.gates)
    }
}

/// How many of a group are so, of how many, and of how many it cannot be told.
package struct Tally: Sendable, Equatable {
    package var count = 0
    package var of = 0
    /// In `of`, but neither so nor known not to be.
    package var unknown = 0

    package init(count: Int = 0, of: Int = 0, unknown: Int = 0) {
        self.count = count
        self.of = of
        self.unknown = unknown
    }

    /// - Parameter answer: nil where it cannot be told.
    mutating func add(_ answer: Bool?) {
        of += 1
        if answer == true { count += 1 } else if answer == nil { unknown += 1 }
    }
}
