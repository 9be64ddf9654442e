import HoneLoop
import HoneMetrics
import Testing

@testable import HoneReport

@Suite struct MetricsPageTests {
    static func page(_ picture: MetricsPicture) -> String { MetricsPage(picture, definitions: Sample.definitions).html }

    static var glossary: String {
        GlossaryPage(product: "Alloy", definitions: Sample.definitions, today: Sample.today, zone: "UTC").html
    }

    @Test func `the page of charts is the recorded one`() throws {
        try Snapshot.expect(Self.page(Sample.metrics), is: "metrics.html")
    }

    @Test(arguments: 0..<3)
    func `every element is closed, no id is given twice, and every definition stands in the glossary`(number: Int) {
        let balance = TagBalance(Self.page(Sample.allMetrics[number]))
        #expect(balance.problems == [])
        #expect(Set(balance.ids).count == balance.ids.count)
        let words = Set(TagBalance(Self.glossary).ids)
        for link in balance.links where link.hasPrefix("glossary.html#") {
            #expect(words.contains(String(link.dropFirst("glossary.html#".count))), "\(link)")
        }
        for link in balance.links where link.hasPrefix("#") { #expect(balance.ids.contains(String(link.dropFirst()))) }
    }

    @Test(arguments: 0..<3)
    func `no script, no event handler and nothing loaded from elsewhere`(number: Int) {
        let html = Self.page(Sample.allMetrics[number])
        #expect(!html.contains("<script") && !html.contains("url(") && !html.contains("@import"))
        #expect(TagBalance(html).names.isDisjoint(with: ["script", "img", "link", "iframe"]))
        #expect(!html.contains("nan") && !html.contains("inf\""))
    }

    @Test func `a sentence stands before each picture and says what it shows`() {
        let html = Self.page(Sample.metrics)
        #expect(html.components(of: "<figure>") == html.components(of: "class=\"sentence\""))
        #expect(html.components(of: "<svg") == 15)
        #expect(html.components(of: "<title>") == 16 && html.components(of: "<desc>") == 15)
    }

    @Test func `what cannot be drawn is one line with its reason, and no empty frame`() {
        let html = Self.page(Sample.bareMetrics)
        #expect(!html.contains("<svg") && !html.contains("<figure"))
        #expect(html.contains("forecast") && html.contains(", because there is no evidence"))
        #expect(html.components(of: "because there is no evidence") == 1, "a reason is said once, whatever it keeps from being drawn")
        #expect(html.contains("Only 4 items were finished in 12 weeks to 22 Nov 2026, too few for percentiles"))
    }

    @Test func `a page without a picture is known for one, and no page leads to it`() {
        #expect(MetricsPage(Sample.bareMetrics, definitions: []).isEmpty && !MetricsPage(Sample.metrics, definitions: []).isEmpty)
        #expect(Self.page(Sample.metrics).contains("\"loop.html\"") && Self.glossary.contains("\"metrics.html\""))
        let empty: Set<String> = ["loop.html", "metrics.html"]
        let metrics = MetricsPage(Sample.metrics, definitions: Sample.definitions, emptyPages: empty).html
        #expect(!metrics.contains("\"loop.html\"") && TagBalance(metrics).problems == [])
        let glossary = GlossaryPage(product: "Alloy", definitions: [], today: Sample.today, zone: "UTC", emptyPages: empty).html
        #expect(!glossary.contains("metrics.html") && TagBalance(glossary).problems == [])
    }

    @Test func `the glossary has every metric of the catalogue and no link without its place`() {
        let balance = TagBalance(Self.glossary)
        #expect(balance.problems == [])
        #expect(Set(balance.ids).count == balance.ids.count)
        for definition in Sample.definitions { #expect(balance.ids.contains(definition.id), "\(definition.id)") }
        for link in balance.links where link.hasPrefix("#") { #expect(balance.ids.contains(String(link.dropFirst())), "\(link)") }
        for word in Glossary.words { #expect(Self.glossary.contains(Node.escaped(word.word))) }
    }
}
