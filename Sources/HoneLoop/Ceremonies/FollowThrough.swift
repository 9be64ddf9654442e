package import HoneFacts
internal import HoneMetrics
internal import HoneStatistics

/// What became of the improvements that ceremonies noted, up to a day. The rates are those of ``FollowThroughRates``; beside them
/// stand what was carried on, and what was done by the next ceremony.
package struct FollowThrough: Sendable, Equatable {
    package let noted: Int
    package let done: Int
    /// Left out of the shares below, and listed with their reasons.
    package let dropped: [Dropped]
    /// Days since each open one was noted, longest first.
    package let openAges: [Int]
    /// Listed again by a later ceremony.
    package let carriedOver: Int
    /// Done on the day they were due or before, of those that are due by now, today included.
    package let onTime: Tally
    package let notYetDue: Int
    package let withoutDueDay: Int
    /// Done when the next ceremony was held, of those after which there was one.
    package let byNextCeremony: Tally

    package struct Dropped: Sendable, Equatable {
        package let title: String
        /// May be empty.
        package let reason: String
    }

    package var open: Int { openAges.count }
    package var completion: Tally { Tally(count: done, of: noted - dropped.count) }

    init(_ improvements: [Improvement], ceremonies: [CalendarDay], today: CalendarDay, zone: ZoneTable) {
        let actions = improvements.map { FollowedAction($0.history(zone, today: today)) }
        let rates = FollowThroughRates(actions, asOf: Int(today.number))
        noted = improvements.count
        done = rates.completed.count
        dropped = improvements.compactMap { improvement in
            if case .declined(let declined) = improvement.state { Dropped(title: improvement.title, reason: declined.reason) } else { nil }
        }
        openAges = rates.openAges.reversed()
        carriedOver = improvements.count { !($0.listing?.carriedOn.isEmpty ?? true) }
        onTime = Tally(count: rates.onTime.count, of: rates.onTime.of, unknown: rates.onTimeUnknown)
        notYetDue = rates.notYetDue
        withoutDueDay = rates.withoutDueDay
        var next = Tally()
        for (improvement, action) in zip(improvements, actions) where improvement.ticked != .dropped {
            guard let ceremony = ceremonies.first(where: { $0 > improvement.firstDay(zone) }) else { continue }
            next.add(action.wasDone(by: Int(ceremony.number)))
        }
        byNextCeremony = next
    }
}

extension Improvement {
    /// The day of the ceremony that noted it, else the day it was recorded.
    package func firstDay(_ zone: ZoneTable) -> CalendarDay { listing?.notedOn ?? zone.day(atSeconds: notedAt) }

    /// As an action whose fate is followed: planned as work where it has a story, with the effect that was on the table when people
    /// decided.
    package func history(_ zone: ZoneTable, today: CalendarDay) -> ActionHistories.Action {
        let outcome: ActionHistories.Action.Outcome
        switch ticked {
        case .open: outcome = .open
        case .dropped: outcome = .withdrawn
        case .done:
            if let closedOn {
                // A day to come is a slip of the pen: it is ticked.
                outcome = .done(on: min(closedOn, today))
            } else {
                outcome = .doneAtTheLatest(on: closedAt.map { min(zone.day(atSeconds: $0), today) } ?? today)
            }
        }
        return ActionHistories.Action(
            name: title, raisedOn: firstDay(zone), dueOn: listing?.dueOn, isScheduled: isScheduled, outcome: outcome, effect: measuredEffect
        )
    }

    /// Nil where nobody says.
    private var isScheduled: Bool? {
        switch story {
        case .item: true
        case .none?: false
        case nil: nil
        }
    }

    /// Nil where nothing was measured, or too little for a result.
    private var measuredEffect: ActionHistories.Action.Effect? {
        guard case .decided(let decided) = state else { return nil }
        switch decided.grounds.effect?.effect {
        case .better: return .better
        case .worse: return .worse
        case .noMeaningfulChange: return .noChange
        case .undetermined: return .undetermined
        case .tooLittleData, .confounded, nil: return nil
        }
    }
}
