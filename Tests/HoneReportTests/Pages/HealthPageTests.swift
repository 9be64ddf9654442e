import HoneLoop
import Testing

@testable import HoneReport

@Suite struct HealthPageTests {
    static let terms = HealthTerms(
        packVersion: 1, questions: HealthPack.current.questions, k: 5, teamSize: 7, allowsComments: true, sealingKey: "")

    @Test func `page, form, terminal, Markdown and JSON are the recorded ones`() throws {
        let picture = try #require(Sample.health())
        try Snapshot.expect(HealthPage(picture).html, is: "health.html")
        try Snapshot.expect(HealthFormPage(product: "Alloy", terms: Self.terms).html, is: "health-form.html")
        try Snapshot.expect(HealthText(picture, width: 80, isStyled: false).text, is: "health.txt")
        try Snapshot.expect(HealthMarkdown(picture).text, is: "health.md")
        try Snapshot.expect(HealthJSON(picture).json.pretty, is: "health.json")
    }

    @Test(arguments: 1...3) func `every element is closed, nothing is loaded and nothing runs`(number: Int) throws {
        let picture = try #require(Sample.health(number))
        for html in [HealthPage(picture).html, HealthFormPage(product: "Alloy", terms: Self.terms).html] {
            let balance = TagBalance(html)
            #expect(balance.problems == [] && Set(balance.ids).count == balance.ids.count)
            #expect(balance.names.isDisjoint(with: ["script", "img", "link", "iframe"]) && !html.contains("nan"))
        }
    }

    @Test func `a hidden statement shows no number in any form`() throws {
        let picture = try #require(Sample.health())
        let words = HealthWords(picture)
        let row = try #require(picture.rows.first { $0.question.id == "tools" })
        #expect(row.cell == nil && words.agreeing(row) == "hidden: under 5 answers" && words.moved(row).isEmpty)
        #expect(words.sentence(row) == "Fewer than 5 people gave a number, so nothing is shown.")
        #expect(words.notes.contains { $0.hasPrefix("1 of 10 statements are hidden") })
        let hidden = try #require(HealthJSON(picture).json.pretty.split(separator: "{").first { $0.contains("\"tools\"") })
        #expect(hidden.contains("\"shown\": false") && !hidden.contains("\"n\""))
    }

    @Test func `a trend is told only where both may be seen and the words are the same`() throws {
        let last = try #require(Sample.health())
        let words = HealthWords(last)
        func moved(_ id: String) -> String? { last.rows.first { $0.question.id == id }.map(words.moved) }
        #expect(moved("pace") == "higher" && moved("teamwork") == "cannot tell" && moved("safety") == "")
        let second = try #require(Sample.health(2))
        #expect(second.rows.first { $0.question.id == "flow" }.map(HealthWords(second).moved) == "other text before")
        let first = try #require(Sample.health(1))
        #expect(first.beforeOn == nil && first.rows.allSatisfy { HealthWords(first).moved($0).isEmpty })
    }

    @Test(arguments: [40, 60, 80, 120]) func `no line is wider than the terminal`(width: Int) throws {
        let text = HealthText(try #require(Sample.health()), width: width, isStyled: false).text
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= width })
    }
}
