import HoneFacts
import HoneStatistics
import Testing

@testable import HoneLoop
@testable import HoneMetrics

@Suite struct GateTests {
    static let removal = "defect-removal-effectiveness >= 85 %"
    static let today = PlanSteps.day("2026-05-01")
    static let window = Window(from: today + -83, to: today + 1)

    static func criterion(_ text: String = removal) throws -> GateCriterion { try GateCriterion(text) }

    static func share(_ count: Double, of all: Double, _ interval: ClosedRange<Double>?, provisional: Int = 0, version: Int? = nil)
        -> Observation
    {
        let definition = DefectRemovalEffectiveness().definition
        var observation = Observation(definition, unit: .share, window: window)
        if let version { observation.definitionVersion = version }
        (observation.n, observation.value) = (Int(all), all > 0 ? count / all : nil)
        observation.interval = interval.map { Interval(level: 0.95, lower: $0.lowerBound, upper: $0.upperBound, method: "wilson") }
        if provisional > 0 { observation.flags["provisional"] = provisional }
        return observation
    }

    static func reading(_ observation: Observation?) throws -> GateReading { GateReading(try criterion(), observation) }

    @Test func `a criterion is met, not met, or cannot be told`() throws {
        #expect(try Self.reading(Self.share(97, of: 100, 0.9...0.99)).verdict == .met)
        #expect(try Self.reading(Self.share(50, of: 100, 0.4...0.6)).verdict == .notMet)
        // 38 of 43 is 88 %, and its interval reaches down to 76 %.
        let wide = try Self.reading(Self.share(38, of: 43, 0.76...0.95))
        #expect(wide.verdict == .unknown && wide.why.contains("too near the bound") && wide.observed == "88 % (76-95 %, n 43)")
    }

    @Test func `what could not be read is never a pass, and says why`() throws {
        var unavailable = Self.share(0, of: 0, nil)
        unavailable.unavailableReason = "No source says it."
        let readings = try [
            Self.reading(nil), Self.reading(unavailable), Self.reading(Self.share(0, of: 0, nil)),
            Self.reading(Self.share(97, of: 100, 0.9...0.99, version: 99)),
        ]
        #expect(readings.allSatisfy { $0.verdict == .unknown && $0.number == nil && !$0.why.isEmpty })
        #expect(readings[1].observed == "no number: no source says it")
        #expect(readings[3].why.contains("another one"))
        let sheet = GateSheet(openedOn: Self.today, window: Self.window, readings: readings)
        #expect(!sheet.isMet && sheet.sentence == "0 of 4 criteria met, 4 cannot be told")
    }

    @Test func `a provisional number is marked, also when it is met`() throws {
        let reading = try Self.reading(Self.share(97, of: 100, 0.9...0.99, provisional: 12))
        #expect(reading.verdict == .met && reading.isProvisional && reading.observed.contains("provisional"))
    }

    @Test(arguments: ["nothing >= 3", "defect-removal-effectiveness", "defect-removal-effectiveness 85 %", "cycle-time <= 10 %", ""])
    func `what is no criterion is refused with how to write it`(text: String) {
        #expect(throws: Refusal.self) { try GateCriterion(text) }
    }

    @Test func `criteria, sheets and closings come back from a decision as they were`() throws {
        for text in [Self.removal, "cycle-time p50 <= 8 d", "schedule-performance 0.9-1.2", "throughput >= 3"] {
            let criterion = try GateCriterion(text)
            #expect(GateCriterion(recorded: criterion.recorded) == criterion)
        }
        let readings = [
            try Self.reading(Self.share(1, of: 3, 0.1...0.9, provisional: 1)), try Self.reading(nil),
            try Self.reading(Self.share(97, of: 100, 0.9...0.99)),
        ]
        let sheet = GateSheet(openedOn: Self.today, window: Self.window, readings: readings)
        #expect(GateSheet(sheet.details, openedOn: Self.today, criteria: readings.map(\.criterion)) == sheet)
        let closing = try GateClosing(
            .goWithConditions, closedOn: Self.today, role: "sponsor", reason: "the risk is known",
            conditions: [.init(text: "the load test passes", dueOn: PlanSteps.day("2026-06-01")), .init(text: "a second supplier")],
            lessons: ["ask the plant earlier", "freeze the interface"])
        let decision = Decision(
            .closeGate, decidedAt: 0, role: "sponsor", subject: "1", text: closing.outcome.rawValue, reason: closing.reason,
            until: Self.today, details: closing.details)
        #expect(GateClosing(decision) == closing)
    }
}

/// The steps of a gate, and which of them its states allow.
@Suite struct GateStepTests {
    static let second = PlanSteps.second("2026-05-01T09:00:00Z")

    static func add(_ criteria: [String] = [GateTests.removal], on day: String? = nil) throws -> Decision {
        Decision(
            .addGate, decidedAt: second, subject: "Design", text: "Design gate", until: day.map(PlanSteps.day),
            details: Gate.details(try criteria.map { try GateCriterion($0) }))
    }

