import HoneFacts
import HoneMetrics
import Testing

@testable import HoneLoop

@Suite struct ScorecardBuilderTests {
    static let now = (Instant(iso: "2026-11-22T12:00:00Z") ?? Instant(seconds: 0)).seconds

    static func builder(
        _ facts: FactTables, decisions: [Decision] = [], _ lifeCycle: LifeCycle = .kanban, now: Int64 = now
    ) -> ScorecardBuilder {
        let interpretation = Interpretation.board
        return ScorecardBuilder(
            product: Product(name: "Alloy", lifeCycles: [LifeCyclePeriod(kind: lifeCycle)]), interpretation: interpretation,
            histories: fold(facts, interpretation, now: now), agreements: Agreements(decisions), cursors: [], now: now)
    }

    static func items(finished: String, count: Int) -> FactTables {
        ExampleFacts.items((0..<count).map { ("K\($0)", $0 % 4 == 0 ? "tool" : "feature", "2025-06-01", "2025-06-03", finished) }).tables
    }

    @Test func `nothing known is said so, and nothing is zero`() async {
        let scorecard = await Self.builder(FactTables()).scorecard(window: nil)
        #expect(scorecard.workingSoftware.count == 1)
        #expect(scorecard.workingSoftware[0].contains("Nothing can be said yet"))
        #expect(scorecard.process.isEmpty)
        #expect(!scorecard.cannotSay.isEmpty)
        #expect(scorecard.lanes.map(\.kind) == [.run, .improve, .vision])
    }

    @Test func `the window is the last twelve whole weeks`() async {
        let scorecard = await Self.builder(Self.items(finished: "2026-11-10", count: 20)).scorecard(window: nil)
        #expect(scorecard.window.to.description == "2026-11-16")
        #expect(scorecard.window.length == 84)
        #expect(scorecard.evidenceEndsOn == nil)
    }

    @Test func `old evidence moves the window to where it ends`() async throws {
        let scorecard = await Self.builder(Self.items(finished: "2025-06-20", count: 20)).scorecard(window: nil)
        #expect(scorecard.evidenceEndsOn?.description == "2025-06-20")
        let end = try #require(CalendarDay(iso: "2025-06-20"))
        #expect(scorecard.window.contains(end))
        #expect(scorecard.process.contains { $0.observation.metric == "lead-time" && $0.observation.n == 20 })
    }

    @Test func `evidence of this week alone is shown for what it is`() async {
        let facts = ExampleFacts.items([("A", "feature", "2026-11-18", "2026-11-18", "2026-11-20")]).tables
        let scorecard = await Self.builder(facts).scorecard(window: nil)
        #expect(scorecard.window.from.description == "2026-11-18" && scorecard.window.to.description == "2026-11-23")
        #expect(scorecard.notes.last?.hasPrefix("Everything so far happened this week") == true)
        #expect(scorecard.process.contains { $0.observation.metric == "lead-time" && $0.observation.n == 1 })
    }

