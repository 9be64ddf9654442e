import HoneFacts
import HoneMetrics
import HoneStatistics
import Testing

@testable import HoneLoop

@Suite struct MetricsBuilderTests {
    static func builder(
        _ facts: ExampleFacts, _ interpretation: Interpretation = .board, window: Window? = nil, now: Int64,
        lifeCycles: [LifeCyclePeriod] = [LifeCyclePeriod(kind: .kanban)]
    ) -> MetricsBuilder {
        MetricsBuilder(
            product: Product(name: "Alloy", lifeCycles: lifeCycles), interpretation: interpretation,
            histories: fold(facts.tables, interpretation, now: now), window: window, now: now)
    }

    static var handMade: MetricsBuilder { builder(HandMadeLoop.facts(), window: HandMadeLoop.window, now: HandMadeLoop.now) }

    @Test func `an item counts for the furthest stage it ever reached, and a cancelled one for none`() throws {
        let facts = ExampleFacts.transitions([
            ("A", "feature", ["2026-03-02T09:00:00Z Ready", "2026-03-03T09:00:00Z Doing", "2026-03-05T09:00:00Z Done"]),
            ("B", "feature", ["2026-03-03T09:00:00Z Ready", "2026-03-04T09:00:00Z Doing", "2026-03-05T09:00:00Z Ready"]),
            ("C", "feature", ["2026-03-02T09:00:00Z Ready", "2026-03-03T09:00:00Z Cancelled"]),
            ("D", "feature", ["2026-02-02T09:00:00Z Ready", "2026-02-03T09:00:00Z Done"]),
        ])
        let window = Window(from: HandMadeLoop.day("2026-03-02"), to: HandMadeLoop.day("2026-03-09"))
        let content = Self.builder(facts, window: window, now: HandMadeLoop.now).cumulativeFlow
        guard case .cumulativeFlow(let flow) = content else {
            Issue.record("no flow: \(content)")
            return
        }
        #expect(flow.stages == ["Ready", "Doing", "Review queue", "Review", "Done"])
        #expect(flow.reached[0] == [1, 2, 2, 2, 2, 2, 2])
        #expect(flow.reached[1] == [0, 1, 2, 2, 2, 2, 2])
        #expect(flow.reached[4] == [0, 0, 0, 1, 1, 1, 1], "D was done before")
        #expect((0..<7).map(flow.inProgress) == [1, 2, 2, 1, 1, 1, 1])
    }

