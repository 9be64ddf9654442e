import HoneLoop
import Testing

@testable import HoneReport

@Suite struct LoopPageTests {
    @Test func `the loop page is the recorded one`() throws {
        try Snapshot.expect(LoopPage(Sample.loop).html, is: "loop.html")
        try Snapshot.expect(LoopPage(Sample.datedLoop).html, is: "loop-dates.html")
    }

    @Test(arguments: 0..<4)
    func `every element is closed, no id is given twice and every link has its section`(number: Int) {
        let balance = TagBalance(LoopPage(Sample.loops[number]).html)
        #expect(balance.problems == [])
        #expect(Set(balance.ids).count == balance.ids.count)
        for link in balance.links {
            #expect(
                link.hasPrefix("index.html") || link.hasPrefix("glossary.html") || balance.ids.contains(String(link.dropFirst())), "\(link)"
            )
        }
    }

    @Test(arguments: 0..<4)
    func `no script, no event handler and nothing loaded from elsewhere`(number: Int) {
        let html = LoopPage(Sample.loops[number]).html
        #expect(!html.contains("<script") && !html.contains("url(") && !html.contains("@import"))
        #expect(TagBalance(html).names.isDisjoint(with: ["script", "img", "link", "iframe"]))
        #expect(!html.contains("nan") && !html.contains("inf\""))
    }

    @Test func `without a time there is no strip, and where nothing went through the page is empty`() {
        #expect(!LoopPage(Sample.loop).isEmpty && LoopPage(Sample.bareLoop).isEmpty)
        var idle = Sample.datedLoop
        for index in idle.now.stages.indices {
            idle.now.stages[index].median = nil
            idle.now.stages[index].passage?.fate = nil
            idle.now.stages[index].passage?.leftCount = 0
        }
        #expect(LoopPage(idle).isEmpty && !LoopPage(idle).html.contains("<svg") && LoopPage(Sample.datedLoop).html.contains("<svg"))
        // What was left is told in the table.
        idle.now.stages[0].passage?.leftCount = 1
        #expect(!LoopPage(idle).isEmpty && !LoopPage(idle).html.contains("<svg"))
    }

    @Test func `the answer stands in the heading, before any picture`() throws {
        let html = LoopPage(Sample.loop).html
        let answer = try #require(html.firstRange(of: "Bottleneck: Review queue. "))
        let picture = try #require(html.firstRange(of: "<svg"))
        #expect(answer.lowerBound < picture.lowerBound)
    }

    @Test func `the year before stands above, on the same scale`() throws {
        let html = LoopPage(Sample.loop).html
        let past = try #require(html.firstRange(of: "aria-label=\"A year ago, 12 weeks to 23 Nov 2025\""))
        let now = try #require(html.firstRange(of: "aria-label=\"Now, 12 weeks to 22 Nov 2026\""))
        #expect(past.lowerBound < now.lowerBound)
        #expect(LoopPage(Sample.datedLoop).html.contains("only 4 finished are known, too few for a picture"))
    }

    @Test func `a page without stages says why and draws nothing`() {
        let html = LoopPage(Sample.bareLoop).html
        #expect(html.contains("Neither transitions nor a git history to read stages from."))
        #expect(!html.contains("<svg"))
    }
}
