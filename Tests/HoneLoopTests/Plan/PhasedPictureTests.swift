import HoneFacts
import Testing

@testable import HoneLoop
@testable import HoneMetrics

@Suite struct PhasedPictureTests {
    static let baseline = PlanSteps.settle(PlanSteps.rows, at: "2026-03-01T09:00:00Z")

    @Test func `each phase has its own numbers, and they add up to those of all`() throws {
        let picture = PlanSteps.picture(PlanSteps.rows, [Self.baseline])
        #expect(picture.phases.map(\.name) == ["Design", "Build"])
        let design = try #require(picture.phases[0].figures).all
        // A and B were due; A is done for 300, and 50 went into B.
        #expect(design.planned == 500 && design.earned == 250 && design.spent == 350 && design.schedulePerformance == 0.5)
        let build = try #require(picture.phases[1].figures)
        #expect(build.all.planned == 0 && build.all.earned == 150 && build.all.spent == 100 && build.all.schedulePerformance == nil)
        #expect(build.lane.budget == 350 && build.lane.n == 1 && build.lane.doneCount == 0)
        let all = try #require(picture.figures).all
        for path in [\PlanFigures.budget, \.planned, \.earned] {
            #expect(picture.phases.compactMap(\.figures).reduce(0) { $0 + $1.all[keyPath: path] } == all[keyPath: path])
        }
        #expect(picture.phases[0].window == Window(from: PlanSteps.day("2026-03-02"), to: PlanSteps.day("2026-03-16")))
    }

    @Test func `the lane is there with nothing in it, and where there is no plan at all`() {
        let features = PlanSteps.rows.filter { $0.type == "feature" }
        let empty = PlanSteps.picture(features)
        #expect(empty.figures?.lane.n == 0 && empty.figures?.lane.budget == 0)
        #expect(PhasedSentences(empty).lane == "Nothing is planned for improvement in any phase.")
        #expect(empty.touched.isEmpty && empty.neverTouched == ["Design", "Build"])
        let bare = PlanSteps.picture([], phases: ["Requirements", "Design"])
        #expect(bare.figures == nil && bare.phases.map(\.name) == ["Requirements", "Design"])
        #expect(PhasedSentences(bare).lane == "Nothing is planned for improvement in any phase.")
        #expect(PhasedSentences(bare).standing.contains("No plan was read"))
        #expect(PhasedSentences(bare).next == "fact: plan_line in hone.yaml")
    }

