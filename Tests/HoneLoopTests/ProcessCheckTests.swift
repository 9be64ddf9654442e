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

    @Test func `what was parked waits again after its day, wherever it came from`() throws {
        let (day, until) = (CalendarDay(number: 20_000), CalendarDay(number: 20_030))
        let id = Improvement.id("flaky tests", notedOn: day)
        let held = Decision(.holdCeremony, decidedAt: 5, subject: Ceremony(.retrospective, heldOn: day).subject)
        let noted = Decision(.noteImprovement, decidedAt: 5, subject: id, text: "flaky tests")
        func waiting(on day: CalendarDay, _ decisions: Decision...) -> [String] {
            Agreements([held, noted] + decisions).unanswered(on: day).map(\.title)
        }
        let parked = Decision(.park, decidedAt: 6, subject: id, reason: "after the fair", until: until)
        // Its ceremony counts the age of an open one.
        #expect(waiting(on: day).isEmpty)
        #expect(waiting(on: until + -1, parked).isEmpty && waiting(on: until, parked) == ["flaky tests"])
        #expect(waiting(on: until, parked, Decision(.decline, decidedAt: 7, subject: id, reason: "they are gone")).isEmpty)
    }
}
