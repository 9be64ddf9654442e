import Foundation
import Testing

/// The ledger of a story against what stands behind it.
extension StoryTests.Story {
    private struct Ledger: Decodable {
        let rows: [Row]
        let invested: Invested

        struct Row: Decodable {
            let number: Int
            let hours, size, lower, upper: Double?
        }
        struct Invested: Decodable { let hours: Double, withoutHours: Int }
    }

    private struct Shown: Decodable {
        let effect: Effect?
        let decision: Decision

        struct Effect: Decodable { let kind: String, before: Side, after: Side }
        struct Side: Decodable { let n: Int }
        struct Decision: Decodable { let costHours: Double? }
    }

    /// Each row that was measured says what its evidence gives: the factor, its interval, and of how many items; the hours are those
    /// that were said when it was decided, and add up.
    func checkLedger() throws {
        let ledger = try JSONDecoder().decode(Ledger.self, from: Data(run("ledger", "--format", "json").output.utf8))
        var (hours, measured) = (0.0, 0)
        for row in ledger.rows {
            let json = try run("improvement", "show", "\(row.number)", "--format", "json").output
            let shown = try JSONDecoder().decode(Shown.self, from: Data(json.utf8))
            if let said = shown.decision.costHours { #expect(row.hours == said) }
            hours += row.hours ?? 0
            guard let size = row.size, let lower = row.lower, let upper = row.upper else { continue }
            measured += 1
            let effect = try #require(shown.effect)
            #expect(effect.kind == "duration", "the recipe of RecomputedEffect is that of durations")
            let evidence = try run("improvement", "evidence", "\(row.number)")
            #expect(evidence.code == 0, "\(evidence.errors)")
            let own = try RecomputedEffect(evidence: evidence.output)
            #expect(own.itemsBefore == effect.before.n && own.itemsAfter == effect.after.n)
            #expect(abs(own.factor / size - 1) < 1e-9, "\(own.factor) is not \(size)")
            #expect(abs(own.share(below: lower) - 0.05) < 1e-6 && abs(own.share(below: upper) - 0.95) < 1e-6)
            #expect((lower...upper).contains(own.plainFactor), "a pocket calculator says \(own.plainFactor)")
        }
        #expect(measured > 0 && ledger.invested.hours == hours)
        #expect(ledger.invested.withoutHours == ledger.rows.count { $0.hours == nil })
    }
}
