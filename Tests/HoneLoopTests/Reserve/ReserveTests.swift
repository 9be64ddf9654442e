import HoneFacts
import HoneMetrics
import Testing

@testable import HoneLoop

/// The reserve as an agreement, and what it was used for.
@Suite struct ReserveTests {
    static func day(_ text: String) -> CalendarDay { CalendarDay(iso: text) ?? CalendarDay(number: 0) }

    static func set(_ floor: String, _ unit: String = "items", from day: String, reason: String = "") -> Decision {
        Decision(.setReserve, decidedAt: 1, subject: unit, text: floor, reason: reason, until: CalendarDay(iso: day))
    }

    static func raid(_ day: String, _ reason: String, by role: String = "product owner") -> Decision {
        Decision(.raidReserve, decidedAt: 2, role: role, reason: reason, until: CalendarDay(iso: day))
    }

    /// Sprints of 14 days from Monday 2 March 2026 on; the board's kinds.
    static var sprints: Interpretation {
        var interpretation = Interpretation.board
        (interpretation.iterationDays, interpretation.iterationStart) = (14, day("2026-03-02"))
        return interpretation
    }

    static let window = Window(from: day("2026-03-02"), to: day("2026-05-04"))

    /// First sprint: 1 of 4 improved. Second: 0 of 3. Third: nothing finished. Fourth: two of three have no known kind. Running: 1 of 1.
    static let facts = ExampleFacts.items([
        ("A", "feature", "2026-03-02", "", "2026-03-03"), ("B", "tool", "2026-03-02", "", "2026-03-04"),
        ("C", "bug", "2026-03-02", "", "2026-03-05"), ("D", "feature", "2026-03-02", "", "2026-03-15"),
        ("E", "feature", "2026-03-02", "", "2026-03-16"), ("F", "feature", "2026-03-02", "", "2026-03-20"),
        ("G", "bug", "2026-03-02", "", "2026-03-29"), ("H", "process", "2026-03-02", "", "2026-04-13"),
        ("I", "Chore", "2026-03-02", "", "2026-04-14"), ("J", "Chore", "2026-03-02", "", "2026-04-15"),
        ("K", "tool", "2026-03-02", "", "2026-04-28"),
    ])

    @Test func `of two agreements for one day the later one comes`() {
        let both = [Self.set("0.1", from: "2026-06-01"), Self.set("0.2", from: "2026-06-01")]
        #expect(Self.picture(both).next?.floor == 0.2)
        // Agreed in another order than they begin; the first of them never held.
        let record = Agreements(
            [("0.15", "2026-03-30"), ("0.3", "2026-03-02"), ("0.05", "2026-03-02")].map { Self.set($0, from: $1) }
        ).reserveRecord
        for (day, floor) in [("2026-03-01", 0.1), ("2026-03-02", 0.05), ("2026-03-29", 0.05), ("2026-03-30", 0.15)] {
            #expect(record.reserve(on: Self.day(day)).floor == floor && record.floors.floor(on: Self.day(day)) == floor, "\(day)")
        }
    }

    @Test func `hours that few have logged are no share`() {
        let item: (String, Int64) -> (id: String, dates: [String: String], integers: [String: Int64], texts: [String: String]) = {
            key, logged in
            (
                key, ["requested_at": "2026-03-02", "finished_at": "2026-03-03"], logged > 0 ? ["logged_seconds": logged] : [:],
                ["key": key, "type": "tool", "shape": "dates"]
            )
        }
        let facts = ExampleFacts().adding(.item, [item("A", 10_800), item("B", 0), item("C", 0), item("D", 0)])
        let used = Self.picture([Self.set("0.1", "hours", from: "2026-01-01")], .scrum, facts).periods.last { $0.used.missing != nil }
        #expect(used?.used.missing == "only 1 of 4 finished items have logged time" && used?.used.unlogged == 3)
        #expect(used?.used.share == nil && used?.used.range == nil)
    }

    @Test func `what the reserve of another period went to is told too`() {
        let raids = [Self.raid("2025-11-10", "the audit"), Self.raid("2026-03-20", "the fair"), Self.raid("2026-07-01", "the move")]
        let picture = Self.picture(raids)
        #expect(picture.periods.flatMap(\.raids).map(\.reason) == ["the fair"])
        #expect(picture.otherRaids.map(\.reason) == ["the audit", "the move"])
        #expect(Reserve.Unit.allCases.filter { !$0.isTold } == [.points])
    }

