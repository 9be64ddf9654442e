import HoneFacts
import Testing

@testable import HoneLoop

@Suite struct ProcessCheckTests {
    static let goal = Decision(.addGoal, decidedAt: 0, subject: "run", text: "The checkout stays up")
    static let today = CalendarDay(iso: "2026-11-22") ?? CalendarDay(number: 0)

    static func choice(until: String) -> Decision {
        Decision(.notAKPI, decidedAt: 0, reason: "too few releases to measure", until: CalendarDay(iso: until))
    }

    @Test func `without a goal there is nothing to serve`() {
        let check = ProcessCheck(Agreements([]), on: Self.today)
        #expect(check == .noGoals)
        #expect(check.isPassed)
    }

    @Test func `goals without a process KPI or a decision do not pass`() {
        let check = ProcessCheck(Agreements([Self.goal]), on: Self.today)
        #expect(check == .open(goals: 1, expired: nil))
        #expect(!check.isPassed)
    }

    @Test func `a decision with a reason passes until its day`() throws {
        let agreements = Agreements([Self.goal, Self.choice(until: "2026-12-01")])
        #expect(ProcessCheck(agreements, on: Self.today).isPassed)
        let end = try #require(CalendarDay(iso: "2026-12-01"))
        #expect(!ProcessCheck(agreements, on: end).isPassed)
        #expect(ProcessCheck(agreements, on: end) == .open(goals: 1, expired: end))
    }
}

@Suite struct AgreementsTests {
    @Test func `goals and notes keep their order and their numbers`() {
        let agreements = Agreements([
            ProcessCheckTests.goal, Decision(.note, decidedAt: 5, text: "flaky tests"),
            Decision(.addGoal, decidedAt: 6, subject: "vision", text: "Sellers need no manual"),
        ])
        #expect(agreements.goals.map(\.number) == [1, 2])
        #expect(agreements.goals.map(\.kind) == [.run, .vision])
        let noted = agreements.unanswered(on: CalendarDay(number: 0))
        #expect(noted.map(\.title) == ["flaky tests"] && noted[0].number == 1 && noted[0].notedAt == 5)
    }
}
