package import HoneFacts

/// That somebody asked for data of people: a role, the day, and what for. It was not given, it stays readable, and it judges nobody.
package struct PeopleDataQuestion: Sendable, Equatable {
    package let askedOn: CalendarDay
    /// Who asked; never a person.
    package let role: String
    package let reason: String

    /// Nil where the decision does not say when and what for.
    init?(_ decision: Decision) {
        guard let day = decision.until, !decision.reason.isEmpty else { return nil }
        (askedOn, role, reason) = (day, decision.role, decision.reason)
    }
}
