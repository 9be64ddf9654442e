import HoneFacts
import HoneStatistics
import Testing

@testable import HoneMetrics

/// Where there is no value there is a reason, for every metric.
@Suite struct UndefinedLawTests {
    static let doing = "2026-02-02T09:00:00Z Doing"
    static let cases: [(name: String, facts: ExampleFacts)] =
        CatalogueLawTests.small + [
            ("nothing", ExampleFacts()),
            ("all finished before the window", .items((0..<5).map { ("K\($0)", "bug", "2024-02-01", "2024-02-02", "2024-02-05") })),
            ("all cancelled at once", .transitions((0..<5).map { ("K\($0)", "feature", ["2026-02-03T09:00:00Z Cancelled"]) })),
            ("all open, none begun", .transitions((0..<5).map { ("K\($0)", "Chore", ["2026-02-03T09:00:00Z Backlog"]) })),
            ("one deployment", .deployments([("d1", "2026-02-03T12:00:00Z", "success", "")])),
            ("only failed deployments", .deployments([("d1", "2026-02-03T12:00:00Z", "failed", "")])),
            ("one open incident", ExampleFacts().incidents([("i1", "2026-02-03T12:00:00Z", "", "")])),
            ("one release", .git(commits: [("c", "", "2026-02-01T09:00:00Z")], tags: [("v1", "c", "2026-02-02T00:00:00Z")])),
            ("all changes open", .changes((0..<5).map { ("!\($0)", "2026-02-01T09:00:00Z", "", "") })),
            ("all changes closed unmerged", .changes((0..<5).map { ("!\($0)", "2026-02-01T09:00:00Z", "", "2026-02-02T09:00:00Z") })),
        ]

    @Test(arguments: cases.indices)
    func `no value is without a reason`(number: Int) {
        for interpretation in [WholeCatalogue.board, Interpretation()] {
            let histories = fold(Self.cases[number].facts.tables, interpretation, now: WholeCatalogue.now)
            for metric in Catalogue.metrics {
                let shown = observe(metric, histories, WholeCatalogue.context(interpretation))
                let place = "\(metric.definition.id), \(Self.cases[number].name)"
                for part in [shown] + shown.parts.map(\.observation) {
                    #expect(part.n + part.excluded.values.reduce(0, +) == part.eligible, "\(place)")
                    if let value = part.value {
                        #expect(value.isFinite && part.undefinedReason == nil, "\(place)")
                    } else {
                        #expect(part.undefinedReason?.isEmpty == false, "\(place)")
                        #expect(part.percentiles == nil && part.mean == nil, "\(place)")
                    }
                }
            }
        }
    }

    /// Times and shares of what was finished or shipped.
    @Test(arguments: ["all open", "all cancelled", "all cancelled at once", "all open, none begun"])
    func `without anything finished no time and no share of it is known`(name: String) throws {
        let facts = try #require(Self.cases.first { $0.name == name }?.facts)
        let histories = fold(facts.tables, WholeCatalogue.board, now: WholeCatalogue.now)
        let ids = [
            "lead-time", "cycle-time", "flow-efficiency", "flow-distribution", "reopen-rate", "bug-fix-time", "labour-per-bug-fix",
            "sle-attainment", "improvement-share", "hand-offs", "wait-for-product", "debt-interest",
        ]
        for id in ids {
            let metric = try #require(Catalogue.metric(id))
            let shown = observe(metric, histories, WholeCatalogue.context())
            #expect(shown.value == nil && shown.n == 0 && shown.undefinedReason != nil, "\(id)")
        }
        // A count of nothing is zero.
        #expect(observe(Throughput(), histories, WholeCatalogue.context()).value == 0)
    }
}