    static func picture(
        _ decisions: [Decision] = [], _ lifeCycle: LifeCycle = .scrum, _ facts: ExampleFacts = facts, window: Window = window,
        lifeCycles: [LifeCyclePeriod]? = nil
    ) -> ReservePicture {
        let now = (Instant(iso: "2026-05-04T12:00:00Z") ?? Instant(seconds: 0)).seconds
        return ReservePicture(
            Agreements(decisions).reserveRecord, Product(name: "Alloy", lifeCycles: lifeCycles ?? [LifeCyclePeriod(kind: lifeCycle)]),
            fold(facts.tables, sprints, now: now), sprints, window: window, now: now)
    }

    @Test func `a switch of life cycle makes no sprints of the weeks before it, and what is over is told whole or not`() {
        let switched = [LifeCyclePeriod(kind: .kanban), LifeCyclePeriod(kind: .scrum, from: Self.day("2026-03-30"))]
        #expect(Self.picture(lifeCycles: switched).periods.map(\.window.from.description) == ["2026-04-13", "2026-04-27"])
        let before = Self.picture(window: Window(from: Self.day("2026-03-02"), to: Self.day("2026-03-30")), lifeCycles: switched)
        #expect(before.word == "period" && before.periods.map(\.window.from.description) == ["2026-03-02", "2026-03-16"])
        let cut = Self.picture(window: Window(from: Self.day("2026-03-02"), to: Self.day("2026-04-20")))
        #expect(cut.periods.map(\.window.from.description) == ["2026-03-02", "2026-03-16", "2026-03-30"])
        #expect(cut.periods.allSatisfy { !$0.isRunning })
        let ahead = Self.picture(window: Window(from: Self.day("2026-04-27"), to: Self.day("2026-05-25")))
        #expect(ahead.periods.map(\.isRunning) == [true] && ahead.met == nil)
    }

    @Test func `the agreement that begins last holds, and before any the usual tenth`() {
        let record = Agreements([
            Self.set("0.15", from: "2026-03-16"), Self.set("0.2", "hours", from: "2026-05-01"), Self.set("0.05", from: "2026-03-16"),
            Self.set("1.5", from: "2026-01-01"), Self.set("0.1", "lines", from: "2026-01-01"),
            Decision(.setReserve, decidedAt: 1, subject: "items", text: "0.1"),
        ])
        #expect(record.setAside == ["4", "5", "6"])
        #expect(record.reserveRecord.reserve(on: Self.day("2026-03-15")) == .usual && Reserve.usual.floor == 0.1)
        #expect(!Reserve.usual.isAgreed)
        // Of two from the same day the later one.
        #expect(record.reserveRecord.reserve(on: Self.day("2026-03-16")).floor == 0.05)
        #expect(record.reserveRecord.reserve(on: Self.day("2026-05-01")).unit == .hours)
    }

