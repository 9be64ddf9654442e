import HoneFacts
import HoneStatistics
import Testing

@testable import HoneMetrics

/// Aging, stalled work, statuses and what arrives and departs.
@Suite struct OpenWorkTests {
    private static func observation(
        _ metric: some Metric, _ facts: ExampleFacts, _ options: MetricOptions = MetricOptions(), from: String = "2026-01-01",
        to: String = "2026-04-01"
    ) throws -> Observation {
        let window = Window(from: try #require(CalendarDay(iso: from)), to: try #require(CalendarDay(iso: to)))
        let now = Interpretation.board.zone.startOfDay(window.to)
        let histories = fold(facts.tables, .board, now: now)
        return observe(metric, histories, MeasureContext(interpretation: .board, window: window, options: options, now: now))
    }

    /// Twenty finished items that were in Doing for 1 to 20 days and a day in Review, and the open ones given.
    private static func board(_ open: [(key: String, type: String, entered: [String])]) -> ExampleFacts {
        let finished = (1...20).map { days -> (key: String, type: String, entered: [String]) in
            let start = CalendarDay(number: 20_470)
            return (
                "F\(days)", "feature",
                ["\(start)T09:00:00Z Doing", "\(start + days + -1)T10:00:00Z Review", "\(start + days)T10:00:00Z Done"]
            )
        }
        return .transitions(finished + open)
    }

    private static func entered(_ daysAgo: Int, _ status: String) -> String {
        "\((CalendarDay(iso: "2026-03-31") ?? CalendarDay(number: 0)) + -daysAgo)T12:00:00Z \(status)"
    }

    @Test func `open items stand in the bands of what finished items were at the same stage`() throws {
        // Left Doing at ages 1 to 20: half within 10, 70 % within 14, 85 % within 17, 95 % within 19.
        let ages = [10, 11, 14, 15, 17, 18, 19, 20]
        let open = ages.map { ("A\($0)", "feature", [Self.entered($0 - 1, "Doing")]) }
        let observation = try Self.observation(AgingPace(), Self.board(open))
        #expect(
            observation.flags == [
                "within-p50": 1, "p50-to-p70": 2, "p70-to-p85": 2, "p85-to-p95": 2, "beyond-p95": 1,
            ])
        #expect(observation.value == 3.0 / 8 && observation.n == 8)
        func limit(_ name: String) -> Double? { observation.parts.first { $0.name == name }?.observation.value }
        #expect([50, 70, 85, 95].map { limit("Doing: p\($0)") } == [10, 14, 17, 19])
        // They left Review a day later.
        #expect([50, 70, 85, 95].map { limit("Review: p\($0)") } == [11, 15, 18, 20])
        #expect(limit("Doing") == observation.value)
        // They were in Doing at 0 to 19 days' ends, three of them beyond 17, and at one in Review, two of them beyond 18.
        #expect(limit("steady work") == 5.0 / 210)
    }

    @Test func `steady work is seen on every day, weekends too, at the age in the calendar that was asked for`() throws {
        // Friday to Tuesday, eleven times: 1, 1, 1 and 2 working days at the ends of four days, 3 when they left.
        let short = (1...11).map { ("F\($0)", "feature", ["2026-03-06T09:00:00Z Doing", "2026-03-10T09:00:00Z Done"]) }
        // To the Monday after the next: at the ends of ten days, of which from Wednesday on five are beyond three.
        let facts = ExampleFacts.transitions(short + [("L", "feature", ["2026-03-06T09:00:00Z Doing", "2026-03-16T09:00:00Z Done"])])
        let observation = try Self.observation(AgingPace(), facts, MetricOptions(calendar: .working))
        let steady = try #require(observation.parts.first { $0.name == "steady work" }?.observation)
        #expect(steady.numerator == 5 && steady.denominator == 54 && steady.n == 12)
    }

    @Test func `an item in a stage that too few have left is not compared`() throws {
        let observation = try Self.observation(AgingPace(), Self.board([("A", "feature", [Self.entered(40, "Ready")])]))
        #expect(observation.value == nil && observation.excluded == ["too-few-finished-to-compare": 1])
    }

