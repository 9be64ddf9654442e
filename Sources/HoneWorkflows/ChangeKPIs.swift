package import HoneFacts
package import HoneLoop

/// The steps from a proposal to an agreement and on. Each reads the log, asks whether the step is possible, and records it.
///
/// What is recorded always fits: the same code decides here and when the log is read again.
package struct ChangeKPIs: Sendable {
    let log: any DecisionLog
    let product: Product
    let interpretation: Interpretation
    let digest: Digest
    /// Seconds since 1970.
    let now: Int64

    package init(log: any DecisionLog, product: Product, interpretation: Interpretation, digest: Digest, now: Int64) {
        (self.log, self.product, self.interpretation, self.digest, self.now) = (log, product, interpretation, digest, now)
    }

    var today: CalendarDay { interpretation.zone.day(atSeconds: now) }

    package func agreements() async throws -> Agreements { Agreements(try await log.decisions()) }

    /// - Throws: `Refusal` where it cannot be a KPI.
    package func propose(_ draft: KPIDraft, role: String) async throws -> KPI {
        let agreements = try await agreements()
        let terms = try draft.terms(agreements, on: today)
        try await log.take([Decision(.proposeKPI, decidedAt: now, role: role, subject: terms.metric, details: terms.details)]) {
            try refuseDouble(terms, $0)
        }
        guard let kpi = try await self.agreements().kpis.last(where: { $0.terms == terms && $0.proposal != nil }) else {
            throw Refusal(["The proposal was not taken."])
        }
        return kpi
    }

    private func refuseDouble(_ terms: KPITerms, _ agreements: Agreements) throws(Refusal) {
        if let same = agreements.kpis.first(where: { $0.metric == terms.metric && ($0.active != nil || $0.proposal != nil) }) {
            let step = same.active == nil ? "it is proposed" : "it is agreed"
            throw Refusal(["KPI \(same.number) is on \(terms.metric) already: \(step). Other terms: hone kpi revise \(same.number)"])
        }
        let count = agreements.kpisInForce(on: today).count + agreements.kpis.count { $0.active == nil && $0.proposal != nil }
        try refuseSixth(terms, others: count)
    }

    private func refuseSixth(_ terms: KPITerms, others: Int) throws(Refusal) {
        guard others >= KPIDraft.most, terms.beyondFive.isEmpty else { return }
        throw Refusal([
            "There are \(others) KPIs already, and more than \(KPIDraft.most) are rarely looked at. Retire or reject one (hone kpi list), or say why one more is needed: --beyond-five \"...\""
        ])
    }

    /// - Parameter role: where given, it has to be that of the token.
    package func agree(_ number: Int, token: String, role: String?) async throws -> KPI {
        let agreements = try await agreements()
        let kpi = try found(number, agreements)
        guard let member = agreements.kpiRecord.members.member(mark(of: token)) else {
            throw Refusal(unknownToken(agreements.kpiRecord.members, side: role.flatMap { Side(role: $0, of: product) }))
        }
        if let role, role.lowercased() != member.role.lowercased() {
            throw Refusal(["This token was given out for \(member.role), not for \(role)."])
        }
        guard let proposal = kpi.proposal else { throw Self.refusal(kpi, .agree) }
        if let change = KPIWords.change(of: proposal.terms, number) { throw Refusal([change]) }
        // A mark of its own for each text: that two agreements come from one person cannot be seen.
        let once = digest.fingerprint(Array("hone agree \(kpi.id) \(proposal.version) \(token)".utf8))
        if proposal.consents[member.side]?.contains(once) == true { throw Refusal(["This token agreed to it already."]) }
        return try await record(
            Decision(
                .agree, decidedAt: now, role: member.role, subject: kpi.id, text: String(proposal.version),
                details: ["mark": once, "side": member.side.rawValue]), kpi)
    }

    private func unknownToken(_ members: Members, side: Side?) -> [String] {
        if members.all.isEmpty { return ["No token was given out here yet, so nobody can agree.", Members.howToGiveOut()] }
        let held = Side.allCases.map { "\(members.count($0)) \($0.rawValue)" }.joined(separator: ", ")
        return [
            "This token is none that is held here (members: \(held)). Look for a typing mistake; a token is shown once, when it is given out.",
            Members.howToGiveOut(side),
        ]
    }

    package func ratify(_ number: Int, role: String) async throws -> KPI {
        let agreements = try await agreements()
        let kpi = try found(number, agreements)
        guard let proposal = kpi.proposal else { throw Self.refusal(kpi, .ratify) }
        if let change = KPIWords.change(of: proposal.terms, number) { throw Refusal([change]) }
        let rule = RatificationRule(agreements.kpiRecord.members, calendar: interpretation.calendar, zone: interpretation.zone)
        _ = try proposal.ratified(rule, at: now)
        try refuseSixth(proposal.terms, others: agreements.kpisInForce(on: today).count { $0.id != kpi.id })
        return try await record(
            Decision(.ratify, decidedAt: now, role: role, subject: kpi.id, text: String(proposal.version)), kpi)
    }

    package func revise(_ number: Int, role: String, _ change: (inout KPIDraft) -> Void) async throws -> KPI {
        let agreements = try await agreements()
        let kpi = try found(number, agreements)
        guard kpi.active != nil || kpi.proposal != nil else { throw Self.refusal(kpi, .reviseKPI) }
        var draft = KPIDraft(metric: kpi.metric)
        change(&draft)
        let terms = try draft.terms(after: kpi.proposal?.terms ?? kpi.terms, agreements, on: today)
        return try await record(
            Decision(.reviseKPI, decidedAt: now, role: role, subject: kpi.id, details: terms.details), kpi)
    }

    /// Any step that is a verb with a reason: object, resolve, retire, reject, watch.
    package func step(_ verb: Decision.Verb, _ number: Int, role: String, text: String = "", reason: String, until: CalendarDay? = nil)
        async throws -> KPI
    {
        let agreements = try await agreements()
        let kpi = try found(number, agreements)
        return try await record(
            Decision(verb, decidedAt: now, role: role, subject: kpi.id, text: text, reason: reason, until: until), kpi)
    }

    /// Notes that a token was given out to somebody on one of the sides; the token itself is nowhere.
    package func join(_ token: String, role: String) async throws -> Members.Member {
        guard let side = Side(role: role, of: product) else {
            throw Refusal([
                "The role '\(role)' is on neither side. Agreeing is for those who say what the product is for (product, product owner, customer) and those who build it (engineering, developer, tester, designer); others may propose and object."
            ])
        }
        let mark = mark(of: token)
        try await log.take(Decision(.join, decidedAt: now, role: role, subject: mark, details: ["side": side.rawValue]))
        guard let member = try await agreements().kpiRecord.members.member(mark) else { throw Refusal(["The token was not taken."]) }
        return member
    }

    package func leave(_ token: String) async throws {
        let mark = mark(of: token)
        guard let member = try await agreements().kpiRecord.members.member(mark) else {
            throw Refusal([
                "This token is none that is held here: look for a typing mistake, or it was taken back before. hone kpi token says how many members there are."
            ])
        }
        try await log.take(Decision(.leave, decidedAt: now, role: member.role, subject: mark))
    }

    private func mark(of token: String) -> String { digest.fingerprint(Array("hone member \(token)".utf8)) }

    package func found(_ number: Int, _ agreements: Agreements) throws(Refusal) -> KPI {
        if let kpi = agreements.kpis.first(where: { $0.number == number }) { return kpi }
        throw Refusal(["There is no KPI \(number); hone kpi list shows them all."])
    }

    private func record(_ decision: Decision, _ kpi: KPI) async throws -> KPI {
        try await log.take([decision]) {
            var record = $0.kpiRecord
            guard record.take(decision, id: "") else { throw Self.refusal(record.kpis.first { $0.id == kpi.id } ?? kpi, decision.verb) }
        }
        return try await agreements().kpis.first { $0.id == kpi.id } ?? kpi
    }

    /// Why a step is none in this state.
    private static func refusal(_ kpi: KPI, _ verb: Decision.Verb) -> Refusal {
        let name = "KPI \(kpi.number) (\(kpi.metric))"
        switch (kpi.state, verb) {
        case (.retired, _): return Refusal(["\(name) is retired; propose it anew: hone kpi propose \(kpi.metric)"])
        case (.rejected, _): return Refusal(["\(name) was rejected; propose it anew: hone kpi propose \(kpi.metric)"])
        case (.watched, _): return Refusal(["\(name) is watched and no KPI; propose it anew: hone kpi propose \(kpi.metric)"])
        case (_, .resolve): return Refusal(["\(name) has no open objection of that number; hone kpi show \(kpi.number) lists them."])
        case (.active, .agree), (.active, .ratify):
            return Refusal(["\(name) is agreed already. Other terms are proposed with hone kpi revise \(kpi.number)"])
        case (.active, _): return Refusal(["\(name) is agreed. It ends with hone kpi retire \(kpi.number) --reason \"...\""])
        case (.proposed, .retireKPI):
            return Refusal(["\(name) is only proposed. If nobody wants it: hone kpi reject \(kpi.number) --reason \"...\""])
        case (.proposed, _): return Refusal(["\(name) is proposed, and this is no step from there: hone kpi show \(kpi.number)"])
        }
    }
}
