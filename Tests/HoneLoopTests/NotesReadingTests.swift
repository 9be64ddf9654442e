import HoneFacts
import Testing

@testable import HoneLoop

@Suite struct NotesReadingTests {
    static func day(_ text: String) -> CalendarDay { CalendarDay(iso: text) ?? CalendarDay(number: 0) }

    static func notes(_ day: String, _ items: CeremonyNotes.Item...) -> CeremonyNotes {
        CeremonyNotes(heldOn: self.day(day), items: items)
    }

    static func item(
        _ title: String, _ state: CeremonyNotes.State = .open, on closed: String? = nil, due: String? = nil, reason: String = ""
    ) -> CeremonyNotes.Item {
        CeremonyNotes.Item(
            title: title, dueOn: due.flatMap(CalendarDay.init(iso:)), state: state, closedOn: closed.flatMap(CalendarDay.init(iso:)),
            reason: reason)
    }

    static func read(_ notes: [CeremonyNotes], after record: ImprovementRecord = ImprovementRecord()) -> NotesReading {
        NotesReading(notes, after: record, now: 1_000)
    }

    /// Verb and subject, text, day of each decision.
    static func short(_ reading: NotesReading) -> [String] {
        reading.decisions.map { decision in
            [decision.verb.rawValue, decision.subject, decision.text, decision.until?.description ?? ""].filter { !$0.isEmpty }.joined(
                separator: " | ")
        }
    }

    @Test func `what is recorded is that it was held and what it wants to improve`() {
        let reading = Self.read([Self.notes("2026-03-14", Self.item("Fix the build!", due: "2026-04-01"), Self.item("Talk", .done))])
        #expect(
            Self.short(reading) == [
                "hold-ceremony | retrospective 2026-03-14",
                "note-improvement | 2026-03-14 fix-the-build | Fix the build! | 2026-04-01",
                "note-improvement | 2026-03-14 talk | Talk", "finish-improvement | 2026-03-14 talk",
            ])
        #expect(Agreements(reading.decisions).record.improvements == reading.record.improvements)
        #expect(reading.record.days == [Self.day("2026-03-14")])
    }

    @Test func `the same notes again add nothing, and a box that became checked adds one decision`() {
        let first = Self.read([Self.notes("2026-03-14", Self.item("a"), Self.item("b")), Self.notes("2026-03-28", Self.item("A."))])
        let again = Self.read([Self.notes("2026-03-14", Self.item("a"), Self.item("b"))], after: first.record)
        #expect(again.decisions.isEmpty && again.knownCount == 2)
        let checked = Self.read([Self.notes("2026-03-14", Self.item("b", .done))], after: again.record)
        #expect(Self.short(checked) == ["finish-improvement | 2026-03-14 b"])
        #expect(Self.read([Self.notes("2026-03-14", Self.item("b", .done))], after: checked.record).decisions.isEmpty)
    }

    @Test func `an item listed again is a carry-over, whichever notes are read first`() throws {
        let (march, april) = (Self.notes("2026-03-14", Self.item("a b")), Self.notes("2026-04-11", Self.item("A-b", .done)))
        let forward = Self.read([march, april])
        #expect(forward.count(.noteImprovement) == 1 && forward.count(.carryImprovement) == 1)
        let backward = Self.read([march], after: Self.read([april]).record)
        for record in [forward.record, backward.record] {
            let improvement = try #require(record.improvements.first)
            #expect(record.improvements.count == 1)
            #expect(improvement.listing?.notedOn == Self.day("2026-03-14") && improvement.listing?.carriedOn == [Self.day("2026-04-11")])
            #expect(improvement.ticked == .done)
        }
    }

    @Test func `listed as open by a later ceremony, a tick without a day is taken back`() {
        let ticked = Self.read([Self.notes("2026-03-14", Self.item("a", .done))])
        let reopened = Self.read([Self.notes("2026-03-28", Self.item("a"))], after: ticked.record)
        #expect(reopened.record.improvements.map(\.ticked) == [.open])
        let both = Self.read([Self.notes("2026-03-14", Self.item("a", .done)), Self.notes("2026-03-28", Self.item("a"))])
        #expect(both.record.improvements.map(\.ticked) == [.open] && both.count(.finishImprovement) == 0)
    }

    @Test func `what was done before a ceremony and is raised there is a new improvement`() {
        let notes = [Self.notes("2026-03-14", Self.item("a", .done, on: "2026-03-20")), Self.notes("2026-03-28", Self.item("a"))]
        let reading = Self.read(notes)
        #expect(reading.record.improvements.map(\.id) == ["2026-03-14 a", "2026-03-28 a"])
        #expect(reading.record.improvements.map(\.ticked) == [.done, .open])
        #expect(Self.read(notes, after: reading.record).decisions.isEmpty)
    }

    @Test func `done after it was listed again is one improvement, done`() {
        let notes = [Self.notes("2026-03-14", Self.item("a", .done, on: "2026-04-02")), Self.notes("2026-03-28", Self.item("a"))]
        let reading = Self.read(notes)
        #expect(reading.record.improvements.map(\.ticked) == [.done] && reading.count(.carryImprovement) == 1)
        #expect(reading.contradictionCount == 0)
        #expect(Self.read(notes, after: reading.record).decisions.isEmpty)
    }

    @Test func `a day of the end that becomes known later is recorded, another end is a contradiction that stays out`() {
        let ticked = Self.read([Self.notes("2026-03-14", Self.item("a", .done))])
        let dated = Self.read([Self.notes("2026-03-14", Self.item("a", .done, on: "2026-03-20"))], after: ticked.record)
        #expect(Self.short(dated) == ["finish-improvement | 2026-03-14 a | 2026-03-20"])
        for state in [CeremonyNotes.State.open, .dropped] {
            let other = Self.read([Self.notes("2026-03-14", Self.item("a", state))], after: dated.record)
            #expect(other.decisions.isEmpty)
            #expect(other.contradictionCount == (state == .dropped ? 1 : 0))
        }
        let unticked = Self.read([Self.notes("2026-03-14", Self.item("a"))], after: ticked.record)
        #expect(unticked.decisions.isEmpty && unticked.contradictionCount == 1)
    }

    @Test func `the first due day stays, a missing one is added`() {
        let first = Self.read([Self.notes("2026-03-14", Self.item("a", due: "2026-04-01"), Self.item("b"))])
        let later = Self.read(
            [Self.notes("2026-03-28", Self.item("a", due: "2026-05-01"), Self.item("b", due: "2026-05-01"))], after: first.record)
        #expect(later.record.improvements.map { $0.listing?.dueOn?.description } == ["2026-04-01", "2026-05-01"])
    }

    @Test func `decisions that say nothing usable are no improvements`() {
        let decisions = [
            Decision(.holdCeremony, decidedAt: 0, subject: "party 2026-03-14"),
            Decision(.noteImprovement, decidedAt: 0, subject: "nowhere", text: "a"),
            Decision(.finishImprovement, decidedAt: 0, subject: "2026-03-14 unknown"),
        ]
        let record = Agreements(decisions).record
        #expect(record.ceremonies.isEmpty && record.improvements.isEmpty)
    }
}
