import HoneFacts
import HoneMetrics
import Testing

@testable import HoneLoop

/// What is measured and waits for a decision is said where people look for what waits.
@Suite struct WaitingForDecisionTests {
    typealias Standing = BriefStandingTests

    static var begun: [Decision] {
        Array(Standing.decisions.prefix(3))
            + [Decision(.putInForce, decidedAt: Standing.seconds(Standing.since), subject: "1", until: Standing.since)]
    }

    static func overview(_ decisions: [Decision], on day: CalendarDay) -> ProductOverview {
        ProductOverview(
            Product(name: "Alloy", lifeCycles: [LifeCyclePeriod(kind: .kanban)]), .board, Agreements(decisions), [],
            now: Standing.seconds(day))
    }

    @Test func `an improvement waits for its decision once the week of the change and twelve more are over`() {
        let due = Standing.since + 13 * 7
        for (day, toDecide) in [(due + -1, 0), (due, 1), (due + 90, 1)] {
            let overview = Self.overview(Self.begun, on: day)
            #expect(overview.running == 1 && overview.toDecide == toDecide, "\(day)")
        }
        let decided = Decision(.decideImprovement, decidedAt: Standing.seconds(due), subject: "1", text: "unmeasured", reason: "no")
        let overview = Self.overview(Self.begun + [decided], on: due + 90)
        #expect(overview.toDecide == 0 && overview.decided == 1)
        // A promise that has not begun waits for nobody's decision.
        #expect(Self.overview(Array(Self.begun.prefix(3)), on: due).toDecide == 0)
    }

    @Test func `whether it pays is not "nothing was measured" where a measured one waits`() {
        func pays(weeks: Int) -> String {
            let evidence = ImprovementReadingTests.evidence(weeks: weeks, after: 5)
            return ImprovementLines(Agreements(Self.begun), .utc, on: evidence.today, evidence).whetherItPays
        }
        #expect(pays(weeks: 62) == "Cannot tell yet: no improvement has been measured.")
        #expect(pays(weeks: 80) == "Cannot tell yet: 1 is measured and waits for a decision, none is decided.")
    }
}
