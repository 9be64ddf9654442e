@testable import HoneLoop

/// Everything that decisions add up to, to be compared.
struct Standing: Equatable {
    let goals: [Goal]
    let notKPIs: [NotAKPI]
    let capability: CapabilityChoice
    let improvements: [Improvement]
    let held: Set<Ceremony>
    let open: [Ceremony.Kind: OpenCeremony]
    let lapsed: [OpenCeremony]
    let skipped: Set<SkippedCeremony>
    let briefs: BriefRecord
    let kpis: KPIRecord
    let health: HealthRecord
    let reserve: ReserveRecord
    let questions: [PeopleDataQuestion]
    let plan: PlanRecord
    let gates: GateRecord

    init(_ agreements: Agreements) {
        (goals, notKPIs, improvements) = (agreements.goals, agreements.notKPIs, agreements.improvements)
        capability = agreements.capability
        let ceremonies = agreements.record.ceremonyRecord
        (held, open, lapsed, skipped) = (ceremonies.held, ceremonies.open, ceremonies.lapsed, ceremonies.skipped)
        (briefs, kpis, health) = (agreements.briefs, agreements.kpiRecord, agreements.healthRecord)
        (reserve, questions) = (agreements.reserveRecord, agreements.peopleDataQuestions)
        (plan, gates) = (agreements.plan, agreements.gates)
    }

    init(_ decisions: [Decision]) { self.init(Agreements(decisions)) }
}
