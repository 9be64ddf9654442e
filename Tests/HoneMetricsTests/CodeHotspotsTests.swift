import HoneFacts
import Testing

@testable import HoneMetrics

@Suite struct CodeHotspotsTests {
    static let commits = (1...5).map { ("c\($0)", $0 == 1 ? "" : "c\($0 - 1)", "2026-03-0\($0)T12:00:00Z") }

    static func facts(tree: [(path: String, lines: Int64, indentationSum: Int64)]) -> ExampleFacts {
        .git(commits: commits, tags: []).touching(
            [
                ("c1", "Ann", ["+9 hot.c", "+9 warm.c", "+9 cold.c", "+9 also.c"]), ("c2", "Bo", ["+1 hot.c"]),
                ("c3", "dep[bot]", ["+1 warm.c", "+1 package-lock.json"]), ("c4", "Ann", ["+1 hot.c", "+1 also.c", "+1 logo.svg"]),
            ], tree: tree)
    }

    static let tree: [(path: String, lines: Int64, indentationSum: Int64)] = [
        ("hot.c", 10, 12), ("warm.c", 10, 24), ("cold.c", 10, 5), ("also.c", 10, 12), ("package-lock.json", 9, 9), ("logo.svg", .min, .min),
    ]

    static func measured(_ facts: ExampleFacts, from: String, to: String) throws -> (Observation, [MetricRow]) {
        let window = Window(from: try #require(CalendarDay(iso: from)), to: try #require(CalendarDay(iso: to)))
        let now = try #require(Instant(iso: "2026-04-01T00:00:00Z")).seconds
        let histories = fold(facts.tables, Interpretation(), now: now)
        let context = MeasureContext(interpretation: Interpretation(), window: window, now: now)
        let metric = CodeHotspots()
        guard case .rows(let rows) = metric.measure(histories, context) else { return (observe(metric, histories, context), []) }
        return (observe(metric, histories, context), rows.rows(in: window, histories, context.interpretation.zone))
    }

    @Test func `rows stand hottest first, and equal ones by path`() throws {
        let (shown, rows) = try Self.measured(Self.facts(tree: Self.tree), from: "2026-03-01", to: "2026-04-01")
        // hot 3 x 12, also 2 x 12, warm 1 x 24 (the program's commit does not count), cold 1 x 5: 36 of 89, 60 of 89.
        #expect(rows.map(\.id) == ["hot.c", "also.c", "warm.c", "cold.c", "logo.svg", "package-lock.json"])
        #expect(rows.map(\.value) == [36, 24, 24, 5, nil, nil])
        #expect(rows.first?.end == "2026-03-04T12:00:00Z")
        #expect(shown.value == 2 && shown.n == 4)
        #expect(shown.excluded == ["generated-or-vendored": 1, "lines-not-known": 1])
        #expect(shown.flags == ["changes-of-programs-left-out": 1])
    }

    @Test func `only commits in the window count`() throws {
        let (shown, rows) = try Self.measured(Self.facts(tree: Self.tree), from: "2026-03-02", to: "2026-03-04")
        #expect(rows.map(\.id) == ["hot.c", "package-lock.json", "warm.c"])
        #expect(shown.excluded == ["generated-or-vendored": 1, "only-programs": 1] && shown.value == 1)
    }

    @Test func `without the tree it is unavailable, and without heat it is undefined`() throws {
        let (without, _) = try Self.measured(Self.facts(tree: []), from: "2026-03-01", to: "2026-04-01")
        #expect(without.unavailableReason?.contains("tree at HEAD") == true)
        let (cold, _) = try Self.measured(Self.facts(tree: [("hot.c", 10, 0)]), from: "2026-03-01", to: "2026-04-01")
        #expect(cold.isAvailable && cold.value == nil && cold.n == 1)
    }

    @Test(arguments: [
        "vendor/a.go", "src/node_modules/x/y.js", "deps/lua/lua.c", "yarn.lock", "web/package-lock.json", "api/v1/a.pb.go", "a.min.js",
        "a_generated.swift", "src/schema.generated.ts", "configure",
    ])
    func `a generated or vendored path is known by its name`(path: String) { #expect(GeneratedPaths.contains(path)) }

    @Test(arguments: ["vendor.go", "src/deps/a.c", "distance/a.c", "generated.c", "src/lock.c", "src/configure.c", "min.js"])
    func `a path that only looks like one stays`(path: String) { #expect(!GeneratedPaths.contains(path)) }
}
