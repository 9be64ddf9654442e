import HoneFacts
import Testing

@testable import HoneLoop
@testable import HoneMetrics

@Suite struct BaselineTests {
    static let kinds = Set(WorkKind.allCases.filter(\.isImprovement))

    @Test func `the textbook example comes out to the cent, for the product and for the lane`() {
        let histories = PlanSteps.histories(PlanSteps.rows, [PlanSteps.settle(PlanSteps.rows, at: "2026-03-01T09:00:00Z")])
        let expected: [(any Metric, Double)] = [
            (PlannedValue(), 500), (EarnedValue(), 400), (ActualCost(), 450), (ScheduleVariance(), -100), (CostVariance(), -50),
            (SchedulePerformance(), 0.8), (CostPerformance(), 400.0 / 450), (EstimateAtCompletion(), 1125),
        ]
        for (metric, number) in expected {
            let value = PlanSteps.value(metric, histories, on: "2026-03-15").value
            #expect(abs((value ?? .nan) - number) < 1e-9, "\(metric.definition.id)")
        }
        // The lane is D alone: 350, to be done by 29 March, and nothing is.
        #expect(PlanSteps.value(PlannedValue(), histories, on: "2026-03-15", kinds: Self.kinds).value == 0)
        let late = PlanSteps.value(PlannedValue(), histories, on: "2026-03-29", kinds: Self.kinds)
        #expect(late.value == 350 && late.n == 1)
        #expect(PlanSteps.value(SchedulePerformance(), histories, on: "2026-03-29", kinds: Self.kinds).value == 0)
    }

    @Test func `changing an estimate later never moves the old planned value`() {
        let first = PlanSteps.settle(PlanSteps.rows, at: "2026-03-01T09:00:00Z")
        let all = PlanSteps.rows + PlanSteps.reestimates
        // Lines that are re-written in place, so that nothing of the first plan is in the facts any longer; and a line that is gone.
        let rewritten: [ExampleFacts.PlanRow] = [
            ("A", "process", "", "2026-06-01", "2026-06-08", "9", "2026-03-09", "300", "Elsewhere"),
            ("B", "feature", "", "2026-06-01", "2026-06-08", "9", "", "50", ""),
            ("C", "tool", "", "", "2026-06-08", "9", "2026-03-13", "100", ""),
        ]
        for rows in [PlanSteps.rows, all, rewritten] {
            let histories = PlanSteps.histories(rows, [first])
            for (day, planned) in [
                ("2026-03-07", 0.0), ("2026-03-08", 250), ("2026-03-15", 500), ("2026-03-22", 650), ("2026-12-01", 1000),
            ] {
                #expect(PlanSteps.value(PlannedValue(), histories, on: day).value == planned, "\(day)")
            }
            #expect(PlanSteps.value(EarnedValue(), histories, on: "2026-03-15").value == 400)
            #expect(PlanSteps.value(PlannedValue(), histories, on: "2026-12-01", kinds: Self.kinds).value == 350)
        }
    }

    @Test func `a re-baseline holds from its day on, and the one before for all days before`() {
        let all = PlanSteps.rows + PlanSteps.reestimates
        let decisions = [
            PlanSteps.settle(PlanSteps.rows, at: "2026-03-01T09:00:00Z"),
            PlanSteps.settle(all, at: "2026-03-20T09:00:00Z", .rebaseline, reason: "the supplier is late"),
        ]
        let histories = PlanSteps.histories(all, decisions)
        #expect(PlanSteps.value(PlannedValue(), histories, on: "2026-03-15").value == 500)
        #expect(PlanSteps.value(PlannedValue(), histories, on: "2026-03-19").value == 500)
        // From the 20th: A 250 and C 150 (due on the 22nd) were to be done, B 900 in April, D 700.
        #expect(PlanSteps.value(PlannedValue(), histories, on: "2026-03-20").value == 250)
        #expect(PlanSteps.value(PlannedValue(), histories, on: "2026-03-22").value == 400)
        #expect(PlanSteps.value(PlannedValue(), histories, on: "2026-04-15").value == 1300)
        #expect(PlanSteps.value(PlannedValue(), histories, on: "2026-04-29").value == 2000)
        let record = Agreements(decisions).plan
        #expect(record.baselines.map(\.number) == [1, 2] && record.baselines[1].reason == "the supplier is late")
        #expect(record.baseline(1)?.baseline.lines.map(\.budget) == [250, 250, 150, 350])
        #expect(record.baseline(2)?.baseline.lines.map(\.budget) == [250, 900, 150, 700])
    }

