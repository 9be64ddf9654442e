import HoneFacts
import Testing

@testable import HoneLoop
@testable import HoneMetrics

@Suite struct LearningSentencesTests {
    static let now = PlanSteps.second("2026-05-01T12:00:00Z")

    static func loop(
        _ stated: String, _ decided: String? = nil, _ decision: LoopHistories.Loop.Decision? = nil, built: String? = nil, line: Bool = true
    ) -> LoopHistories.Loop {
        .init(
            name: stated, statedOn: PlanSteps.day(stated), builtOn: built.map(PlanSteps.day), decidedOn: decided.map(PlanSteps.day),
            decision: decision, hasThresholdBeforeData: line)
    }

    static func histories(_ loops: [LoopHistories.Loop]) -> Histories {
        var histories = fold(FactTables(), Interpretation(), now: now)
        histories.loops = LoopHistories(loops)
        return histories
    }

    static func sentences(_ loops: [LoopHistories.Loop]) -> [String] {
        LearningSentences(histories(loops), Interpretation(), until: PlanSteps.day("2026-05-01"), now: now).all
    }

    @Test func `loops are told with their range while they are few, and open ones with their age`() {
        let sentences = Self.sentences([
            Self.loop("2026-03-01", "2026-03-10", .persevere, built: "2026-03-04"),
            Self.loop("2026-03-02", "2026-03-31", .pivot, built: "2026-03-12", line: false), Self.loop("2026-04-01"),
        ])
        #expect(
            sentences == [
                "2 loops were decided in the 52 weeks to 1 May 2026, from hypothesis to decision up to 30 d: build up to 10 d.",
                "1 of 2 by a success line that was fixed before the data (9.5-91 %).", "1 of 2 changed course (pivot or stop).",
                "1 loop is open, stated 30 d ago.",
            ])
    }

    @Test func `nobody who only ever perseveres learned to stop, and that is said`() {
        let loops = (1...4).map { Self.loop("2026-03-0\($0)", "2026-04-0\($0)", .persevere) }
        #expect(Self.sentences(loops).contains("Every one was kept: no bet has taught anybody to stop yet."))
    }

    @Test func `without loops it is said that there are none`() {
        #expect(Self.sentences([]) == ["No bet is on record yet, so no loop of build, measure and learn."])
        let old = Self.sentences([Self.loop("2024-01-01", "2024-02-01", .stop)])
        #expect(old == ["No loop of build, measure and learn was decided in the 52 weeks to 1 May 2026."])
    }

    @Test(arguments: LifeCycle.allCases)
    func `only a product that works by bets has the section`(lifeCycle: LifeCycle) async {
        let page = await ScorecardBuilder(
            product: Product(name: "Alloy", lifeCycles: [.init(kind: lifeCycle)]), interpretation: Interpretation(),
            histories: Self.histories([Self.loop("2026-03-01", "2026-03-10", .pivot)]), agreements: Agreements([]), cursors: [],
            now: Self.now
        ).scorecard(window: nil)
        #expect(page.learning.isEmpty == (lifeCycle != .leanStartup))
    }
}
