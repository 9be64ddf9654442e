import HoneFacts
import HoneMetrics
import Testing

@testable import HoneLoop

@Suite struct InheritedItemsTests {
    @Test func `what is open stands with the first release on or after the day it was reported`() throws {
        let inherited = try #require(MadeReleases.builder().picture(last: 1).inherited)
        #expect(
            inherited.lines == [
                .init("docs-3, v1.1", items: 1, bugs: 0), .init("v1.0", items: 1, bugs: 1), .init("before v1.0", items: 1, bugs: 1),
            ])
        #expect(inherited.lastName == "v1.2" && inherited.since == .init("since v1.2", items: 1, bugs: 1))
    }

    @Test func `a release is no end: what the first one left is still counted after the third`() throws {
        let early = try #require(MadeReleases.builder().picture(last: 1).inherited)
        let all = early.lines.reduce(early.since.items) { $0 + $1.items }
        #expect(all == MadeReleases.items.count { $0.finished.isEmpty } && early.undatedCount == 0)
    }

    @Test func `the version that a tracker says is affected goes first, where it is known`() throws {
        let facts = MadeReleases.facts.with("affected", ["K-10": "v1.2\u{1f}1.1", "K-9": "0.1"])
        let inherited = try #require(MadeReleases.builder(facts).picture(last: 1).inherited)
        #expect(inherited.lines.first == .init("docs-3, v1.1", items: 2, bugs: 1) && inherited.since.items == 0)
    }

    @Test func `a history of code alone has no items to inherit`() {
        let git = ExampleFacts.git(commits: [("c1", "", "2026-01-05T12:00:00Z")], tags: [("v1", "c1", "2026-01-06T12:00:00Z")])
        let picture = MadeReleases.builder(git).picture(last: 1)
        #expect(picture.rows.map(\.names) == [["v1"]] && picture.inherited == nil)
    }

    @Test func `days of releases and the days between them`() {
        let days = MadeReleases.builder().days
        func arrival(_ day: String) -> ReleaseDays.Arrival? { days.arrival(on: HandMadeLoop.day(day)) }
        #expect(arrival("2026-01-09") == .before("v1.0") && arrival("2026-01-10") == .within(0))
        #expect(arrival("2026-01-11") == .within(1) && arrival("2026-01-25") == .within(1) && arrival("2026-01-26") == .within(2))
        #expect(arrival("2026-02-03") == .within(2) && arrival("2026-02-04") == .after("v1.2"))
    }

    @Test func `old bugs are counted by release beside their number, and the counts add up`() throws {
        // On 1 May K-8 is 111 days old, K-7 151 and K-10 70.
        let now = try #require(Instant(iso: "2026-05-01T12:00:00Z")).seconds
        let window = Window(from: HandMadeLoop.day("2026-04-01"), to: HandMadeLoop.day("2026-05-02"))
        let histories = fold(MadeReleases.facts.tables, Interpretation(), now: now)
        let count = observe(LegacyBugCount(), histories, MeasureContext(interpretation: Interpretation(), window: window, now: now))
        let parts = count.parts.filter { $0.name.hasPrefix("came in") }
        #expect(parts.map(\.name) == ["came in with v1.0", "came in before v1.0"] && parts.map(\.observation.n) == [1, 1])
        #expect(count.n == 2)
    }
}
