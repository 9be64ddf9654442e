import HoneFacts
import Testing

@testable import HoneLoop

/// Invariant I1: nothing is active without the rule, whoever writes the decision.
@Suite struct RatificationTests {
    static let two = KPISteps().joined("a", .product).joined("b", .engineering).proposed()

    static func missing(_ steps: KPISteps, day: Int64 = 10) throws -> [String] {
        let record = steps.agreements.kpiRecord
        let proposal = try #require(record.kpis.first?.proposal)
        let rule = RatificationRule(record.members, calendar: WorkingCalendar(), zone: .utc)
        return rule.missing(proposal, at: KPISteps.monday + day * KPISteps.day)
    }

    @Test func `agreed by both sides after three working days it is active`() throws {
        let active = try #require(KPISteps.active.kpi?.active)
        #expect(active.version == 1 && active.sides == [.product, .engineering] && !active.isOneSided && !active.isSolo)
        #expect(KPISteps.active.agreements.setAside.isEmpty)
    }

    @Test func `a ratification that somebody merely wrote down changes nothing`() {
        let forged: [KPISteps] = [
            Self.two.ratified("4"), Self.two.agreed("4", "a", .product).ratified("4"),
            // Three marks of one side are still at most the one member that side has.
            Self.two.agreed("4", "x", .engineering).agreed("4", "y", .engineering).agreed("4", "z", .engineering).ratified("4"),
            KPISteps().proposed().agreed("2", "x", .product).agreed("2", "y", .engineering).ratified("2"),
            // Too early, and of another version.
            Self.two.agreed("4", "a", .product).agreed("4", "b", .engineering).ratified("4", at: 1),
            Self.two.agreed("4", "a", .product).agreed("4", "b", .engineering).ratified("4", version: 2),
            Self.two.agreed("4", "a", .product).agreed("4", "b", .engineering).with(.object, at: 2, subject: "4", reason: "why?").ratified(
                "4"),
        ]
        for (number, steps) in forged.enumerated() {
            #expect(steps.kpi?.active == nil, "\(number)")
            #expect(steps.agreements.setAside.count == 1, "\(number)")
            #expect(!ProcessCheck(steps.agreements, on: CalendarDay(number: 20_770)).isPassed, "\(number)")
        }
    }

    @Test func `what is missing is said, all of it`() throws {
        let nobody = try Self.missing(KPISteps().proposed())
        #expect(nobody[0] == "Nobody can agree yet, as no token was given out.")
        #expect(nobody[1].hasSuffix("comes from hone kpi token --role product or hone kpi token --role engineering"))
        let objected = KPISteps().proposed().with(.object, at: 1, subject: "2", reason: "it will be gamed")
        #expect(try Self.missing(objected).last == "One objection is open.")
        #expect(try Self.missing(Self.two) == ["0 of 2 members agreed, and it takes half of them."])
        let one = Self.two.agreed("4", "b", .engineering).with(.object, at: 1, subject: "4", reason: "it will be gamed")
        #expect(try Self.missing(one) == ["Nobody of the product side has agreed.", "One objection is open."])
        let early = try Self.missing(one, day: 1)
        #expect(early.count == 3 && early[2].hasSuffix("from 5 Nov 2026 on."))
    }

    @Test func `the three days are working days, and begin anew for who joins later`() throws {
        // Friday: the third working day is Wednesday.
        let friday = try #require(CalendarDay(iso: "2026-11-06"))
        #expect(RatificationRule.day(after: friday, WorkingCalendar()).description == "2026-11-11")
        let holiday = WorkingCalendar(holidays: [friday + 3])
        #expect(RatificationRule.day(after: friday, holiday).description == "2026-11-12")
        #expect(RatificationRule.day(after: friday, WorkingCalendar(weekdays: [])) == friday + 366)
        let late = Self.two.agreed("4", "a", .product).agreed("4", "b", .engineering).joined("c", .engineering, at: 4)
        #expect(try Self.missing(late, day: 5).count == 1)
        #expect(try Self.missing(late, day: 9).isEmpty)
    }

