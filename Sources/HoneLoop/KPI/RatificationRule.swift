package import HoneFacts

/// When a proposal becomes an agreement: every member had three working days, at least half agreed, no objection is open, and both
/// sides are among those who agreed where both exist. The only member of a product agrees alone.
package struct RatificationRule: Sendable {
    package let members: Members
    /// By which working days are counted; nil where a decision that was taken is read again, as the calendar may have changed since.
    private let calendar: (working: WorkingCalendar, zone: ZoneTable)?

    package static let workingDays = 3
    /// Two days and a clock change: the least that lies between a day and the third working day after it, in any calendar.
    private static let leastSeconds: Int64 = 2 * 86_400 - 2 * 3600

    package init(_ members: Members, calendar: WorkingCalendar, zone: ZoneTable) {
        self.members = members
        self.calendar = (calendar, zone)
    }

    init(rereading members: Members) {
        self.members = members
        calendar = nil
    }

    /// What is missing, a sentence each; empty when it can be ratified.
    package func missing(_ proposal: ProposedKPI, at instant: Int64) -> [String] {
        guard !members.all.isEmpty else {
            return ["Nobody can agree yet, as no token was given out.", Members.howToGiveOut()] + objections(proposal)
        }
        var missing: [String] = []
        let counts = Side.allCases.map { ($0, proposal.agreedCount($0, of: members)) }
        let agreed = counts.reduce(0) { $0 + $1.1 }
        if agreed * 2 < members.all.count || agreed == 0 {
            missing.append("\(agreed) of \(members.all.count) members agreed, and it takes half of them.")
        }
        for (side, count) in counts where count == 0 && members.sides.contains(side) && agreed > 0 {
            missing.append("Nobody of the \(side.rawValue) side has agreed.")
        }
        missing += objections(proposal)
        if let wait = wait(proposal, at: instant) { missing.append(wait) }
        return missing
    }

    private func objections(_ proposal: ProposedKPI) -> [String] {
        let open = proposal.openObjections.count
        return open == 0 ? [] : [open == 1 ? "One objection is open." : "\(open) objections are open."]
    }

    /// The instant from which everybody knew of it.
    private func knownAt(_ proposal: ProposedKPI) -> Int64 { max(proposal.proposedAt, members.lastJoinedAt ?? 0) }

    private func wait(_ proposal: ProposedKPI, at instant: Int64) -> String? {
        let known = knownAt(proposal)
        guard let calendar else {
            return instant - known >= Self.leastSeconds ? nil : "Not everybody had three working days."
        }
        let first = Self.day(after: calendar.zone.day(atSeconds: known), calendar.working)
        guard calendar.zone.day(atSeconds: instant) < first else { return nil }
        return "Everybody has three working days to think: it can be ratified from \(DayText.day(first)) on."
    }

    /// The third working day after a day.
    package static func day(after day: CalendarDay, _ calendar: WorkingCalendar) -> CalendarDay {
        var (day, left) = (day, workingDays)
        // A calendar without working days is none; a year of holidays is the longest wait.
        for _ in 0..<366 where left > 0 {
            day = day + 1
            if calendar.isWorkingDay(day) { left -= 1 }
        }
        return day
    }
}
