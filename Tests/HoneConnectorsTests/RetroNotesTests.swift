import HoneFacts
import Testing

@testable import HoneConnectors

/// Notes of retrospectives as teams write them.
struct RetroNotesTests {
    private func read(_ text: String, as name: String = "retros.md") throws -> RetroNotes {
        let folder = try CSVFolder()
        try folder.write(text, to: name)
        return RetroNotes(path: name, directory: folder.path)
    }

    private func summary(_ notes: RetroNotes) -> [String] {
        notes.retros.flatMap { retro in
            ["\(retro.day)"] + retro.items.map { "  \($0.state) \($0.title)" + ($0.due.map { " by \($0)" } ?? "") }
        }
    }

    @Test func `check lists and lists of actions are what the team meant to do, the rest was said in the room`() throws {
        let notes = try read(
            """
            # Our retros
            Welcome.

            ## Retro 2026-03-14
            ### Went well
            - The release
            ### Actions
            - [x] Pair on reviews @mquill
            - [ ] Split the module (Otto Zander)
            * Ask Otto for a second environment

            ## Sprint 12, 28 March 2026
            - [X] Split the module
            - [ ] Delete tests nobody trusts
            """)
        #expect(
            summary(notes) == [
                "2026-03-14", "  done Pair on reviews ‹person›", "  open Split the module", "  open Ask ‹person› for a second environment",
                "2026-03-28", "  done Split the module", "  open Delete tests nobody trusts",
            ])
        #expect(notes.privateCount == 2 && notes.diagnostics.isEmpty)
    }

    @Test func `a table gives state and due day, and its owners are in no title`() throws {
        let notes = try read(
            """
            ## Retro of 14.03.2026
            | Action | Owner | Due | Status |
            |---|---|---|---|
            | Ask Mary for numbers | Mary Quill | 2026-03-20 | done |
            | One goal a sprint | the team | | dropped |
            | Agree what ready means | Otto | April 2, 2026 | in progress |
            """)
        #expect(
            summary(notes) == [
                "2026-03-14", "  done Ask ‹person› for numbers by 2026-03-20", "  dropped One goal a sprint",
                "  open Agree what ready means by 2026-04-02",
            ])
    }

    @Test func `a CSV gives the same, and a row without a day is named`() throws {
        let notes = try read(
            "Date,Action,Owner,Due,Status,Done on\n2026-03-14,Split the module,Mary,2026-03-20,,2026-03-18\nsoon,Nothing,,,,\n2026-03-28,,,,,\n",
            as: "retros.csv")
        #expect(summary(notes) == ["2026-03-14", "  done Split the module by 2026-03-20", "2026-03-28"])
        #expect(notes.retros[0].items[0].doneOn == CalendarDay(iso: "2026-03-18"))
        #expect(notes.diagnostics.map { "\($0.code) \($0.line ?? 0)" } == ["no-day 3"])
    }

    @Test func `a file name can say the day, and a file without any day is refused`() throws {
        #expect(summary(try read("- [ ] One thing", as: "retro-2026-03-14.md")) == ["2026-03-14", "  open One thing"])
        let none = try read("- [ ] One thing\n")
        #expect(none.retros.isEmpty && none.diagnostics.map(\.code) == ["no-day", "no-retro"])
        #expect(try read("what,ever\n1,2\n", as: "x.csv").diagnostics.contains { $0.severity == .refused })
    }

    @Test(arguments: [
        ("2026-03-14", "2026-03-14"), ("Retro 14 March 2026", "2026-03-14"), ("March 14th, 2026", "2026-03-14"),
        ("14.3.2026", "2026-03-14"),
        ("Sprint 12", ""), ("may be 12", ""), ("31.02.2026", ""), ("1 Dec 2025 at noon", "2025-12-01"),
    ])
    func `days are found as people write them`(text: String, day: String) {
        #expect(RetroWords.day(in: text) == CalendarDay(iso: day))
    }
}
