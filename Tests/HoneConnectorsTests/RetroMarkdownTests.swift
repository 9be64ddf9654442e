import HoneFacts
import Testing

@testable import HoneConnectors

@Suite struct RetroMarkdownTests {
    static func read(_ text: String, path: String = "notes.md") -> RetroNotes {
        RetroReader.read([(path, Array(text.utf8))])[0]
    }

    /// Day and items of each ceremony, as short text: `title|due|role|state|closed|reason`.
    static func short(_ notes: RetroNotes) -> [String: [String]] {
        Dictionary(
            notes.ceremonies.map { ceremony in
                (ceremony.heldOn.description, ceremony.items.map(short))
            }, uniquingKeysWith: { $0 + $1 })
    }

    static func short(_ item: RetroNotes.Item) -> String {
        [
            item.title, item.dueOn?.description ?? "", item.role ?? "", "\(item.state)", item.closedOn?.description ?? "", item.reason,
        ].joined(separator: "|")
    }

    @Test func `check boxes and bullets under actions are items, the rest stays in the room`() {
        let notes = Self.read(
            """
            # Team retros

            ## Retro 2026-03-14
            ### Went well
            - pairing was fun
            - the release
            ### To improve
            - too many meetings
            ### Action items
            - [x] Automate the release notes
            - [ ] Split the slow suite
                  into two jobs
                - ask the platform people first
            * Try a no-meeting morning

            # Sprint 13 retrospective (28 March 2026)
            1. something said
            - [ ] Archive old branches
            """)
        #expect(
            Self.short(notes) == [
                "2026-03-14": [
                    "Automate the release notes|||done||",
                    "Split the slow suite into two jobs|||open||", "Try a no-meeting morning|||open||",
                ], "2026-03-28": ["Archive old branches|||open||"],
            ])
        #expect(notes.saidInTheRoom == 5)
        #expect(notes.diagnostics.isEmpty)
    }

    @Test(arguments: [
        "## 2026-03-14", "# Retro 14.3.2026", "### Retrospective: 14 March 2026", "# March 14th, 2026", "# Retro vom 14. März 2026",
        "# Sprint 7 (1 March 2026 - 14 March 2026)", "# Retro 2026/03/14", "**Retro 14-Mar-2026**", "# Retro 3/14/2026",
        "Retro 2026-03-14\n=====", "---\ndate: 2026-03-14\n---\n# Sprint 7 retro", "# Release 1.2.26 retro, 14.3.2026",
        "# Sprint 7 Retro\nDate: 2026-03-14", "# Sprint 7 Retro\n\n- **Datum:** 14.03.26",
    ])
    func `a day is read however people write it`(heading: String) {
        let notes = Self.read(heading + "\n\nActions:\n- Fix the build\n")
        #expect(Self.short(notes) == ["2026-03-14": ["Fix the build|||open||"]])
        #expect(notes.diagnostics.isEmpty)
    }

    @Test func `the day in the name of a file counts where no heading has one`() {
        let bare = "# Notes\n- [ ] Fix the build\n"
        #expect(Self.short(Self.read(bare, path: "notes/retro_20260314.md")) == ["2026-03-14": ["Fix the build|||open||"]])
        let dated = Self.read("- [ ] Lost\n## 2026-03-28\n- [ ] Kept", path: "2026-03-14.md")
        #expect(Self.short(dated) == ["2026-03-28": ["Kept|||open||"]])
        #expect(dated.diagnostics.map(\.code) == ["no-date"])
        #expect(Self.read(bare).diagnostics.map(\.severity) == [.refused])
        // A retrospective without an action was held all the same.
        #expect(Self.read("# Retro\nwe talked", path: "2026-03-14.md").ceremonies.map(\.items.count) == [0])
    }

    @Test func `a heading over dated headings held nothing itself`() {
        let notes = Self.read(
            "# Retros since 2025-01-01\n## Retro 2026-03-14\n- [ ] a\n## Retro 2026-03-28\n### Actions (due 2026-04-01)\n- b")
        #expect(Self.short(notes) == ["2026-03-14": ["a|||open||"], "2026-03-28": ["b|||open||"]])
    }

    @Test func `a retrospective without a day does not add to the one before`() {
        let notes = Self.read("## Retro 2026-03-14\n- [ ] a\n## Retro of sprint 9\n- [ ] b\n")
        #expect(Self.short(notes) == ["2026-03-14": ["a|||open||"]])
        #expect(notes.diagnostics.map(\.code) == ["no-date"])
        #expect(notes.diagnostics[0].message.hasSuffix("improvements: 1, other entries: 0."))
    }

    @Test func `retrospectives whose day stands below the heading do not mix`() {
        let notes = Self.read(
            "# Sprint 7 retro\nDate: 2026-03-14\n- [ ] a\n# Sprint 8 retro\nDate: 2026-03-28\n- [ ] b\n# Sprint 9 retro\n- [ ] c")
        #expect(Self.short(notes) == ["2026-03-14": ["a|||open||"], "2026-03-28": ["b|||open||"]])
        #expect(notes.diagnostics.map(\.code) == ["no-date"])
    }

    @Test func `a bullet may be the heading of those below it, and of no other`() {
        let notes = Self.read("## 2026-03-14\n- Went well:\n  - cake\n- Actions:\n  - Fix it\n  - Mend it\n- more cake")
        #expect(Self.short(notes) == ["2026-03-14": ["Fix it|||open||", "Mend it|||open||"]])
        #expect(notes.saidInTheRoom == 2)
    }

    @Test(arguments: [
        ("Fix it (due 2026-04-01)", "Fix it|2026-04-01||open||"), ("Fix it by 1 April 2026.", "Fix it|2026-04-01||open||"),
        ("Fix it - PO - 2026-04-01 - done", "Fix it|2026-04-01|product owner|done||"),
        ("Fix it (owner: the team, due: 2026-04-01)", "Fix it|2026-04-01|team|open||"),
        ("~~Fix it~~", "Fix it|||dropped||"), ("Fix it (done 2026-03-20)", "Fix it|||done|2026-03-20|"),
        ("Fix it - declined: too costly", "Fix it|||dropped||too costly"), ("✅ Fix it", "Fix it|||done||"),
        ("[Fix it](https://example.org/1) (in progress)", "Fix it|||open||"),
        ("Fix it, cheaply (again)", "Fix it, cheaply (again)|||open||"),
        ("Fix it - due: next week", "Fix it - due: next week|||open||"),
    ])
    func `what stands beside an item is told from it`(text: String, item: String) {
        #expect(Self.short(Self.read("## 2026-03-14\n### Actions\n- \(text)")) == ["2026-03-14": [item]])
    }

    @Test func `tables of actions are items, other tables stay in the room`() {
        let notes = Self.read(
            """
            ## Retro 2026-03-14
            | Went well | To improve |
            |---|---|
            | pairing | meetings |

            | Action | Owner | Due | Status |
            |:--|---|---|---|
            | Fix the build | Dev team | 2026-04-01 | done |
            | Write a \\| b | PO | soon | parked |
            |  | | | |
            | Buy a server | | | won't do |
            """)
        #expect(
            Self.short(notes) == [
                "2026-03-14": [
                    "Fix the build|2026-04-01|team|done||", "Write a | b||product owner|open||", "Buy a server|||dropped||",
                ]
            ])
        #expect(notes.saidInTheRoom == 2)
        #expect(notes.diagnostics.map(\.code) == ["no-such-due-day", "unknown-status"])
    }

    @Test func `a check box under what was said in the room stays there, counted`() {
        let notes = Self.read("## 2026-03-14\n### Went well\n- [ ] cake\n### Actions\n- [ ] more cake")
        #expect(Self.short(notes) == ["2026-03-14": ["more cake|||open||"]])
        #expect(notes.saidInTheRoom == 1)
        #expect(notes.diagnostics.map(\.code) == ["box-in-room"])
    }

    @Test func `code and comments are not read`() {
        let notes = Self.read("## 2026-03-14\n```\n- [ ] no\n```\n<!--\n- [ ] no\n-->\n- [ ] yes")
        #expect(Self.short(notes) == ["2026-03-14": ["yes|||open||"]])
    }

    @Test func `hostile notes are read to their end and counted`() {
        let long = "- [ ] " + String(repeating: "x", count: 100_000)
        let signs = String(repeating: "[(](", count: 900)
        let notes = Self.read("## 2026-03-14\n\(long)\n- [ ] \(signs)\n- [ ]\n- [ ] 🎉\n- [ ] fine\n| a |\n|||||\n\u{0}")
        #expect(notes.ceremonies[0].items.map(\.title) == ["fine"])
        #expect(notes.diagnostics.map(\.code) == ["line-too-long", "no-title", "no-title", "no-title"])
        #expect(Self.read("## 2026-13-45\n- [ ] a").ceremonies.isEmpty)
        #expect(RetroReader.read([("a.md", [0x50, 0x4B, 0x03, 0x04])])[0].diagnostics.map(\.code) == ["not-text"])
        #expect(RetroReader.read(paths: ["none.md"], directory: "/nowhere")[0].diagnostics.map(\.code) == ["no-such-file"])
    }

    @Test func `dates that could be read both ways are read day first, with a note`() {
        let notes = Self.read("# 03/04/2026\n- [ ] a")
        #expect(notes.ceremonies.map(\.heldOn.description) == ["2026-04-03"])
        #expect(notes.diagnostics.map(\.code) == ["day-first"])
        #expect(Self.read("# 03/04/2026\n- [ ] a (due 3/28/2026)").ceremonies.map(\.heldOn.description) == ["2026-03-04"])
    }
}
