import HoneFacts
import HoneStatistics
import Testing

@testable import HoneLoop

/// What was promised beside what was shown.
@Suite struct LedgerCalibrationTests {
    /// Decided improvements that were expected to take 20 to 50 % off, each with what was measured.
    static func ledger(_ effects: [(Effect, Double)]) -> Ledger {
        var decisions: [Decision] = []
        let since = CalendarDay(iso: "2026-01-05") ?? CalendarDay(number: 0)
        for (number, (effect, size)) in effects.enumerated() {
            let id = "\(5 * number + 1)"
            let recorded = RecordedEffect(
                effect: effect, size: .init(value: size, lower: size / 2, upper: size * 2), kind: .durations, better: .lower,
                guardState: .unknown, look: .single)
            decisions += [
                Decision(.note, decidedAt: 0, text: "change \(number)"),
                Decision(.shapeImprovement, decidedAt: 1, subject: id, details: ImprovementShape(kind: .process).details),
                Decision(.commitImprovement, decidedAt: 2, subject: id, details: ImprovementReadingTests.terms().details),
                Decision(.putInForce, decidedAt: 3, subject: id, until: since),
                Decision(
                    .decideImprovement, decidedAt: 4, subject: id, text: "keep", reason: "we like it", details: recorded.details),
            ]
        }
        return Ledger(Agreements(decisions), .utc)
    }

    @Test func `what may be chance has reached nothing, however large it looks`() throws {
        // 0.6, 0.4 and 0.9 of the level are 40, 60 and 10 % off; the middle of what was expected is 35 %.
        let calibration = try #require(Self.ledger([(.better, 0.6), (.undetermined, 0.4), (.better, 0.9)]).calibration)
        #expect(calibration.n == 3 && calibration.reached == 1)
        #expect(abs(calibration.medianRatio - 0.4 / 0.35) < 1e-9)
        #expect(try #require(Self.ledger([(.undetermined, 0.4)]).calibration).reached == 0)
    }
}
