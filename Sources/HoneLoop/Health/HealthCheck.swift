package import HoneFacts

/// A ceremony in which a team says how it is, without anybody being able to tell who said what.
package struct HealthCheck: Sendable, Equatable {
    /// Random, the same in every store.
    package let id: String
    /// 1 is the first ever opened.
    package let number: Int
    package let terms: HealthTerms
    /// Seconds since 1970.
    package let openedAt: Int64
    package private(set) var state = State.open
    /// Closed without its key: nothing that was answered can be shown, however many answered.
    package private(set) var isGivenUp = false

    package enum State: Sendable, Equatable {
        case open
        /// `result` is nil for a team that is smaller than k: its medians are in its own store only.
        case closed(on: CalendarDay, result: HealthResult?)
    }

    init?(_ decision: Decision, number: Int) {
        guard decision.verb == .openHealthCheck, !decision.subject.isEmpty, let terms = HealthTerms(decision.details) else { return nil }
        (id, self.number, self.terms, openedAt) = (decision.subject, number, terms, decision.decidedAt)
    }

    package var isOpen: Bool { state == .open }

    package var result: HealthResult? {
        if case .closed(_, let result) = state { result } else { nil }
    }

    package var closedOn: CalendarDay? {
        if case .closed(let day, _) = state { day } else { nil }
    }

    /// What was answered to a statement; nil where it may not be seen.
    package func cell(_ question: HealthQuestion) -> HealthCell? {
        guard let result, let place = terms.questions.firstIndex(of: question) else { return nil }
        return result.cells[place]
    }

    /// - Returns: whether the decision is a step that it allows. A check that is closed is never opened again: one more answer would
    ///   show itself as a difference.
    mutating func take(_ decision: Decision) -> Bool {
        guard isOpen, decision.verb == .closeHealthCheck, let day = decision.until else { return false }
        if terms.isTeamOnly {
            guard decision.details.isEmpty else { return false }
            state = .closed(on: day, result: nil)
            isGivenUp = decision.reason == Self.givenUp
            return true
        }
        guard let result = HealthResult(decision.details, to: terms.questions, k: terms.k) else { return false }
        state = .closed(on: day, result: result)
        isGivenUp = decision.reason == Self.givenUp
        return true
    }

    /// The decision that closes it.
    package func closing(_ result: HealthResult?, at instant: Int64, on day: CalendarDay) -> Decision {
        Decision(
            .closeHealthCheck, decidedAt: instant, subject: id, until: day,
            details: terms.isTeamOnly ? [:] : result?.details(terms.questions) ?? [:])
    }

    /// The decision that closes it where its sheets cannot be opened: how many answered, and nothing of what they said.
    package func givingUp(_ ballot: HealthBallot, at instant: Int64, on day: CalendarDay) -> Decision {
        let result = HealthResult(nothingOf: ballot.sheets.count, asked: ballot.given, to: terms.questions)
        var decision = closing(result, at: instant, on: day)
        decision.reason = Self.givenUp
        return decision
    }

    /// The reason of a closing that gave all answers up.
    static let givenUp = "the answers could not be opened"
}

/// The health checks of a product, as the decisions add up.
package struct HealthRecord: Sendable, Equatable {
    package private(set) var checks: [HealthCheck] = []

    package init() {}

    package var open: [HealthCheck] { checks.filter(\.isOpen) }

    /// - Returns: whether the decision fits what was decided before.
    package mutating func take(_ decision: Decision) -> Bool {
        if decision.verb == .openHealthCheck {
            guard !checks.contains(where: { $0.id == decision.subject }), let check = HealthCheck(decision, number: checks.count + 1) else {
                return false
            }
            checks.append(check)
            return true
        }
        guard let place = checks.firstIndex(where: { $0.id == decision.subject }) else { return false }
        return checks[place].take(decision)
    }
}