    @Test func `stalled is longer than nearly all stayed, or than was asked for`() throws {
        let open = [
            ("A", "feature", [Self.entered(60, "Ready"), Self.entered(18, "Doing")]),
            ("B", "feature", [Self.entered(19, "Doing")]), ("C", "feature", [Self.entered(60, "Doing"), Self.entered(1, "Review")]),
        ]
        // 95 % stayed in Doing for at most 19 days: A is in it for 19, B for 20.
        let own = try Self.observation(StalledWork(), Self.board(open))
        #expect(own.numerator == 1 && own.n == 3)
        let asked = try Self.observation(StalledWork(), Self.board(open), MetricOptions(stalledAfterDays: 18))
        #expect(asked.numerator == 2 && asked.source == "more than 18 days without a move")
        #expect(own.parts.map(\.name).prefix(2) == ["steady work", "days since the last move"])
        #expect(own.parts[1].observation.percentiles?.p95 == 20)
        // None of them was in a stage for a twentieth day's end.
        #expect(own.parts[0].observation.value == 0 && own.parts[0].observation.denominator == 210)
    }

    @Test func `a status that no stage names has its time, and all of them add up to the whole`() throws {
        let facts = ExampleFacts.transitions([
            (
                "A", "feature",
                [
                    "2026-03-01T09:00:00Z Doing", "2026-03-02T09:00:00Z ON HOLD", "2026-03-03T09:00:00Z Doing",
                    "2026-03-04T09:00:00Z On hold", "2026-03-06T09:00:00Z Done",
                ]
            ), ("B", "feature", ["2026-03-01T09:00:00Z On hold", "2026-03-01T10:00:00Z Doing", "2026-03-02T09:00:00Z Done"]),
            ("C", "feature", ["2026-03-01T09:00:00Z Thinking"]),
        ])
        let observation = try Self.observation(TimeInStatus(), facts)
        #expect(observation.parts.map(\.name) == ["Doing", "ON HOLD"])
        let hold = try #require(observation.parts.last?.observation)
        #expect(hold.n == 2 && hold.mean == (72.0 + 1) / 2)
        let doing = try #require(observation.parts.first?.observation)
        #expect(doing.mean == (48.0 + 23) / 2)
        #expect(observation.mean == (120.0 + 24) / 2)
    }

    @Test func `arrivals and departures are counted once an item, and returns leave`() throws {
        let facts = ExampleFacts.transitions([
            (
                "A", "feature",
                [
                    "2026-03-01T09:00:00Z Doing", "2026-03-02T09:00:00Z Done", "2026-03-03T09:00:00Z Doing", "2026-03-04T09:00:00Z Done",
                ]
            ), ("B", "feature", ["2026-03-01T09:00:00Z Doing", "2026-03-05T09:00:00Z Backlog"]),
            ("C", "feature", ["2026-03-01T09:00:00Z Backlog", "2026-03-05T09:00:00Z Cancelled"]),
            ("D", "feature", ["2025-12-01T09:00:00Z Doing", "2026-03-05T09:00:00Z Cancelled"]),
        ])
        let observation = try Self.observation(ArrivalBalance(), facts)
        #expect(observation.numerator == 2 && observation.denominator == 3)
        let interval = try #require(observation.interval)
        // All five lie in one sprint of three: no better known than two Poisson counts.
        let exact = try #require(PoissonRate.exactRatio((2, 1), (3, 1), level: 0.95))
        #expect(interval.method == "quasi-poisson-t" && interval.lower <= exact.lower && interval.upper >= exact.upper)
    }

    @Test func `without starts the backlog's balance is told, and said to be that`() throws {
        let facts = ExampleFacts.items([("A", "feature", "2026-03-01", "", "2026-03-04"), ("B", "feature", "2026-03-01", "", "")])
        let observation = try AvailabilityTests.observation(ArrivalBalance(), facts, Interpretation())
        #expect(observation.value == 2 && observation.source?.hasPrefix("requested against left") == true)
    }

