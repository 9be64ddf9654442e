import HoneFacts
import HoneStatistics
import Testing

@testable import HoneMetrics

@Suite struct DebtTests {
    static let now = Instant(iso: "2026-07-01T00:00:00Z")?.seconds ?? 0

    static func observation(
        _ metric: any Metric, _ facts: ExampleFacts, _ interpretation: Interpretation = Interpretation(), from: String = "2026-01-01",
        to: String = "2026-07-01"
    ) throws -> Observation {
        let window = Window(from: try #require(CalendarDay(iso: from)), to: try #require(CalendarDay(iso: to)))
        let histories = fold(facts.tables, interpretation, now: now)
        return observe(metric, histories, MeasureContext(interpretation: interpretation, window: window, now: now))
    }

    static func history(_ changes: [(day: Int, line: String)]) -> ExampleFacts {
        let first = CalendarDay(iso: "2026-01-01") ?? CalendarDay(number: 0)
        return ExampleFacts.git(
            commits: changes.enumerated().map {
                ("c\($0.offset)", $0.offset > 0 ? "c\($0.offset - 1)" : "", "\(first + $0.element.day)T12:00:00Z")
            },
            tags: []
        ).touching(changes.enumerated().map { ("c\($0.offset)", "Ann", [$0.element.line]) })
    }

    @Test func `the twenty-first day is new and the next one is not`() throws {
        #expect(try Self.observation(Rework(), Self.history([(0, "+10 a"), (21, "+0 -5 a")])).numerator == 5)
        #expect(try Self.observation(Rework(), Self.history([(0, "+10 a"), (22, "+0 -5 a")])).numerator == 0)
    }

    @Test func `a line is thrown away once only`() throws {
        let twice = try Self.observation(Rework(), Self.history([(0, "+40 a"), (30, "+4 a"), (31, "+0 -6 a"), (32, "+0 -6 a")]))
        #expect(twice.numerator == 4 && twice.denominator == 56)
    }

    /// Each new line as a value of its own, aged one by one.
    static func byLine(_ changes: [(day: Int, added: Int, deleted: Int)]) -> Int {
        var lines: [Int] = []
        var reworked = 0
        for change in changes {
            for _ in 0..<change.deleted {
                guard let last = lines.last, change.day - last <= 21 else { break }
                lines.removeLast()
                reworked += 1
            }
            lines += [Int](repeating: change.day, count: change.added)
        }
        return reworked
    }

    @Test(arguments: UInt64(1)...40)
    func `counting in lumps is counting line by line`(seed: UInt64) throws {
        var dice = ObservationLawTests.Dice(state: seed)
        var day = 0
        let changes = (0..<20).map { number -> (day: Int, added: Int, deleted: Int) in
            day += dice.roll(12)
            return (day, number == 0 ? 500 : dice.roll(20) + 1, number == 0 ? 0 : dice.roll(25))
        }
        let shown = try Self.observation(
            Rework(), Self.history(changes.map { ($0.day, "+\($0.added) -\($0.deleted) a") }), to: "2027-01-01")
        #expect(shown.numerator == Double(Self.byLine(changes)))
    }

    @Test func `the shares of code by age add up to all of it`() throws {
        let facts = Self.history([(0, "+5 a"), (100, "+5 b"), (170, "+5 c")])
        let shown = try Self.observation(CodeAge(), facts)
        let cut = facts.adding(.head, [("HEAD", [:], ["is_shallow": 1], ["branch": "main", "sha": "c9"])])
        #expect(try Self.observation(CodeAge(), cut).unavailableReason?.contains("shallow") == true)
        #expect(shown.parts.map { $0.observation.value ?? 0 }.reduce(0, +) == 1)
        #expect(shown.parts.map { $0.observation.numerator ?? 0 } == [2, 1, 0, 0])
    }

    @Test func `of a file whose comments nobody counted nothing is known, which is not zero`() throws {
        let shown = try Self.observation(SelfAdmittedDebt(), Self.history([(0, "+5 a")]))
        #expect(!shown.isAvailable && shown.value == nil)
    }

    /// A pair of items a week: one elsewhere of about a day, one in old/ of `extra` hours more; hours vary a little.
    static func board(pairs: Int, extra: Int, bugs: Int = 0) -> (facts: ExampleFacts, interpretation: Interpretation) {
        var items: [(key: String, type: String, entered: [String])] = []
        var lines: [String] = []
        for number in 0..<(2 * pairs) {
            let isOld = number % 2 == 1
            let start = (Instant(iso: "2026-01-01T00:00:00Z")?.seconds ?? 0) + Int64(number / 2) * 7 * 86_400
            let end = start + Int64(20 + number / 2 % 5 + (isOld ? extra : 0)) * 3600
            let kind = isOld && number < 2 * bugs ? "bug" : "feature"
            items.append(("K-\(number)", kind, ["\(Instant(seconds: start)) Doing", "\(Instant(seconds: end)) Done"]))
            lines.append(isOld ? "+9 old/\(number).c" : "+9 new/\(number).c")
        }
        var facts = ExampleFacts.transitions(items)
        let git = history(lines.enumerated().map { (90 + $0.offset / 20, $0.element) })
        facts.tables.batches.merge(git.tables.batches) { $1 }
        return (facts.namingItems(items.map(\.key)), Interpretation(stages: Interpretation.board.stages, debtAreas: ["old/*"]))
    }

    @Test func `a planted interest is found, with limits that hold it`() throws {
        let (facts, board) = Self.board(pairs: 20, extra: 30)
        let shown = try Self.observation(DebtInterest(), facts, board, to: "2026-05-21")
        // One item a week, thirty hours more each.
        let value = try #require(shown.value)
        #expect(abs(value - 30) < 2 && shown.n == 20)
        let interval = try #require(shown.interval)
        #expect(interval.lower <= 30 && 30 <= interval.upper && interval.lower > 0)
        #expect(shown.source == "old/*: time in active stages")
        #expect(shown.parts.map(\.name) == ["extra time of its items", "extra bugs: 0 where 0.0 were to be expected"])
        #expect(shown.parts.map(\.observation.value) == [value, 0])
    }

    @Test func `where there is none it says that it cannot show any`() throws {
        let (facts, board) = Self.board(pairs: 20, extra: 0)
        let shown = try Self.observation(DebtInterest(), facts, board, to: "2026-05-21")
        #expect(shown.source == "old/*: time in active stages; we can't show that it costs us anything")
        #expect(try #require(shown.value) == 0)
        let interval = try #require(shown.interval)
        #expect(interval.lower <= 0 && interval.upper >= 0)
    }

    @Test func `the value is the sum of its parts, and the limits do not change from one time to the next`() throws {
        let (facts, board) = Self.board(pairs: 20, extra: 10, bugs: 8)
        let shown = try Self.observation(DebtInterest(), facts, board, to: "2026-05-21")
        let parts = shown.parts.map(\.observation)
        // No bug elsewhere to say how long one usually takes: that of the area's own, 31.5 hours, eight times in twenty weeks.
        #expect(parts[1].value == 12.6 && shown.parts[1].name == "extra bugs: 8 where 0.0 were to be expected" && parts[1].n == 8)
        #expect(abs((shown.value ?? 0) - parts.compactMap(\.value).reduce(0, +)) < 1e-12)
        #expect(try Self.observation(DebtInterest(), facts, board, to: "2026-05-21").interval == shown.interval)
    }

    @Test func `work that comes in one lump shows nothing for sure`() throws {
        let (facts, board) = Self.board(pairs: 3, extra: 30)
        let shown = try Self.observation(DebtInterest(), facts, board, to: "2026-05-21")
        #expect(shown.n == 3 && (shown.value ?? 0) > 0)
        #expect(shown.source?.hasSuffix("we can't show that it costs us anything") == true)
    }

    @Test func `an item with nothing like it elsewhere is left out with a reason`() throws {
        let (facts, board) = Self.board(pairs: 2, extra: 5)
        let shown = try Self.observation(DebtInterest(), facts, board, to: "2026-01-29")
        #expect(shown.n == 0 && shown.value == nil && shown.excluded == ["nothing-like-it-elsewhere": 2])
    }
}