    @Test func `no line of the flow ever falls, and none rises above one left of it`() {
        guard case .cumulativeFlow(let flow) = Self.handMade.cumulativeFlow else {
            Issue.record("no flow")
            return
        }
        for counts in flow.reached { #expect(counts == counts.sorted()) }
        for (left, right) in zip(flow.reached, flow.reached.dropFirst()) { #expect(zip(left, right).allSatisfy { $0 >= $1 }) }
        #expect(flow.reached.last?.last == 17)
    }

    @Test func `ages stand beside the ages at which finished items had left each stage`() {
        guard case .aging(let aging) = Self.handMade.aging else {
            Issue.record("no ages")
            return
        }
        #expect(aging.stages.map(\.name) == ["Ready", "Doing", "Review queue", "Review"])
        // The one that waits since 24 March, on 24 May; the returned one is not in progress.
        #expect(aging.stages.map(\.ages) == [[], [], [62], []])
        #expect(aging.finishedCount == 17)
        #expect(aging.stages[0].pace == .init(p50: 1, p85: 1, p95: 1))
        #expect(aging.stages[1].pace == .init(p50: 2, p85: 2, p95: 2))
    }

    @Test func `open and cancelled items count as far as they are known`() {
        guard case .survival(let survival) = Self.handMade.survival else {
            Issue.record("no curve")
            return
        }
        // The returned one is not in progress, as in the metric.
        #expect(survival.n == 19 && survival.open == 1 && survival.cancelled == 1)
        #expect(survival.started == Self.handMade.year)
    }

    @Test func `weeks that are cut off are no weeks, and a change of the life cycle divides them`() throws {
        let first = HandMadeLoop.day("2026-09-09")
        let facts = ExampleFacts.items((0..<11).map { ("K\($0)", "feature", "2026-09-01", "2026-09-02", "\(first + 7 * $0)") })
        let now = (Instant(iso: "2026-11-24T12:00:00Z") ?? Instant(seconds: 0)).seconds
        let content = Self.builder(
            facts, now: now,
            lifeCycles: [LifeCyclePeriod(kind: .kanban), LifeCyclePeriod(kind: .scrum, from: HandMadeLoop.day("2026-10-19"))]
        ).throughput
        guard case .throughput(let series) = content else {
            Issue.record("no weeks: \(content)")
            return
        }
        #expect(series.firstMonday.description == "2026-09-14")
        #expect(series.counts == [Int](repeating: 1, count: 10))
        #expect(series.dividers.map(\.week) == [5] && series.dividers.first?.label == "Scrum")
        #expect(series.segments.map(\.weeks) == [0..<5, 5..<10])
        #expect(series.segments.allSatisfy { $0.limits == nil }, "five weeks are too few for limits")
    }

    @Test func `the percentiles of the scatter are those of the metric`() throws {
        let builder = Self.handMade
        guard case .scatter(let times) = builder.finishedTimes.scatter else {
            Issue.record("no times")
            return
        }
        let observation = observe(CycleTime(), builder.histories, builder.context(builder.window))
        let (shown, measured) = (try #require(times.percentiles), try #require(observation.percentiles))
        #expect([shown.p50, shown.p85, shown.p95] == [measured.p50, measured.p85, measured.p95])
        #expect(times.values.count == observation.n)
    }

    @Test func `without any evidence every chart says why it is not there`() {
        let picture = Self.builder(ExampleFacts(), now: HandMadeLoop.now).picture
        for section in picture.sections {
            guard case .missing(let reason) = section.content else {
                Issue.record("\(section.title) is there")
                continue
            }
            #expect(!reason.isEmpty && reason.last != ".", "\(reason)")
        }
        #expect(picture.capability == nil)
    }

    @Test func `a forecast of a steady process is what it did, and its past is checked`() throws {
        // One item a day for a year.
        let fan = try ForecastFan(history: [Int](repeating: 1, count: 365), from: HandMadeLoop.day("2026-03-02"))
        #expect(fan.past == [Int](repeating: 7, count: 12))
        #expect(fan.atLeast.count == 12 && fan.atLeast[11] == [84, 84, 84, 84])
        #expect(fan.scores?.count == ForecastFan.confidences.count)
    }

    @Test func `too young a past has no forecast`() {
        #expect(throws: (any Error).self) { try ForecastFan(history: [1, 0, 1], from: HandMadeLoop.day("2026-03-02")) }
    }

    /// Lines of 250, 250, 150 and 350; 400 are done and 450 spent by 2026-03-15, where 500 were to be done.
    static let plan = ExampleFacts.plan([
        ("A", "feature", "2026-03-01", "2026-03-02", "2026-03-08", "250", "", ""),
        ("B", "feature", "2026-03-01", "2026-03-02", "2026-03-15", "250", "", ""),
        ("C", "feature", "2026-03-01", "2026-03-09", "2026-03-22", "150", "", ""),
        ("D", "tool", "2026-03-01", "2026-03-16", "2026-03-29", "350", "", ""),
        ("E", "tool", "2026-03-01", "2026-03-16", "2026-03-29", "", "", ""),
        ("A", "feature", "2026-03-15", "2026-03-02", "2026-03-09", "250", "2026-03-09", "300"),
        ("B", "feature", "2026-03-15", "2026-03-02", "2026-03-19", "250", "", "50"),
        ("C", "feature", "2026-03-15", "2026-03-09", "2026-03-13", "150", "2026-03-13", "100"),
    ])

    @Test func `a plan is drawn from its baseline, for a phased product only`() throws {
        let now = (Instant(iso: "2026-03-16T10:00:00Z") ?? Instant(seconds: 0)).seconds
        let window = Window(from: HandMadeLoop.day("2026-03-02"), to: HandMadeLoop.day("2026-03-16"))
        func builder(_ kind: LifeCycle) -> MetricsBuilder {
            Self.builder(Self.plan, window: window, now: now, lifeCycles: [LifeCyclePeriod(kind: kind)])
        }
        guard case .earnedValue(let plan) = builder(.phased).earnedValue else {
            Issue.record("no plan")
            return
        }
        #expect(plan.days.map(\.description) == ["2026-03-01", "2026-03-08", "2026-03-15", "2026-03-22", "2026-03-29"])
        #expect(plan.planned == [0, 250, 500, 650, 1000] && plan.budget == 1000)
        #expect(plan.earned == [0, 0, 400] && plan.spent == [450])
        #expect(plan.lineCount == 4 && plan.excluded == ["no-budget": 1])
        let standing = try #require(plan.standing)
        #expect(standing.schedulePerformance == 0.8 && standing.estimateAtCompletion == 1125)
        for kind in LifeCycle.allCases where kind != .phased {
            #expect(builder(kind).earnedValue == nil)
            #expect(!builder(kind).picture.sections.contains { $0.title == "Earned value" })
        }
        #expect(builder(.phased).picture.sections.contains { $0.title == "Earned value" })
    }

    @Test func `a plan that is re-estimated keeps what it planned`() throws {
        let now = (Instant(iso: "2026-03-16T10:00:00Z") ?? Instant(seconds: 0)).seconds
        let histories = fold(Self.plan.tables, .board, now: now)
        let context = MeasureContext(
            interpretation: .board, window: Window(from: HandMadeLoop.day("2026-03-02"), to: HandMadeLoop.day("2026-03-16")), now: now)
        let curve = try #require(PlanCurve(histories, context))
        // Line B was said to slip to the 19th; its baseline is the 15th.
        #expect(curve.planned[2] == 500)
        #expect(observe(PlannedValue(), histories, context).value == curve.planned[2])
        #expect(observe(ActualCost(), histories, context).value == curve.spent.last)
    }

    @Test func `a KPI's versions and the life cycle's switches are breaks of their metric`() throws {
        let steps = KPISteps.active
        let product = Product(
            name: "x",
            lifeCycles: [("kanban", "2020-01-06"), ("scrum", "2026-10-19"), ("scrum", "2026-11-02"), ("kanban", "2027-01-04")].map {
                LifeCyclePeriod(kind: LifeCycle(rawValue: $0) ?? .phased, from: HandMadeLoop.day($1))
            })
        let agreements = Agreements(steps.decisions)
        let today = HandMadeLoop.day("2026-12-31")
        let breaks = Break.all(of: "cycle-time", product, agreements, .utc, until: today)
        #expect(breaks.map(\.label) == ["Scrum", "KPI v1"])
        #expect(breaks[0].day.description == "2026-10-19")
        // Neither how it began, nor that it went on, nor what is still to come is a switch.
        #expect(Break.all(of: "throughput", product, agreements, .utc, until: today).map(\.label) == ["Scrum"])
        #expect(product.lifeCycleText(on: today, .board) == "Scrum since 19 Oct 2026, sprints of 14 days")
        #expect(product.lifeCycleText(on: HandMadeLoop.day("2026-10-18"), .board) == "Kanban")
        #expect(product.lifeCycleText(on: HandMadeLoop.day("2027-01-04"), .board) == "Kanban since 4 Jan 2027")
    }
}
