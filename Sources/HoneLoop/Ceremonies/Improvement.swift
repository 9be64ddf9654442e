package import HoneFacts

/// Something that people believe would make things better, from the day it was noted.
package struct Improvement: Sendable, Equatable {
    package enum State: String, Sendable {
        case noted, done, dropped
    }

    /// The day it was first noted and its title without case and signs: `2026-03-14 automate-the-release-notes`.
    package let id: String
    package var title: String
    package private(set) var notedOn: CalendarDay
    /// Days of the later ceremonies that listed it again, ascending.
    package private(set) var carriedOn: [CalendarDay] = []
    /// The first day that anybody named; a later one does not move it.
    package var dueOn: CalendarDay?
    package var state = State.noted
    /// The day it was done or dropped; nil where nobody says.
    package var closedOn: CalendarDay?
    /// When that was recorded, in seconds since 1970: the latest instant at which it can have happened.
    package var closedAt: Int64?
    /// Why it was dropped; may be empty.
    package var reason = ""

    package init(id: String, title: String, notedOn: CalendarDay, dueOn: CalendarDay? = nil) {
        self.id = id
        self.title = title
        self.notedOn = notedOn
        self.dueOn = dueOn
    }

    package static func id(_ title: String, notedOn: CalendarDay) -> String { "\(notedOn) \(key(title))" }

    /// By which two titles are the same: letters and digits only, in lower case.
    package static func key(_ title: String) -> String {
        title.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    }

    package func isListed(on day: CalendarDay) -> Bool { notedOn == day || carriedOn.contains(day) }

    package var lastListedOn: CalendarDay { carriedOn.last ?? notedOn }

    /// Another ceremony listed it, perhaps one before those that are known.
    mutating func list(on day: CalendarDay) {
        guard !isListed(on: day) else { return }
        carriedOn = (carriedOn + [max(day, notedOn)]).sorted()
        notedOn = min(day, notedOn)
    }

    /// Whether it is known to have been over before a day: listed then, it is a new one.
    func isClosed(before day: CalendarDay) -> Bool { closedOn.map { $0 < day } ?? false }
}
