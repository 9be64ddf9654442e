import HoneFacts
import HoneMetrics
import Testing

@testable import HoneLoop

@Suite struct CannotSayTests {
    @Test func `every named metric is in the catalogue`() {
        #expect(CannotSay.namedIDs.isSubset(of: Catalogue.metrics.map(\.definition.id)))
    }

    @Test func `the rows of the page are all named`() {
        for id in ["lead-time", "cycle-time", "throughput", "wip", "work-item-age", "flow-efficiency", "reopen-rate", "legacy-bug-count"] {
            #expect(CannotSay.namedIDs.contains(id))
        }
    }

    @Test func `metrics that nobody looks for first are not missed on the page`() {
        let window = Window(from: CalendarDay(number: 20_000), to: CalendarDay(number: 20_084))
        let now = Int64(20_084) * 86_400
        let histories = fold(FactTables(), Interpretation(), now: now)
        let gaps = CannotSay(histories: histories, interpretation: Interpretation(), metrics: Catalogue.metrics, window: window, now: now)
            .gaps(observe(ImprovementShare(), histories, MeasureContext(interpretation: Interpretation(), window: window, now: now)))
        let named = gaps.flatMap { $0.what.split(separator: ",").map { $0.trimmingPrefix(" ") } }
        #expect(named.contains("lead time") && named.contains("say/do"))
        for metric in Catalogue.metrics where !CannotSay.namedIDs.contains(metric.definition.id) {
            #expect(!named.contains { $0 == metric.definition.name.lowercased() }, "\(metric.definition.id)")
        }
    }
}