    @Test func `giving up has to be configured before it is zero`() throws {
        let facts = ExampleFacts.items([("A", "feature", "2026-03-01", "", "2026-03-04")])
        #expect(
            try AvailabilityTests.observation(DiscardRate(), facts, Interpretation()).unavailableReason?.hasPrefix("Not configured") == true
        )
        let configured = Interpretation(cancelledReasons: ["Won't Fix"])
        #expect(try AvailabilityTests.observation(DiscardRate(), facts, configured).value == 0)
        let given = facts.with("reason", ["A": "won't fix"])
        let rate = try AvailabilityTests.observation(DiscardRate(), given, configured)
        #expect(rate.value == 1 && rate.parts.first?.observation.excluded == ["not-started": 1])
    }

    /// As interfaces spell it, and as people read it; what was closed so twice was never finished, and has not come back.
    @Test(arguments: ["NOT_PLANNED", "Not planned"]) func `what was given up is in no reopen rate`(reason: String) throws {
        let (done, given) = ("2026-03-03T09:00:00Z Done", "2026-03-05T09:00:00Z Done")
        let facts = ExampleFacts.transitions([
            ("A", "feature", ["2026-03-02T09:00:00Z Doing", done]),
            ("B", "feature", ["2026-03-02T09:00:00Z Doing", done, "2026-03-04T09:00:00Z Doing", given]),
        ]).with("reason", ["B": "not planned"])
        var interpretation = Interpretation.board
        interpretation.cancelledReasons = Interpretation(cancelledReasons: [reason]).cancelledReasons
        let rate = try AvailabilityTests.observation(ReopenRate(), facts, interpretation)
        #expect(rate.value == 0 && rate.n == 1 && rate.excluded == ["cancelled": 1])
        #expect(try AvailabilityTests.observation(DiscardRate(), facts, interpretation).value == 0.5)
    }

    @Test func `what went from done to a cancelled stage is in no reopen rate either`() throws {
        let facts = ExampleFacts.transitions([
            ("A", "feature", ["2026-03-02T09:00:00Z Doing", "2026-03-03T09:00:00Z Done"]),
            ("B", "feature", ["2026-03-02T09:00:00Z Doing", "2026-03-03T09:00:00Z Done", "2026-03-04T09:00:00Z Cancelled"]),
        ])
        let rate = try AvailabilityTests.observation(ReopenRate(), facts)
        #expect(rate.value == 0 && rate.n == 1 && rate.excluded == ["cancelled": 1])
    }

    @Test func `without a stage before the commitment nothing can go back`() throws {
        let all = Interpretation(stages: StageMap([Stage(name: "Doing", kind: .active), Stage(name: "Done", kind: .done)]))
        let facts = ExampleFacts.transitions([("A", "feature", ["2026-03-02T09:00:00Z Doing"])])
        #expect(
            try AvailabilityTests.observation(CommitmentReturns(), facts, all).unavailableReason?.contains("before the commitment") == true)
        #expect(try AvailabilityTests.observation(CommitmentReturns(), facts).value == 0)
    }

    @Test func `a reopened item that goes to the backlog went back, a cancelled one did not`() throws {
        let facts = ExampleFacts.transitions([
            ("A", "feature", ["2026-03-02T09:00:00Z Doing", "2026-03-03T09:00:00Z Done", "2026-03-04T09:00:00Z Backlog"]),
            ("B", "feature", ["2026-03-02T09:00:00Z Doing", "2026-03-03T09:00:00Z Cancelled", "2026-03-04T09:00:00Z Backlog"]),
        ])
        let returns = try Self.observation(CommitmentReturns(), facts)
        #expect(returns.value == 1)
        #expect(returns.parts.first?.observation.value == 0.5)
    }

    @Test func `no source of blocks is no zero`() throws {
        let facts = ExampleFacts.transitions([("A", "feature", ["2026-03-02T09:00:00Z Doing", "2026-03-03T09:00:00Z Done"])])
        #expect(try Self.observation(BlockedTime(), facts).unavailableReason == "No source says when items were blocked.")
        let blocked = facts.adding(
            .block, [("1", ["blocked_at": "2026-03-02T12:00:00Z", "unblocked_at": "2026-03-02T18:00:00Z"], [:], ["item": "A"])])
        let shown = try Self.observation(BlockedTime(), blocked)
        #expect(shown.value == 0.25 && shown.parts.map(\.observation.value) == [6, 1])
    }
}
