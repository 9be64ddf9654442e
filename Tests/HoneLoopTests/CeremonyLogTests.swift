import HoneFacts
import Testing

@testable import HoneLoop

@Suite struct CeremonyLogTests {
    static func day(_ text: String) -> CalendarDay { CalendarDay(iso: text) ?? CalendarDay(number: 0) }
    static let today = day("2026-05-01")

    /// Three retrospectives: A and B noted, A again and done, C noted and due, D dropped.
    static func log() -> (CeremonyLog, [Decision]) {
        var log = CeremonyLog()
        var decisions: [Decision] = []
        func hold(_ on: String, _ notes: [CeremonyLog.Note]) {
            decisions += log.added(by: Ceremony(kind: .retrospective, heldOn: day(on)), notes, decidedAt: 0, today: today)
        }
        hold("2026-03-06", [.init(title: "A", state: .noted), .init(title: "Split B!", state: .noted)])
        hold("2026-03-20", [.init(title: "a", state: .done, due: day("2026-03-31"), doneOn: day("2026-03-25"))])
        hold(
            "2026-04-17",
            [
                .init(title: "C", state: .noted, due: day("2026-04-24")), .init(title: "D", state: .dropped),
                .init(title: "split b", state: .noted),
            ])
        return (log, decisions)
    }

    @Test func `what a ceremony notes again is carried over, and the same notes again add nothing`() {
        var (log, decisions) = Self.log()
        #expect(log.improvements.map(\.title) == ["A", "Split B!", "C", "D"])
        #expect(log.improvements.map(\.state) == [.done, .noted, .noted, .dropped])
        #expect(log.improvements.map(\.carriedOver) == [1, 1, 0, 0])
        let again = log.added(
            by: Ceremony(kind: .retrospective, heldOn: Self.day("2026-03-06")), [.init(title: "A", state: .noted)], decidedAt: 9,
            today: Self.today)
        #expect(again.isEmpty)
        #expect(CeremonyLog(decisions).improvements == log.improvements)
    }

    @Test func `health counts what was held and what came of it, against nothing`() {
        let interpretation = Interpretation(iterationDays: 14, iterationStart: Self.day("2026-03-02"))
        let health = LoopHealth(Self.log().0, interpretation: interpretation, today: Self.today)
        #expect(health.heldCount == 3 && health.usualGapDays == 14 && health.longestGapDays == 28)
        // Sprints from 2, 16 and 30 March and 13 April; the one from 27 April is under way.
        #expect(health.iterations?.held == 3 && health.iterations?.of == 4)
        #expect(health.noted == 4 && health.done == 1 && health.dropped == 1 && health.open == 2)
        #expect(health.onTime?.done == 1 && health.onTime?.of == 2)
        #expect(health.carriedOver == 2 && health.oldestOpenDays == 56)
        #expect(
            health.sentences("retrospective", iteration: "sprint", today: Self.today) == [
                "3 retrospectives held, one about every 14 days; in 3 of 4 sprints; the last on 17 Apr 2026; the longest pause was 28 days.",
                "4 improvements noted: 1 done, 1 dropped, 2 open (oldest 56 days); 2 noted again later; 1 of 2 due were done by their day.",
            ])
    }

    @Test func `nothing held says nothing`() {
        let health = LoopHealth(CeremonyLog(), interpretation: Interpretation(), today: Self.today)
        #expect(health.heldCount == 0 && health.iterations == nil && health.onTime == nil && health.oldestOpenDays == nil)
        #expect(health.sentences("gate", iteration: "period", today: Self.today).isEmpty)
    }
}
