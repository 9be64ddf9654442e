import HoneFacts
import HoneMetrics
import Testing

@testable import HoneLoop

/// Which step each state allows. What a type has no method for cannot be written at all: `RejectedKPI`, `WatchedKPI` and
/// `RetiredKPI` have no steps, and an `ActiveKPI` has no initializer outside of its file.
@Suite struct KPIStatesTests {
    static let terms = KPISteps.terms()

    /// Every verb that speaks of a KPI, written in full.
    static func all(_ kpi: String, version: Int) -> [(Decision.Verb, (KPISteps) -> KPISteps)] {
        [
            (.agree, { $0.agreed(kpi, "c", .product, version: version, at: 9) }),
            (.object, { $0.with(.object, at: 9, subject: kpi, reason: "why?") }),
            (.resolve, { $0.with(.resolve, at: 9, subject: kpi, text: "1", reason: "so") }),
            (.ratify, { $0.ratified(kpi, version: version, at: 9) }),
            (.reviseKPI, { $0.with(.reviseKPI, at: 9, subject: kpi, details: terms.details) }),
            (.retireKPI, { $0.with(.retireKPI, at: 9, subject: kpi, reason: "done") }),
            (.rejectKPI, { $0.with(.rejectKPI, at: 9, subject: kpi, reason: "no") }),
            (.watchKPI, { $0.with(.watchKPI, at: 9, subject: kpi, reason: "too noisy", until: "2027-03-01") }),
        ]
    }

    static func allowed(_ steps: KPISteps, version: Int = 1) -> Set<Decision.Verb> {
        Set(all("4", version: version).filter { $0.1(steps).agreements.setAside.isEmpty }.map(\.0))
    }

    static let members = KPISteps().joined("a", .product).joined("b", .engineering)
    static let agreed = members.proposed().agreed("4", "a", .product).agreed("4", "b", .engineering)
    static let objected = agreed.with(.object, at: 2, subject: "4", reason: "why?")

    @Test func `each state has its own steps and no others`() {
        #expect(Self.allowed(Self.agreed) == [.agree, .object, .ratify, .reviseKPI, .rejectKPI, .watchKPI])
        #expect(Self.allowed(Self.objected) == [.agree, .object, .resolve, .reviseKPI, .rejectKPI, .watchKPI])
        #expect(Self.allowed(KPISteps.active) == [.object, .reviseKPI, .retireKPI])
        let revised = KPISteps.active.with(.reviseKPI, at: 8, subject: "4", details: Self.terms.details)
        #expect(Self.allowed(revised, version: 2) == [.agree, .object, .reviseKPI, .rejectKPI, .retireKPI])
        for verb in [Decision.Verb.retireKPI, .rejectKPI, .watchKPI] {
            let start = verb == .retireKPI ? KPISteps.active : Self.agreed
            let ended = start.with(verb, at: 8, subject: "4", reason: "over", until: "2027-03-01")
            #expect(ended.agreements.setAside.isEmpty && Self.allowed(ended).isEmpty, "\(verb)")
        }
    }

    @Test func `a new version holds only when it is agreed, the old one until then, and both can be read`() throws {
        var other = Self.terms
        other.target = Bound("<= 8 d", unit: .days)
        other.reviewOn = other.reviewOn + 90
        let revised = KPISteps.active.with(.reviseKPI, at: 8, subject: "4", details: other.details)
        #expect(revised.kpi?.active?.version == 1 && revised.kpi?.active?.pending?.version == 2)
        // Old consents do not count for new terms, nor do consents that name the old version.
        #expect(revised.ratified("4", version: 2, at: 20).kpi?.active?.version == 1)
        #expect(revised.agreed("4", "a", .product, version: 1, at: 9).agreements.setAside.count == 1)
        let agreed = revised.agreed("4", "a", .product, version: 2, at: 9).agreed("4", "b", .engineering, version: 2, at: 9)
            .ratified("4", version: 2, at: 20)
        let kpi = try #require(agreed.kpi)
        #expect(kpi.active?.version == 2 && kpi.active?.terms == other && kpi.active?.pending == nil)
        #expect(kpi.versions.map(\.terms) == [Self.terms, other] && kpi.versions.allSatisfy { $0.ratifiedAt != nil })
        let kept = revised.with(.rejectKPI, at: 9, subject: "4", reason: "the old one is fine")
        #expect(kept.kpi?.active?.version == 1 && kept.kpi?.active?.pending == nil)
    }

    @Test func `an objection to what holds stands against its next version, until it is answered`() throws {
        let revised = KPISteps.active.with(.object, at: 8, subject: "4", reason: "crumbs")
            .with(.reviseKPI, at: 9, subject: "4", details: Self.terms.details)
            .agreed("4", "a", .product, version: 2, at: 10).agreed("4", "b", .engineering, version: 2, at: 10)
        #expect(revised.kpi?.proposal?.openObjections.map(\.reason) == ["crumbs"])
        #expect(revised.ratified("4", version: 2, at: 20).kpi?.active?.version == 1)
        let answered = revised.with(.resolve, at: 11, subject: "4", text: "1", reason: "a guard")
        #expect(answered.kpi?.active?.openObjections.isEmpty == true)
        #expect(answered.ratified("4", version: 2, at: 20).kpi?.active?.version == 2)
    }

    @Test func `terms without goal, question, outcome, guard, use or review day are no proposal`() {
        for name in Self.terms.details.keys where name != "target" {
            for value in [nil, ""] {
                var details = Self.terms.details
                details[name] = value
                let steps = Self.members.with(.proposeKPI, subject: "cycle-time", details: details)
                #expect(steps.agreements.kpis.isEmpty && steps.agreements.setAside == ["4"], "\(name)")
            }
        }
        var itself = Self.terms
        itself.guardMetric = "cycle-time"
        #expect(KPITerms(itself.details) == nil)
        #expect(KPITerms(Self.terms.details) == Self.terms)
    }

    @Test func `an agreement runs out thirty days after its review day, and the check with it`() throws {
        let review = try #require(CalendarDay(iso: "2027-01-14"))
        let active = try #require(KPISteps.active.kpi?.active)
        let standings = [-1, 0, 29, 30].map { active.standing(on: review + $0) }
        #expect(standings == [.inForce, .reviewDue, .reviewDue, .expired])
        let agreements = KPISteps.active.agreements
        #expect([-1, 0, 29, 30].map { ProcessCheck(agreements, on: review + $0).isPassed } == [true, true, true, false])
        #expect(ProcessCheck(agreements, on: review + 30) == .open(goals: 1, expired: review + 30))
        let words = [-1, 0, 30].map { KPISteps.active.words(on: review + $0)?.standing }
        #expect(
            words == [
                "agreed v1, review 14 Jan 2027", "agreed v1, review due since 14 Jan 2027, ends on 13 Feb 2027 if it is not held",
                "expired v1: the review of 14 Jan 2027 was not held by 12 Feb 2027",
            ])
    }

    @Test func `what is watched on purpose passes the check until its day`() throws {
        let watched = Self.agreed.with(.watchKPI, at: 8, subject: "4", reason: "too noisy", until: "2027-03-01").agreements
        let end = try #require(CalendarDay(iso: "2027-03-01"))
        #expect(ProcessCheck(watched, on: end + -1) == .decidedAgainst(metric: "cycle-time", reason: "too noisy", until: end))
        #expect(!ProcessCheck(watched, on: end).isPassed)
    }
}
