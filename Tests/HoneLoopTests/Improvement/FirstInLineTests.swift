import HoneFacts
import Testing

@testable import HoneLoop

/// What is first in line is on the first page once nobody has touched it for three sprints.
@Suite struct FirstInLineTests {
    static let noted = CalendarDay(iso: "2026-01-05") ?? CalendarDay(number: 0)

    static func seconds(_ day: CalendarDay) -> Int64 { ZoneTable.utc.startOfDay(day) + 3600 }

    static func note(_ day: CalendarDay) -> Decision { Decision(.note, decidedAt: seconds(day), text: "note of \(day)") }

    /// Sprints of two weeks.
    static func first(_ decisions: [Decision], on day: CalendarDay) -> FirstInLine? {
        let agreements = Agreements(decisions)
        #expect(agreements.setAside.isEmpty)
        return FirstInLine(agreements, .utc, on: day, periodDays: 14)
    }

    @Test func `it is said after three sprints, and not a day earlier`() throws {
        #expect(Self.first([], on: Self.noted) == nil)
        #expect(Self.first([Self.note(Self.noted)], on: Self.noted + 41) == nil)
        let first = try #require(Self.first([Self.note(Self.noted)], on: Self.noted + 42))
        let line = first.line(hasSprints: true, next: "hone improvement shape 1 …")
        #expect(line.text == "\"note of 2026-01-05\": untouched for 3 sprints, since 5 Jan 2026")
        #expect(first.line(hasSprints: false, next: "").text.contains("untouched for 6 weeks"))
    }

    @Test func `a step makes it young again, and a ceremony that lists it again does not`() throws {
        let shape = Decision(
            .shapeImprovement, decidedAt: Self.seconds(Self.noted + 30), subject: "1", details: ImprovementShape(kind: .process).details)
        #expect(Self.first([Self.note(Self.noted), shape], on: Self.noted + 71) == nil)
        #expect(try #require(Self.first([Self.note(Self.noted), shape], on: Self.noted + 72)).since == Self.noted + 30)
        let asked = Decision(.askBrief, decidedAt: Self.seconds(Self.noted + 60), subject: "1", text: "Two days")
        #expect(try #require(Self.first([Self.note(Self.noted), shape, asked], on: Self.noted + 102)).since == Self.noted + 60)
        let id = Improvement.id("Cut the build time", notedOn: Self.noted)
        let listed = Decision(.noteImprovement, decidedAt: Self.seconds(Self.noted + 90), subject: id, text: "Cut the build time")
        let again = Decision(
            .carryImprovement, decidedAt: Self.seconds(Self.noted + 90), subject: id, text: "open", until: Self.noted + 28)
        let first = try #require(Self.first([listed, again], on: Self.noted + 90))
        #expect(first.since == Self.noted, "recorded later, and noted then")
    }

    @Test func `what has begun, is over or is put off is in no line, and then the next one is`() throws {
        let notes = [Self.note(Self.noted), Self.note(Self.noted + 7)]
        let late = Self.noted + 100
        #expect(try #require(Self.first(notes, on: late)).improvement.number == 1)
        let ends = [
            Decision(.decline, decidedAt: Self.seconds(Self.noted + 8), subject: "1", reason: "it went away"),
            Decision(.park, decidedAt: Self.seconds(Self.noted + 8), subject: "1", reason: "the season", until: late + 1),
        ]
        for end in ends { #expect(try #require(Self.first(notes + [end], on: late)).improvement.number == 2) }
        // Its day has come, and it was put off before the other one was waiting as long.
        #expect(try #require(Self.first(notes + [ends[1]], on: late + 1)).improvement.number == 1)
    }

    @Test func `what promises most for its hours is first, even where others are older`() throws {
        let promised = WaitingOrderTests.promised(2, 0.1...0.3, smallest: 0.1, shaped: 20).map { decision in
            var decision = decision
            decision.decidedAt = Self.seconds(Self.noted + 10)
            return decision
        }
        let decisions = [Self.note(Self.noted), Self.note(Self.noted + 7)] + promised
        let first = try #require(Self.first(decisions, on: Self.noted + 60))
        #expect(first.improvement.number == 2 && first.since == Self.noted + 10)
        // Nobody says that the older one waits: it is not first.
        #expect(Self.first(decisions, on: Self.noted + 50) == nil)
    }
}
