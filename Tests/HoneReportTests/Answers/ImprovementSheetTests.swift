import HoneFacts
import HoneLoop
import HoneMetrics
import HoneStatistics
import Testing

@testable import HoneReport

/// One improvement as people read it, with its guard.
@Suite struct ImprovementSheetTests {
    /// A Monday.
    static let start = CalendarDay(iso: "2025-01-06") ?? CalendarDay(number: 0)
    static let weeks = 80

    /// Seven items are finished a week, each in ten days, and one is given up; from the week 60 on each takes five.
    static var evidence: EffectEvidence {
        let finished = (0..<weeks * 7).map { number in
            let day = start + number
            let started = (day + -((number / 7 < 60 ? 9 : 4) + number % 3)).description
            return ("K\(number)", "feature", started, started, day.description)
        }
        let givenUp = (0..<weeks).map { week -> (id: String, dates: [String: String], integers: [String: Int64], texts: [String: String]) in
            let day = (start + week * 7 + 2).description
            return (
                "X\(week)", ["requested_at": day, "started_at": day, "finished_at": day], [:],
                ["key": "X\(week)", "type": "feature", "shape": "dates", "reason": "Won't Fix"]
            )
        }
        let now = (Instant(iso: "\(start + weeks * 7)T12:00:00Z") ?? Instant(seconds: 0)).seconds
        let interpretation = Interpretation(cancelledReasons: ["Won't Fix"])
        return EffectEvidence(
            fold(ExampleFacts.items(finished).adding(.item, givenUp).tables, interpretation, now: now), interpretation,
            Product(name: "Alloy", lifeCycles: [LifeCyclePeriod(kind: .kanban)]), now: now)
    }

    static let agreements: Agreements = {
        let terms = ImprovementTerms(
            hypothesis: "less waiting",
            measure: EffectMeasure(
                metric: "cycle-time", definitionVersion: CycleTime().definition.version, kind: .durations, better: .lower),
            expected: 0.2...0.5, smallest: 0.1,
            guarding: EffectMeasure(metric: "throughput", definitionVersion: 1, kind: .counts, better: .higher), looks: .single)
        return Agreements([
            Decision(.note, decidedAt: 0, text: "reviews wait"),
            Decision(.shapeImprovement, decidedAt: 1, subject: "1", details: ImprovementShape(kind: .process).details),
            Decision(.commitImprovement, decidedAt: 2, subject: "1", details: terms.details),
            Decision(.putInForce, decidedAt: 3, subject: "1", until: start + 60 * 7),
        ])
    }()

    @Test func `what the guard leaves out is said with the guard, in every form`() throws {
        let today = Self.start + Self.weeks * 7
        let lines = ImprovementLines(Self.agreements, .utc, on: today, Self.evidence, withDecided: true)
        let improvement = try #require(Self.agreements.improvements.first)
        let reading = try #require(lines.reading(improvement))
        let sheet = ImprovementSheet(improvement, reading, lines.words(improvement), Self.agreements, zone: .utc).answer(width: 80)
        // One of eight in each of the 52 weeks before and the 12 after.
        let leftOut = "64 of 512, cancelled"
        #expect(sheet.facts.first { $0.label == "guard" }?.text.hasSuffix(" Left out: \(leftOut).") == true)
        #expect(sheet.facts.first { $0.label == "left out" }?.text == leftOut)
        let json = ImprovementJSON(improvement, lines.words(improvement), Self.agreements, reading).json.line
        #expect(json.contains("\"guardEffect\":{") && json.components(of: "\"leftOut\":{\"count\":64,\"of\":512") == 2)
        let page = ImprovementsPage(product: "Alloy", Self.agreements, lines, .utc, on: today).html
        #expect(page.contains("Left out: \(leftOut).</dd>") && TagBalance(page).problems == [])
    }

    @Test(arguments: [
        ("cycle-time", WeeklySeries.Kind.durations, "0.63 times as long"), ("throughput", .counts, "0.63 times as many"),
        ("review-depth", .durations, "0.63 times as many"), ("product-measures", .durations, "0.63 times as much"),
        ("reopen-rate", .shares, "63 points"),
    ])
    func `a size beside a label says what there is more or less of`(metric: String, kind: WeeklySeries.Kind, text: String) throws {
        let terms = try #require(EffectTerms(kind: kind, better: .lower))
        let measure = EffectMeasure(metric: metric, definitionVersion: 1, kind: kind, better: .lower)
        #expect(EffectSizeText(terms, of: measure).size(0.63) == text)
        // Of a column that no metric gave: nobody says that its numbers are times.
        #expect(try EffectSizeText(#require(EffectTerms(kind: .durations, better: .lower))).size(0.63) == "0.63 times as much")
    }
}
