import HoneFacts
import HoneMetrics
import Testing

@testable import HoneLoop

@Suite struct DefectFunnelTests {
    @Test func `a phase can only find what was there`() {
        let funnel = DefectFunnel(
            [
                ("design", "design"), ("design", "test"), ("code", "test"), ("", "production"), ("code", "production"), ("code", ""),
            ], order: ["design", "code", "test", "production"])
        #expect(funnel.phases.map(\.found) == [1, 0, 2, 2])
        #expect(funnel.phases.map(\.present) == [3, 4, 4, 2])
        #expect(funnel.phases[2].effectiveness == 0.5)
        #expect(funnel.count == 5 && funnel.unknown == 1)
    }

    @Test func `a defect that is found before the phase it is said to come from was there when it was found`() {
        let funnel = DefectFunnel([("test", "design")], order: ["design", "test"])
        #expect(funnel.phases.map(\.found) == [1, 0])
        #expect(funnel.phases.map(\.present) == [1, 0])
        #expect(funnel.phases[1].effectiveness == nil)
    }

    @Test func `every defect is found once and no phase finds more than there is`() {
        let order = ["a", "b", "c"]
        let all = (order + [""]).flatMap { injected in (order + [""]).map { (injected: injected, found: $0) } }
        let funnel = DefectFunnel(all, order: order)
        #expect(funnel.phases.map(\.found).reduce(0, +) == funnel.count)
        #expect(funnel.phases.allSatisfy { $0.found <= $0.present })
    }

    @Test func `an order that somebody wrote down is kept, and what it does not name is not known`() {
        let defects = [
            ("Design", "Field", false), ("design", "Build", true), ("Build", "design", false), ("Tuesday", "Build", false),
            ("Build", "Tuesday", false),
        ].map { (injected: $0.0, found: $0.1, isAfter: $0.2) }
        let funnel = DefectFunnel(defects, in: PhaseOrder(["Build", "Design", "Field"]))
        #expect(funnel.phases.map(\.name) == ["Build", "Design", "Field"])
        // The second is said to be found after the release, whatever its phase is called.
        #expect(funnel.phases.map(\.found) == [1, 1, 2])
        #expect(funnel.phases.map(\.present) == [2, 3, 2])
        #expect(funnel.count == 4 && funnel.unknown == 1)
    }

    @Test func `the chart counts in each configured phase what the metric by phase counts`() throws {
        let phases = ["Build", "Design", "Field"]
        let facts = ExampleFacts.items((0..<12).map { ("K\($0)", "bug", "2026-03-0\($0 % 9 + 1)", "", "") })
            .with("injected_phase", Dictionary(uniqueKeysWithValues: (0..<12).map { ("K\($0)", phases[$0 % 2]) }))
            .with("found_phase", Dictionary(uniqueKeysWithValues: (0..<12).map { ("K\($0)", phases[$0 % 3]) }))
        let interpretation = Interpretation(phases: phases)
        let now = try #require(Instant(iso: "2026-04-01T00:00:00Z")).seconds
        let histories = fold(facts.tables, interpretation, now: now)
        let builder = MetricsBuilder(
            product: Product(name: "A"), interpretation: interpretation, histories: histories, window: nil, now: now)
        guard case .defects(let funnel) = builder.defects else {
            Issue.record("no funnel")
            return
        }
        let window = Window(from: try #require(CalendarDay(iso: "2026-03-01")), to: try #require(CalendarDay(iso: "2026-04-01")))
        let shown = observe(
            DefectRemovalByPhase(), histories, MeasureContext(interpretation: interpretation, window: window, now: now))
        #expect(shown.parts.map(\.name) == ["Build", "Design"])
        for (part, phase) in zip(shown.parts.map(\.observation), funnel.phases) {
            #expect(part.numerator == Double(phase.found) && part.n <= phase.present)
        }
        #expect(funnel.phases.map(\.name) == phases)
    }

    @Test func `phases stand in the order of work, whatever they are called`() {
        let names = [
            "Production", "System test", "Requirements", "Coding", "Unit test", "Acceptance", "Design", "Code review", "Other",
            "Integration test",
        ]
        #expect(
            PhaseWords.sorted(names) == [
                "Requirements", "Design", "Code review", "Coding", "Unit test", "Integration test", "Other", "System test", "Acceptance",
                "Production",
            ])
    }
}
