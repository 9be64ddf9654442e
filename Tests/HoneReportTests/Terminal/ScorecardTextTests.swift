import HoneFacts
import HoneLoop
import Testing

@testable import HoneReport

@Suite struct ScorecardTextTests {
    @Test func `the terminal page is the recorded one`() throws {
        try Snapshot.expect(ScorecardText(Sample.scorecard, width: 80, isStyled: false).text + "\n", is: "scorecard.txt")
    }

    @Test func `capability stands after process in every form`() {
        var card = Sample.scorecard
        card.capability = Sample.capability
        let text = ScorecardText(card, width: 80, isStyled: false).text
        #expect(text.contains("CAPABILITY\n  lead time p85         "))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(ScorecardMarkdown(card).text.contains("## Capability"))
        #expect(ScorecardJSON(card).json.pretty.contains("\"slopePerYear\""))
        #expect(ScorecardPageTests.page(card).contains("id=\"capability\""))
        for young in Sample.all {
            #expect(ScorecardText(young, width: 80, isStyled: false).text.contains("\n\nCAPABILITY\n"))
            #expect(ScorecardMarkdown(young).text.contains("## Capability") && ScorecardPageTests.page(young).contains("id=\"capability\""))
            let json = ScorecardJSON(young).json.line
            #expect(json.contains("\"capability\":[],") && json.contains("\"state\":\"cannot-tell-yet\""))
        }
    }

