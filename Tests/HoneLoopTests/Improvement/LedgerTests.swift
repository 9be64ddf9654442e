import HoneFacts
import HoneStatistics
import Testing

@testable import HoneLoop

/// What was put in beside what came of it. The expected numbers were worked out apart from the code.
@Suite struct LedgerTests {
    struct Decided {
        var effect: RecordedEffect?
        var answer: ImprovementAnswer = .keep
        var costHours: Double? = 10
        var hoursAfter: String?
        var expected: ClosedRange<Double> = 0.1...0.3
        /// The day it came into force; the terms are frozen on the fifth day of 1970.
        var since = CalendarDay(number: 20)
    }

    static func effect(
        _ effect: Effect, _ value: Double, _ lower: Double, _ upper: Double, _ kind: WeeklySeries.Kind = .durations,
        better: EffectTerms.Direction = .lower
    ) -> RecordedEffect {
        RecordedEffect(
            effect: effect, size: .init(value: value, lower: lower, upper: upper), kind: kind, better: better, guardState: .held,
            look: .single)
    }

    static func ledger(_ rows: [Decided]) -> Ledger {
        let decisions = rows.enumerated().flatMap { place, row -> [Decision] in
            var note = Decision(.note, decidedAt: 0, text: "change \(place)")
            note.id = "n\(place)"
            let kind = row.effect?.kind ?? .durations
            let measure = EffectMeasure(
                metric: "cycle-time", definitionVersion: 1, kind: kind, better: row.effect?.better ?? .lower)
            let terms = ImprovementTerms(
                hypothesis: "less waiting", measure: measure, expected: row.expected, smallest: 0.1,
                guarding: EffectMeasure(metric: "reopen-rate", definitionVersion: 1, kind: .shares, better: .lower),
                costHours: row.costHours)
            var details = row.effect?.details ?? [:]
            if let hours = row.hoursAfter { details["cost-hours"] = hours }
            let at: Int64 = 4 * 86_400
            return [
                note, Decision(.shapeImprovement, decidedAt: at, subject: note.id, details: ImprovementShape(kind: .process).details),
                Decision(.commitImprovement, decidedAt: at, subject: note.id, details: terms.details),
                Decision(.putInForce, decidedAt: at, subject: note.id, until: row.since),
                Decision(
                    .decideImprovement, decidedAt: 200 * 86_400, subject: note.id, text: row.answer.rawValue, reason: "r", details: details),
            ]
        }
        return Ledger(Agreements(decisions), .utc)
    }

