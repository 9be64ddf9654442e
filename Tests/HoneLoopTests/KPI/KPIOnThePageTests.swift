import HoneFacts
import HoneMetrics
import HoneStatistics
import Testing

@testable import HoneLoop

/// What a page says of KPIs: the number against the target only where it is agreed, by the definition that was agreed.
@Suite struct KPIOnThePageTests {
    static let facts = ScorecardBuilderTests.items(finished: "2026-11-10", count: 20)

    /// - Parameter terms: items take more than a year, so a target of ten days is not reached.
    static func page(_ steps: KPISteps, facts: FactTables = facts) async -> Scorecard {
        await ScorecardBuilderTests.builder(facts, decisions: steps.decisions).scorecard(window: nil)
    }

    static func active(_ terms: KPITerms) -> KPISteps {
        KPISteps().joined("a", .product).joined("b", .engineering).proposed(terms).agreed("4", "a", .product)
            .agreed("4", "b", .engineering).ratified("4")
    }

    static func line(_ steps: KPISteps) async throws -> Scorecard.KPILine {
        try #require(await page(steps).lanes[0].goals[0].kpis.first)
    }

    @Test func `an agreed KPI stands in its lane with target, review and guard, and its row says KPI`() async throws {
        let page = await Self.page(KPISteps.active)
        let goal = page.lanes[0].goals[0]
        let line = try #require(goal.kpis.first)
        #expect(goal.gap.isEmpty && goal.next.isEmpty)
        #expect(line.name == "cycle time p85" && line.targetState == .notReached && line.target == "target <= 10 d: not reached")
        #expect(line.standing == "agreed v1, review 14 Jan 2027" && line.guardState != nil && line.isInForce)
        #expect(page.process.first { $0.observation.metric == "cycle-time" }?.role == "KPI")
        #expect(page.process.filter { $0.role == "KPI" }.count == 1)
        #expect(page.whichKPI == "cycle time p85 (agreed)")
    }

    @Test func `a proposal shows no number and no target, and the gap stays`() async throws {
        let page = await Self.page(KPISteps().joined("a", .product).joined("b", .engineering).proposed())
        let goal = page.lanes[0].goals[0]
        let line = try #require(goal.kpis.first)
        #expect(line.observed == nil && line.target == nil && line.held == nil && !line.isInForce)
        #expect(line.standing == "proposed by manager - not agreed" && goal.gap == "no process KPI that holds serves this goal yet")
        #expect(page.process.allSatisfy { $0.role == "watch" })
    }

    @Test func `a target does not carry over to another definition`() async throws {
        let page = await Self.page(Self.active(KPISteps.terms(definition: 7)))
        let line = try #require(page.lanes[0].goals[0].kpis.first)
        #expect(line.target == nil && line.targetState == nil && line.standing.contains("of another definition (version 7, now 1)"))
        #expect(line.next == "hone kpi revise 1")
        #expect(page.process.allSatisfy { $0.role == "watch" })
    }

    @Test func `what has expired has no target, and that is said`() async throws {
        let line = try await Self.line(Self.active(KPISteps.terms(review: "2026-10-20")))
        #expect(line.target == nil && line.observed == nil && !line.isInForce && line.standing.hasPrefix("expired v1"))
        let due = try await Self.line(Self.active(KPISteps.terms(review: "2026-11-20")))
        #expect(due.target != nil && due.standing.contains("review due since 20 Nov 2026") && due.next == "hone kpi revise 1")
    }

    @Test func `without a target it is watched, agreed or not`() async throws {
        let page = await Self.page(Self.active(KPISteps.terms(target: nil)))
        let line = try #require(page.lanes[0].goals[0].kpis.first)
        #expect(line.target == nil && line.observed != nil && line.isInForce)
        #expect(page.whichKPI == "cycle time p85 (agreed, watch)" && page.process.allSatisfy { $0.role == "watch" })
        let watched = KPISteps().joined("a", .product).proposed().with(
            .watchKPI, at: 1, subject: "3", reason: "too noisy", until: "2027-03-01")
        #expect(await Self.page(watched).whichKPI == "cycle time p85 (watch, \"too noisy\", to 1 Mar 2027)")
    }

    @Test func `a KPI without a goal of this product is in no lane, and is told of its misalignment`() async throws {
        let steps = Self.active(KPISteps.terms(goal: "nowhere"))
        #expect(await Self.page(steps).lanes.allSatisfy { $0.goals.allSatisfy(\.kpis.isEmpty) })
        #expect(await Self.page(steps).whichKPI == "cycle time p85 (agreed, serves no goal of this product)")
        let kpi = try #require(steps.kpi)
        let words = try #require(steps.words(on: kpi.terms.reviewOn + -1))
        #expect(words.remarks(steps.agreements) == ["It serves no goal of this product, so it competes with the goals for time."])
    }

    static func share(_ value: Double, _ lower: Double, _ upper: Double) throws -> Observation {
        let definition = try #require(Catalogue.metric("reopen-rate")?.definition)
        var observation = Observation(definition, unit: .share, window: Window(from: CalendarDay(number: 0), to: CalendarDay(number: 84)))
        (observation.n, observation.value, observation.numerator, observation.denominator) = (46, value, value * 46, 46)
        observation.interval = Interval(level: 0.95, lower: lower, upper: upper, method: "wilson")
        return observation
    }

