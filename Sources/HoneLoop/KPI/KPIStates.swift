package import HoneFacts

/// A KPI that is proposed and not agreed. It can be talked about, agreed to, objected to; only `ratified` makes it active.
///
/// Each state is a type, and a step is a method of the state that it starts from: what is not allowed cannot be written. An
/// `ActiveKPI` has no other way to come about than `ratified`.
package struct ProposedKPI: Sendable, Equatable {
    package struct Objection: Sendable, Equatable {
        package let reason: String
        package internal(set) var answer: String?
    }

    package let version: Int
    package let terms: KPITerms
    /// The role that proposed it.
    package let proposer: String
    package let proposedAt: Int64
    /// Marks of those who agreed to this version, by side.
    package private(set) var consents: [Side: Set<String>] = [:]
    package private(set) var objections: [Objection] = []

    package init(version: Int = 1, terms: KPITerms, proposer: String, proposedAt: Int64, objections: [Objection] = []) {
        (self.version, self.terms, self.proposer, self.proposedAt) = (version, terms, proposer, proposedAt)
        self.objections = objections
    }

    package var openObjections: [Objection] { objections.filter { $0.answer == nil } }

    /// How many of a side agreed: never more than there are.
    package func agreedCount(_ side: Side, of members: Members) -> Int { min(consents[side]?.count ?? 0, members.count(side)) }

    package func agreed(_ mark: String, on side: Side) -> ProposedKPI {
        var next = self
        next.consents[side, default: []].insert(mark)
        return next
    }

    package func objected(_ reason: String) -> ProposedKPI {
        var next = self
        next.objections.append(Objection(reason: reason))
        return next
    }

    /// Nil where there is no open objection of that number, counted from 1.
    package func resolved(_ number: Int, by answer: String) -> ProposedKPI? {
        guard objections.indices.contains(number - 1), objections[number - 1].answer == nil, !answer.isEmpty else { return nil }
        var next = self
        next.objections[number - 1].answer = answer
        return next
    }

    /// Other terms: nobody has agreed to them yet, and what was objected stays until it is answered.
    package func revised(_ terms: KPITerms, by proposer: String, at instant: Int64) -> ProposedKPI {
        ProposedKPI(version: version + 1, terms: terms, proposer: proposer, proposedAt: instant, objections: objections)
    }

    /// - Throws: `Refusal` with all that is missing by the rule.
    package func ratified(_ rule: RatificationRule, at instant: Int64) throws(Refusal) -> ActiveKPI {
        let missing = rule.missing(self, at: instant)
        guard missing.isEmpty else { throw Refusal(missing) }
        let sides = Side.allCases.filter { agreedCount($0, of: rule.members) > 0 }
        return ActiveKPI(of: self, ratifiedAt: instant, sides: sides, isSolo: rule.members.isSolo)
    }

    package func rejected(_ reason: String) -> RejectedKPI { RejectedKPI(last: self, reason: reason) }

    package func watched(_ reason: String, until: CalendarDay) -> WatchedKPI { WatchedKPI(last: self, reason: reason, until: until) }
}

/// A KPI that was agreed. A new version is proposed beside it, and it holds until that one is agreed too.
package struct ActiveKPI: Sendable, Equatable {
    package let version: Int
    package let terms: KPITerms
    package let ratifiedAt: Int64
    /// Sides that agreed.
    package let sides: [Side]
    /// Agreed by the only one there is.
    package let isSolo: Bool
    /// The next version, while it is only proposed.
    package private(set) var pending: ProposedKPI?
    /// What was said against it since.
    package private(set) var objections: [ProposedKPI.Objection] = []

    fileprivate init(of proposal: ProposedKPI, ratifiedAt: Int64, sides: [Side], isSolo: Bool) {
        (version, terms) = (proposal.version, proposal.terms)
        (self.ratifiedAt, self.sides, self.isSolo) = (ratifiedAt, sides, isSolo)
    }

    package var isOneSided: Bool { sides.count == 1 && !isSolo }
    package var openObjections: [ProposedKPI.Objection] { objections.filter { $0.answer == nil } }

    package func objected(_ reason: String) -> ActiveKPI {
        var next = self
        next.objections.append(.init(reason: reason))
        return next
    }

    package func resolved(_ number: Int, by answer: String) -> ActiveKPI? {
        guard objections.indices.contains(number - 1), objections[number - 1].answer == nil, !answer.isEmpty else { return nil }
        var next = self
        next.objections[number - 1].answer = answer
        return next
    }

    /// Other terms beside these. What was said against these stands against those too, until it is answered.
    package func revising(_ terms: KPITerms, by proposer: String, at instant: Int64) -> ActiveKPI {
        var next = self
        next.pending =
            pending?.revised(terms, by: proposer, at: instant)
            ?? ProposedKPI(version: version + 1, terms: terms, proposer: proposer, proposedAt: instant, objections: objections)
        return next
    }

    /// With the next version talked about: agreed to, objected to, answered.
    func discussing(_ proposal: ProposedKPI) -> ActiveKPI {
        var next = self
        next.pending = proposal
        next.objections = Array(proposal.objections.prefix(objections.count))
        return next
    }

    /// The next version is not wanted; this one goes on.
    package func keepingItsTerms() -> ActiveKPI {
        var next = self
        next.pending = nil
        return next
    }

    package func retired(_ reason: String) -> RetiredKPI { RetiredKPI(last: self, reason: reason) }

    /// How an agreement stands on a day.
    package enum Standing: Sendable, Equatable {
        case inForce
        /// The review day is over: it holds a while longer.
        case reviewDue
        /// Nobody looked at it for 30 days after its review day: it is no agreement any longer.
        case expired
    }

    /// Days after the review day for which an agreement still holds.
    package static let grace = 30

    /// The first day on which it is none any longer, unless it is looked at before.
    package var expiresOn: CalendarDay { terms.reviewOn + Self.grace }

    package func standing(on day: CalendarDay) -> Standing {
        if day < terms.reviewOn { return .inForce }
        return day < expiresOn ? .reviewDue : .expired
    }
}

/// A proposal that nobody wanted.
package struct RejectedKPI: Sendable, Equatable {
    package let last: ProposedKPI
    package let reason: String
}

/// A proposal whose number is looked at and is no KPI, for a reason and until a day.
package struct WatchedKPI: Sendable, Equatable {
    package let last: ProposedKPI
    package let reason: String
    package let until: CalendarDay
}

/// An agreement that ended.
package struct RetiredKPI: Sendable, Equatable {
    package let last: ActiveKPI
    package let reason: String
}