    @Test func `an answered objection is none`() throws {
        let objected = Self.two.agreed("4", "a", .product).agreed("4", "b", .engineering).with(.object, at: 1, subject: "4", reason: "why?")
        let answered = objected.with(.resolve, at: 2, subject: "4", text: "1", reason: "see the retro")
        #expect(answered.ratified("4").kpi?.active != nil)
        let twice = answered.with(.resolve, at: 2, subject: "4", text: "1", reason: "again")
        #expect(twice.agreements.setAside.count == 1)
    }

    @Test func `the only member agrees alone, and it is called solo`() throws {
        let solo = KPISteps().joined("a", .engineering).proposed().agreed("3", "a", .engineering).ratified("3")
        let kpi = try #require(solo.kpi)
        #expect(kpi.active?.isSolo == true)
        #expect(solo.words(on: kpi.terms.reviewOn + -1)?.standing.hasPrefix("agreed v1, solo, review") == true)
    }

    @Test func `where one side alone exists the agreement is one-sided, and a remark says what that does`() throws {
        let steps = KPISteps().joined("a", .engineering).joined("b", .engineering).proposed().agreed("4", "a", .engineering).ratified("4")
        let kpi = try #require(steps.kpi)
        let words = try #require(steps.words(on: kpi.terms.reviewOn + -1))
        #expect(kpi.active?.isOneSided == true && words.standing.contains("one-sided (engineering)"))
        #expect(words.remarks(steps.agreements).contains { $0.contains("competes for time") })
    }

    @Test func `the next step of a proposal is told: agree, wait, ratify`() throws {
        let monday = try #require(CalendarDay(iso: "2026-11-02"))
        let half = Self.two.agreed("4", "a", .product, at: 0)
        #expect(half.words(on: monday)?.next == "hone kpi agree 1 --token …")
        let both = half.agreed("4", "b", .engineering, at: 0)
        #expect(both.words(on: monday)?.next == "hone kpi show 1")
        let ready = try #require(both.words(on: monday + 3))
        #expect(ready.next == "hone kpi ratify 1" && ready.missing.isEmpty)
        // What is revised is agreed on in the same way, while the old terms hold.
        let revised = both.ratified("4").with(.reviseKPI, at: 4, subject: "4", details: KPISteps.terms(target: "<= 9 d").details)
        #expect(revised.words(on: monday + 4)?.next == "hone kpi agree 1 --token …")
    }

    @Test func `nobody can agree to a number that is defined anew since it was proposed`() throws {
        let monday = try #require(CalendarDay(iso: "2026-11-02"))
        let steps = KPISteps().joined("a", .product).joined("b", .engineering).proposed(KPISteps.terms(definition: 7))
        let words = try #require(steps.agreed("4", "a", .product).agreed("4", "b", .engineering).words(on: monday + 3))
        #expect(words.next == "hone kpi revise 1" && words.missing.count == 1)
        #expect(words.missing[0].contains("cycle-time is version 1 now, and was version 7"))
    }

    @Test func `a token leaves and takes its voice along`() {
        let left = Self.two.agreed("4", "a", .product).agreed("4", "b", .engineering).with(.leave, at: 2, subject: "a").ratified("4")
        #expect(left.kpi?.active?.sides == [.engineering])
        #expect(left.with(.leave, at: 3, subject: "a").agreements.setAside.count == 1)
    }

    @Test(arguments: [
        ("Product Owner", Side.product), ("customer", .product), ("client", .product), ("developer", .engineering), ("manager", nil),
        ("scrum master", nil), ("", nil),
    ])
    func `a role has a side or none`(role: String, side: Side?) {
        #expect(Side(role: role, of: Product(name: "x", customerLabel: "Client")) == side)
    }
}
