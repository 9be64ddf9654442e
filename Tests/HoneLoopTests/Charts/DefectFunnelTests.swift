import HoneFacts
import HoneMetrics
import Testing

@testable import HoneLoop

/// The chart of defects by phase is the metric of defects by phase.
@Suite struct DefectFunnelTests {
    static let phases = ["Requirements", "Implementation", "Verification", "Operation"]

    /// By key: the phase it came from, the phase that found it, the day it was found.
    static let defects: [(key: String, origin: String, found: String, day: String)] = [
        ("D1", "Requirements", "Requirements", "2026-03-02"), ("D2", "Requirements", "Implementation", "2026-03-03"),
        ("D3", "Implementation", "Implementation", "2026-03-04"), ("D4", "Implementation", "Operation", "2026-03-05"),
        ("D5", "Implementation", "Requirements", "2026-03-06"), ("D6", "Implementation", "Verification", "2026-03-07"),
        ("D7", "Tuesday", "Verification", "2026-03-08"), ("D8", "", "Verification", "2026-03-09"),
        ("D9", "Implementation", "Verification", ""), ("D10", "Requirements", "Operation", "2026-03-11"),
        ("D11", "Requirements", "Requirements", "2025-03-11"),
    ]

    static func texts(_ of: (String, String, String, String) -> String) -> [String: String] {
        Dictionary(uniqueKeysWithValues: defects.map { ($0.key, of($0.key, $0.origin, $0.found, $0.day)) }).filter { !$0.value.isEmpty }
    }

    static func builder(_ interpretation: Interpretation) throws -> (builder: MetricsBuilder, shown: Observation) {
        let facts = ExampleFacts.items(defects.map { ($0.key, "bug", $0.day, "", "") })
            .with("injected_phase", texts { _, origin, _, _ in origin }).with("found_phase", texts { _, _, found, _ in found })
        let now = try #require(Instant(iso: "2026-04-01T00:00:00Z")).seconds
        let histories = fold(facts.tables, interpretation, now: now)
        let window = Window(from: try #require(CalendarDay(iso: "2026-03-01")), to: try #require(CalendarDay(iso: "2026-04-01")))
        let builder = MetricsBuilder(
            product: Product(name: "A"), interpretation: interpretation, histories: histories, window: window, now: now)
        let context = MeasureContext(interpretation: interpretation, window: window, now: now)
        return (builder, observe(DefectRemovalByPhase(), histories, context))
    }

    @Test func `the chart shows what the metric shows for the same days, and the same left out`() throws {
        let (builder, shown) = try Self.builder(Interpretation(phases: Self.phases))
        guard case .defects(let funnel) = builder.defects else {
            Issue.record("no funnel")
            return
        }
        // By hand: of D1, D2, D3, D4, D6 and D10 four were found before the release. D5 was found before its phase, D7 and D8 lack
        // a phase, and D9 a day. D11 was found a year before, in the phase that it came from, and counts all the same.
        #expect(shown.value == 5.0 / 7 && shown.n == 7)
        let excluded = [
            "found-before-its-phase": 1, "phase-not-in-the-order": 1, "phase-not-said": 1, "found-day-not-known": 1,
        ]
        #expect(shown.excluded == excluded && funnel.excluded == excluded && funnel.count == 7)
        #expect(
            funnel.phases == [
                .init(name: "Requirements", found: 2, present: 4), .init(name: "Implementation", found: 2, present: 5),
                .init(name: "Verification", found: 1, present: 3), .init(name: "Operation", found: 2, present: 2, isAfterRelease: true),
            ])
        for (part, phase) in zip(shown.parts, funnel.phases) {
            #expect(part.name == phase.name && part.observation.numerator == Double(phase.found) && part.observation.n == phase.present)
        }
        #expect(builder.picture.sections.first { $0.title == "Where defects are found" }?.metric == "defect-removal-by-phase")
    }

    @Test func `in the usual order the chart says the usual names, as the metric does`() throws {
        let (builder, shown) = try Self.builder(Interpretation())
        guard case .defects(let funnel) = builder.defects else {
            Issue.record("no funnel")
            return
        }
        #expect(funnel.phases.map(\.name) == ["requirements", "code", "system test", "after release"])
        #expect(funnel.phases.dropLast().map(\.name) == shown.parts.map(\.name) && funnel.phases.last?.found == 2)
    }

    @Test func `where the order lacks what many defects name there is no picture of the others`() throws {
        let (builder, _) = try Self.builder(Interpretation(phases: ["Requirements", "Implementation"]))
        guard case .missing(let reason) = builder.defects else {
            Issue.record("a picture of some")
            return
        }
        #expect(reason.contains("phases: in hone.yaml"))
    }

    @Test func `several phases after the release are one`() throws {
        let order = ["Requirements", "Implementation", "Verification", "Operation", "Maintenance"]
        let (builder, _) = try Self.builder(Interpretation(phases: order))
        guard case .defects(let funnel) = builder.defects else {
            Issue.record("no funnel")
            return
        }
        #expect(funnel.phases.last == .init(name: "after the release", found: 2, present: 2, isAfterRelease: true))
    }

    @Test func `without defects the reason of the metric is said`() throws {
        let builder = MetricsBuilder(
            product: Product(name: "A"), interpretation: Interpretation(), histories: fold(FactTables(), Interpretation(), now: 0),
            window: nil, now: 0)
        guard case .missing(let reason) = builder.defects else {
            Issue.record("a funnel of nothing")
            return
        }
        #expect(reason.contains("injectedPhase and foundPhase"))
    }
}
