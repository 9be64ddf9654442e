import HoneFacts
import Testing

@testable import HoneLoop

@Suite struct WaitingOrderTests {
    /// Ids are the places of the notes: 1, 2, 3, ...
    static func improvements(_ notes: Int, _ steps: [Decision]) -> [Improvement] {
        let noted = (1...notes).map { Decision(.note, decidedAt: Int64($0), text: "note \($0)") }
        let agreements = Agreements(noted + steps)
        #expect(agreements.setAside.isEmpty)
        return agreements.improvements
    }

    static func promised(
        _ id: Int, _ expected: ClosedRange<Double>, smallest: Double, shaped: Double?, hours: Double? = nil
    ) -> [Decision] {
        let terms = ImprovementTerms(
            hypothesis: "less waiting", measure: ImprovementLawTests.terms.measure, expected: expected, smallest: smallest,
            guarding: ImprovementLawTests.terms.guarding, costHours: hours)
        let shape = ImprovementShape(kind: .process, costHours: shaped)
        return [
            Decision(.shapeImprovement, decidedAt: 10, subject: "\(id)", details: shape.details),
            Decision(.commitImprovement, decidedAt: 11, subject: "\(id)", details: terms.details),
        ]
    }

    @Test func `the middle of what is expected over the smallest effect worth it, by hour`() throws {
        // 20 % in the middle is twice the smallest of 10 %, for 20 hours: a tenth an hour. The hours of the terms go before the shape's.
        let first = Self.improvements(1, Self.promised(1, 0.1...0.3, smallest: 0.1, shaped: 20))[0]
        let second = Self.improvements(1, Self.promised(1, 0.1...0.3, smallest: 0.1, shaped: 20, hours: 40))[0]
        let values = [first, second].map { WaitingOrder.expectedByHour($0) ?? 0 }
        #expect(abs(values[0] - 0.1) < 1e-12 && abs(values[1] - 0.05) < 1e-12)
    }

    @Test func `most for its hours first, then the others, the oldest first`() {
        let steps =
            Self.promised(2, 0.1...0.3, smallest: 0.1, shaped: 20) + Self.promised(3, 0.1...0.3, smallest: 0.1, shaped: nil)
            + Self.promised(4, 0.15...0.25, smallest: 0.2, shaped: 5) + Self.promised(5, 0.2...0.2, smallest: 0.1, shaped: 20)
        // 4 brings 0.2 an hour, 2 and 5 bring 0.1; 3 says no hours, 1 and 6 are noted.
        #expect(WaitingOrder.ordered(Self.improvements(6, steps), .utc).map(\.number) == [4, 2, 5, 1, 3, 6])
    }

    @Test func `what has begun, is over or costs nothing is in no order of expectation`() {
        let day = CalendarDay(iso: "2026-12-01") ?? CalendarDay(number: 0)
        let steps = Self.promised(1, 0.1...0.3, smallest: 0.1, shaped: 20)
        let begun = Decision(.putInForce, decidedAt: 12, subject: "1", until: day)
        let declined = Decision(.decline, decidedAt: 12, subject: "1", reason: "r")
        let escalated = Decision(.escalate, decidedAt: 12, subject: "1", text: "sponsor", reason: "r")
        for end in [begun, declined] { #expect(WaitingOrder.expectedByHour(Self.improvements(1, steps + [end])[0]) == nil) }
        #expect(WaitingOrder.expectedByHour(Self.improvements(1, steps + [escalated])[0]) != nil)
        let free = Self.improvements(1, Self.promised(1, 0.1...0.3, smallest: 0.1, shaped: 0))[0]
        #expect(WaitingOrder.expectedByHour(free) == nil)
    }
}
