import HoneMetrics
import Testing

@testable import HoneLoop

@Suite struct BoundTests {
    /// What is met for neither end of an interval can still be met between them.
    @Test(arguments: [
        ("10-15 %", 0.11, 0.14, false), ("10-15 %", 0.05, 0.2, true), ("10-15 %", 0.05, 0.12, true), ("10-15 %", 0.01, 0.05, false),
        ("10-15 %", 0.2, 0.3, false), ("<= 10 %", 0.05, 0.2, true), ("<= 10 %", 0.2, 0.3, false), (">= 10 %", 0.05, 0.09, false),
    ])
    func `an interval that covers a whole range cannot be told of it`(text: String, lower: Double, upper: Double, expected: Bool) throws {
        #expect(try #require(Bound(text, unit: .share)).straddles(lower, upper) == expected)
    }

    @Test func `a limit can lie below zero where the number can`() throws {
        let late = try #require(Bound(">= -2 wk", unit: .weeks))
        #expect(late.holds(for: -1.5) && !late.holds(for: -5.27) && late.description == ">= -2 wk")
        #expect(Bound(recorded: late.recorded) == late)
        #expect(Bound("<= -100", unit: .budget)?.limit == .atMost(-100))
        for (text, unit) in [(">= -5 %", MetricUnit.share), (">= --2", .budget), ("-3--2", .budget), (">= -", .budget)] {
            #expect(Bound(text, unit: unit) == nil, "\(text)")
        }
    }

    @Test(arguments: Catalogue.metrics.map(\.definition.id))
    func `the example for a metric is one, and not on the better side`(id: String) throws {
        let definition = try #require(Catalogue.metric(id)?.definition)
        let example = Bound.example(definition)
        let bound = try #require(Bound(example, unit: definition.unit))
        #expect(bound.complaint(definition) == nil && !bound.limitsTheBetterSide(of: definition), "\(example)")
    }

    @Test func `a limit that is kept by getting worse is refused, and a range is not`() throws {
        let schedule = try #require(Catalogue.metric("earned-schedule")?.definition)
        #expect(Bound("<= 2 wk", unit: .weeks)?.complaint(schedule)?.contains("write \">= -2 wk\"") == true)
        #expect(Bound("1-2 wk", unit: .weeks)?.complaint(schedule) == nil)
        let lead = try #require(Catalogue.metric("lead-time")?.definition)
        #expect(Bound(">= 30 d", unit: .days)?.complaint(lead)?.contains("less is better") == true)
        #expect(throws: Refusal.self) { try GateCriterion("earned-schedule <= 2 wk") }
        #expect(throws: Never.self) { try GateCriterion("earned-schedule >= -2 wk") }
    }
}
