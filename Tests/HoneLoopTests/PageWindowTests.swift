import HoneFacts
import HoneMetrics
import Testing

@testable import HoneLoop

/// Weeks that nobody has read are no weeks without work.
@Suite struct PageWindowTests {
    private static let interpretation = Interpretation()

    private static func now(_ day: String) -> Int64 { (Instant(iso: day + "T12:00:00Z") ?? Instant(seconds: 0)).seconds }

    /// An item a week, the last one finished on 2 June 2026, a Tuesday.
    private static func page(readOn day: String?, now today: String) -> PageWindow {
        let rows = (0..<30).map { week in
            ("K\(week)", "feature", "2025-01-01", "", "\(HandMadeLoop.day("2026-06-02") + -7 * week)")
        }
        var histories = fold(ExampleFacts.items(rows).tables, interpretation, now: now(today))
        histories.readings = ReadingTimes(others: day.map(now))
        return PageWindow(asked: nil, histories: histories, interpretation: interpretation, now: now(today))
    }

    @Test func `the window ends with the last week that was read`() {
        let read = Self.page(readOn: "2026-06-03", now: "2026-06-03")
        #expect(read.window.to.description == "2026-06-01" && read.unreadSince == nil)
        let unread = Self.page(readOn: "2026-06-03", now: "2026-08-20")
        #expect(unread.window == read.window && unread.unreadSince?.description == "2026-06-03" && unread.evidenceEndsOn == nil)
        // Whoever reads again and finds nothing knows that nothing was done.
        let silent = Self.page(readOn: "2026-08-20", now: "2026-08-20")
        #expect(silent.window.to.description == "2026-08-17" && silent.unreadSince == nil)
    }

    @Test func `an effect is read up to where the sources of its number were read`() {
        let items = ExampleFacts.items(
            (0..<30).map { ("K\($0)", "feature", "2025-01-01", "", "\(HandMadeLoop.day("2026-06-02") + -7 * $0)") })
        var histories = fold(items.tables, Self.interpretation, now: Self.now("2026-06-08"))
        histories.readings = ReadingTimes(repositories: Self.now("2026-06-08"))
        func end() -> String {
            EffectEvidence(histories, Self.interpretation, Product(name: "A"), now: Self.now("2026-06-08")).covered(by: "throughput").to
                .description
        }
        #expect(end() == "2026-06-08")
        histories.readings = ReadingTimes(others: Self.now("2026-05-20"), repositories: Self.now("2026-06-08"))
        #expect(end() == "2026-05-20")
    }

    @Test func `a reading of this week is no reason for a remark, and neither is an unknown one`() {
        #expect(Self.page(readOn: "2026-06-08", now: "2026-06-13").unreadSince == nil)
        #expect(Self.page(readOn: nil, now: "2026-08-20").window.to.description == "2026-08-17")
        // A clock that was set back does not bring days that are still to come.
        #expect(Self.page(readOn: "2026-06-10", now: "2026-06-03").window.to.description == "2026-06-01")
    }
}
