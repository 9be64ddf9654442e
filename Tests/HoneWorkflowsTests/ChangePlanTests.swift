import HoneFacts
import HoneLoop
import HoneMetrics
import HoneTestSupport
import Testing

@testable import HoneWorkflows

/// Baselines are settled on once, anew only for a reason, and who does it is told of their own.
@Suite struct ChangePlanTests {
    typealias BusyLog = OvertakenTests.BusyLog

    /// Two lines of 250 and 350; from 16 March on the second one is said to cost 700.
    static let rows: [ExampleFacts.PlanRow] = [
        ("A", "feature", "2026-03-01", "2026-03-02", "2026-03-08", "250", "", "", "Design"),
        ("D", "tool", "2026-03-01", "2026-03-16", "2026-03-29", "350", "", "", "Build"),
        ("D", "tool", "2026-03-16", "2026-03-16", "2026-05-29", "700", "", "", "Build"),
    ]

    static func day(_ iso: String) -> CalendarDay { CalendarDay(iso: iso) ?? CalendarDay(number: 0) }
    static let now = (Instant(iso: "2026-04-01T12:00:00Z") ?? Instant(seconds: 0)).seconds
    static let early = day("2026-03-10")

    static func change(_ log: some DecisionLog, _ rows: [ExampleFacts.PlanRow] = rows, _ lifeCycle: LifeCycle = .phased) async throws
        -> ChangePlan
    {
        let facts = MemoryFactLog()
        let batches = ExampleFacts.plan(phased: rows).tables.batches.values.flatMap { $0 }
        _ = await facts.append(batches, from: "plan", recordedAt: 0, cursor: nil)
        let evidence = try await Evidence(
            product: Product(name: "x", lifeCycles: [.init(kind: lifeCycle)]), interpretation: Interpretation(), log: facts,
            decisions: log, sources: [], now: now)
        return ChangePlan(evidence, log: log)
    }

    static func budget(_ recorded: RecordedBaseline) -> Double { recorded.baseline.lines.compactMap(\.budget).reduce(0, +) }

    static func memory() -> MemoryDecisionLog { MemoryDecisionLog(writer: "w", digest: .forTests) }

    /// The baseline of all that is said, as somebody else decides it.
    static func others(_ verb: Decision.Verb, reason: String = "") async throws -> Decision {
        let log = memory()
        _ = try await change(log).settle(statedBy: nil, role: "sponsor")
        let details = try #require(try await log.decisions().first).details
        return Decision(verb, decidedAt: now, role: "sponsor", reason: reason, details: details)
    }

    @Test func `what had been said by a day is settled on, and another baseline takes its place for a reason`() async throws {
        let log = Self.memory()
        let first = try await Self.change(log).settle(statedBy: Self.early, role: "project manager")
        #expect(first.number == 1 && first.role == "project manager" && first.reason.isEmpty && Self.budget(first) == 600)
        let second = try await Self.change(log).resettle(statedBy: nil, role: "sponsor", reason: "the supplier is late")
        #expect(second.number == 2 && second.reason == "the supplier is late" && Self.budget(second) == 950)
        let kept = Agreements(try await log.decisions()).plan.baselines
        #expect(kept == [first, second])
    }

    @Test func `who settles is told of their own baseline, though somebody else settles a moment later`() async throws {
        let other = try await Self.others(.rebaseline, reason: "the plant is late")
        let log = BusyLog(log: Self.memory(), meanwhile: [], afterwards: [other])
        let told = try await Self.change(log).settle(statedBy: Self.early, role: "project manager")
        #expect(told.number == 1 && Self.budget(told) == 600 && told.role == "project manager")
        #expect(Agreements(try await log.decisions()).plan.baselines.count == 2)
        // The same reason, and other lines.
        let same = BusyLog(log: Self.memory(), meanwhile: [], afterwards: [other])
        await same.log.append(try await Self.others(.setBaseline))
        let again = try await Self.change(same).resettle(statedBy: Self.early, role: "sponsor", reason: "the plant is late")
        #expect(again.number == 2 && Self.budget(again) == 600)
        #expect(Agreements(try await same.decisions()).plan.baselines.map(Self.budget) == [950, 600, 950])
    }

    @Test func `of two who settle at once the second is told so`() async throws {
        let log = BusyLog(log: Self.memory(), meanwhile: [try await Self.others(.setBaseline)])
        let change = try await Self.change(log)
        let refusal = await #expect(throws: Refusal.self) { try await change.settle(statedBy: nil, role: "team") }
        #expect(refusal?.sentences == ["Somebody else settled on a baseline meanwhile: hone plan list"])
        #expect(try await log.decisions().count == 1)
    }

    @Test(arguments: [
        ("no plan", "No plan has been read"), ("too early", "Nothing had been said of the plan by 1 Jan 2026"),
        ("disputed", "say different things of D"), ("undated", "it is not known which form of D is the later one. Map statedOn"),
        ("without budgets", "No line of the plan has both"), ("kanban", "phased"),
    ])
    func `where there can be no baseline it is said why, and nothing is recorded`(what: String, sentence: String) async throws {
        let log = Self.memory()
        let disputed = Self.rows + [("D", "tool", "2026-03-16", "2026-03-16", "2026-05-29", "900", "", "", "Build")]
        let bare: [ExampleFacts.PlanRow] = [("A", "feature", "2026-03-01", "2026-03-02", "2026-03-08", "", "", "", "Design")]
        let undated = ["350", "900"].map { ("D", "tool", "", "2026-03-16", "2026-03-29", $0, "", "", "Build") }
        let rows =
            what == "no plan"
            ? [] : what == "undated" ? undated : what == "disputed" ? disputed : what == "without budgets" ? bare : Self.rows
        let change = try await Self.change(log, rows, what == "kanban" ? .kanban : .phased)
        let day = what == "too early" ? Self.day("2026-01-01") : nil
        let refusal = await #expect(throws: Refusal.self) { try await change.settle(statedBy: day, role: "team") }
        #expect(refusal?.sentences.first?.contains(sentence) == true, "\(refusal?.sentences ?? [])")
        #expect(try await log.decisions().isEmpty)
    }

    @Test func `a first baseline is set once, and another one needs a first, and a plan that says something else`() async throws {
        let log = Self.memory()
        let none = try await Self.change(log)
        let missing = await #expect(throws: Refusal.self) { try await none.resettle(statedBy: nil, role: "team", reason: "r") }
        #expect(missing?.sentences == ["There is no baseline yet: hone plan baseline"])
        _ = try await none.settle(statedBy: nil, role: "team")
        let settled = try await Self.change(log)
        let twice = await #expect(throws: Refusal.self) { try await settled.settle(statedBy: nil, role: "team") }
        #expect(twice?.sentences.first?.hasPrefix("Baseline 1 was set on 1 Apr 2026 and stays as it is.") == true)
        let same = await #expect(throws: Refusal.self) { try await settled.resettle(statedBy: nil, role: "team", reason: "r") }
        #expect(same?.sentences == ["The plan says what baseline 1 says, so there is nothing to settle anew."])
        #expect(try await log.decisions().count == 1)
    }
}
