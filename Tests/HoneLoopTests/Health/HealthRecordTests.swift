import HoneFacts
import HoneStatistics
import Testing

@testable import HoneLoop

/// Health checks as the decisions add up.
@Suite struct HealthRecordTests {
    static func terms(_ questions: [HealthQuestion] = HealthResultTests.questions, k: Int = 5, team: Int = 7) -> HealthTerms {
        HealthTerms(packVersion: 1, questions: questions, k: k, teamSize: team, allowsComments: true, sealingKey: "00ff")
    }

    static func opening(_ id: String, _ terms: HealthTerms = terms()) -> Decision {
        Decision(.openHealthCheck, decidedAt: 1_000, subject: id, details: terms.details)
    }

    static func closing(_ id: String, on day: String, _ details: [String: String]) -> Decision {
        Decision(.closeHealthCheck, decidedAt: 2_000, subject: id, until: CalendarDay(iso: day), details: details)
    }

    /// Five answers to each of three statements, all of them the same number.
    static func all(_ level: Int, of count: Int = 7, to questions: [HealthQuestion] = HealthResultTests.questions) -> [String: String] {
        var details = ["asked": "\(count)", "answered": "\(count)"]
        let counts = (1...5).map { $0 == level ? "\(count)" : "0" } + ["0"]
        for question in questions { details["answers \(question.id)"] = counts.joined(separator: " ") }
        return details
    }

    @Test func `a check is opened, closed and never opened again`() throws {
        let decisions = [
            Self.opening("x"), Self.closing("x", on: "2026-11-14", Self.all(4)), Self.closing("x", on: "2026-11-15", Self.all(5)),
            Self.opening("x"),
        ]
        let agreements = Agreements(decisions)
        let check = try #require(agreements.healthRecord.checks.first)
        #expect(agreements.healthRecord.checks.count == 1 && agreements.setAside == ["3", "4"])
        #expect(check.terms == Self.terms() && check.result?.answered == 7 && check.closedOn == CalendarDay(iso: "2026-11-14"))
        #expect(agreements.healthRecord.open.isEmpty)
        // It is no ceremony in which improvements are found.
        #expect(agreements.record.days.isEmpty)
    }

    @Test func `details that lack something open nothing, and results under k close nothing`() {
        for name in Self.terms().details.keys {
            var details = Self.terms().details
            details[name] = nil
            let decision = Decision(.openHealthCheck, decidedAt: 0, subject: "x", details: details)
            #expect(Agreements([decision]).setAside == ["1"], "\(name)")
        }
        let four = Self.closing("x", on: "2026-11-14", Self.all(4, of: 4))
        let agreements = Agreements([Self.opening("x"), four])
        #expect(agreements.setAside == ["2"] && agreements.healthRecord.open.count == 1)
    }

    @Test func `a k under three is raised to three, and a small team is private to itself`() {
        #expect(Self.terms(k: 1).k == 3)
        #expect(Self.terms(team: 4).isTeamOnly && !Self.terms(team: 5).isTeamOnly)
        let small = Self.terms(team: 4)
        let leaking = Agreements([Self.opening("x", small), Self.closing("x", on: "2026-11-14", Self.all(4))])
        #expect(leaking.setAside == ["2"])
        let closed = Agreements([Self.opening("x", small), Self.closing("x", on: "2026-11-14", [:])])
        #expect(closed.setAside.isEmpty && closed.healthRecord.checks[0].result == nil && !closed.healthRecord.checks[0].isOpen)
    }

