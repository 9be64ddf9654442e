import HoneFacts
import HoneStatistics
import Testing

@testable import HoneLoop

/// Questions to the person who decides, and their answers, as the decisions add up.
@Suite struct BriefRecordTests {
    static let day = CalendarDay(iso: "2026-12-01") ?? CalendarDay(number: 0)

    static func ask(_ subject: String = "n", _ text: String = "Six hours a week") -> Decision {
        Decision(.askBrief, decidedAt: 1, subject: subject, text: text)
    }

    static func answer(_ text: String, reason: String = "", until: CalendarDay? = nil, subject: String = "n") -> Decision {
        Decision(.answerBrief, decidedAt: 2, role: "product owner", subject: subject, text: text, reason: reason, until: until)
    }

    static func record(_ decisions: Decision...) -> (record: BriefRecord, taken: [Bool]) {
        var record = BriefRecord()
        let taken = decisions.map { record.take($0, nil) }
        return (record, taken)
    }

    static let noted = [Improvement(id: "n", number: 1, title: "n", notedAt: 0)]

    @Test func `what is asked waits until it is answered`() {
        let open = Self.record(Self.ask())
        #expect(open.taken == [true] && open.record.waiting(on: Self.day, Self.noted).map(\.improvement.id) == ["n"])
        for answer in [Self.answer("yes"), Self.answer("no", reason: "the module goes away")] {
            let answered = Self.record(Self.ask(), answer)
            #expect(answered.taken == [true, true] && answered.record.waiting(on: Self.day + 1_000, Self.noted).isEmpty)
        }
    }

    @Test func `not now waits again from its day on, and no day earlier`() {
        let later = Self.record(Self.ask(), Self.answer("not-now", reason: "the season", until: Self.day))
        #expect(later.taken == [true, true])
        #expect(later.record.waiting(on: Self.day + -1, Self.noted).isEmpty && later.record.waiting(on: Self.day, Self.noted).count == 1)
        // Nobody has to answer for what is not there, or begun.
        #expect(later.record.waiting(on: Self.day, []).isEmpty)
        // Asked anew, only the new question waits.
        let again = Self.record(Self.ask(), Self.answer("not-now", reason: "the season", until: Self.day), Self.ask("n", "Four hours"))
        #expect(again.record.waiting(on: Self.day, Self.noted).map(\.request.ask) == ["Four hours"])
    }

    @Test(arguments: [
        answer("no"), answer("not-now", reason: "the season"), answer("not-now", until: day), answer("yes", until: day), answer("perhaps"),
        answer("no", reason: "r", until: day), answer("yes", subject: "other"),
    ])
    func `an answer without its reason, its day or its question is none`(answer: Decision) {
        let read = Self.record(Self.ask(), answer)
        #expect(read.taken == [true, false] && read.record.request(of: "n")?.answer == nil)
    }

    @Test func `nothing is asked twice at a time, nothing without a sentence, and one answer is enough`() {
        #expect(Self.record(Self.ask(), Self.ask()).taken == [true, false])
        #expect(Self.record(Self.ask("n", "")).taken == [false])
        #expect(Self.record(Self.answer("yes")).taken == [false])
        #expect(Self.record(Self.ask(), Self.answer("yes"), Self.answer("no", reason: "r")).taken == [true, true, false])
    }

    /// Whatever is said in whatever order: one open question an improvement, and an answer only to a question.
    @Test(arguments: 0..<100)
    func `questions and answers alternate`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var record = BriefRecord()
        var (asked, answered) = (["a": 0, "b": 0], ["a": 0, "b": 0])
        let steps = ["a", "b"].flatMap { subject in
            [
                Self.ask(subject), Self.ask(subject, ""), Self.answer("yes", subject: subject), Self.answer("no", subject: subject),
                Self.answer("not-now", reason: "r", until: Self.day, subject: subject),
            ]
        }
        for _ in 0..<50 {
            guard let step = steps.randomElement(using: &random), record.take(step, nil) else { continue }
            if step.verb == .askBrief { asked[step.subject, default: 0] += 1 } else { answered[step.subject, default: 0] += 1 }
            let open = (asked[step.subject] ?? 0) - (answered[step.subject] ?? 0)
            #expect(open == 0 || open == 1)
        }
        #expect(record.requests.count == asked.values.reduce(0, +))
        #expect(record.requests.count { $0.answer != nil } == answered.values.reduce(0, +))
    }

    @Test func `an answer reads as it was given, and says since when one waits`() throws {
        let zone = ZoneTable.utc
        let improvement = try #require(Agreements([Decision(.note, decidedAt: 0, text: "it hurts")]).improvements.first)
        func words(_ decisions: Decision..., on day: CalendarDay) throws -> BriefWords {
            var record = BriefRecord()
            for decision in decisions { _ = record.take(decision, nil) }
            return BriefWords(try #require(record.requests.first), improvement, zone, on: day)
        }
        let asked = zone.day(atSeconds: 1)
        #expect(try words(Self.ask(), on: asked + 6).answer == "waits for an answer (6 d)")
        #expect(try words(Self.ask(), Self.answer("yes"), on: asked).answer == "yes, product owner")
        #expect(try words(Self.ask(), Self.answer("no", reason: "it goes"), on: asked).answer == "no, product owner: it goes")
        let later = try words(Self.ask(), Self.answer("not-now", reason: "the season", until: Self.day), on: Self.day + 3)
        #expect(later.answer == "was put off until 1 Dec 2026, product owner: the season" && later.age == 3)
        #expect(later.next == "hone brief ask 1 …")
        let before = try words(Self.ask(), Self.answer("not-now", reason: "the season", until: Self.day), on: Self.day + -1)
        #expect(before.answer == "not now, until 1 Dec 2026, product owner: the season" && before.next.isEmpty)
    }

    @Test func `an improvement that a brief is to pay for is not offered to be begun before a yes`() throws {
        let shape = ImprovementShape(kind: .refactoring, funding: .brief, costHours: 1)
        let steps = [
            Decision(.note, decidedAt: 0, text: "it hurts"),
            Decision(.shapeImprovement, decidedAt: 0, subject: "1", details: shape.details),
            Decision(.commitSmall, decidedAt: 0, subject: "1", details: shape.details), Self.ask("1"),
        ]
        func line(_ answer: Decision?, on day: CalendarDay) throws -> Scorecard.Running {
            let agreements = Agreements(steps + (answer.map { [$0] } ?? []))
            let now = Instant(day: day).seconds
            let evidence = EffectEvidence(fold(FactTables(), Interpretation(), now: now), Interpretation(), Product(name: "x"), now: now)
            return try #require(ImprovementLines(agreements, .utc, on: day, evidence).lines.first)
        }
        let no = try line(Self.answer("not-now", reason: "the season", until: Self.day, subject: "1"), on: Self.day + -5)
        #expect(no.text.contains("its brief: not now, until 1 Dec 2026") && no.next.isEmpty)
        let over = try line(Self.answer("not-now", reason: "the season", until: Self.day, subject: "1"), on: Self.day)
        #expect(over.next == "hone brief ask 1 …")
        #expect(try line(nil, on: Self.day).next == "hone brief show 1")
        #expect(try line(Self.answer("yes", subject: "1"), on: Self.day).next == "hone improvement start 1")
    }

    @Test func `a question about an improvement that nobody noted is set aside`() {
        #expect(Agreements([Self.ask()]).setAside.count == 1)
    }
}