    @Test func `a life cycle that nobody named is said to be assumed`() async {
        let product = Product(name: "Alloy", notes: ["Two sites."])
        let interpretation = Interpretation.board
        let scorecard = await ScorecardBuilder(
            product: product, interpretation: interpretation, histories: fold(FactTables(), interpretation, now: Self.now),
            agreements: Agreements([]), cursors: [], now: Self.now
        ).scorecard(window: nil)
        #expect(scorecard.lifeCycle == "Kanban")
        #expect(
            scorecard.notes.prefix(2) == ["Two sites.", "Kanban is assumed, as no hone.yaml says how you work (life_cycle)."])
        #expect(await !Self.builder(FactTables()).scorecard(window: nil).notes.contains { $0.contains("assumed") })
    }

    /// Ten lines in, four of them out again five days later, in a history that may have a release.
    private static func history(tags: [(name: String, sha: String, at: String)]) -> FactTables {
        ExampleFacts.git(
            commits: [("c1", "", "2026-10-01T12:00:00Z"), ("c2", "c1", "2026-10-06T12:00:00Z")], tags: tags
        ).touching([("c1", "Ann", ["+10 a.c"]), ("c2", "Bo", ["-4 a.c"])]).adding(
            .file, [("a.c", [:], ["lines": 6, "indentation_sum": 6, "marker_count": 3], ["path": "a.c"])]
        ).tables
    }

    @Test func `a history without tags and without a tracker shows what its code tells`() async throws {
        let page = await Self.builder(Self.history(tags: [])).scorecard(window: nil)
        let process = page.process
        // A number of two people alone is not told, and that it is not is.
        #expect(page.cannotSay.contains { $0.what.contains("knowledge concentration") && !$0.why.isEmpty })
        #expect(process.map(\.observation.metric) == ["rework", "self-admitted-debt", "code-hotspots"])
        // 4 of 14 changed lines; 3 comments in 6 lines.
        #expect(process.map(\.nowText) == ["29 %", "500 per thousand lines", "1 file"])
        // What is read from today's files has no past.
        #expect(process[1].past.allSatisfy { $0.n == 0 && $0.value == nil } && process[0].past.last?.n == 2)
        let released = Self.history(tags: [("v1", "c2", "2026-10-07T12:00:00Z")])
        let rows = await Self.builder(released).scorecard(window: nil).process
        #expect(!rows.isEmpty && !rows.contains { $0.observation.metric == "rework" })
    }

    @Test func `weeks before the first commit are not said to have had no release`() async throws {
        let facts = Self.history(tags: [("v1", "c2", "2026-10-07T12:00:00Z")])
        func sentence(_ from: String, _ to: String) async throws -> String {
            let window = Window(from: try #require(CalendarDay(iso: from)), to: try #require(CalendarDay(iso: to)))
            return await Self.builder(facts).scorecard(window: window).workingSoftware[0]
        }
        // The week before begins before there was a commit, and the one before the second window with the first one.
        #expect(try await sentence("2026-10-05", "2026-10-12") == "1 release, last one on 7 Oct 2026")
        #expect(try await sentence("2026-10-08", "2026-10-15") == "0 releases (1 the week before), last one on 7 Oct 2026")
    }

    @Test func `a release after the last commit is evidence, and on the page`() async {
        let facts = Self.history(tags: [("v1", "c2", "2027-06-10T12:00:00Z")])
        let now = Int64(CalendarDay(year: 2027, month: 6, day: 28)?.number ?? 0) * 86_400
        let scorecard = await Self.builder(facts, now: now).scorecard(window: nil)
        #expect(scorecard.evidenceEndsOn == nil && scorecard.workingSoftware[0].hasPrefix("1 release"))
    }

    @Test func `a goal without a process KPI shows the gap and the command that closes it`() async {
        let decisions = [ProcessCheckTests.goal]
        let lane = await Self.builder(FactTables(), decisions: decisions).scorecard(window: nil).lanes[0]
        #expect(lane.goals.map(\.gap) == ["no process KPI serves this goal"])
        #expect(lane.goals[0].next == "hone kpi propose … --goal 1")
        let decided = Self.builder(FactTables(), decisions: decisions + [ProcessCheckTests.choice(until: "2027-01-01")])
        #expect(await decided.scorecard(window: nil).lanes[0].goals[0].gap.contains("too few releases to measure"))
    }

    private static func fourItems(on day: CalendarDay) -> [(
        key: String, type: String, requested: String, started: String, finished: String
    )] {
        (0..<4).map { ("K\(day)-\($0)", $0 == 0 ? "tool" : "feature", "\(day + -2)", "\(day + -1)", "\(day)") }
    }

    @Test func `a team whose loop runs is told so, and is warned of nothing`() async throws {
        // Three items on each weekday but Friday, a quarter of them tools; each took two days.
        let start = try #require(CalendarDay(iso: "2026-08-24"))
        let days = (0..<84).map { start + $0 }.filter { !(1...3).contains($0.number % 7) }
        let facts = ExampleFacts.items(days.flatMap(Self.fourItems)).tables
        let held = ["2026-09-10", "2026-10-08", "2026-11-05"].map {
            Decision(.holdCeremony, decidedAt: KPISteps.monday, subject: "retrospective \($0)")
        }
        let running = await Self.builder(facts, decisions: KPISteps.active.decisions + held, .scrum).scorecard(window: nil)
        #expect(running.whereItLives.hasSuffix(". The loop runs; nothing is missing."), "\(running.whereItLives) \(running.lanes)")
        #expect(running.process.allSatisfy { $0.observation.signs.isEmpty })
        // A note that waits, or no ceremony, and it is not said.
        let note = Decision(.note, decidedAt: KPISteps.monday, text: "builds are slow")
        for decisions in [KPISteps.active.decisions + held + [note], KPISteps.active.decisions, held] {
            #expect(
                await !Self.builder(facts, decisions: decisions, .scrum).scorecard(window: nil).whereItLives.contains("nothing is missing"))
        }
    }

    @Test func `the share of improvement work stands beside the reserve`() async {
        let improvement = await Self.builder(Self.items(finished: "2026-10-20", count: 20), .scrum).scorecard(window: nil).improvement
        #expect(improvement.share.value == 0.25)
        #expect(improvement.reserveFloor == 0.1)
        #expect(improvement.met?.count == 1 && improvement.met?.of == 1)
    }

    @Test func `an iteration that the window cuts in two is not judged against the reserve`() async {
        let improvement = await Self.builder(Self.items(finished: "2026-11-10", count: 20), .scrum).scorecard(window: nil).improvement
        #expect(improvement.share.value == 0.25)
        #expect(improvement.met == nil)
    }

    @Test(arguments: [
        ("git:.", "git:."), ("git:../shop", "git:../shop"), ("git:/home/me/shop", "git:…/shop"), ("csv:/a/b.csv", "csv:…/b.csv"),
    ])
    func `the folders above a source are not on the page`(origin: String, shown: String) {
        #expect(ScorecardBuilder.shortened(origin) == shown)
    }

    @Test func `waiting before the start is a share of the lead time`() async {
        let scorecard = await Self.builder(Self.items(finished: "2026-11-10", count: 20)).scorecard(window: nil)
        #expect(scorecard.flow.contains { $0.contains("is before work starts: waiting time for the customer (n 20, ") })
    }

    @Test func `reasons that nobody mapped are named as a doubt`() async {
        let facts = ExampleFacts.items([("A", "feature", "2026-10-01", "", "2026-11-10")]).with("reason", ["A": "Won't Fix"]).tables
        let gaps = await Self.builder(facts).scorecard(window: nil).cannotSay
        #expect(gaps.contains { $0.next == "cancelled_reasons in hone.yaml" })
    }
}