    static func open(_ observation: Observation?) throws -> Decision {
        let sheet = GateSheet(openedOn: GateTests.today, window: GateTests.window, readings: [try GateTests.reading(observation)])
        return Decision(.openGate, decidedAt: second, subject: "1", until: GateTests.today, details: sheet.details)
    }

    static func close(_ outcome: GateClosing.Outcome, conditions: [GateClosing.Condition] = []) throws -> Decision {
        let closing = try GateClosing(
            outcome, closedOn: GateTests.today, role: "sponsor", reason: "the risk is known", conditions: conditions,
            lessons: ["ask the plant earlier"])
        return Decision(
            .closeGate, decidedAt: second, role: "sponsor", subject: "1", text: outcome.rawValue, reason: closing.reason,
            until: GateTests.today, details: closing.details)
    }

    static let skip = Decision(.skipGate, decidedAt: second, subject: "1", reason: "no new design")

    static func words(_ decisions: [Decision], on day: CalendarDay = GateTests.today) throws -> GateWords {
        GateWords(try #require(Agreements(decisions).gates.gates.first), Agreements(decisions), on: day)
    }

    @Test func `a gate is closed only after its evidence was laid out, and a go does not come back`() throws {
        let (add, open, go, noGo) = (try Self.add(), try Self.open(nil), try Self.close(.go), try Self.close(.noGo))
        func setAside(_ decisions: Decision...) -> [String] { Agreements(decisions).setAside }
        #expect(setAside(add, go) == ["2"])
        #expect(setAside(add, open, go) == [] && setAside(add, open, go, go) == ["4"])
        #expect(setAside(add, open, go, open) == ["4"])
        #expect(setAside(add, open, noGo, go) == ["4"] && setAside(add, open, noGo, open, go) == [])
        #expect(setAside(add, Self.skip) == [] && setAside(add, Self.skip, open) == ["3"] && setAside(add, open, Self.skip) == ["3"])
        #expect(setAside(open) == ["1"])
        let gate = try Self.words([add, open, noGo, open, go]).gate
        #expect(gate.sheets.count == 2 && gate.closings.map(\.outcome) == [.noGo, .go])
    }

    @Test func `a gate that was not opened is moved for a reason, and its first day is told beside it`() throws {
        var add = try Self.add()
        add.until = GateTests.today + -31
        func move(_ days: Int, _ reason: String = "the supplier is late") -> Decision {
            Decision(.moveGate, decidedAt: Self.second, subject: "1", reason: reason, until: GateTests.today + days)
        }
        #expect(try Self.words([add]).state == "lapsed")
        let once = try Self.words([add, move(30)])
        #expect(once.state == "planned" && once.gate.plannedOn == GateTests.today + 30)
        #expect(once.standing == "planned for 31 May 2026, moved from 31 Mar 2026 (the supplier is late)")
        let twice = try Self.words([add, move(30), move(61, "it is still")])
        #expect(twice.standing == "planned for 1 Jul 2026, moved 2 times from 31 Mar 2026 (it is still)")
        // Whoever moves it is late all the same.
        let closed = try Self.words([add, move(30), Self.open(nil), Self.close(.go)])
        #expect(closed.standing == "go on 1 May 2026, planned for 31 Mar 2026, by sponsor: the risk is known")
        // Where there was no day before there is none to be late by.
        var plain = try Self.add()
        plain.until = nil
        #expect(try Self.words([plain, move(30)]).standing == "planned for 31 May 2026 (the supplier is late)")
        #expect(try Self.words([plain, move(-1), Self.open(nil), Self.close(.go)]).standing.contains("planned for 30 Apr 2026"))
        #expect(try Self.words([plain, move(-6), move(-1), Self.open(nil), Self.close(.go)]).standing.contains("planned for 25 Apr 2026"))
        let again = try Self.words([plain, Self.open(nil), Self.close(.noGo), move(30)])
        #expect(again.standing == "planned for 31 May 2026, after a no-go on 1 May 2026 (the supplier is late)")
        #expect(again.gate.closings.count == 1)
        #expect(Agreements([plain, try Self.open(nil), try Self.close(.go), move(30)]).setAside == ["4"])
        #expect(Agreements([add, move(-31)]).setAside == ["2"] && Agreements([add, move(30, "")]).setAside == ["2"])
        #expect(Agreements([add, try Self.open(nil), move(30)]).setAside == ["3"])
        #expect(Agreements([add, Self.skip, move(30)]).setAside == ["3"])
    }

    @Test func `a gate without a criterion, or with one that cannot be read, is none`() throws {
        var broken = try Self.add()
        broken.details["criterion 1"] = "defect-removal-effectiveness 1 value share about 0.9"
        let none = Decision(.addGate, decidedAt: 0, subject: "Design", text: "Design gate")
        #expect(Agreements([broken, none]).setAside == ["1", "2"] && Agreements([broken, none]).gates.gates.isEmpty)
        // A sheet that lacks one of the criteria is no evidence.
        let two = try Self.add([GateTests.removal, "throughput >= 3"])
        #expect(Agreements([two, try Self.open(nil)]).setAside == ["2"])
    }

    @Test func `whoever goes on although a criterion is not met or cannot be told may, and it is said`() throws {
        let words = try Self.words([Self.add(), Self.open(nil), Self.close(.go)])
        #expect(words.remark == "It went on with 0 of 1 criteria met, 1 cannot be told.")
        #expect(words.standing == "go on 1 May 2026, by sponsor: the risk is known" && words.next.isEmpty)
        let good = try Self.words([Self.add(), Self.open(GateTests.share(97, of: 100, 0.9...0.99)), Self.close(.go)])
        #expect(good.remark == nil)
        let stopped = try Self.words([Self.add(), Self.open(nil), Self.close(.noGo)])
        #expect(stopped.remark == nil && stopped.next == "hone gate open 1" && stopped.standing.hasPrefix("no-go on 1 May 2026"))
    }

    @Test func `what became of each condition is told`() throws {
        let (due, text) = (GateTests.today + 10, "the pump is certified")
        let closing = try Self.close(.goWithConditions, conditions: [.init(text: text, dueOn: due), .init(text: "spares are there")])
        let decisions = [try Self.add(), try Self.open(nil), closing]
        let open = try Self.words(decisions)
        let conditions = try #require(open.gate.closed?.closing.conditions)
        #expect(conditions.map(open.standing) == ["open", "open"] && open.short.hasPrefix("go with 2 conditions on"))
        #expect(try Self.words(decisions, on: due + 1).standing(of: conditions[0]) == "open, due since \(DayText.day(due))")
        // They are notes 1 and 2: one is done after its day, the other declined.
        let notes = Agreements(decisions).improvements.map(\.id)
        let done = Decision(.finishImprovement, decidedAt: Self.second, subject: notes[0], until: due + 2)
        let declined = Decision(.decline, decidedAt: Self.second, subject: notes[1], reason: "the plant has them")
        let answered = try Self.words(decisions + [done, declined], on: due + 3)
        #expect(
            conditions.map(answered.standing) == ["done on \(DayText.day(due + 2)), after its day", "declined: the plant has them"])
        #expect(answered.short.hasPrefix("go with 2 conditions (none open) on"))
        #expect(try Self.words(decisions + [declined]).short.hasPrefix("go with 2 conditions (1 open) on"))
    }

