import HoneFacts
import Testing

@testable import HoneConnectors

@Suite struct RetroSheetTests {
    static func read(_ text: String, path: String = "actions.csv") -> RetroNotes { RetroMarkdownTests.read(text, path: path) }
    static func short(_ notes: RetroNotes) -> [String: [String]] { RetroMarkdownTests.short(notes) }

    @Test func `columns are guessed by the words of the header`() {
        let notes = Self.read(
            """
            Retro;Action item;Who;Due date;Status;Done on;Comment
            14.03.2026;Fix the build;PO;01.04.2026;Done;20.03.2026;
            14.03.2026;Buy a server;;;Rejected;;no budget
            28.03.2026;"Split the ""slow"" suite";;;in progress;;said aloud
            """)
        #expect(
            Self.short(notes) == [
                "2026-03-14": ["Fix the build|2026-04-01|product owner|done|2026-03-20|", "Buy a server|||dropped||no budget"],
                "2026-03-28": ["Split the \"slow\" suite|||open||"],
            ])
        #expect(notes.diagnostics.isEmpty)
    }

    @Test func `a single column says whether or when`() {
        let notes = Self.read("Date,Action,Done?\n2026-03-14,a,yes\n2026-03-14,b,2026-03-20\n2026-03-14,c,\n2026-03-14,d,no\n")
        #expect(Self.short(notes) == ["2026-03-14": ["a|||done||", "b|||done|2026-03-20|", "c|||open||", "d|||open||"]])
    }

    @Test func `of a board only the cards of the action column are items`() {
        let notes = Self.read("Column,Text\nWent well,pairing\nMeetings,too many\nAction items,Fix the build\n", path: "2026-03-14.csv")
        #expect(Self.short(notes) == ["2026-03-14": ["Fix the build|||open||"]])
        #expect(notes.saidInTheRoom == 2)
    }

    @Test func `columns for what was said in the room are counted, not read`() {
        let notes = Self.read("Went well,To improve,Action items\npairing,meetings,Fix the build\ncake,,\n", path: "2026-03-14.csv")
        #expect(Self.short(notes) == ["2026-03-14": ["Fix the build|||open||"]])
        #expect(notes.saidInTheRoom == 3)
        #expect(notes.diagnostics.isEmpty)
    }

    @Test func `rows that cannot be used are counted with their lines`() {
        let notes = Self.read("Date,Action,Status\nsoon,a,\n2026-03-14,,done\n2026-03-14,b,perhaps\n2026-03-14,\"c\n")
        #expect(Self.short(notes) == ["2026-03-14": ["b|||open||"]])
        #expect(notes.diagnostics.map(\.code) == ["damaged-row", "no-such-date", "no-title", "unknown-status", "no-date"])
        #expect(notes.diagnostics.map(\.line) == [5, 2, 3, 4, nil])
        #expect(Self.read("a,b\n1,2\n").diagnostics.map(\.code) == ["no-action-column"])
        #expect(Self.read("Action\nFix it\n").diagnostics.map(\.code) == ["no-date"])
    }
}
