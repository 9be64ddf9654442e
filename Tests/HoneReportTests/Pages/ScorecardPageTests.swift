import HoneFacts
import HoneLoop
import HoneMetrics
import Testing

@testable import HoneReport

@Suite struct ScorecardPageTests {
    static let pages = ["loop.html", "metrics.html", "improvements.html", "glossary.html", "releases.html"]

    static func page(_ scorecard: Scorecard, observations: [Observation] = Sample.observations) -> String {
        ScorecardPage(
            scorecard: scorecard, observations: observations, definitions: Sample.definitions,
            charts: Sample.weeks.map { .init(monday: $0.0, count: $0.1) }
        ).html
    }

    @Test func `the page is the recorded one`() throws {
        try Snapshot.expect(Self.page(Sample.scorecard), is: "scorecard.html")
    }

    @Test(arguments: 0..<4)
    func `every element is closed and no id is given twice`(number: Int) {
        let balance = TagBalance(Self.page(Sample.all[number]))
        #expect(balance.problems == [])
        #expect(Set(balance.ids).count == balance.ids.count)
    }

    @Test(arguments: 0..<4)
    func `every link on the page has its section`(number: Int) {
        let balance = TagBalance(Self.page(Sample.all[number]))
        let targets = balance.links.filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
        #expect(!targets.isEmpty)
        for target in targets { #expect(balance.ids.contains(target), "#\(target)") }
        for link in balance.links { #expect(link.hasPrefix("#") || link.hasPrefix("https://") || Self.pages.contains(link), "\(link)") }
    }

    @Test func `links have their section even where only the scorecard knows the metric`() {
        let html = ScorecardPage(scorecard: Sample.scorecard, observations: [], definitions: [], charts: []).html
        let balance = TagBalance(html)
        #expect(balance.problems == [])
        for row in Sample.scorecard.process { #expect(balance.ids.contains(row.observation.metric)) }
    }

    @Test(arguments: 0..<4)
    func `no script, no event handler and nothing loaded from elsewhere`(number: Int) {
        let html = Self.page(Sample.all[number])
        let balance = TagBalance(html)
        #expect(!html.contains("<script"))
        #expect(balance.names.isDisjoint(with: ["script", "img", "link", "iframe", "b"]))
        #expect(!html.contains("url(") && !html.contains("@import"))
    }

    @Test func `a product may be called anything`() {
        let html = Self.page(Sample.hostile)
        #expect(html.contains("<h1>&lt;script&gt;&amp;&quot;</h1>"))
        #expect(html.contains("&lt;/style&gt;&lt;script&gt;"))
    }

    @Test func `empty lanes are shown with the command that fills them`() {
        let html = Self.page(Sample.bare)
        for kind in Goal.Kind.allCases { #expect(html.contains("hone goal add --kind \(kind.rawValue) &quot;…&quot;")) }
        #expect(html.components(of: "none written") == 3)
    }

    @Test func `old evidence is said to be old`() {
        #expect(Self.page(Sample.bare).contains("The evidence ends on 7 Mar 2025; this page stands for the 12 weeks before."))
        #expect(!Self.page(Sample.scorecard).contains("The evidence ends"))
    }

    @Test func `no link leads to a page that shows nothing, and no chart stands without a value`() {
        func page(_ empty: Set<String>) -> String {
            ScorecardPage(scorecard: Sample.bare, observations: [], definitions: [], charts: [], emptyPages: empty).html
        }
        #expect(page([]).contains("\"metrics.html\"") && page([]).contains("\"loop.html\""))
        let without = page(["metrics.html", "loop.html"])
        #expect(!without.contains("metrics.html") && !without.contains("loop.html") && without.contains("\"glossary.html\""))
        var card = Sample.scorecard
        card.process = card.process.map {
            var row = $0
            row.past = row.past.map { _ in HistoryPoint(n: 0, value: nil, p85: nil) }
            return row
        }
        #expect(Self.page(Sample.scorecard).contains(", its own two years<") && Self.page(Sample.scorecard).contains("class=\"spark\""))
        #expect(!Self.page(card).contains(", its own two years<") && !Self.page(card).contains("class=\"spark\""))
        let weeks = Sample.weeks.map { ScorecardPage.WeeklyCount(monday: $0.0, count: 0) }
        func figures(_ charts: [ScorecardPage.WeeklyCount]) -> Int {
            ScorecardPage(scorecard: Sample.bare, observations: [], definitions: [], charts: charts).html.components(of: "<figure")
        }
        #expect(figures(weeks) == figures([]) && figures([.init(monday: Sample.window.from, count: 1)]) == figures([]) + 1)
    }

    @Test func `the same model gives the same page`() {
        #expect(Self.page(Sample.scorecard) == Self.page(Sample.scorecard))
    }

    @Test func `worked examples and the command to reproduce stand behind a number`() {
        let html = Self.page(Sample.scorecard)
        #expect(html.contains("hone metric show lead-time --from 2026-08-31 --to 2026-11-23 --rows"))
        #expect(html.contains("5 d (n 3; left out: 1 no request date)"))
        #expect(html.contains("15: 11 cancelled; 4 no request date"))
    }
}
