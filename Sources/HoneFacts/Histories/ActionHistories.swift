/// What people meant to do to make things better, and what became of it. It comes from decisions, not from facts.
package struct ActionHistories: Sendable, Equatable {
    package struct Action: Sendable, Equatable {
        package enum Outcome: Sendable, Equatable {
            case open
            case done(on: CalendarDay)
            /// On a day that nobody knows.
            case doneAtTheLatest(on: CalendarDay)
            case withdrawn
        }

        package enum Effect: String, Sendable {
            case better
            case noChange = "no-change"
            case worse
            /// It was measured, and could have been either.
            case undetermined
        }

        package var name: String
        package var raisedOn: CalendarDay
        package var dueOn: CalendarDay?
        /// Whether it is planned as work; nil where nobody says.
        package var isScheduled: Bool?
        package var outcome: Outcome
        /// Nil where nothing was measured.
        package var effect: Effect?

        package init(
            name: String, raisedOn: CalendarDay, dueOn: CalendarDay? = nil, isScheduled: Bool? = nil, outcome: Outcome = .open,
            effect: Effect? = nil
        ) {
            (self.name, self.raisedOn, self.dueOn) = (name, raisedOn, dueOn)
            (self.isScheduled, self.outcome, self.effect) = (isScheduled, outcome, effect)
        }
    }

    package let actions: [Action]
    /// Days on which a ceremony was held, ascending.
    package let ceremonies: [CalendarDay]
    package var count: Int { actions.count }

    package init(_ actions: [Action] = [], ceremonies: [CalendarDay] = []) {
        self.actions = actions
        self.ceremonies = ceremonies.sorted()
    }
}
