internal import HoneFacts

/// What became of the improvements that ceremonies noted, up to a day.
package struct FollowThrough: Sendable, Equatable {
    package private(set) var noted = 0
    package private(set) var done = 0
    /// Left out of the shares below, and listed with their reasons.
    package private(set) var dropped: [Dropped] = []
    /// Days since each open one was noted, longest first.
    package private(set) var openAges: [Int] = []
    /// Listed again by a later ceremony.
    package private(set) var carriedOver = 0
    /// Done on the day they were due or before, of those whose due day is over.
    package private(set) var onTime = Tally()
    package private(set) var notYetDue = 0
    package private(set) var withoutDueDay = 0
    /// Done when the next ceremony was held, of those after which there was one.
    package private(set) var byNextCeremony = Tally()

    package struct Dropped: Sendable, Equatable {
        package let title: String
        /// May be empty.
        package let reason: String
    }

    package var open: Int { openAges.count }
    package var completion: Tally { Tally(count: done, of: noted - dropped.count) }

    init(_ improvements: [Improvement], ceremonies: [CalendarDay], today: CalendarDay, zone: ZoneTable) {
        noted = improvements.count
        for improvement in improvements {
            if !improvement.carriedOn.isEmpty { carriedOver += 1 }
            switch improvement.state {
            case .dropped:
                dropped.append(Dropped(title: improvement.title, reason: improvement.reason))
                continue
            case .done: done += 1
            case .noted: openAges.append(today - improvement.notedOn)
            }
            func wasDone(by day: CalendarDay) -> Bool? {
                guard improvement.state == .done else { return false }
                if let closedOn = improvement.closedOn { return closedOn <= day }
                // Nobody says when: it was so by the day on which it was recorded, perhaps long before.
                return improvement.closedAt.map { zone.day(atSeconds: $0) <= day } == true ? true : nil
            }
            if let next = ceremonies.first(where: { $0 > improvement.notedOn }) { byNextCeremony.add(wasDone(by: next)) }
            guard let dueOn = improvement.dueOn else {
                withoutDueDay += 1
                continue
            }
            if dueOn < today { onTime.add(wasDone(by: dueOn)) } else { notYetDue += 1 }
        }
        openAges.sort(by: >)
    }
}
