import HoneFacts
import Testing

@testable import HoneMetrics

/// What was planned, done and spent, of which day.
@Suite struct PlanTests {
    @Test func `a done line without a cost is in no index of cost, and in the whole plan`() throws {
        let facts = ExampleFacts.plan([
            ("A", "", "2026-02-20", "", "2026-03-04", "100", "2026-03-03", "120"),
            ("B", "", "2026-02-20", "", "2026-03-08", "100", "2026-03-08", ""), ("C", "", "2026-02-20", "", "2026-03-29", "100", "", ""),
        ])
        let histories = DeliveryTests.folded(facts)
        let figures = PlanFigures(histories.plan, DeliveryTests.context())
        #expect(figures.earned == 200 && figures.spent == 120 && figures.withoutCost == 1 && figures.earnedAtCost == 100)
        // 100 for 120, so 300 takes 360; not 240, which leaves a third of the plan out, nor 180, as if B had cost nothing.
        #expect(figures.costPerformance.map { abs($0 - 100.0 / 120) < 1e-9 } == true)
        #expect(figures.estimateAtCompletion.map { abs($0 - 360) < 1e-9 } == true)
        let estimate = observe(EstimateAtCompletion(), histories, DeliveryTests.context())
        #expect(estimate.value.map { abs($0 - 360) < 1e-9 } == true && estimate.excluded == ["no-cost": 1])
        #expect(estimate.parts.map(\.observation.value).first == 320)
        // What was due is done, and the next line is due in two weeks: nobody is ahead for that.
        #expect(observe(EarnedSchedule(), histories, DeliveryTests.context()).value == 0)
    }

    @Test func `what was done since the cost was last said was not free`() {
        let facts = ExampleFacts.plan([
            ("A", "", "2026-03-01", "", "2026-03-04", "100", "2026-03-03", ""),
            ("A", "", "2026-03-05", "", "2026-03-04", "100", "2026-03-03", "125"),
            ("B", "", "2026-03-01", "", "2026-03-12", "100", "", ""), ("B", "", "2026-03-20", "", "2026-03-12", "100", "2026-03-12", "100"),
        ])
        let context = DeliveryTests.context("2026-03-01", "2026-03-16")
        let figures = PlanFigures(DeliveryTests.folded(facts).plan, context)
        // On 15 March B is done, and its cost is said on the 20th: 100 for 125, not 200 for 125.
        #expect(figures.earned == 200 && figures.costPerformance == 0.8 && figures.spentUntil.description == "2026-03-05")
        #expect(observe(CostPerformance(), DeliveryTests.folded(facts), context).value == 0.8)
    }

    @Test func `a new baseline makes no late line punctual`() throws {
        let facts = ExampleFacts.plan([("A", "", "2026-02-20", "", "2026-03-04", "100", "2026-03-10", "120")])
        var histories = DeliveryTests.folded(facts)
        func instant(_ text: String) throws -> Instant { try #require(Instant(iso: text)) }
        func baseline(_ set: String, _ due: String) throws -> PerformanceBaseline {
            let finish = histories.plan.plannedFinishAt[0] + (try instant(due).seconds - instant("2026-03-04T00:00:00Z").seconds) << 1
            let line = PerformanceBaseline.Line(key: "A", plannedFinishAt: finish, budget: 100)
            return PerformanceBaseline(setAt: try instant(set).seconds, lines: [line])
        }
        let both = [
            try baseline("2026-02-21T09:00:00Z", "2026-03-04T00:00:00Z"), try baseline("2026-03-12T09:00:00Z", "2026-03-11T00:00:00Z"),
        ]
        histories.plan = histories.plan.settled(on: both, Interpretation())
        let slip = observe(ScheduleSlip(), histories, DeliveryTests.context())
        #expect(slip.parts.first?.observation.percentiles?.p50 == 6)
    }
}