    @Test func `a baseline is set once, another one needs a reason, and what does not fit changes nothing`() {
        let first = PlanSteps.settle(PlanSteps.rows, at: "2026-03-01T09:00:00Z")
        let again = PlanSteps.settle(PlanSteps.reestimates, at: "2026-03-02T09:00:00Z")
        let silent = PlanSteps.settle(PlanSteps.reestimates, at: "2026-03-03T09:00:00Z", .rebaseline)
        var broken = PlanSteps.settle(PlanSteps.reestimates, at: "2026-03-04T09:00:00Z", .rebaseline, reason: "a slip")
        broken.details["line B"] = "2026-03-02 someday 900"
        let empty = Decision(.rebaseline, decidedAt: 0, reason: "nothing in it")
        let agreements = Agreements([first, again, silent, broken, empty])
        #expect(agreements.plan.baselines.count == 1 && agreements.setAside == ["2", "3", "4", "5"])
        #expect(Agreements([silent]).plan.baselines.isEmpty)
    }

    @Test func `a baseline comes back from a decision as it was, whatever its lines are called`() {
        let lines = [
            PerformanceBaseline.Line(
                key: "line A phase B", type: "type", phase: "line", plannedStartAt: Instant(seconds: 1_772_000_000).rawValue,
                plannedFinishAt: Instant(day: PlanSteps.day("2026-03-08")).rawValue, budget: 0.1 + 0.2),
            PerformanceBaseline.Line(key: " ", budget: 1125.38), PerformanceBaseline.Line(key: "Ä|ß", phase: "Entwurf – 1"),
        ]
        let baseline = PerformanceBaseline(setAt: 7, lines: lines)
        #expect(PerformanceBaseline(baseline.details, setAt: 7) == baseline)
    }

    @Test func `a line that the baseline does not have is left out by name`() {
        let more = PlanSteps.rows + [("E", "feature", "2026-03-02", "", "2026-03-10", "80", "2026-03-11", "90", "Design")]
        let histories = PlanSteps.histories(more, [PlanSteps.settle(PlanSteps.rows, at: "2026-03-01T09:00:00Z")])
        let earned = PlanSteps.value(EarnedValue(), histories, on: "2026-03-15")
        #expect(earned.value == 400 && earned.n == 4 && earned.excluded == ["not-in-baseline": 1])
        let lane = PlanSteps.value(ImprovementLane(), histories, on: "2026-04-30")
        #expect(lane.value == 0.35 && lane.excluded == ["not-in-baseline": 1])
    }

    @Test func `a proposal takes what had been said by its day, and names what contradicts itself`() {
        let all = PlanSteps.rows + PlanSteps.reestimates
        func budgets(_ day: String?) -> [Double?] {
            BaselineProposal(PlanSteps.histories(all).plan, statedBy: day.map(PlanSteps.day), zone: .utc).lines.map(\.budget)
        }
        #expect(budgets(nil) == [250, 900, 150, 700] && budgets("2026-03-15") == [250, 250, 150, 350] && budgets("2026-02-28") == [])
        let twice = BaselineProposal(
            PlanSteps.histories(all + [("D", "tool", "2026-03-16", "", "2026-05-01", "1", "", "", "")]).plan, statedBy: nil, zone: .utc)
        #expect(twice.disputed == ["D"])
        let first = PerformanceBaseline(
            setAt: 0, lines: BaselineProposal(PlanSteps.histories(PlanSteps.rows).plan, statedBy: nil, zone: .utc).lines)
        let differences = BaselineProposal(PlanSteps.histories(all).plan, statedBy: nil, zone: .utc).differences(from: first)
        #expect(differences == ["2 lines are planned otherwise: B, D"])
    }

    @Test func `a re-baseline takes the words of the source, not those of the baseline before`() {
        let moved: [ExampleFacts.PlanRow] = [("A", "tool", "2026-03-01", "", "2026-03-08", "250", "", "", "Build")]
        let before: [ExampleFacts.PlanRow] = [("A", "feature", "2026-03-01", "", "2026-03-08", "250", "", "", "Design")]
        let histories = PlanSteps.histories(moved, [PlanSteps.settle(before, at: "2026-03-01T09:00:00Z")])
        #expect(histories.plan.phase == ["Design"] && histories.plan.kind == [.feature])
        let proposal = BaselineProposal(histories.plan, statedBy: nil, zone: .utc)
        #expect(proposal.lines.map(\.phase) == ["Build"] && proposal.lines.map(\.type) == ["tool"])
    }
}
