package import HoneFacts

/// A meeting that the improvement of the process lives in.
package struct Ceremony: Sendable, Equatable {
    package enum Kind: String, CaseIterable, Sendable {
        case retrospective, kaizen, health, planning, gate, review
    }

    package var kind: Kind
    package var heldOn: CalendarDay

    package init(kind: Kind, heldOn: CalendarDay) {
        self.kind = kind
        self.heldOn = heldOn
    }
}

/// "We believe changing X will move Y": today as far as a ceremony noted it.
package struct Improvement: Sendable, Equatable {
    package enum State: String, Sendable {
        case noted, done, dropped
    }

    package var title: String
    /// The day of the ceremony that first noted it.
    package var notedOn: CalendarDay
    package var due: CalendarDay?
    package var state: State
    /// When it was done, as far as somebody says: the day itself, or the day on which it was first read as done.
    package var doneOn: CalendarDay?
    /// Ceremonies that noted it again while it was open.
    package var carriedOver: Int

    /// Titles that differ only in case, spaces and signs are one improvement.
    static func identity(_ title: String) -> String { String(title.lowercased().filter { $0.isLetter || $0.isNumber }) }
}