    @Test func `a lane whose lines have no budget is not empty, and it is said what is missing`() {
        let rows: [ExampleFacts.PlanRow] = [
            ("A", "feature", "2026-03-01", "2026-03-02", "2026-03-08", "100", "", "", "Design"),
            ("B", "tool", "2026-03-01", "2026-03-02", "2026-03-08", "", "", "", "Design"),
            ("C", "process", "2026-03-01", "2026-03-02", "2026-03-08", "", "", "", "Build"),
        ]
        let picture = PlanSteps.picture(rows)
        #expect(picture.figures?.lane.n == 0)
        #expect(
            PhasedSentences(picture).lane == "Improvement is in the plan, and none of its lines can be counted: 2 lines (no budget).")
        let budgeted: [ExampleFacts.PlanRow] = [("D", "tool", "2026-03-01", "2026-03-02", "2026-03-08", "50", "", "", "Build")]
        #expect(PhasedSentences(PlanSteps.picture(rows + budgeted)).lane.hasSuffix("is. Left out: 2 lines (no budget)."))
    }

    @Test func `what improvement never touched is named`() {
        let picture = PlanSteps.picture(PlanSteps.rows, [Self.baseline])
        #expect(picture.touched == ["Build"] && picture.neverTouched == ["Design"])
        #expect(PhasedSentences(picture).coverage == "Improvement touches Build; never yet Design.")
    }

    @Test func `the answer is a sentence with its indices, in time as well`() {
        let sentences = PhasedSentences(PlanSteps.picture(PlanSteps.rows, [Self.baseline]))
        #expect(sentences.standing == "By 15 Mar 2026, 500 of 1,000 was to be done: 400 is, for 450 spent (SPI 0.80, CPI 0.89).")
        // 400 should have been done after 1.6 weeks, and two are over.
        #expect(
            sentences.inTime
                == "In time the work is 0.4 weeks later than planned; at this cost the whole takes 1,125 instead of 1,000. 50 of what was spent is in lines that are not done: a line counts for nothing until it is done, so the whole is likely to take less than that."
        )
        #expect(sentences.baseline == "Held against baseline 1 of 4 lines. It was set on 1 Mar 2026.")
        #expect(PhasedSentences(PlanSteps.picture(PlanSteps.rows)).baseline?.contains("No baseline was recorded") == true)
        #expect(PhasedSentences(PlanSteps.picture(PlanSteps.rows)).next == "hone plan baseline")
    }

    @Test func `what was spent beside the baseline, and what was done before it, is said`() {
        let rows: [ExampleFacts.PlanRow] = [
            ("A", "feature", "2026-03-01", "2026-03-02", "2026-03-08", "100", "2026-03-08", "100", ""),
            ("B", "feature", "2026-03-01", "2026-03-02", "2026-03-15", "100", "2026-03-15", "100", ""),
        ]
        let extra: ExampleFacts.PlanRow = ("X", "feature", "2026-03-12", "2026-03-12", "2026-03-14", "300", "2026-03-14", "300", "")
        let sentences = PhasedSentences(
            PlanSteps.picture(rows + [extra], [PlanSteps.settle(rows, at: "2026-03-10T09:00:00Z")]))
        #expect(sentences.standing.hasSuffix("Left out: 1 line (not in baseline); 300 was spent on it, in no number here."))
        #expect(sentences.inTime?.hasSuffix("200 instead of 200, beside the 300 spent on what is left out.") == true)
        #expect(sentences.baseline == "Held against baseline 1 of 2 lines. It was set on 10 Mar 2026, when 1 of them was done.")
    }

    @Test(arguments: 0...20)
    func `a team that does each line on its day is in time on every day`(day: Int) throws {
        let fridays = ["2026-03-06", "2026-03-13", "2026-03-20", "2026-03-27"]
        let level = PlanSteps.day("2026-03-05") + day
        let rows: [ExampleFacts.PlanRow] = fridays.enumerated().map { index, friday in
            let done = PlanSteps.day(friday) <= level ? friday : ""
            return ("L\(index)", "feature", "2026-03-01", "2026-03-02", friday, "100", done, "", "")
        }
        let facts = ExampleFacts.plan(rows.map { ($0.0, $0.1, $0.2, $0.3, $0.4, $0.5, $0.6, $0.7) })
        let now = Int64(level.number) * 86_400 + 80_000
        let context = MeasureContext(interpretation: Interpretation(), window: Window(from: level, to: level + 1), now: now)
        let shown = observe(EarnedSchedule(), fold(facts.tables, Interpretation(), now: now), context)
        #expect(shown.value == 0 || (shown.value == nil && day == 0), "\(level): \(shown.value ?? -99)")
    }

    @Test func `phases stand in the order of hone.yaml, else of time, and one spelling is enough`() {
        let rows: [ExampleFacts.PlanRow] = [
            ("A", "", "2026-03-01", "2026-05-01", "2026-05-08", "1", "", "", "Test"),
            ("B", "", "2026-03-01", "2026-03-02", "2026-03-08", "1", "", "", "high-level design"),
            ("C", "", "2026-03-01", "2026-04-02", "2026-04-08", "1", "", "", "High level design"),
            ("D", "", "2026-03-01", "2026-04-02", "2026-04-08", "1", "", "", ""),
        ]
        #expect(PlanSteps.picture(rows).phases.map(\.name) == ["high-level design", "Test", ""])
        #expect(
            PlanSteps.picture(rows, phases: ["test", "Elsewhere"]).phases.map(\.name) == ["test", "Elsewhere", "high-level design", ""])
        #expect(PlanSteps.picture(rows).phases.map { $0.figures?.all.n } == [2, 1, 1])
    }

    @Test(arguments: LifeCycle.allCases)
    func `only a phased product has the picture, and the others are told why there is no plan`(lifeCycle: LifeCycle) async {
        let product = Product(name: "Alloy", lifeCycles: [.init(kind: lifeCycle)])
        let histories = PlanSteps.histories(PlanSteps.rows)
        let (interpretation, now) = (Interpretation(), PlanSteps.second("2026-03-16T08:00:00Z"))
        let page = await ScorecardBuilder(
            product: product, interpretation: interpretation, histories: histories, agreements: Agreements([Self.baseline]), cursors: [],
            now: now
        ).scorecard(window: nil)
        let loop = LoopBuilder(
            product: product, interpretation: interpretation, histories: histories, agreements: Agreements([Self.baseline]), now: now
        ).picture(window: nil)
        #expect((page.phased != nil) == (lifeCycle == .phased) && (loop.phased != nil) == (lifeCycle == .phased))
        #expect(page.phased?.asOf == (lifeCycle == .phased ? PlanSteps.day("2026-03-16") : nil))
        let reason = lifeCycle.reasonAgainstPlans
        #expect(lifeCycle == .phased ? reason == nil : reason?.contains(lifeCycle.name) == true && reason?.contains("hone.yaml") == true)
    }

    @Test func `a page of other days stands for its last one`() async {
        let product = Product(name: "Alloy", lifeCycles: [.init(kind: .phased)])
        let window = Window(from: PlanSteps.day("2026-03-01"), to: PlanSteps.day("2026-03-09"))
        let page = await ScorecardBuilder(
            product: product, interpretation: Interpretation(), histories: PlanSteps.histories(PlanSteps.rows), agreements: Agreements([]),
            cursors: [], now: PlanSteps.second("2026-03-16T08:00:00Z")
        ).scorecard(window: window)
        #expect(page.phased?.asOf == PlanSteps.day("2026-03-08") && page.phased?.figures?.all.planned == 250)
    }
}