    @Test(arguments: [
        (0.03, 0.01, 0.08, KPIReading.Guard.holds), (0.2, 0.12, 0.3, .broken), (0.09, 0.03, 0.21, .unknown), (0.12, 0.05, 0.25, .unknown),
    ])
    func `a guard holds, is broken, or its interval lies on both sides`(value: Double, lower: Double, upper: Double, held: KPIReading.Guard)
        throws
    {
        let reading = KPIReading(KPISteps.terms(), try Self.share(0, 0, 0), guarding: try Self.share(value, lower, upper))
        #expect(reading.held == held)
        let near = held == .unknown ? value <= 0.1 ? ", kept but too near to tell" : ", not kept but too near to tell" : ""
        #expect(reading.heldText.hasPrefix("\(held.rawValue)\(near) ("))
    }

    /// By hand: of 40 values the limits of the 85th percentile are the 29th and the 39th, as P(Bin(40, 0.85) <= 28) = 0.0184 is the last
    /// below 0.025 and P(Bin(40, 0.85) >= 39) = 0.0121 the first.
    @Test(arguments: [
        ("<= 40 d", KPIReading.Target.reached), ("<= 39 d", .reached), ("<= 34 d", .reachedTooNear), ("<= 33 d", .missedTooNear),
        ("<= 29 d", .missedTooNear), ("<= 28 d", .notReached), ("p50 <= 28 d", .reached), ("p50 <= 20 d", .reachedTooNear),
        ("p50 <= 12 d", .notReached),
    ])
    func `a percentile is held against its target with its limits`(target: String, state: KPIReading.Target) throws {
        let items = (1...40).map { ("A\($0)", "feature", "", "2026-06-01", (CalendarDay(iso: "2026-06-01")! + ($0 - 1)).description) }
        let window = Window(from: try #require(CalendarDay(iso: "2026-06-01")), to: try #require(CalendarDay(iso: "2026-08-24")))
        let now = Instant(day: window.to).seconds
        let observation = observe(
            CycleTime(), fold(ExampleFacts.items(items).tables, Interpretation(), now: now),
            MeasureContext(interpretation: Interpretation(), window: window, now: now))
        let reading = KPIReading(KPISteps.terms(target: target), observation, guarding: nil)
        #expect(observation.percentiles?.p85Interval.map { [$0.lower, $0.upper] } == [29, 39])
        #expect(reading.target == state)
        if target.hasPrefix("<=") { #expect(reading.observed == "34 d (n 40, 29-39 d)") }
    }

    @Test func `how a target would have stood before is told, of weeks that were recorded`() throws {
        // Two items a week finish for a year, every seventh of them after thirty days and the others after five.
        let first = try #require(CalendarDay(iso: "2025-11-24"))
        let items = (0..<104).map { index -> (String, String, String, String, String) in
            let end = first + index * 7 / 2
            return ("A\(index)", "feature", "", (end + (index % 7 == 0 ? -29 : -4)).description, end.description)
        }
        let now = Instant(day: try #require(CalendarDay(iso: "2026-11-23"))).seconds
        let histories = fold(ExampleFacts.items(items).tables, Interpretation(), now: now)
        func sentence(_ target: String) -> String? {
            TargetInThePast(KPISteps.terms(target: target), histories, Interpretation(), now: now)?.sentence
        }
        #expect(sentence("<= 40 d") == "Over the last 4 periods of 12 weeks it would have been reached in 4.")
        #expect(sentence("<= 4 d") == "Over the last 4 periods of 12 weeks it would have been not reached in 4.")
        #expect(
            sentence("<= 10 d")
                == "Over the last 4 periods of 12 weeks it would have been too near to tell from chance in 4. Pages will most likely say the same: a target farther from what is usual, or for half of the items (p50), is told sooner."
        )
        #expect(sentence("p50 <= 10 d") == "Over the last 4 periods of 12 weeks it would have been reached in 4.")
        // Where fewer than eleven finish in twelve weeks there is no percentile, and pages will have none.
        let few = ExampleFacts.items(items.enumerated().filter { $0.offset % 3 == 0 }.map(\.element))
        let past = TargetInThePast(
            KPISteps.terms(target: "<= 40 d"), fold(few.tables, Interpretation(), now: now), Interpretation(), now: now)
        #expect(
            past?.sentence?.hasPrefix(
                "Over the last 4 periods of 12 weeks it would have been without a number in 4. Too little happens in 12 weeks for such a number."
            ) == true)
        #expect(TargetInThePast(KPISteps.terms(target: nil), histories, Interpretation(), now: now) == nil)
    }

    @Test func `a guard whose definition is another one is unknown`() throws {
        var terms = KPISteps.terms()
        terms.guardVersion = 1
        let reading = KPIReading(terms, try Self.share(0, 0, 0), guarding: try Self.share(0.01, 0, 0.02))
        #expect(reading.held == .unknown && reading.heldText == "unknown (its definition is another one)")
        #expect(KPIReading(terms, try Self.share(0, 0, 0), guarding: nil).held == .unknown)
    }

    @Test func `a count is held against its target over twelve weeks only`() throws {
        let throughput = try #require(Catalogue.metric("throughput")?.definition)
        var terms = KPISteps.terms()
        terms.target = Bound(">= 5", unit: .items)
        func reading(_ days: Int32) -> KPIReading {
            var observation = Observation(
                throughput, unit: .items, window: Window(from: CalendarDay(number: 0), to: CalendarDay(number: days)))
            (observation.n, observation.value, observation.isCountOfWindow) = (3, 3, true)
            return KPIReading(terms, observation, guarding: nil)
        }
        #expect(reading(84).target == .notReached && reading(7).target == .otherWindow)
    }
}
