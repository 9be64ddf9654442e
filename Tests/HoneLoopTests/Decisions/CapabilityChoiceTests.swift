import HoneFacts
import Testing

@testable import HoneLoop

/// The capability section of a page: it shows trends, says why it cannot, or is empty by a decision that can be taken back.
@Suite struct CapabilityChoiceTests {
    static let today = CalendarDay(iso: "2026-11-22") ?? CalendarDay(number: 0)

    static func empty(_ reason: String = "a prototype", until: String = "2027-03-01", at instant: Int64 = 0) -> Decision {
        Decision(
            .leaveCapabilityEmpty, decidedAt: instant, role: "product owner", reason: reason, until: CalendarDay(iso: until))
    }

    static func back(_ reason: String = "it goes on") -> Decision { Decision(.showCapability, decidedAt: 1, reason: reason) }

    static func page(_ decisions: [Decision], _ facts: FactTables = FactTables()) async -> Scorecard {
        await ScorecardBuilderTests.builder(facts, decisions: decisions).scorecard(window: nil)
    }

    @Test func `a choice holds until its day, with the role that decided`() throws {
        let choice = Agreements([Self.empty()]).capability
        let held = try #require(choice.inForce(on: Self.today))
        #expect(held.role == "product owner" && held.reason == "a prototype" && held.decidedAt == 0)
        let end = try #require(CalendarDay(iso: "2027-03-01"))
        #expect(choice.inForce(on: end + -1) != nil && choice.inForce(on: end) == nil)
    }

    @Test func `a later choice stands in the place of an earlier one, and one is taken back for a reason`() {
        let later = Agreements([Self.empty(), Self.empty("until the fair", until: "2026-12-24", at: 2)])
        #expect(later.capability.empty?.reason == "until the fair" && later.setAside.isEmpty)
        let taken = Agreements([Self.empty(), Self.back()])
        #expect(taken.capability.empty == nil && taken.setAside.isEmpty)
        #expect(Agreements([Self.empty(), Self.back(""), Self.back(), Self.back()]).setAside == ["2", "4"])
        #expect(Agreements([Self.back()]).setAside == ["1"])
    }

    @Test func `the page says what holds: the choice, or why it cannot tell`() async throws {
        let now = ScorecardBuilderTests.now
        let empty = await Self.page([Self.empty(at: now - 86_400)]).capabilityStanding
        let choice = try #require(Agreements([Self.empty(at: now - 86_400)]).capability.empty)
        #expect(empty == .emptyOnPurpose(choice, since: Self.today + -1))
        for decisions in [[], [Self.empty(), Self.back()], [Self.empty(until: "2026-11-22")]] {
            #expect(await Self.page(decisions).capabilityStanding == .cannotTellYet(.none))
        }
        // Requested on 1 June 2025, finished in November 2026: the five whole quarters from July 2025 to September 2026.
        let young = await Self.page([], ScorecardBuilderTests.items(finished: "2026-11-10", count: 20)).capabilityStanding
        #expect(young == .cannotTellYet(CapabilityHistory(firstDay: CalendarDay(iso: "2025-06-01"), wholeQuarters: 5)))
    }

    @Test func `trends are measured all the same, so that nothing is lost when the choice ends`() async {
        let histories = CapabilityTests.histories(quarters: 14)
        func page(_ decisions: [Decision]) async -> Scorecard {
            await ScorecardBuilder(
                product: Product(name: "Alloy"), interpretation: CapabilityTests.interpretation, histories: histories,
                agreements: Agreements(decisions), cursors: [], now: CapabilityTests.now
            ).scorecard(window: nil)
        }
        let (shown, empty) = (await page([]), await page([Self.empty()]))
        #expect(shown.capabilityStanding == .trends && shown.shownCapability?.trends.isEmpty == false)
        #expect(empty.shownCapability == nil && empty.capability?.points == shown.capability?.points)
    }
}
