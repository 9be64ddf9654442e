import HoneFacts
import HoneMetrics
import HoneStatistics
import Testing

@testable import HoneLoop

/// Improvements as loops of learning, as actions that are followed, and by the stage they touch.
@Suite struct ImprovementLoopTests {
    static func second(_ day: String) -> Int64 { PlanSteps.second("\(day)T09:00:00Z") }

    /// A note, shaped and promised; its id is that of its decision, the first.
    static func promised(_ day: String = "2026-03-02", kind: WorkKind? = nil, stage: String = "", measure: String = "throughput")
        -> [Decision]
    {
        let shape = ImprovementShape(kind: kind, stage: stage)
        let terms = ImprovementTerms(
            hypothesis: "a free tier brings users",
            measure: EffectMeasure(
                metric: measure, definitionVersion: 1, part: measure == "throughput" ? "" : "users (users)", kind: .counts, better: .higher),
            expected: 0.1...0.3, smallest: 0.1,
            guarding: EffectMeasure(metric: "reopen-rate", definitionVersion: 3, kind: .shares, better: .lower))
        return [
            Decision(.note, decidedAt: second("2026-03-01"), text: "a free tier"),
            Decision(.shapeImprovement, decidedAt: second("2026-03-01"), subject: "1", details: shape.details),
            Decision(.commitImprovement, decidedAt: second(day), subject: "1", details: terms.details),
        ]
    }

    static func started(_ day: String) -> Decision {
        Decision(.putInForce, decidedAt: second(day), subject: "1", until: PlanSteps.day(day))
    }

    static func decided(_ day: String, _ answer: ImprovementAnswer, _ effect: Effect = .better) -> Decision {
        let recorded = RecordedEffect(effect: effect, size: nil, kind: .counts, better: .higher, guardState: .held, look: .single)
        return Decision(
            .decideImprovement, decidedAt: second(day), subject: "1", text: answer.rawValue, reason: "so it is",
            details: answer == .unmeasured ? [:] : recorded.details)
    }

    static func loop(_ decisions: [Decision], _ measurements: MeasurementHistories = MeasurementHistories()) -> LoopHistories.Loop? {
        Agreements(decisions).improvements.first?.loop(measurements, .utc)
    }

    @Test(arguments: [
        (ImprovementAnswer.keep, LoopHistories.Loop.Decision?.some(.persevere)), (.adapt, .pivot), (.drop, .stop), (.unmeasured, nil),
    ])
    func `a bet is stated when it is frozen, built when people get it, and decided in the words of learning`(
        answer: ImprovementAnswer, decision: LoopHistories.Loop.Decision?
    ) throws {
        let loop = try #require(Self.loop(Self.promised() + [Self.started("2026-03-09"), Self.decided("2026-06-15", answer)]))
        #expect(loop.statedOn == PlanSteps.day("2026-03-02") && loop.builtOn == PlanSteps.day("2026-03-09"))
        #expect(loop.decidedOn == PlanSteps.day("2026-06-15") && loop.decision == decision && loop.hasThresholdBeforeData)
        #expect(loop.firstDataOn == nil)
    }

    @Test func `what is no bet is no loop, and neither is one that nobody has promised`() {
        #expect(Self.loop(Self.promised(kind: .tool)) == nil)
        #expect(Self.loop(Array(Self.promised().prefix(2))) == nil)
        #expect(Self.loop(Self.promised())?.decidedOn == nil)
    }

    @Test func `terms that were frozen after the data do not count as fixed before`() throws {
        var facts = FactTables()
        var batch = FactBatch(.measurement, origin: "m")
        for (number, day) in ["2026-03-01", "2026-03-12", "2026-03-20"].enumerated() {
            batch.append(
                id: "\(number)", integers: ["measured_at": Instant(day: PlanSteps.day(day)).rawValue],
                texts: ["name": "users", "value": "10", "unit": "users"])
        }
        facts.batches[.measurement] = [batch]
        let measured = fold(facts, Interpretation(), now: Self.second("2026-07-01")).measurements
        let early = try #require(Self.loop(Self.promised(measure: "product-measures") + [Self.started("2026-03-09")], measured))
        #expect(early.firstDataOn == PlanSteps.day("2026-03-12") && early.hasThresholdBeforeData)
        let late = try #require(
            Self.loop(Self.promised("2026-03-15", measure: "product-measures") + [Self.started("2026-03-09")], measured))
        #expect(!late.hasThresholdBeforeData)
    }

    @Test func `an improvement is followed with its story and its effect`() throws {
        func action(_ decisions: [Decision]) throws -> ActionHistories.Action {
            try #require(Agreements(decisions).improvements.first).history(.utc, today: PlanSteps.day("2026-07-01"))
        }
        #expect(try action(Self.promised()).outcome == .open && action(Self.promised()).isScheduled == nil)
        let story = Decision(.linkStory, decidedAt: 0, subject: "1", text: "AL-7")
        #expect(try action(Self.promised() + [story]).isScheduled == true)
        let all = Self.promised() + [Self.started("2026-03-09")]
        #expect(try action(all).outcome == .done(on: PlanSteps.day("2026-03-09")))
        #expect(try action(all + [Self.decided("2026-06-15", .keep)]).effect == .better)
        #expect(try action(all + [Self.decided("2026-06-15", .drop, .undetermined)]).effect == .undetermined)
        #expect(try action(all + [Self.decided("2026-06-15", .drop, .tooLittleData)]).effect == nil)
    }

    @Test func `every stage is in the matrix, also what no improvement touches`() {
        let improvements = Agreements(Self.promised(kind: .tool, stage: "review")).improvements
        let coverage = ImprovementCoverage(["Idea", "Review", "Done"], improvements)
        #expect(coverage.rows.map(\.stage) == ["Idea", "Review", "Done"] && coverage.rows.map(\.total) == [0, 1, 0])
        #expect(coverage.rows[1].counts == [.committed: 1] && coverage.neverTouched == ["Idea", "Done"])
        #expect(coverage.sentence == "Improvements touch Review; never yet Idea, Done.")
        let elsewhere = ImprovementCoverage(["Idea"], Agreements(Self.promised(kind: .tool, stage: "Trial")).improvements)
        #expect(elsewhere.rows.map(\.stage) == ["Idea", "Trial"])
        let everywhere = ImprovementCoverage(["Idea"], Agreements(Self.promised(kind: .tool)).improvements)
        #expect(everywhere.everywhere.total == 1 && everywhere.neverTouched == ["Idea"] && !everywhere.isEmpty)
        #expect(ImprovementCoverage(["Idea"], []).isEmpty)
    }
}