    @Test(arguments: [
        (nil, 0, "It takes 8 whole quarters, and there is no history yet."),
        ("2026-10-02", 0, "It takes 8 whole quarters; since 2 Oct 2026 there is none, so 8 are missing."),
        ("2026-04-02", 1, "It takes 8 whole quarters; since 2 Apr 2026 there is 1, so 7 are missing."),
        ("2024-12-30", 7, "It takes 8 whole quarters; since 30 Dec 2024 there are 7, so 1 is missing."),
    ])
    func `too young a product is told since when there is history and what is missing, on two lines`(
        first: String?, quarters: Int, sentence: String
    ) {
        var card = Sample.bare
        card.capabilityHistory = CapabilityHistory(firstDay: first.flatMap { CalendarDay(iso: $0) }, wholeQuarters: quarters)
        let text = ScorecardText(card, width: 80, isStyled: false).text
        #expect(
            text.contains(
                "CAPABILITY\n  Whether times, throughput and releases drift over the years: cannot tell yet.\n  \(sentence)\n\n"), "\(text)"
        )
        #expect(ScorecardMarkdown(card).text.contains("cannot tell yet.\n- \(sentence)"))
        #expect(ScorecardPageTests.page(card).contains("<p>\(sentence)</p>"))
        #expect(ScorecardJSON(card).json.line.contains("\"missingQuarters\":\(8 - quarters),"))
    }

    @Test func `where no number has values in eight quarters, the command that says why stands beside it`() {
        var card = Sample.bare
        card.capabilityHistory = CapabilityHistory(firstDay: CalendarDay(iso: "2022-12-30"), wholeQuarters: 15)
        let text = ScorecardText(card, width: 80, isStyled: false).text
        #expect(text.contains("  Since 30 Dec 2022 there are 15 whole quarters; no number has values in 8."), "\(text)")
        #expect(
            text.contains("> hone doctor\n\nIMPROVEMENT") && ScorecardMarkdown(card).text.contains("Next: `hone doctor`\n\n## Improvement"))
        #expect(ScorecardJSON(card).json.line.contains("\"state\":\"no-values\""))
    }

    @Test func `empty on purpose is said in every form with the reason, who and since when, even where there are trends`() {
        var card = Sample.scorecard
        card.capability = Sample.capability
        let choice = EmptyCapability(
            reason: "a prototype that ends in spring", role: "product owner", until: Sample.today + 90, decidedAt: 0)
        card.emptyCapability = (choice, Sample.today + -1)
        let sentence =
            "Nothing here, on purpose since 22 Nov 2026 until 21 Feb 2027, decided by product owner: a prototype that ends in spring"
        let text = ScorecardText(card, width: 80, isStyled: false).text
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).drop { $0 != "CAPABILITY" }.prefix { !$0.isEmpty }
        #expect(lines.dropFirst().map { $0.drop { $0 == " " } }.joined(separator: " ") == sentence)
        #expect(ScorecardMarkdown(card).text.contains("## Capability\n\n- \(sentence)\n\n##"))
        let html = ScorecardPageTests.page(card)
        #expect(html.contains("<p>\(sentence)</p>") && !html.contains("Capability by quarter over the whole history"))
        let json = ScorecardJSON(card).json.line
        #expect(json.contains("\"capability\":[],\"capabilityStanding\":{\"state\":\"empty-on-purpose\""))
        #expect(json.contains("\"role\":\"product owner\",\"since\":\"2026-11-22\",\"until\":\"2027-02-21\""))
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

    @Test func `a change of life cycle is a bar in front of its quarter, at one place in every row, in words below`() {
        #expect(SparkText.text([1, nil, 8], marks: [0, 2]) == "│▁·│█")
        var card = Sample.agreed
        // Quarters of 13 weeks end on 22 November 2026: the fifth begins on 24 November 2025, the last on 24 August 2026.
        card.breaks = [
            Break(day: Sample.window.to + -729, label: "Scrum"), Break(day: Sample.window.to + -4 * 91, label: "Kanban"),
            Break(day: Sample.window.to + -1, label: "Lean Startup"),
        ]
        for width in [50, 80] {
            let lines = ScorecardText(card, width: width, isStyled: false).text.split(separator: "\n").map(Array.init)
            let series = lines.filter { line in line.contains("│") && line.contains { "▁▂▃▄▅▆▇█·".contains($0) } }
            #expect(series.count == card.process.count + 1 && lines.allSatisfy { $0.count <= width })
            for line in series {
                let bars = line.indices.filter { line[$0] == "│" }
                #expect(bars.count == 2 && bars[1] - bars[0] == 4, "\(String(line))")
            }
        }
        let text = ScorecardText(card, width: 80, isStyled: false).text
        #expect(text.contains("\n  │ Kanban since 24 Nov 2025, Lean Startup since 22 Nov 2026\n"), "\(text)")
        #expect(ScorecardMarkdown(card).text.contains("\n\n│ Kanban since 24 Nov 2025, Lean Startup since 22 Nov 2026\n\n"))
    }

    @Test func `a number of others stands beside its trend, as said, in every form, and nowhere else`() {
        var card = Sample.scorecard
        card.outside = [
            OutsideReference(metric: "lead-time", value: "30 d", saidBy: "Survey of Software Teams", date: "2024", place: "page 12"),
            OutsideReference(metric: "release-frequency", value: "1 a week", saidBy: "Our parent", date: "2026-03"),
        ]
        let said = "outside: 30 d, said by Survey of Software Teams, 2024, page 12 (not measured by Hone)"
        let other = "Release frequency, outside: 1 a week, said by Our parent, 2026-03 (not measured by Hone)"
        func flat(_ text: String) -> String { text.split { $0 == " " || $0 == "\n" }.joined(separator: " ") }
        // Too young for trends, both are named; with trends the one without a trend is.
        for isYoung in [true, false] {
            card.capability = isYoung ? nil : Sample.capability
            let text = ScorecardText(card, width: 80, isStyled: false).text
            #expect(
                flat(text).contains(said) && flat(text).contains(other) && flat(text).contains("Lead time, \(said)") == isYoung, "\(text)")
            #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
            let markdown = ScorecardMarkdown(card).text
            #expect(markdown.contains("- Lead time, \(said)\n- \(other)"), "\(markdown)")
            let html = ScorecardPageTests.page(card)
            #expect(html.contains("\(said)</p>") && html.contains("\(other)</p>") && TagBalance(html).problems == [])
            let json = ScorecardJSON(card).json.line
            #expect(json.contains("\"outside\":[{\"metric\":\"lead-time\",\"value\":\"30 d\"") && json.contains("\"measuredByHone\":false"))
        }
        card.emptyCapability = (EmptyCapability(reason: "r", role: "team", until: Sample.today + 9, decidedAt: 0), Sample.today)
        #expect(!ScorecardText(card, width: 80, isStyled: false).text.contains("outside") && !ScorecardPageTests.page(card).contains(said))
    }

    @Test func `a sparkline shows gaps and begins at zero`() {
        #expect(SparkText.text([nil, 0, 1, 4, 8]) == "·▁▁▄█")
        #expect(SparkText.text([nil, nil]) == "··")
        // Below zero the lowest block is the smallest value.
        #expect(SparkText.text([-8, -4, 0]) == "▁▄█" && SparkText.text([-4, 4]) == "▁█")
        #expect(SparkText.text([0, 0]) == "▁▁")
    }
}