    @Test func `every result stands in the table, and the sentence gives those that were not shown to help the same place`() {
        let all = Effect.allCases.map { Decided(effect: Self.effect($0, 0.8, 0.7, 0.9), answer: .drop) }
        let words = LedgerWords(Self.ledger(all + [Decided(answer: .unmeasured, costHours: nil)]))
        #expect(words.ledger.rows.count == 7)
        #expect(
            words.sentence
                == "7 improvements decided, 60 h put in (thought before) and 1 of unknown cost: 6 measured, of which 1 better, 1 worse and 4 not shown to change anything; 1 not measured."
        )
        let effects = words.facts.first { $0.label == "effects" }?.text
        #expect(effects == Effect.allCases.map { "\($0.rawValue) 1" }.joined(separator: ", "))
        // Each row says its result and its size in the same way, whichever it is.
        for row in words.ledger.rows.prefix(6) {
            #expect(words.cells(row)[4].hasSuffix(": 0.8 times as long (0.7 to 0.9)"), "\(words.cells(row)[4])")
        }
        #expect(words.cells(words.ledger.rows[6])[4] == "not measured")
    }

    @Test func `hours are those that were said afterwards, else those that were thought, and a row without any is counted`() {
        let ledger = Self.ledger(
            [
                Decided(costHours: 10, hoursAfter: "14"), Decided(costHours: 6), Decided(costHours: nil),
            ].map {
                var row = $0
                row.answer = .unmeasured
                return row
            })
        #expect(ledger.invested.hours == 20 && ledger.invested.unknown == 1)
        #expect(ledger.rows.map(\.isEstimate) == [false, true, false])
    }

    @Test func `a total is pulled toward nothing by what its effects hold beside their noise`() throws {
        let total = try #require(
            Self.ledger([
                Decided(effect: Self.effect(.better, 0.8, 0.7, 0.9142857)), Decided(effect: Self.effect(.undetermined, 0.9, 0.75, 1.08)),
                Decided(effect: Self.effect(.worse, 1.15, 1.02, 1.2965686)),
            ]).totals.first)
        #expect(total.kind == .durations && total.n == 3)
        // In Python, from the logarithms and the standard errors of the intervals.
        #expect(abs(total.mean - 0.0428205) < 1e-6, "\(total.mean)")
        #expect(abs(total.interval.lower - -0.0295737) < 1e-6 && abs(total.interval.upper - 0.1152148) < 1e-6, "\(total.interval)")
    }

    @Test func `what something else may explain and what was agreed in hindsight is in no total`() throws {
        let plain = Decided(effect: Self.effect(.better, 0.8, 0.7, 0.9142857))
        let confounded = Decided(effect: Self.effect(.confounded, 0.5, 0.4, 0.6))
        var late = Decided(effect: Self.effect(.better, 0.5, 0.4, 0.6))
        late.since = CalendarDay(number: 2)
        #expect(Self.ledger([plain, plain, confounded]).totals.isEmpty && Self.ledger([plain, plain, late]).totals.isEmpty)
        #expect(Self.ledger([plain, plain, plain, confounded, late]).totals.first?.n == 3)
    }

    @Test func `hours that were only thought are told apart`() {
        let effect = Self.effect(.undetermined, 0.9, 0.75, 1.08)
        var said = Decided(effect: effect)
        said.hoursAfter = "25"
        let ledger = Self.ledger([said, Decided(effect: effect, costHours: 60), Decided(effect: effect, costHours: nil)])
        #expect(ledger.investedText("put in", "of unknown cost") == "85 h put in (60 of them thought before) and 1 of unknown cost")
    }

    /// Random effects: taken together they are never larger than the largest, and nearer to nothing than the plain mean.
    @Test(arguments: 0..<50)
    func `a total is never larger than what it is made of`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let effects = (0..<Int(3 + random.next() % 6)).map { _ in
            let value = 0.5 + random.unit()
            return Self.effect(.undetermined, value, value * (0.6 + 0.3 * random.unit()), value * (1.1 + random.unit()))
        }
        let ledger = Self.ledger(effects.map { Decided(effect: $0) })
        let total = try #require(ledger.totals.first)
        let gains = effects.compactMap { $0.kind.additive($0.size?.value ?? 1).map { -$0 } }
        #expect(total.n == effects.count)
        #expect(abs(total.mean) <= (gains.map(abs).max() ?? 0))
        #expect(total.interval.lower <= total.mean && total.mean <= total.interval.upper)
        // The order of the rows says nothing.
        let turned = try #require(Self.ledger(effects.reversed().map { Decided(effect: $0) }).totals.first)
        #expect(abs(turned.mean - total.mean) < 1e-12)
    }

    @Test func `fewer than three are not taken together, and shares stand apart from factors`() {
        let durations = (0..<2).map { _ in Decided(effect: Self.effect(.better, 0.8, 0.7, 0.9)) }
        #expect(Self.ledger(durations).totals.isEmpty)
        let shares = (0..<3).map { _ in Decided(effect: Self.effect(.better, -0.1, -0.15, -0.05, .shares)) }
        let totals = Self.ledger(durations + shares).totals
        #expect(totals.map(\.kind) == [.shares] && totals.first?.n == 3)
    }

    @Test func `mirrored effects hold no more than their noise, and the words say so`() throws {
        // Small effects with wide limits: the noise explains all of them.
        let rows = [(0.98, 0.6, 1.6), (1.02, 0.6, 1.7), (1.0, 0.6, 1.7)].map {
            Decided(effect: Self.effect(.undetermined, $0.0, $0.1, $0.2))
        }
        let words = LedgerWords(Self.ledger(rows))
        #expect(words.ledger.totals.first?.mean == 0)
        #expect(words.facts.contains { $0.text == "3 effects hold no more than their noise: nothing is shown to have changed on average" })
    }

    @Test func `what was expected is held against what was measured, and nothing that was agreed in hindsight`() throws {
        let ledger = Self.ledger([
            // Gains of 0.3, 0.05 and -0.1 where 0.1 to 0.3 was expected: ratios to the middle 1.5, 0.25, -0.5.
            Decided(effect: Self.effect(.better, 0.7, 0.6, 0.8)), Decided(effect: Self.effect(.undetermined, 0.95, 0.8, 1.1)),
            Decided(effect: Self.effect(.worse, 1.1, 1.02, 1.2)),
            Decided(effect: Self.effect(.better, 0.5, 0.4, 0.6), since: CalendarDay(number: 1)),
        ])
        #expect(ledger.rows.map(\.isInHindsight) == [false, false, false, true])
        let calibration = try #require(ledger.calibration)
        #expect(calibration.n == 3 && calibration.reached == 1 && abs(calibration.medianRatio - 0.25) < 1e-9)
        #expect(Self.ledger([Decided(answer: .unmeasured)]).calibration == nil)
    }
}
