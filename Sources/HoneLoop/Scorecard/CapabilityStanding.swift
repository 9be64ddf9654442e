package import HoneFacts

/// How long a product's history is, in the quarters that trends are made of.
package struct CapabilityHistory: Sendable, Equatable {
    /// The day of the oldest item or commit; nil where there is none.
    package var firstDay: CalendarDay?
    /// Whole calendar quarters from that day to the end of the page.
    package var wholeQuarters: Int

    /// Nothing is known yet.
    package static let none = CapabilityHistory(firstDay: nil, wholeQuarters: 0)

    package init(firstDay: CalendarDay?, wholeQuarters: Int) {
        (self.firstDay, self.wholeQuarters) = (firstDay, wholeQuarters)
    }

    /// - Parameter end: the day before which the history ends.
    init(from first: CalendarDay?, before end: CalendarDay) {
        firstDay = first.flatMap { $0 <= end ? $0 : nil }
        wholeQuarters = firstDay.map { Capability.quarters(from: $0, before: end).count } ?? 0
    }

    package var missingQuarters: Int { max(0, Capability.leastQuarters - wholeQuarters) }
}

/// What the capability section of a page says. It stands on every page, since what a product can become next is a part of it; it shows
/// trends, says why it cannot, or is empty by a decision.
package enum CapabilityStanding: Sendable, Equatable {
    case trends
    /// Too few whole quarters.
    case cannotTellYet(CapabilityHistory)
    /// Quarters enough, and no number that has values in as many of them.
    case noValues(CapabilityHistory)
    /// `since` is the day of the decision.
    case emptyOnPurpose(EmptyCapability, since: CalendarDay)
}

extension Scorecard {
    package var capabilityStanding: CapabilityStanding {
        if let emptyCapability { return .emptyOnPurpose(emptyCapability.choice, since: emptyCapability.since) }
        if capability?.trends.isEmpty == false { return .trends }
        return capabilityHistory.missingQuarters > 0 ? .cannotTellYet(capabilityHistory) : .noValues(capabilityHistory)
    }

    /// What the section shows: none where it is empty on purpose.
    package var shownCapability: Capability? { capabilityStanding == .trends ? capability : nil }
}
