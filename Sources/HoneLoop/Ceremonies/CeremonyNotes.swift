package import HoneFacts

/// What the notes of one ceremony say: its day and the improvements it lists. There is no place for what was said in the room.
package struct CeremonyNotes: Sendable {
    package var heldOn: CalendarDay
    package var items: [Item]

    package init(heldOn: CalendarDay, items: [Item]) {
        self.heldOn = heldOn
        self.items = items
    }

    /// What notes tick.
    package enum State: String, Sendable {
        case open, done, dropped
    }

    package struct Item: Sendable {
        package var title: String
        package var dueOn: CalendarDay?
        /// Who took it on: a role, never a person.
        package var role: String
        package var state: State
        /// The day it was done or dropped, where the notes say it.
        package var closedOn: CalendarDay?
        package var reason: String

        package init(
            title: String, dueOn: CalendarDay? = nil, role: String = "team", state: State = .open,
            closedOn: CalendarDay? = nil, reason: String = ""
        ) {
            self.title = title
            self.dueOn = dueOn
            self.role = role
            self.state = state
            self.closedOn = closedOn
            self.reason = reason
        }
    }
}
