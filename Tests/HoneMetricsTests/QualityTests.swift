import HoneFacts
import HoneStatistics
import Testing

@testable import HoneMetrics

@Suite struct QualityTests {
    static func observation(_ metric: any Metric, _ facts: ExampleFacts, to: String, from: String = "2025-01-01") throws -> Observation {
        let window = Window(from: try #require(CalendarDay(iso: from)), to: try #require(CalendarDay(iso: to)))
        let now = try #require(Instant(iso: "\(to)T00:00:00Z")).seconds
        let histories = fold(facts.tables, Interpretation(), now: now)
        return observe(metric, histories, MeasureContext(interpretation: Interpretation(), window: window, now: now))
    }

    static func versions(_ days: [String]) -> ExampleFacts {
        ExampleFacts().adding(.version, days.map { ($0, ["released_at": $0], [:], ["name": $0]) })
    }

    static func found(_ days: [String]) -> [(id: String, dates: [String: String], integers: [String: Int64], texts: [String: String])] {
        days.enumerated().map {
            ("B\($0)", ["requested_at": $1], [:], ["key": "B\($0)", "type": "bug", "shape": "dates", "found": "after"])
        }
    }

    @Test func `a provisional release is grown by what earlier ones had shown at its age`() throws {
        // Of the four defects of the first release two came within ten days. The second release is ten days old and has three: six.
        let facts = Self.versions(["2025-03-01", "2025-09-01"]).adding(
            .item, Self.found(["2025-03-05", "2025-03-11", "2025-04-01", "2025-05-20", "2025-09-02", "2025-09-03", "2025-09-04"]))
        let shown = try Self.observation(EscapedDefectsPerRelease(), facts, to: "2025-09-11")
        #expect(shown.value == 4 && shown.n == 1 && shown.excluded == ["provisional": 1])
        let provisional = try #require(shown.parts.first).observation
        #expect(provisional.value == 6 && provisional.flags == ["grown-to-90-days": 1])
        let interval = try #require(provisional.interval)
        #expect(interval.lower < 6 && interval.upper > 6)
        // Once its 90 days are over it counts as it is.
        let later = try Self.observation(EscapedDefectsPerRelease(), facts, to: "2025-12-02")
        #expect(later.value == 3.5 && later.n == 2 && later.parts.isEmpty)
    }

    @Test func `the ninetieth day counts and the one after does not`() throws {
        let facts = Self.versions(["2025-03-01"])
        let (last, late) = (facts.adding(.item, Self.found(["2025-05-30"])), facts.adding(.item, Self.found(["2025-05-31"])))
        #expect(try Self.observation(EscapedDefectsPerRelease(), last, to: "2025-09-01").value == 1)
        #expect(try Self.observation(EscapedDefectsPerRelease(), late, to: "2025-09-01").value == 0)
    }

    @Test func `where no source says who found a defect all reported ones count, and it says so`() throws {
        let facts = Self.versions(["2025-03-01"]).adding(
            .item, [("B", ["requested_at": "2025-03-03"], [:], ["key": "B", "type": "bug", "shape": "dates"])])
        let shown = try Self.observation(EscapedDefectsPerRelease(), facts, to: "2025-09-01")
        #expect(shown.value == 1 && shown.source == "all reported bugs: no source says who found them")
        let known = try Self.observation(
            EscapedDefectsPerRelease(), facts.adding(.item, Self.found(["2025-03-04"]).map { $0 }), to: "2025-09-01")
        #expect(known.value == 1 && known.source == "defects found by users")
    }

    @Test func `a defect that no release can have, or of an unknown finder, is told`() throws {
        let unknown = ["2025-03-06", "2025-09-09"].map {
            ("U" + $0, ["requested_at": $0], [:], ["key": "U" + $0, "type": "bug", "shape": "dates"])
                as (id: String, dates: [String: String], integers: [String: Int64], texts: [String: String])
        }
        let undated =
            [("N", [:], [:], ["key": "N", "type": "bug", "shape": "dates", "found": "after"])]
            as [(id: String, dates: [String: String], integers: [String: Int64], texts: [String: String])]
        let facts = Self.versions(["2025-03-01", "2025-04-01"]).adding(.item, Self.found(["2025-03-05", "2025-04-05"]) + unknown + undated)
        let shown = try Self.observation(EscapedDefectsPerRelease(), facts, to: "2025-12-01")
        #expect(shown.value == 1 && shown.n == 2)
        // The second unknown one was found after the 90 days of any release.
        #expect(shown.flags == ["finders-not-known": 1])
        #expect(shown.source == "defects found by users; 1 more without a day are in no release")
    }

    @Test func `limits of counts are Garwood's where cells are alike, and wider where they are not`() throws {
        // Garwood, Biometrika 28, 1936: ten events, 4.795 to 18.39.
        let alike = try #require(CountedEvents([5, 5], over: [1, 1])?.interval(level: 0.95))
        #expect(abs(alike.lower - 4.795 / 2) < 0.001 && abs(alike.upper - 18.39 / 2) < 0.005 && alike.method == "garwood")
        let unlike = try #require(CountedEvents([10, 0], over: [1, 1])?.interval(level: 0.95))
        #expect(unlike.lower < alike.lower && unlike.upper > alike.upper)
        let none = try #require(CountedEvents([0, 0], over: [1, 1])?.interval(level: 0.95))
        #expect(none.lower == 0 && abs(none.upper - 3.689 / 2) < 0.001)
        #expect(CountedEvents([], over: []) == nil)
    }

    @Test func `events of a window are counted by sprints from its end, so that a burst a sprint is no burst`() throws {
        let from = try #require(CalendarDay(iso: "2026-03-02"))
        let window = Window(from: from, to: from + 84)
        let sprints = Interpretation(iterationDays: 14, iterationStart: from)
        // Six sprints of ten items, all done on the last day of theirs: exactly Garwood's limits of 60, moved to whole items.
        let bursts = (0..<60).map { from + 14 * ($0 / 10) + 13 }
        func limits(_ days: [CalendarDay], _ window: Window, until end: CalendarDay? = nil) throws -> Interval {
            var counts = try #require(CadenceCounts(window, sprints, until: end))
            for day in days { counts.add(day) }
            return try #require(counts.interval(over: 1, level: 0.95))
        }
        let steady = try limits(bursts, window)
        #expect(steady == PoissonRate.garwood(count: 60, exposure: 1, level: 0.95))
        // From week to week each cell holds one whole burst.
        let year = (0..<26).flatMap { sprint in [CalendarDay](repeating: from + 14 * sprint + 11, count: 7 + sprint % 2) }
        for week in 0..<26 {
            #expect(try limits(year, Window(from: from + 7 * week, to: from + 7 * week + 84)).method == "garwood", "\(week)")
        }
        // Two of six sprints of thirty: Pearson's statistic over five is 24, and the limits five times as wide.
        let twice = try limits((0..<60).map { from + ($0 < 30 ? 0 : 83) }, window)
        #expect(
            twice.method == "garwood-dispersed" && twice.lower == 0
                && abs(twice.upper - (60 + 24.0.squareRoot() * (steady.upper - 60))) < 1e-9)
        // What came first may be what was recorded first, and what is still to come is no lull.
        #expect(try limits((56..<84).map { from + $0 }, window).method == "garwood")
        #expect(try limits((0..<42).map { from + $0 }, window, until: from + 42).method == "garwood")
        #expect(try limits((0..<42).map { from + $0 }, window).method == "garwood-dispersed")
        // What came after the last reading is counted all the same.
        #expect(
            try limits((0..<60).map { from + $0 }, window, until: from + 42) == PoissonRate.garwood(count: 60, exposure: 1, level: 0.95))
        #expect(CadenceCounts(Window(from: from, to: from), sprints) == nil && CadenceCounts(window, sprints, until: from) == nil)
    }

    @Test func `a ratio of two counts is exact where cells are alike, and wider where they are not`() throws {
        let from = try #require(CalendarDay(iso: "2026-03-02"))
        let window = Window(from: from, to: from + 84)
        func counts(_ days: [CalendarDay]) throws -> CadenceCounts {
            var counts = try #require(CadenceCounts(window, Interpretation(iterationDays: 14, iterationStart: from)))
            for day in days { counts.add(day) }
            return counts
        }
        let steady = try counts((0..<60).map { from + 14 * ($0 / 10) + $0 % 10 })
        let most = try counts((0..<60).map { from + ($0 < 50 ? 0 : 28) })
        let even = try #require(steady.ratioInterval(over: steady, level: 0.95))
        #expect(even == PoissonRate.exactRatio((60, 1), (60, 1), level: 0.95))
        let wide = try #require(steady.ratioInterval(over: most, level: 0.95))
        #expect(wide.method == "quasi-poisson-t" && wide.lower < even.lower && wide.upper > even.upper)
        #expect(try counts([]).ratioInterval(over: counts([]), level: 0.95) == nil)
        #expect(try counts([]).ratioInterval(over: steady, level: 0.95)?.lower == 0)
    }

    @Test func `the rows behind a number end where their span ends`() throws {
        let facts = ExampleFacts.deployments([("d1", "2026-03-02T12:00:00Z", "success", "")])
            .incidents([("i1", "2026-03-02T13:00:00Z", "2026-03-02T18:00:00Z", "d1")])
        let now = try #require(Instant(iso: "2026-04-01T00:00:00Z")).seconds
        let histories = fold(facts.tables, Interpretation(), now: now)
        let window = Window(from: try #require(CalendarDay(iso: "2026-03-01")), to: try #require(CalendarDay(iso: "2026-03-15")))
        let context = MeasureContext(interpretation: Interpretation(), window: window, now: now)
        guard case .rows(let rows) = FailedDeploymentRecoveryTime().measure(histories, context) else {
            Issue.record("no rows")
            return
        }
        let row = try #require(rows.rows(in: window, histories, .utc).first)
        #expect(row.start == "2026-03-02T12:00:00Z" && row.end == "2026-03-02T18:00:00Z" && row.value == 6)
    }

    @Test func `there are no more than seven days a week with a deployment`() throws {
        let from = try #require(CalendarDay(iso: "2026-03-02"))
        let all = (0..<84).map { ("d\($0)", "\(from + $0)T12:00:00Z", "success", "") }
        let now = Instant(day: from + 84).seconds
        let context = MeasureContext(interpretation: Interpretation(), window: Window(from: from, to: from + 84), now: now)
        let daily = observe(DeploymentFrequency(), fold(ExampleFacts.deployments(all).tables, Interpretation(), now: now), context)
        let days = try #require(daily.parts.first { $0.name == "days with a deployment" }?.observation)
        #expect(days.value == 7 && days.interval?.upper == 7 && (days.interval?.lower ?? 7) < 7)
    }

    @Test func `found is not removed: half of the found ones may never be fixed`() throws {
        // Eight found before, two by users; four of the eight were fixed: 80 % found, 4 of 6 removed before.
        let items = ExampleFacts.items((0..<10).map { ("B\($0)", "bug", "2025-03-03", "", $0 < 4 ? "2025-03-05" : "") })
            .with("found", Dictionary(uniqueKeysWithValues: (0..<10).map { ("B\($0)", $0 < 8 ? "before" : "after") }))
        let shown = try Self.observation(DefectRemovalEffectiveness(), items, to: "2025-09-01")
        let removed = try #require(shown.parts.first).observation
        #expect(shown.value == 0.8 && removed.value == 4.0 / 6 && removed.excluded == ["found-and-not-removed": 4])
    }

    @Test func `fix time has the whole way and the work as two numbers`() throws {
        let facts = ExampleFacts.items((1...11).map { ("B\($0)", "bug", "2025-03-01", "2025-03-0\($0 % 4 + 2)", "2025-03-\($0 + 10)") })
        let shown = try Self.observation(BugFixTime(), facts, to: "2025-09-01")
        let work = try #require(shown.parts.first).observation
        #expect(shown.n == 11 && shown.value == 16 && work.n == 11 && (work.value ?? 99) < 16)
    }
}
