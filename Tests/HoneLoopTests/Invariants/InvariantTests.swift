import HoneFacts
import HoneMetrics
import HoneStatistics
import Testing

@testable import HoneLoop

/// Invariants that no other suite has; Documentation/Requirements.md says where each of the others is.
@Suite struct InvariantTests {
    static func agreements(measuring count: Int) -> Agreements {
        let shape = ImprovementShape(kind: .process).details
        let notes = (0...count).map { Decision(.note, decidedAt: 0, text: "change \($0)") }
        let steps = (1...max(1, count)).flatMap { number in
            [
                Decision(.shapeImprovement, decidedAt: 1, subject: "\(number)", details: shape),
                Decision(.commitImprovement, decidedAt: 2, subject: "\(number)", details: ImprovementReadingTests.terms().details),
                Decision(.putInForce, decidedAt: 3, subject: "\(number)", until: ImprovementReadingTests.start + 400),
            ]
        }
        return Agreements(notes + (count == 0 ? [] : steps))
    }

    /// What a draft that lacks nothing is told.
    static func refusal(measuring count: Int, beyondThree: String? = nil) throws -> [String] {
        let agreements = agreements(measuring: count)
        #expect(agreements.setAside.isEmpty)
        var draft = ImprovementDraft()
        (draft.hypothesis, draft.metric, draft.expected, draft.guardMetric) = ("less waiting", "cycle-time", "20-40 %", "throughput")
        (draft.guardBetter, draft.beyondThree) = (.higher, beyondThree)
        do {
            let improvement = try #require(agreements.improvements.last)
            _ = try draft.terms(improvement, agreements, ImprovementReadingTests.evidence(after: 10))
            return []
        } catch let refusal as Refusal { return refusal.sentences }
    }

    @Test func `a fourth improvement is measured only with a reason`() throws {
        #expect(try Self.refusal(measuring: 2).isEmpty)
        let told = try Self.refusal(measuring: 3)
        #expect(told.count == 1 && told[0].contains("--beyond-three"), "\(told)")
        #expect(try Self.refusal(measuring: 3, beyondThree: "the audit needs it").isEmpty)
    }

    /// Evidence begins when the first item does, up to twelve days and so one whole week before the first is finished.
    @Test(arguments: [(4, true), (10, true), (12, false), (20, false)])
    func `I4: less than twelve weeks before the change are too little data`(weeks: Int, isTooLittle: Bool) throws {
        let evidence = ImprovementReadingTests.evidence(weeks: weeks + 20, changed: weeks, after: 5)
        let all = ImprovementReadingTests.improvements([ImprovementReadingTests.start + weeks * 7])
        let effect = try #require(ImprovementReadingTests.reading(all[0], all, evidence).effect?.reading.effect)
        #expect((effect == .tooLittleData) == isTooLittle, "\(effect)")
    }

    @Test func `I5: what is worse or breaks its guard is kept only with a reason, and the effect stays what it was`() throws {
        let worse = RecordedEffect(
            effect: .worse, size: .init(value: 1.3, lower: 1.1, upper: 1.5), kind: .durations, better: .lower, guardState: .broken,
            look: .single)
        func decided(_ reason: String) -> Agreements {
            Agreements([
                Decision(.note, decidedAt: 0, text: "it hurts"),
                Decision(.shapeImprovement, decidedAt: 1, subject: "1", details: ImprovementLawTests.shape.details),
                Decision(.commitImprovement, decidedAt: 2, subject: "1", details: ImprovementLawTests.terms.details),
                Decision(.putInForce, decidedAt: 3, subject: "1", until: ImprovementLawTests.day),
                Decision(.decideImprovement, decidedAt: 9, subject: "1", text: "keep", reason: reason, details: worse.details),
            ])
        }
        #expect(decided("").setAside == ["5"] && decided("").improvements[0].isOpen)
        let kept = decided("customers asked for it")
        guard case .decided(let decision) = kept.improvements[0].state else {
            Issue.record("it was not decided")
            return
        }
        #expect(kept.setAside.isEmpty && decision.answer == .keep && decision.grounds.effect == worse)
    }

    @Test func `I13: time on the board is called so, and never mixed with logged hours`() {
        let bugs: [(String, String, [String])] = ["A", "B"].map {
            ($0, "bug", ["2026-03-02T09:00:00Z Doing", "2026-03-03T09:00:00Z Done"])
        }
        let board = ExampleFacts.transitions(bugs)
        let now = (Instant(iso: "2026-05-01T00:00:00Z") ?? Instant(seconds: 0)).seconds
        func labour(_ facts: ExampleFacts) -> Observation {
            observe(
                LabourPerBugFix(), fold(facts.tables, .board, now: now),
                MeasureContext(
                    interpretation: .board, window: Window(from: PlanSteps.day("2026-03-01"), to: PlanSteps.day("2026-04-01")), now: now))
        }
        let proxy = labour(board)
        #expect(proxy.n == 2 && proxy.flags["board-time-proxy"] == 2 && proxy.source?.contains("upper bound") == true)
        let half = labour(board.with("logged_seconds", ["A": 3600]))
        #expect(half.n == 1 && half.value == 1 && half.excluded["no-logged-time"] == 1 && half.flags["board-time-proxy"] == nil)
    }

    @Test func `I15: without a person's own figure there is no money`() {
        func request(_ details: [String: String]) -> BriefRequest? {
            BriefRequest(Decision(.askBrief, decidedAt: 0, subject: "1", text: "two days", details: details))
        }
        #expect(request([:]).map { $0.costOfDelay == nil } == true)
        for amount in ["0", "-5", "much", "inf", "nan"] {
            #expect(request(["cost-of-delay": amount, "currency": "EUR"]).map { $0.costOfDelay == nil } == true, "\(amount)")
        }
        let given = request(["cost-of-delay": "500", "currency": "EUR"])?.costOfDelay
        #expect(given == BriefRequest.Money(amount: 500, currency: "EUR"))
    }
}