    @Test func `each sprint stands against what held when it began`() {
        let picture = Self.picture([Self.set("0.3", from: "2026-03-16")])
        #expect(
            picture.word == "sprint"
                && picture.periods.map(\.window.from.description) == ["2026-03-02", "2026-03-16", "2026-03-30", "2026-04-13", "2026-04-27"])
        #expect(picture.periods.map(\.reserve.floor) == [0.1, 0.3, 0.3, 0.3, 0.3])
        #expect(picture.periods.map(\.used.share) == [0.25, 0, nil, nil, 1])
        #expect(picture.periods[2].used.range == nil && picture.periods[2].used.all == 0)
        #expect(picture.periods[3].used.range == 1.0 / 3...1)
        #expect(picture.periods.map(\.isRunning) == [false, false, false, false, true])
        // Of the running one the days up to the end of the page were counted, and no later ones are spoken of.
        #expect(picture.periods[4].counted == Window(from: Self.day("2026-04-27"), to: Self.day("2026-05-04")))
        #expect(picture.periods[0].counted == picture.periods[0].window)
        #expect(picture.met?.count == 1 && picture.met?.of == 2 && picture.last?.window.from == Self.day("2026-04-13"))
    }

    /// The chart of shares, where the reserve was agreed anew.
    static func chart(_ decisions: [Decision]) throws -> ShareByPeriod {
        let now = (Instant(iso: "2026-05-04T12:00:00Z") ?? Instant(seconds: 0)).seconds
        let builder = MetricsBuilder(
            product: Product(name: "Alloy", lifeCycles: [LifeCyclePeriod(kind: .scrum)]), interpretation: sprints,
            histories: fold(facts.tables, sprints, now: now), agreements: Agreements(decisions), window: window, now: now)
        guard case .improvementShare(let model) = builder.improvementShare else { throw Refusal("no chart: \(builder.improvementShare)") }
        return model
    }

    @Test func `the chart of shares has the floor of each sprint, and judges each by its own`() throws {
        let model = try Self.chart([Self.set("0.3", from: "2026-03-16")])
        #expect(model.periods.map(\.from.description) == Self.picture().periods.map(\.window.from.description))
        #expect(model.periods.map(\.floor) == [0.1, 0.3, 0.3, 0.3, 0.3])
        #expect(model.periods.map(\.share) == [0.25, 0, nil, nil, 1] && model.periods.last?.isPartial == true)
        // A quarter was enough for the tenth of its time, and would not be for today's three tenths.
        #expect(model.met == (1, 2, 7))
        #expect(model.floors.map(\.from.description) == ["2026-03-02", "2026-03-16"] && model.floors.map(\.count) == [1, 4])
        // An agreement of the middle of a sprint holds from the next one on; what is counted in hours has no floor here.
        let between = try Self.chart([Self.set("0.2", "hours", from: "2026-03-18"), Self.set("0.2", from: "2026-04-13")])
        #expect(between.periods.map(\.floor) == [0.1, 0.1, nil, 0.2, 0.2] && between.met == (1, 2, 7))
    }

    @Test func `without sprints the periods are those of every other page, wherever a window ends, and no page says sprint`() {
        let picture = Self.picture([], .kanban)
        #expect(picture.periods.map(\.window) == Self.picture().periods.map(\.window))
        #expect(picture.word == "period" && picture.periodDays == 14)
        let earlier = Self.picture([], .kanban, window: Window(from: Self.day("2026-02-23"), to: Self.day("2026-04-27")))
        #expect(earlier.periods.map(\.window) == Array(picture.periods.map(\.window).dropLast()))
    }

    @Test func `items are counted as the metric counts them`() {
        let now = (Instant(iso: "2026-05-04T12:00:00Z") ?? Instant(seconds: 0)).seconds
        let histories = fold(Self.facts.tables, Self.sprints, now: now)
        for period in Self.picture().periods {
            let context = MeasureContext(interpretation: Self.sprints, window: period.window, now: now)
            let metric = observe(ImprovementShare(), histories, context)
            #expect(metric.value == period.used.share && Double(metric.n) == period.used.all, "\(period.window)")
        }
    }

    @Test func `hours are those logged on finished items, and points nobody tells`() {
        let logged = Self.facts.with(
            "logged_seconds", Dictionary("ACDFGHIJK".map { ("\($0)", 0) }) { $1 }.merging(["A": 3600 * 6, "B": 3600 * 2, "E": 3600]) { $1 })
        let hours = Self.picture([Self.set("0.1", "hours", from: "2026-01-01")], .scrum, logged)
        #expect(hours.periods[0].used.all == 8 && hours.periods[0].used.share == 0.25)
        #expect(hours.periods[1].used.share == 0)
        #expect(Self.picture([Self.set("0.1", "hours", from: "2026-01-01")]).periods[0].used.missing == "no source tells logged time")
        #expect(Self.picture([Self.set("0.1", "points", from: "2026-01-01")]).periods[0].used.missing == "no source tells story points")
        #expect(Self.picture([Self.set("0.1", "changes", from: "2026-01-01")]).periods[0].used.missing == "no changes have been read")
    }

    @Test func `changes count by the kind of the item that they name`() {
        let items = ExampleFacts.items([
            ("P-1", "feature", "2026-03-02", "", "2026-03-03"), ("P-2", "tool", "2026-03-02", "", ""),
            ("P-3", "refactoring", "2026-03-02", "", ""),
        ])
        let facts = items.adding(
            .change,
            [("P-1", "1"), ("P-2", "2"), ("P-3", "3"), ("", "4")].map { item, key in
                (key, ["opened_at": "2026-03-03", "merged_at": "2026-03-05"], [:], ["key": key, "items": item])
            })
        let used = Self.picture([Self.set("0.1", "changes", from: "2026-01-01")], .scrum, facts).periods[0].used
        #expect(used.all == 4 && used.improvement == 2 && used.unclassified == 1 && used.share == 0.5)
    }

    @Test func `a raid is told by role and reason, in its period, and needs a reason`() {
        let decisions = [Self.raid("2026-03-20", "the tax rules change"), Self.raid("2026-03-21", ""), Self.raid("2026-07-01", "later")]
        let picture = Self.picture(decisions)
        #expect(Agreements(decisions).setAside == ["2"])
        #expect(picture.periods.map(\.raids.count) == [0, 1, 0, 0, 0])
        #expect(picture.periods[1].raids[0].role == "product owner" && picture.periods[1].raids[0].reason == "the tax rules change")
    }

    @Test func `inside the reserve there is no state of approval`() {
        // What is set holds; what goes elsewhere is a decision. Nothing in between can be written.
        let words = Decision.Verb.allCases.map(\.rawValue).filter { $0.contains("reserve") }
        #expect(words == ["set-reserve", "raid-reserve"])
        let children = Mirror(reflecting: Reserve.usual).children.compactMap(\.label)
        #expect(children == ["floor", "unit", "from", "decidedAt", "reason"])
    }
}
