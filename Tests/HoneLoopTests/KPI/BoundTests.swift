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
}
