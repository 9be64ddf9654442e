import HoneFacts
import Testing

@testable import HoneConnectors

/// Owners of improvements reach neither a note nor a diagnostic, wherever the notes write them.
@Suite struct RetroPrivacyTests {
    static let people = ["Zebulon", "Quatermain", "Ottoline", "Featherstonehaugh", "Mortimer", "Żaneta", "O'Hanlon"]
    static let forms: [@Sendable (String, String) -> String] = [
        { "- [ ] \($0) (\($1))" }, { "- [ ] \($0) (\($1.lowercased())7, due 2026-04-01)" },
        { "- [ ] \($0) (owner: \($1), due 2026-04-01)" }, { "- [x] \($0) @\($1)" },
        { "- [ ] \($0) - \($1)" }, { "- [ ] \($0) → \($1) - done" }, { "- [ ] \($0) [\($1)]" }, { "- [ ] \($0), owner: \($1)" },
        { "- [ ] \($0) (owner \($1)) by 2026-04-01" }, { "- [ ] @\($1) \($0)" }, { "- [ ] \($0) (assigned to \($1) and PO)" },
        { "\n| Action | Owner | Status |\n|---|---|---|\n| \($0) | \($1) & QA | perhaps |\n" },
        { "\n| Action | Owner | Reason | Status |\n|---|---|---|---|\n| \($0) | \($1) | \($1) said no | dropped |\n" },
    ]

    @Test(arguments: 0..<60)
    func `no owner is in any text that leaves the reader`(seed: Int) {
        var random = CSVRandom(state: UInt64(seed))
        var lines = ["## Retro 2026-03-14", "### Actions"]
        var owners: [String] = []
        for number in 0..<8 {
            let first = Self.people[random.below(Self.people.count)]
            let owner = random.below(3) == 0 ? first + " " + Self.people[random.below(Self.people.count)] : first
            // Elsewhere the same name stands in the sentence.
            let title =
                random.below(4) == 0 ? "ask \(owners.randomElement(using: &random) ?? "someone") about \(number)" : "mend number \(number)"
            owners.append(first)
            lines.append(Self.forms[random.below(Self.forms.count)](title, owner.contains(" ") ? owner : first))
        }
        let table = "Date,Action,Owner,Status\n" + owners.map { "2026-03-28,thank \($0) for it,\($0),perhaps" }.joined(separator: "\n")
        let read = RetroReader.read([("a.md", Array(lines.joined(separator: "\n").utf8)), ("b.csv", Array(table.utf8))])
        #expect(read.flatMap(\.ceremonies).flatMap(\.items).count == 16)
        for owner in owners {
            let name = String(owner.drop { $0 == "O" || $0 == "'" })
            for item in read.flatMap(\.ceremonies).flatMap(\.items) {
                let text = "\(item)"
                #expect(!text.lowercased().contains(name.lowercased()), "\(lines)")
            }
            for diagnostic in read.flatMap(\.diagnostics) { #expect(!diagnostic.description.contains(name)) }
        }
        #expect(read[0].ownersLeftOut >= 8)
    }

    @Test func `a role stays, beside a person too`() {
        let notes = RetroMarkdownTests.read("## 2026-03-14\n### Actions\n- Fix it (Zebulon, PO)\n- Ask the team about Zebulon")
        #expect(notes.ceremonies[0].items.map(\.role) == ["product owner", nil])
        #expect(notes.ceremonies[0].items.map(\.title) == ["Fix it", "Ask the team about ‹person›"])
        #expect(notes.ownersLeftOut == 1)
    }

    @Test func `whom a git history knows is not named in notes either`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("First", as: "王小明 <xm@example.org>")
        try fixture.commit("Second", as: "Jörgen Quisquater <jq@example.org>")
        let position = try #require(try await fixture.sync().position)
        let known = HistoryPeople([SourceCursor(origin: "git:.", position: position, readAt: 0)], fixture.digest)
        let text = "# Retro 2026-03-14\n\n## Actions\n\n- 王小明 looks at monitoring\n- Jörgen's alert\n- a calmer alert\n"
        let items = RetroReader.read([("a.md", Array(text.utf8))], known: known)[0].ceremonies.flatMap(\.items).map(\.title)
        #expect(items == ["‹person› looks at monitoring", "‹person›'s alert", "a calmer alert"])
    }
}
