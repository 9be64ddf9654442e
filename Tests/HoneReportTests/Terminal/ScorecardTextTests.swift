import HoneLoop
import Testing

@testable import HoneReport

@Suite struct ScorecardTextTests {
    @Test func `the terminal page is the recorded one`() throws {
        try Snapshot.expect(ScorecardText(Sample.scorecard, width: 80, isStyled: false).text + "\n", is: "scorecard.txt")
    }

    @Test func `capability stands after process in every form, and nowhere for a young product`() {
        var card = Sample.scorecard
        card.capability = Sample.capability
        let text = ScorecardText(card, width: 80, isStyled: false).text
        #expect(text.contains("CAPABILITY\n  lead time p85         "))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(ScorecardMarkdown(card).text.contains("## Capability"))
        #expect(ScorecardJSON(card).json.pretty.contains("\"slopePerYear\""))
        #expect(ScorecardPageTests.page(card).contains("id=\"capability\""))
        for young in Sample.all {
            #expect(!ScorecardText(young, width: 80, isStyled: false).text.contains("CAPABILITY"))
            #expect(!ScorecardMarkdown(young).text.contains("Capability") && !ScorecardPageTests.page(young).contains("id=\"capability\""))
            #expect(!ScorecardJSON(young).json.pretty.contains("capability"))
        }
    }

    @Test func `the first page of a product is the recorded one`() throws {
        try Snapshot.expect(ScorecardText(Sample.bare, width: 80, isStyled: false).text + "\n", is: "scorecard-bare.txt")
    }

    @Test func `the page with KPIs is the recorded one`() throws {
        try Snapshot.expect(ScorecardText(Sample.agreed, width: 80, isStyled: false).text + "\n", is: "scorecard-kpis.txt")
        try Snapshot.expect(ScorecardMarkdown(Sample.agreed).text + "\n", is: "scorecard-kpis.md")
    }

    @Test(arguments: 0..<4, [40, 50, 64, 80, 120, 200])
    func `no line is wider than the terminal, and none ends in a space`(number: Int, width: Int) {
        for line in ScorecardText(Sample.all[number], width: width, isStyled: false).text.split(separator: "\n") {
            #expect(line.count <= width, "\(line)")
            #expect(line.last != " ", "\(line)")
        }
    }

    @Test func `style is off unless it is asked for, and cannot come in with the evidence`() {
        let escape: Character = "\u{1b}"
        for card in Sample.all { #expect(!ScorecardText(card, width: 80, isStyled: false).text.contains(escape)) }
        let styled = ScorecardText(Sample.scorecard, width: 80, isStyled: true).text
        #expect(styled.contains("\u{1b}[1mGOALS\u{1b}[0m"))
    }

    @Test func `nothing is cut off`() {
        let text = ScorecardText(Sample.hostile, width: 80, isStyled: false).text
        #expect(text.filter { $0 == "x" }.count >= 200)
        #expect(text.components(of: "many") == 40)
    }

    @Test func `empty lanes are shown with the command that fills them`() {
        let text = ScorecardText(Sample.bare, width: 80, isStyled: false).text
        for kind in Goal.Kind.allCases { #expect(text.contains("> hone goal add --kind \(kind.rawValue) \"…\"")) }
    }

    @Test func `every command exists`() {
        let known: Set<String> = [
            "init", "sync", "import", "store", "scorecard", "report", "metric", "doctor", "goal", "note", "kpi", "decision", "check",
            "config",
        ]
        for card in Sample.all {
            let text = ScorecardText(card, width: 80, isStyled: false).text
            for command in text.split(separator: "> hone ").dropFirst() {
                #expect(known.contains(String(command.prefix { $0.isLetter })), "\(command.prefix(30))")
            }
        }
    }

    @Test(arguments: [
        ("git:.", "git (this product's own folder)"), ("git:.:services/shop", "git (services/shop in this product's own folder)"),
        ("git:..", "git (a folder above this product's own)"), ("git:../..", "git (a folder above this product's own)"),
        ("git:../shop", "git:../shop"), ("git:…/shop", "git:…/shop"), ("jira:issues.json", "jira:issues.json"), ("csv:.", "csv:."),
    ])
    func `a repository that is named by dots has words for its place`(origin: String, words: String) {
        #expect(ScorecardWords.source(origin) == words)
    }

    @Test func `a step that several gaps need is said once, behind all of them, and each gap stands`() {
        var card = Sample.scorecard
        let doctor = (1...4).map { Scorecard.Gap(what: "number \($0)", why: "Reason \($0).", next: "hone doctor") }
        card.cannotSay = doctor + [.init(what: "dates", why: "None.", next: ""), .init(what: "kinds", why: "Few.", next: "hone doctor")]
        let text = ScorecardText(card, width: 80, isStyled: false).text
        let gaps = text.split(separator: "\n").drop { !$0.hasPrefix("CANNOT SAY") }
        #expect(
            gaps.map { $0.split(separator: " ").joined(separator: " ") } == [
                "CANNOT SAY number 1: Reason 1.", "number 2: Reason 2.", "number 3: Reason 3.", "number 4: Reason 4.",
                "for all of these > hone doctor", "dates: None.", "kinds: Few. > hone doctor",
            ])
        let html = ScorecardPageTests.page(card)
        #expect(html.components(of: "For all of these: ") == 1)
        for gap in card.cannotSay { #expect(html.contains("<dt>\(gap.what)</dt>") && html.contains(gap.why)) }
        #expect(TagBalance(html).problems == [])
    }

    @Test func `a sparkline shows gaps and begins at zero`() {
        #expect(SparkText.text([nil, 0, 1, 4, 8]) == "·▁▁▄█")
        #expect(SparkText.text([nil, nil]) == "··")
        #expect(SparkText.text([0, 0]) == "▁▁")
    }
}