    @Test func `a lapse and a skip look different`() throws {
        let lapsed = try Self.words([Self.add(on: "2026-04-30")])
        #expect(lapsed.state == "lapsed" && lapsed.standing == "lapsed on 30 Apr 2026: nobody opened it or said why not")
        #expect(try Self.words([Self.add(on: "2026-05-01")]).state == "planned")
        let skipped = try Self.words([Self.add(on: "2026-04-30"), Self.skip])
        #expect(skipped.state == "skipped" && skipped.standing == "skipped on purpose: no new design")
    }

    @Test func `each condition waits as a note, and a closed gate is a ceremony that was held`() throws {
        let note = Decision(.note, decidedAt: 0, text: "flaky tests")
        let conditions = [
            GateClosing.Condition(text: "the load test passes", dueOn: PlanSteps.day("2026-06-01")), .init(text: "a second supplier"),
        ]
        let agreements = Agreements([
            try Self.add(), try Self.open(nil), try Self.close(.goWithConditions, conditions: conditions), note,
        ])
        #expect(
            agreements.unanswered(on: GateTests.today).map(\.title) == [
                "the load test passes (condition of gate 1, due 1 Jun 2026)", "a second supplier (condition of gate 1)", "flaky tests",
            ])
        #expect(agreements.improvements.map(\.number) == [1, 2, 3] && agreements.setAside.isEmpty)
        #expect(agreements.record.days == [GateTests.today])
        #expect(Agreements([try Self.add(), try Self.close(.go)]).record.days.isEmpty)
    }

    @Test func `everything that is missing for a closing is said at once, lessons among it`() {
        func missing(_ make: () throws -> GateClosing) -> [String] {
            do {
                _ = try make()
                return []
            } catch { return (error as? Refusal)?.sentences ?? [] }
        }
        let all = missing { try GateClosing(.goWithConditions, closedOn: GateTests.today, role: "team", reason: "") }
        #expect(all.count == 3 && all.contains { $0.contains("--lesson") && $0.contains("--no-lesson") })
        let go = missing {
            try GateClosing(
                .go, closedOn: GateTests.today, role: "team", reason: "fine", conditions: [.init(text: "more")], lessons: ["a"])
        }
        #expect(go == ["Conditions belong to go-with-conditions; a go has none."])
        let both = missing {
            try GateClosing(.go, closedOn: GateTests.today, role: "team", reason: "fine", lessons: ["a"], withoutLesson: "none")
        }
        #expect(both.count == 1)
        #expect(
            missing { try GateClosing(.noGo, closedOn: GateTests.today, role: "team", reason: "no", withoutLesson: "a small phase") }
                .isEmpty)
    }
}
