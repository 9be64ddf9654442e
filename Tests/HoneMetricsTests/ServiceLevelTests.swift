import HoneFacts
import HoneStatistics
import Testing

@testable import HoneMetrics

@Suite struct ServiceLevelTests {
    @Test(arguments: [
        ("85/10", 85, 10), ("10", 85, 10), ("99/1", 99, 1), ("1/365", 1, 365),
    ])
    func `a text is a percentage and days`(text: String, percent: Int, days: Int) {
        #expect(ServiceLevel(text) == ServiceLevel(percent: percent, days: days))
        #expect(ServiceLevel(text) != nil)
    }

    @Test(arguments: ["", "/", "85/", "/10", "0/10", "100/10", "85/0", "85/-1", "85/10/2", "85 % within 10", "-5"])
    func `anything else is refused`(text: String) {
        #expect(ServiceLevel(text) == nil)
    }

    @Test(.enabled(if: FlowOracle.isPresent, "flow_events.json does not lie in ../shared/data/oracle"), arguments: FlowOracle.all)
    func `attainment is that of the golden cases`(golden: FlowOracle.Case) throws {
        let histories = fold(golden.facts, golden.interpretation, now: golden.now)
        let first = try #require(CalendarDay(iso: golden.input.window[0]))
        let last = try #require(CalendarDay(iso: golden.input.window[1]))
        #expect(!golden.expected.aggregate.sleAttainment.isEmpty)
        for (days, expected) in golden.expected.aggregate.sleAttainment {
            let options = MetricOptions(serviceLevel: ServiceLevel(percent: 85, days: try #require(Int(days))))
            let context = MeasureContext(
                interpretation: golden.interpretation, window: Window(from: first, to: last + 1), options: options, now: golden.now)
            let observation = observe(SLEAttainment(), histories, context)
            #expect(abs((observation.value ?? -1) - expected) < 1e-12, "\(days) days")
            #expect(observation.n == golden.expected.aggregate.itemsDoneInWindow)
            #expect(observation.interval?.method == "wilson")
        }
    }

    @Test func `without an expectation nothing is said but how to set one`() throws {
        let facts = ExampleFacts.items([("A", "feature", "", "2026-03-02", "2026-03-04")])
        let observation = try AvailabilityTests.observation(SLEAttainment(), facts, Interpretation())
        #expect(observation.value == nil && observation.unavailableReason?.contains("--sle 85/10") == true)
    }

    @Test func `the configured expectation is taken where none is asked for`() throws {
        let facts = ExampleFacts.items([
            ("A", "feature", "", "2026-03-02", "2026-03-04"), ("B", "feature", "", "2026-03-02", "2026-03-06"),
        ])
        let configured = Interpretation(serviceLevel: ServiceLevel(percent: 85, days: 3))
        let shown = try AvailabilityTests.observation(SLEAttainment(), facts, configured)
        #expect(shown.value == 0.5 && shown.source == "expected: 85 % within 3 days")
        let asked = MetricOptions(serviceLevel: ServiceLevel(percent: 85, days: 5))
        let other = try AvailabilityTests.observation(SLEAttainment(), facts, configured, asked)
        #expect(other.value == 1 && other.source == "expected: 85 % within 5 days")
    }

    @Test func `what is open and older already stands beside it`() throws {
        let facts = ExampleFacts.items([
            ("A", "feature", "", "2026-03-02", "2026-03-04"), ("B", "feature", "", "2026-05-31", ""),
            ("C", "feature", "", "2026-03-01", ""),
        ])
        let options = MetricOptions(serviceLevel: ServiceLevel(percent: 85, days: 3))
        let observation = try AvailabilityTests.observation(SLEAttainment(), facts, Interpretation(), options)
        #expect(observation.value == 1 && observation.source == "expected: 85 % within 3 days")
        #expect(observation.parts.map(\.observation.value) == [0.5])
    }
}
