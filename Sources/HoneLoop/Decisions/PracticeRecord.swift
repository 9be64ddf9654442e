package import HoneFacts

/// How the way of working is kept, whoever decides: KPIs that were set without both sides, reserve that went to other work, ceremonies
/// that were left out, questions for data of people, and what waits for an answer.
///
/// It is read from the decisions: raids, what was left out and what was asked stay, KPIs and what waits are as they stand now. It names
/// roles, and judges nothing.
package struct PracticeRecord: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case kpiOfOneSide = "KPI of one side"
        case reserveUsedOtherwise = "reserve used otherwise"
        case leftOut = "left out"
        case askedForPeopleData = "asked for people's data"
        case waiting
    }

    package struct Line: Sendable, Equatable {
        package let kind: Kind
        /// The day it is about; of what waits, since when, and of objections, the day of the agreement they speak against.
        package let day: CalendarDay
        /// Who decided, or of what waits, who asked or was asked; empty where nobody said.
        package let role: String
        package let about: String
    }

    /// By kind, then by day.
    package let lines: [Line]

    /// - Parameter decisions: all there are, with their ids, in their order.
    package init(_ decisions: [Decision], _ product: Product, _ zone: ZoneTable, on today: CalendarDay) {
        let agreements = Agreements(decisions)
        let setAside = Set(agreements.setAside)
        let taken = decisions.filter { !setAside.contains($0.id) }
        let raids = agreements.reserveRecord.raids.map {
            Line(kind: .reserveUsedOtherwise, day: $0.periodFrom, role: $0.role, about: $0.reason)
        }
        let skips = taken.compactMap { Self.skipped($0, agreements, zone) }
        let waiting = Self.briefs(agreements, zone, on: today) + Self.improvements(taken, agreements, zone, on: today)
        let kpis = agreements.kpis.flatMap { Self.lines(of: $0, agreements.kpiRecord.members, product, zone, on: today) }
        let questions = agreements.peopleDataQuestions.map {
            Line(kind: .askedForPeopleData, day: $0.askedOn, role: $0.role, about: $0.reason)
        }
        let all = kpis + raids + skips + questions + waiting
        lines = Kind.allCases.flatMap { kind in
            all.filter { $0.kind == kind }.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
        }
    }

    package func count(_ kind: Kind) -> Int { lines.count { $0.kind == kind } }

    private static func lines(
        of kpi: KPI, _ members: Members, _ product: Product, _ zone: ZoneTable, on today: CalendarDay
    ) -> [Line] {
        var lines: [Line] = []
        let name = "KPI \(kpi.number), \(KPIWords.name(kpi.terms))"
        if let active = kpi.active {
            if active.isOneSided {
                lines.append(
                    Line(
                        kind: .kpiOfOneSide, day: zone.day(atSeconds: active.ratifiedAt), role: active.sides[0].rawValue,
                        about: "\(name): agreed v\(active.version) by that side alone"))
            }
            let open = active.openObjections.count
            if open > 0 {
                let text = open == 1 ? "an objection" : "\(open) objections"
                lines.append(
                    Line(
                        kind: .waiting, day: zone.day(atSeconds: active.ratifiedAt), role: "",
                        about: "\(name): an answer to \(text) against v\(active.version)"))
            }
            if active.standing(on: today) != .inForce, active.pending == nil {
                lines.append(Line(kind: .waiting, day: active.terms.reviewOn, role: "", about: "\(name): its review"))
            }
        }
        if let proposal = kpi.proposal {
            // Whoever is on neither side may propose; without an agreement of either it is theirs alone.
            let isOfNeither = proposal.proposer != "team" && Side(role: proposal.proposer, of: product) == nil
            let isAlone = isOfNeither && Side.allCases.allSatisfy { proposal.agreedCount($0, of: members) == 0 }
            lines.append(
                Line(
                    kind: isAlone ? .kpiOfOneSide : .waiting, day: zone.day(atSeconds: proposal.proposedAt), role: proposal.proposer,
                    about: "\(name): v\(proposal.version) proposed, not agreed"))
        }
        return lines
    }

    private static func skipped(_ decision: Decision, _ agreements: Agreements, _ zone: ZoneTable) -> Line? {
        let name: String
        var day = decision.until ?? zone.day(atSeconds: decision.decidedAt)
        switch decision.verb {
        case .skipCeremony:
            guard let ceremony = Ceremony(subject: decision.subject) else { return nil }
            (name, day) = (ceremony.kind.name, ceremony.heldOn)
        case .skipGate:
            guard let gate = agreements.gates.gate(id: decision.subject) else { return nil }
            (name, day) = (gate.name, gate.plannedOn ?? day)
        default: return nil
        }
        return Line(kind: .leftOut, day: day, role: decision.role, about: "\(name): \(decision.reason)")
    }

    private static func briefs(_ agreements: Agreements, _ zone: ZoneTable, on today: CalendarDay) -> [Line] {
        agreements.briefs.waiting(on: today, agreements.improvements).map { request, improvement in
            Line(
                kind: .waiting, day: request.answer?.until ?? zone.day(atSeconds: request.askedAt), role: request.answer?.role ?? "",
                about: "brief \(improvement.number), \(request.answer == nil ? "an answer" : "to be asked again"): \(request.ask)")
        }
    }

    /// Notes without an answer, and what was handed on.
    private static func improvements(
        _ decisions: [Decision], _ agreements: Agreements, _ zone: ZoneTable, on today: CalendarDay
    ) -> [Line] {
        let notes = agreements.unanswered(on: today).map { note in
            Line(kind: .waiting, day: zone.day(atSeconds: note.notedAt), role: "", about: "note \(note.number), an answer: \(note.title)")
        }
        let handedOn = agreements.improvements.compactMap { improvement -> Line? in
            guard case .escalated(let escalated) = improvement.state,
                let decision = decisions.last(where: { $0.verb == .escalate && $0.subject == improvement.id })
            else { return nil }
            return Line(
                kind: .waiting, day: zone.day(atSeconds: decision.decidedAt), role: escalated.role,
                about: "improvement \(improvement.number), \(improvement.title): \(escalated.reason)")
        }
        return notes + handedOn
    }
}
