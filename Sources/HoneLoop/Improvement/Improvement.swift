package import HoneFacts

/// Something that people believe would make things better: a note, an action of a ceremony, a piece of debt, an experiment.
package struct Improvement: Sendable, Equatable {
    /// Of a note, that of the decision that noted it; of a ceremony's, the day and the title without case and signs:
    /// `2026-03-14 automate-the-release-notes`.
    package let id: String
    /// 1 is the first ever noted.
    package let number: Int
    package let title: String
    /// When it was recorded, in seconds since 1970.
    package let notedAt: Int64
    /// Where ceremonies listed it; nil for a note.
    package internal(set) var listing: Listing?
    package internal(set) var state: State = .noted(NotedImprovement())
    /// When its state last changed, in seconds since 1970; nil while it is as it was noted. To list it again changes nothing.
    package internal(set) var changedAt: Int64?
    /// The work item that shows it to everybody, or why there is none; nil while nobody says.
    package internal(set) var story: Story?
    /// Id of the improvement that it came out of; empty for most.
    package let follows: String

    package enum State: Sendable, Equatable {
        case noted(NotedImprovement)
        case shaped(ShapedImprovement)
        case committed(CommittedImprovement)
        case inForce(InForceImprovement)
        case small(SmallImprovement)
        case smallInForce(SmallImprovementInForce)
        case decided(DecidedImprovement)
        case done(DoneImprovement)
        case declined(DeclinedImprovement)
        case parked(ParkedImprovement)
        case escalated(EscalatedImprovement)
    }

    /// The days on which ceremonies listed it.
    package struct Listing: Sendable, Equatable {
        package internal(set) var notedOn: CalendarDay
        /// Days of the later ceremonies that listed it again, ascending.
        package internal(set) var carriedOn: [CalendarDay] = []
        /// The first day that anybody named; a later one does not move it.
        package internal(set) var dueOn: CalendarDay?

        package func isListed(on day: CalendarDay) -> Bool { notedOn == day || carriedOn.contains(day) }

        package var lastListedOn: CalendarDay { carriedOn.last ?? notedOn }

        /// Another ceremony listed it, perhaps one before those that are known.
        mutating func list(on day: CalendarDay) {
            guard !isListed(on: day) else { return }
            carriedOn = (carriedOn + [max(day, notedOn)]).sorted()
            notedOn = min(day, notedOn)
        }
    }

    package enum Story: Sendable, Equatable {
        /// Key or address of the work item.
        case item(String)
        /// There is none, on purpose.
        case none(reason: String)
    }

    init(id: String, number: Int, title: String, notedAt: Int64, listing: Listing? = nil, follows: String = "") {
        (self.id, self.number, self.title, self.notedAt) = (id, number, title, notedAt)
        (self.listing, self.follows) = (listing, follows)
    }

    package static func id(_ title: String, notedOn: CalendarDay) -> String { "\(notedOn) \(key(title))" }

    /// By which two titles are the same: letters and digits only, in lower case.
    package static func key(_ title: String) -> String {
        title.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    }
}

extension Improvement {
    /// What the notes of a ceremony would tick.
    package var ticked: CeremonyNotes.State {
        switch state {
        case .noted, .shaped, .committed, .small, .parked, .escalated: .open
        case .inForce, .smallInForce, .decided, .done: .done
        case .declined: .dropped
        }
    }

    /// The day it was done or dropped; nil where nobody says, and while it is open.
    package var closedOn: CalendarDay? {
        switch state {
        case .noted, .shaped, .committed, .small, .parked, .escalated: nil
        case .inForce(let now): now.since
        case .smallInForce(let now): now.since
        case .decided(let decided): decided.inForce?.since
        case .done(let done): done.on
        case .declined(let declined): declined.on
        }
    }

    /// When it was recorded that it is done or dropped, in seconds since 1970: the latest instant at which that can have happened.
    package var closedAt: Int64? {
        switch state {
        case .done(let done): done.recordedAt
        case .declined(let declined): declined.recordedAt
        case .decided(let decided): decided.grounds.decidedAt
        default: nil
        }
    }

    package var shape: ImprovementShape? {
        switch state {
        case .shaped(let shaped): shaped.shape
        case .committed(let committed): committed.shape
        case .inForce(let now): now.committed.shape
        case .small(let small): small.shape
        case .smallInForce(let now): now.shape
        case .decided(let decided): decided.shape
        case .parked(let parked): parked.known.shape
        case .escalated(let escalated): escalated.known.shape
        case .noted, .done, .declined: nil
        }
    }

    /// The last terms that were frozen; nil where nothing was agreed to measure.
    package var terms: ImprovementTerms? {
        switch state {
        case .committed(let committed): committed.terms
        case .inForce(let now): now.terms
        case .decided(let decided): decided.inForce?.terms
        case .parked(let parked): parked.known.terms
        case .escalated(let escalated): escalated.known.terms
        default: nil
        }
    }

    /// Since when people work in the new way, where terms were frozen for it.
    package var measured: InForceImprovement? {
        switch state {
        case .inForce(let now): now
        case .decided(let decided): decided.inForce
        default: nil
        }
    }

    /// Whether something is still to happen with it.
    package var isOpen: Bool {
        switch state {
        case .decided, .done, .declined: false
        default: true
        }
    }

    /// Shaped as debt, and nobody has promised to pay it.
    package var isInDebtRegister: Bool {
        if case .shaped(let shaped) = state { shaped.shape.isDebt } else { false }
    }

    /// Whether it waits for somebody to answer it on a day: noted or handed on, or put off until then.
    package func isUnanswered(on day: CalendarDay) -> Bool {
        switch state {
        case .noted: true
        case .parked(let parked): parked.until <= day
        default: false
        }
    }
}
