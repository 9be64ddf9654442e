package import HoneFacts

/// A KPI as the decisions left it: an agreement between those who say what the product is for and those who build it.
package struct KPI: Sendable, Equatable {
    /// Id of the decision that proposed it.
    package let id: String
    /// 1 is the first ever proposed.
    package let number: Int
    package private(set) var state: State
    /// Every text that was proposed for it, oldest first.
    package private(set) var versions: [Version]

    package enum State: Sendable, Equatable {
        case proposed(ProposedKPI)
        case active(ActiveKPI)
        case watched(WatchedKPI)
        case rejected(RejectedKPI)
        case retired(RetiredKPI)
    }

    package struct Version: Sendable, Equatable {
        package let number: Int
        package let terms: KPITerms
        package let proposedAt: Int64
        package internal(set) var ratifiedAt: Int64?
    }

    /// Nil where the decision lacks one of the terms.
    init?(_ decision: Decision, id: String, number: Int) {
        guard decision.verb == .proposeKPI, let terms = KPITerms(decision.details), terms.metric == decision.subject else { return nil }
        self.id = id
        self.number = number
        state = .proposed(ProposedKPI(terms: terms, proposer: decision.role, proposedAt: decision.decidedAt))
        versions = [Version(number: 1, terms: terms, proposedAt: decision.decidedAt)]
    }

    package var metric: String { versions[0].terms.metric }

    package var active: ActiveKPI? {
        if case .active(let active) = state { active } else { nil }
    }

    package var watched: WatchedKPI? {
        if case .watched(let watched) = state { watched } else { nil }
    }

    /// What can be agreed to: a first version, or the next of an active one.
    package var proposal: ProposedKPI? {
        switch state {
        case .proposed(let proposal): proposal
        case .active(let active): active.pending
        case .watched, .rejected, .retired: nil
        }
    }

    /// The day on which it is looked at again: of its terms, or until which it is watched.
    package var reviewOn: CalendarDay { watched?.until ?? terms.reviewOn }

    /// The terms in force, else the last that were proposed.
    package var terms: KPITerms {
        switch state {
        case .proposed(let proposal): proposal.terms
        case .active(let active): active.terms
        case .watched(let watched): watched.last.terms
        case .rejected(let rejected): rejected.last.terms
        case .retired(let retired): retired.last.terms
        }
    }

    /// - Returns: whether the decision is a step that its state allows; nothing changes otherwise.
    mutating func take(_ decision: Decision, _ members: Members) -> Bool {
        guard let next = next(decision, RatificationRule(rereading: members)) else { return false }
        if decision.verb == .reviseKPI, let proposal = KPI.proposal(of: next) {
            versions.append(Version(number: proposal.version, terms: proposal.terms, proposedAt: decision.decidedAt))
        }
        if decision.verb == .ratify, case .active(let active) = next, let place = versions.lastIndex(where: { $0.number == active.version })
        {
            versions[place].ratifiedAt = decision.decidedAt
        }
        state = next
        return true
    }

    private static func proposal(of state: State) -> ProposedKPI? {
        switch state {
        case .proposed(let proposal): proposal
        case .active(let active): active.pending
        case .watched, .rejected, .retired: nil
        }
    }

    private func next(_ decision: Decision, _ rule: RatificationRule) -> State? {
        switch state {
        case .proposed(let proposal):
            switch decision.verb {
            case .ratify: ratified(proposal, decision, rule)
            case .rejectKPI: .rejected(proposal.rejected(decision.reason))
            case .watchKPI: decision.until.map { .watched(proposal.watched(decision.reason, until: $0)) }
            default: discussed(proposal, decision).map { .proposed($0) }
            }
        case .active(let active):
            switch (decision.verb, active.pending) {
            case (.retireKPI, _): .retired(active.retired(decision.reason))
            case (.ratify, let pending?): ratified(pending, decision, rule)
            case (.rejectKPI, _?): .active(active.keepingItsTerms())
            case (.reviseKPI, _):
                revision(decision).map { .active(active.revising($0, by: decision.role, at: decision.decidedAt)) }
            case (.object, nil): decision.reason.isEmpty ? nil : .active(active.objected(decision.reason))
            case (.resolve, nil): Int(decision.text).flatMap { active.resolved($0, by: decision.reason) }.map { .active($0) }
            case (_, let pending?): discussed(pending, decision).map { .active(active.discussing($0)) }
            default: nil
            }
        case .watched, .rejected, .retired: nil
        }
    }

    private func ratified(_ proposal: ProposedKPI, _ decision: Decision, _ rule: RatificationRule) -> State? {
        guard decision.text == String(proposal.version) else { return nil }
        return (try? proposal.ratified(rule, at: decision.decidedAt)).map { .active($0) }
    }

    private func discussed(_ proposal: ProposedKPI, _ decision: Decision) -> ProposedKPI? {
        switch decision.verb {
        case .agree:
            guard decision.text == String(proposal.version), let mark = decision.details["mark"], !mark.isEmpty,
                let side = decision.details["side"].flatMap(Side.init(rawValue:))
            else { return nil }
            return proposal.agreed(mark, on: side)
        case .object: return decision.reason.isEmpty ? nil : proposal.objected(decision.reason)
        case .resolve: return Int(decision.text).flatMap { proposal.resolved($0, by: decision.reason) }
        case .reviseKPI: return revision(decision).map { proposal.revised($0, by: decision.role, at: decision.decidedAt) }
        default: return nil
        }
    }

    /// Another metric is another KPI.
    private func revision(_ decision: Decision) -> KPITerms? {
        KPITerms(decision.details).flatMap { $0.metric == metric ? $0 : nil }
    }
}

/// The KPIs that were ever proposed, and who may agree to them.
package struct KPIRecord: Sendable, Equatable {
    package private(set) var kpis: [KPI] = []
    package private(set) var members = Members()

    package init() {}

    /// - Returns: whether the decision fits what was decided before.
    package mutating func take(_ decision: Decision, id: String) -> Bool {
        switch decision.verb {
        case .join, .leave: return members.take(decision)
        case .proposeKPI:
            guard let kpi = KPI(decision, id: id, number: kpis.count + 1) else { return false }
            kpis.append(kpi)
            return true
        default:
            guard let place = kpis.firstIndex(where: { $0.id == decision.subject }) else { return false }
            return kpis[place].take(decision, members)
        }
    }
}