    @Test func `a trend needs the same text, and enough answers in both`() throws {
        let other = [HealthQuestion(id: "a", text: "Put otherwise."), HealthResultTests.questions[1], HealthResultTests.questions[2]]
        var second = Self.all(5, to: other)
        second["answers c"] = nil
        let decisions = [
            Self.opening("x"), Self.closing("x", on: "2026-05-14", Self.all(1)), Self.opening("y", Self.terms(other)),
            Self.closing("y", on: "2026-11-14", second),
        ]
        let record = Agreements(decisions).healthRecord
        let trends = record.trends(of: record.checks[1])
        #expect(trends[0] == nil && trends[2] == nil)
        #expect(trends[1]?.direction == .higher)
        #expect(record.trends(of: record.checks[0]) == [nil, nil, nil])
        let picture = try #require(
            HealthPicture(record.checks[1], record, product: "x", today: CalendarDay(number: 0), zone: "UTC"))
        #expect(picture.rows[0].past.map(\.hadOtherText) == [true, false] && picture.rows[2].past.map { $0.cell == nil } == [false, true])
        #expect(picture.hiddenCount == 1)
    }

    @Test func `with ten statements a change has to be large to be told from chance`() throws {
        let (low, high) = (
            try #require(HealthCell(counts: [3, 3, 0, 1, 0], cannotSay: 0)),
            try #require(HealthCell(counts: [0, 0, 0, 3, 4], cannotSay: 0))
        )
        let middle = try #require(HealthCell(counts: [0, 1, 0, 4, 2], cannotSay: 0))
        // All ways of dealing 14 answers to two sevens, counted in Python: 0.0023310 and 0.0122378.
        func trends(_ pair: (before: HealthCell, now: HealthCell), of count: Int) -> HealthTrend? {
            // The others did not move at all.
            HealthTrend.trends([pair] + [(before: HealthCell, now: HealthCell)?](repeating: (middle, middle), count: count - 1))[0]
        }
        let all = try #require(trends((low, high), of: 10))
        #expect(abs(all.probability - 0.0233100) < 1e-6 && all.direction == .higher)
        let some = try #require(trends((low, middle), of: 10))
        #expect(abs(some.probability - 0.122378) < 1e-5 && some.direction == .cannotTell)
        #expect(trends((low, middle), of: 1)?.direction == .higher)
        #expect(trends((high, low), of: 10)?.direction == .lower)
        // Five against five have 252 ways: ten statements can never be told apart from chance.
        let (ones, fives) = (
            try #require(HealthCell(counts: [5, 0, 0, 0, 0], cannotSay: 0)),
            try #require(HealthCell(counts: [0, 0, 0, 0, 5], cannotSay: 0))
        )
        #expect(trends((ones, fives), of: 10)?.direction == .cannotTell && trends((ones, fives), of: 6)?.direction == .higher)
    }

    @Test(arguments: [5, 7, 12]) func `where nothing moved, hardly a check in twenty says that something did`(people: Int) throws {
        var generator = SeededGenerator(seed: UInt64(people))
        let checks = 300
        let claiming = (0..<checks).count { _ in
            let pairs = (0..<10).map { _ -> (before: HealthCell, now: HealthCell)? in
                // A statement has a mean of its own, the same both times.
                let centre = generator.index(below: 4)
                func drawn() -> HealthCell {
                    HealthCell((0..<people).map { _ in .level(1 + min(4, centre + generator.index(below: 3))) })
                }
                return (drawn(), drawn())
            }
            return HealthTrend.trends(pairs).contains { $0.map { $0.direction != .cannotTell } ?? false }
        }
        // A twentieth of 300 is 15; three standard deviations more are 26.
        #expect(claiming <= 26, "\(claiming) of \(checks)")
    }

    @Test func `the scorecard has a line of it`() {
        let opened = Agreements([Self.opening("x")]).healthRecord
        #expect(opened.line(.utc) == "open since 1 Jan 1970; results when it is closed" && HealthRecord().line(.utc) == nil)
        let closed = [Self.opening("x"), Self.closing("x", on: "2026-05-14", Self.all(1))]
        #expect(Agreements(closed).healthRecord.line(.utc) == "7 of 7 people answered on 14 May 2026")
        let again = closed + [Self.opening("y"), Self.closing("y", on: "2026-11-14", Self.all(5))]
        #expect(
            Agreements(again).healthRecord.line(.utc)
                == "7 of 7 people answered on 14 Nov 2026; a higher, b higher, c higher since 14 May 2026")
        let same = closed + [Self.opening("y"), Self.closing("y", on: "2026-11-14", Self.all(1))]
        #expect(Agreements(same).healthRecord.line(.utc)?.hasSuffix("nothing can be told to have moved since 14 May 2026") == true)
        let small = [Self.opening("x", Self.terms(team: 4)), Self.closing("x", on: "2026-11-14", [:])]
        #expect(Agreements(small).healthRecord.line(.utc) == "held on 14 Nov 2026, private to the team")
    }
}
