package import HoneFacts
import HoneMetrics

/// How a KPI stands, in the words of every page and command.
package struct KPIWords: Sendable {
    let kpi: KPI
    let members: Members
    let today: CalendarDay
    /// What is missing for the agreement that is proposed, a sentence each; empty where it can be ratified or nothing is proposed.
    package let missing: [String]

    package init(_ kpi: KPI, _ agreements: Agreements, _ interpretation: Interpretation, now: Int64) {
        (self.kpi, members, today) = (kpi, agreements.kpiRecord.members, interpretation.zone.day(atSeconds: now))
        let rule = RatificationRule(members, calendar: interpretation.calendar, zone: interpretation.zone)
        missing = kpi.proposal.map { Self.change(of: $0.terms, kpi.number).map { [$0] } ?? rule.missing($0, at: now) } ?? []
    }

    /// Whether its metric is still defined as it was when it was agreed.
    package static func isDefinedAsAgreed(_ terms: KPITerms) -> Bool { currentVersion(terms.metric) == terms.definitionVersion }

    private static func currentVersion(_ metric: String) -> Int? { Catalogue.metric(metric)?.definition.version }

    /// Why nobody can agree to terms whose metric or guard is another number by now, and what to do; nil where both are the same.
    package static func change(of terms: KPITerms, _ number: Int) -> String? {
        for (metric, version, option) in [
            (terms.metric, terms.definitionVersion, "target"), (terms.guardMetric, terms.guardVersion, "guard-bound"),
        ] {
            guard let current = currentVersion(metric), current != version else { continue }
            return
                "Another number was proposed: \(metric) is version \(current) now, and was version \(version). Look at it (hone metric explain \(metric)), then propose it anew: hone kpi revise \(number) --\(option) \"…\""
        }
        return nil
    }

    /// Whether a page may hold its number against its target: agreed, not expired, and the same definition.
    package var showsTarget: Bool {
        guard let active = kpi.active, active.standing(on: today) != .expired else { return false }
        return active.terms.target != nil && Self.isDefinedAsAgreed(active.terms)
    }

    /// `agreed v2, review 14 Jan 2027`; `proposed - not agreed`.
    package var standing: String {
        switch kpi.state {
        case .proposed(let proposal): "proposed by \(proposal.proposer) - not agreed\(agreedSoFar(proposal))"
        case .active(let active): standing(active)
        case .watched(let watched):
            today < watched.until
                ? "watch, no KPI until \(DayText.day(watched.until)): \(watched.reason)"
                : "watch, decided until \(DayText.day(watched.until))"
        case .rejected(let rejected): "rejected: \(rejected.reason)"
        case .retired(let retired): "retired v\(retired.last.version): \(retired.reason)"
        }
    }

    private func standing(_ active: ActiveKPI) -> String {
        let how = (active.isSolo ? ", solo" : "") + (active.isOneSided ? ", one-sided (\(active.sides[0].rawValue))" : "")
        let review = DayText.day(active.terms.reviewOn)
        guard Self.isDefinedAsAgreed(active.terms) else {
            let versions = Self.currentVersion(active.terms.metric).map { " (version \(active.terms.definitionVersion), now \($0))" } ?? ""
            return "agreed v\(active.version)\(how) of another definition\(versions): agree anew, the target does not carry over"
        }
        switch active.standing(on: today) {
        case .inForce: return "agreed v\(active.version)\(how), review \(review)"
        case .reviewDue:
            return "agreed v\(active.version)\(how), review due since \(review), ends on \(DayText.day(active.expiresOn)) if it is not held"
        case .expired:
            return "expired v\(active.version)\(how): the review of \(review) was not held by \(DayText.day(active.expiresOn + -1))"
        }
    }

    /// Sides of which somebody agreed: to what is in force, else to what is proposed.
    package var sides: [Side] {
        kpi.active?.sides ?? kpi.proposal.map { proposal in Side.allCases.filter { proposal.agreedCount($0, of: members) > 0 } } ?? []
    }

    /// Whether one side alone has agreed, and is not the only person there is.
    package var isOneSided: Bool { sides.count == 1 && !(kpi.active?.isSolo ?? members.isSolo) }

    /// `, one-sided (engineering 2 of 3)` where one side alone has agreed and the other exists or is missing.
    private func agreedSoFar(_ proposal: ProposedKPI) -> String {
        let sides = Side.allCases.filter { proposal.agreedCount($0, of: members) > 0 }
        guard let first = sides.first else { return "" }
        if sides.count == 1 && !members.isSolo { return ", one-sided (\(first.rawValue))" }
        return ", \(sides.map(\.rawValue).joined(separator: " and ")) so far"
    }

    /// What a reader should know besides, a sentence each.
    package func remarks(_ agreements: Agreements) -> [String] {
        var remarks: [String] = []
        guard let active = kpi.active else { return remarks }
        if let goal = agreements.goal(id: active.terms.goal), goal.isDropped {
            remarks.append("The goal that it serves was given up.")
        } else if agreements.goal(id: active.terms.goal) == nil {
            remarks.append("It serves no goal of this product, so it competes with the goals for time.")
        }
        if active.isOneSided {
            remarks.append(
                "Only the \(active.sides[0].rawValue) side agreed: a KPI of one side competes for time with the work of the other.")
        }
        let open = active.openObjections.count
        if open > 0 { remarks.append(open == 1 ? "An objection is open." : "\(open) objections are open.") }
        if let pending = active.pending {
            let holds = active.standing(on: today) == .expired ? "nothing holds until then" : "v\(active.version) holds until then"
            remarks.append("v\(pending.version) is proposed by \(pending.proposer) and not agreed; \(holds).")
        }
        return remarks
    }

    /// The command that takes it further; empty where nothing is asked for.
    package var next: String {
        switch kpi.state {
        case .proposed(let proposal): return next(proposal)
        case .active(let active):
            if let pending = active.pending { return next(pending) }
            let isDue = active.standing(on: today) != .inForce || !Self.isDefinedAsAgreed(active.terms)
            return isDue ? "hone kpi revise \(kpi.number)" : ""
        case .watched, .rejected, .retired: return ""
        }
    }

    private func next(_ proposal: ProposedKPI) -> String {
        if Self.change(of: proposal.terms, kpi.number) != nil { return "hone kpi revise \(kpi.number)" }
        if !proposal.openObjections.isEmpty { return "hone kpi resolve \(kpi.number) …" }
        // Nobody can agree before a token was given out.
        if members.all.isEmpty { return "\(Members.tokenCommand) …" }
        if missing.isEmpty { return "hone kpi ratify \(kpi.number)" }
        // Where all have agreed, only time is missing.
        let agreed = Side.allCases.reduce(0) { $0 + proposal.agreedCount($1, of: members) }
        return agreed == members.all.count ? "hone kpi show \(kpi.number)" : "hone kpi agree \(kpi.number) --token …"
    }

    /// `cycle time p85`.
    package static func name(_ terms: KPITerms) -> String {
        let name = Catalogue.metric(terms.metric)?.definition.name ?? terms.metric
        let statistic = terms.target.map(\.statistic) ?? (Catalogue.metric(terms.metric)?.definition.unit.isSpan == true ? .p85 : .value)
        return name.prefix(1).lowercased() + name.dropFirst() + (statistic == .value ? "" : " \(statistic.rawValue)")
    }
}
