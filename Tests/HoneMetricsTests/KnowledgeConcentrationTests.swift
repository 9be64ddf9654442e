import HoneFacts
import Testing

@testable import HoneMetrics

@Suite struct KnowledgeConcentrationTests {
    static func observation(_ changes: [(author: String, lines: [String])], to: String = "2026-04-01") throws -> Observation {
        let names = changes.indices.map { "c\($0)" }
        let commits = names.indices.map {
            ($0 == 0 ? (names[0], "", "2026-03-10T00:00:00Z") : (names[$0], names[$0 - 1], "2026-03-\(10 + $0)T00:00:00Z"))
        }
        let facts = ExampleFacts.git(commits: commits, tags: []).touching(zip(names, changes).map { ($0, $1.author, $1.lines) })
        let now = try #require(Instant(iso: "2026-04-01T00:00:00Z")).seconds
        let window = Window(from: try #require(CalendarDay(iso: "2026-03-01")), to: try #require(CalendarDay(iso: to)))
        let histories = fold(facts.tables, Interpretation(), now: now)
        let context = MeasureContext(interpretation: Interpretation(), window: window, now: now)
        // The factor itself, whatever the smallest group says.
        guard case .rows(var rows) = KnowledgeConcentration().measure(histories, context) else {
            return observe(KnowledgeConcentration(), histories, context)
        }
        rows.team = nil
        return observe(KnowledgeConcentration().definition, .rows(rows), histories, context)
    }

    @Test func `at exactly half of the files the next one still leaves`() throws {
        #expect(try Self.observation([("Ann", ["+1 a", "+1 b"]), ("Bo", ["+1 c", "+1 d"])]).value == 2)
        #expect(try Self.observation([("Ann", ["+1 a", "+1 b", "+1 e"]), ("Bo", ["+1 c", "+1 d"])]).value == 1)
    }

    @Test func `of two with as many files the one with the earlier first commit leaves first`() throws {
        // Ten files, four of them Zed's. Without Zed and Bo four have an author; without Zed and Ann five, for a5 is Cy's as well.
        let (ann, bo) = (("Ann", ["+9 a5", "+9 a6"]), ("Bo", ["+9 b7", "+9 b8"]))
        let zed = ("Zed", ["+9 z1", "+9 z2", "+9 z3", "+9 z4"])
        let rest = [("Dee", ["+9 d9"]), ("Eve", ["+9 e10"]), ("Cy", ["+1 a5"])]
        #expect(try Self.observation([zed, ann, bo] + rest).value == 3)
        #expect(try Self.observation([zed, bo, ann] + rest).value == 2)
    }

    @Test func `who has under a tenth of the first one's files is not counted`() throws {
        // Ann adds 11 files, ten others one each: twenty-one. Without Ann ten of 21 are left, under half.
        let ann = ("Ann", (0..<11).map { "+1 a\($0)" })
        let one = try Self.observation([ann] + (0..<10).map { ("P\($0)", ["+1 p\($0)"]) })
        #expect(one.value == 1 && one.n == 21)
        // With eleven others: eleven of 22 are left, so one of them leaves too, and has under a tenth of Ann's files.
        let pruned = try Self.observation([ann] + (0..<11).map { ("P\($0)", ["+1 p\($0)"]) })
        #expect(pruned.value == 1 && pruned.n == 22)
        // With one file less of Ann's that one counts: a tenth is not under a tenth.
        let kept = try Self.observation([("Ann", (0..<10).map { "+1 a\($0)" })] + (0..<10).map { ("P\($0)", ["+1 p\($0)"]) })
        #expect(kept.value == 2 && kept.n == 20)
    }

    @Test func `files that only programs touched are left out with a reason`() throws {
        let shown = try Self.observation([("Ann", ["+1 a"]), ("dep[bot]", ["+1 b", "+1 a"])])
        #expect(shown.value == 1 && shown.n == 1)
        #expect(shown.excluded == ["no-change-by-a-person": 1] && shown.flags == ["changes-of-programs-left-out": 1])
    }

    @Test func `it is a level: only files and commits up to the window's end count`() throws {
        let changes = [("Ann", ["+1 a", "+1 b"]), ("Bo", ["+1 c", "+1 d"]), ("Ann", ["+0 -1 a", "+0 -1 b"])]
        #expect(try Self.observation(changes, to: "2026-03-11").n == 2)
        #expect(try Self.observation(changes, to: "2026-03-12").value == 2)
        let end = try Self.observation(changes)
        #expect(end.value == 1 && end.n == 2)
    }

    @Test func `nothing at the window's end is undefined, which is not zero`() throws {
        let shown = try Self.observation([("Ann", ["+1 a"])], to: "2026-03-05")
        #expect(shown.isAvailable && shown.value == nil && shown.n == 0)
    }

    @Test func `histories of files hold no pseudonym`() throws {
        let facts = ExampleFacts.git(commits: [("c", "", "2026-03-01")], tags: []).touching([("c", "5f3a0c", ["+1 a"])])
        let histories = fold(facts.tables, Interpretation(), now: 2_000_000_000)
        var text = ""
        dump(histories.files, to: &text)
        dump(histories.people, to: &text)
        let changes = fold(TeamExample.changes([("!1", "5f3a0c", ["5f3a0c2"])]).tables, Interpretation(), now: 2_000_000_000).changes
        #expect(changes.people.count == 2)
        dump(changes.people, to: &text)
        #expect(text.contains("commitDeveloper") && !text.contains("5f3a0c"))
    }
}
