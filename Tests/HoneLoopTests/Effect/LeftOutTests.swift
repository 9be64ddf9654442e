import HoneFacts
import HoneMetrics
import HoneStatistics
import Testing

@testable import HoneLoop

/// What a metric leaves out is counted where its weeks are compared, and said in a brief.
@Suite struct LeftOutTests {
    typealias Sample = ImprovementReadingTests

    /// Items of two Mondays: of the first week one is finished and one cancelled, of the second two are finished and one has no start.
    static var record: WeeklyRecord? {
        var rows = MeasuredRows(.items, unit: .days, summary: .days)
        let monday = CalendarDay(iso: "2026-03-02") ?? CalendarDay(number: 0)
        rows.keep(0, endDay: monday, value: 3)
        rows.exclude(1, endDay: monday + 1, reason: "cancelled")
        rows.keep(2, endDay: monday + 7, value: 4)
        rows.keep(3, endDay: monday + 8, value: 5)
        rows.exclude(4, endDay: monday + 9, reason: "no-start-date")
        rows.exclude(5, endDay: monday + 40, reason: "cancelled")
        return DatedRows(rows, covered: Window(from: monday, to: monday + 14)).flatMap { WeeklyRecord($0) }
    }

    @Test func `it is counted week by week, with its reasons`() throws {
        let record = try #require(Self.record)
        let weeks = record.series.weeks
        #expect(record.leftOut(in: weeks) == LeftOut(["cancelled": 1, "no-start-date": 1], of: 5))
        #expect(record.leftOut(in: weeks.lowerBound..<weeks.lowerBound + 1) == LeftOut(["cancelled": 1], of: 2))
        #expect(record.leftOut(in: 0..<1) == LeftOut([:], of: 0) && LeftOut([:], of: 0).main == nil)
        let both = record.leftOut(in: weeks) + LeftOut(["cancelled": 8], of: 100)
        #expect(both.count == 10 && both.of == 105 && both.main?.reason == "cancelled" && both.main?.count == 9)
    }

    /// A rolling export has old items that are open still, and none of those that were finished before its days begin.
    @Test func `weeks up to the first that was finished are no weeks without a finish`() throws {
        var rows = MeasuredRows(.items, unit: .items, summary: .count)
        let monday = CalendarDay(iso: "2026-03-02") ?? CalendarDay(number: 0)
        for day in [22, 23, 28, 36, 37] { rows.keep(day, endDay: monday + day, value: 1) }
        let record = try #require(DatedRows(rows, covered: Window(from: monday, to: monday + 49)).flatMap { WeeklyRecord($0) })
        // The fourth week begins what is on record; from the fifth on all is known, the empty seventh too.
        #expect(record.series.weeks == (monday + 28).week..<(monday + 49).week)
    }

    @Test func `work of no known kind is left out of a share of kinds`() throws {
        var rows = MeasuredRows(.items, unit: .share, summary: .improvementShare)
        let monday = CalendarDay(iso: "2026-03-02") ?? CalendarDay(number: 0)
        for (place, value) in [1.0, 0, -1].enumerated() { rows.keep(place, endDay: monday + place, value: value) }
        let record = try #require(DatedRows(rows, covered: Window(from: monday, to: monday + 7)).flatMap { WeeklyRecord($0) })
        #expect(record.leftOut(in: record.series.weeks) == LeftOut(["unclassified": 1], of: 3))
    }

    /// Four finished items of the last weeks, one of a kind that nobody named, and two that were given up; the rest is long past.
    static func evidence(ofNoKind: Int) -> EffectEvidence {
        let finished = (0..<4).map { number in
            ("K\(number)", number < ofNoKind ? "Chore" : number == 3 ? "tool" : "feature", "2026-03-02", "2026-03-02", "2026-03-1\(number)")
        }
        let early = ("E", "feature", "2026-01-05", "2026-01-05", "2026-01-06")
        var facts = ExampleFacts.items(finished + [early])
        for key in ["X", "Y"] {
            let dates = ["requested_at": "2026-03-02", "started_at": "2026-03-02", "finished_at": "2026-03-12"]
            let texts = ["key": key, "type": "feature", "shape": "dates", "reason": "Won't Fix"]
            facts = facts.adding(.item, [(key, dates, [:], texts)])
        }
        let interpretation = Interpretation(cancelledReasons: ["Won't Fix"])
        let now = (Instant(iso: "2026-03-17T12:00:00Z") ?? Instant(seconds: 0)).seconds
        let product = Product(name: "Alloy", lifeCycles: [LifeCyclePeriod(kind: .kanban)])
        return EffectEvidence(fold(facts.tables, interpretation, now: now), interpretation, product, now: now)
    }

    static let kinds = EffectMeasure(metric: "improvement-share", definitionVersion: 1, kind: .shares, better: .higher)

    @Test(arguments: [
        (0, nil), (1, "Of one of them nobody said what kind of work it was, so it counts as other work."),
        (3, "Of 3 of them nobody said what kind of work it was, so we cannot be more exact."),
    ])
    func `a brief about kinds of work says of how many nobody knows the kind`(ofNoKind: Int, sentence: String?) throws {
        let decisions = BriefSample.decisions(BriefSample.terms(Self.kinds))
        let brief = try #require(BriefSample.brief(decisions, Self.evidence(ofNoKind: ofNoKind)))
        let cost = try #require(brief.sections.first { $0.heading == "What it costs us now" }).sentences
        #expect(cost.contains { $0.contains("nobody said what kind") } == (sentence != nil))
        #expect(sentence.map(cost.contains) ?? true, "\(cost)")
        #expect(
            cost.contains { $0.contains(ofNoKind == 3 ? "somewhere from 20 to 80 % of" : "it was 20 % of 5 pieces of work") }, "\(cost)")
        #expect(cost.contains("Left out: 2 of 7 pieces of work, because the work was given up."), "\(cost)")
        BriefLanguageTests.check(brief, "of no kind: \(ofNoKind)")
    }

    @Test func `a brief says what is left out of the number that is watched beside it`() throws {
        let guarding = EffectMeasure(metric: "throughput", definitionVersion: 1, kind: .counts, better: .higher)
        func risk(_ guarding: EffectMeasure, ofNoKind: Int) throws -> [String] {
            let terms = BriefSample.terms(BriefBuilderTests.measure, guarding: guarding)
            let brief = try #require(BriefSample.brief(BriefSample.decisions(terms), Self.evidence(ofNoKind: ofNoKind)))
            return try #require(brief.sections.last).sentences
        }
        #expect(
            try risk(guarding, ofNoKind: 0).last == "Left out of what we watch: 2 of 7 pieces of work, because the work was given up.")
        // Effects are read from the known kinds alone.
        #expect(
            try risk(Self.kinds, ofNoKind: 3).last
                == "Left out of what we watch: 5 of 7 pieces of work, mostly because nobody said what kind of work it was.")
        #expect(try risk(BriefSample.guarding, ofNoKind: 0).last == "If that gets worse, we say so and decide again.")
    }

    @Test func `a brief says it in plain words`() {
        let plain = PlainMeasure(EffectMeasure(metric: "cycle-time", definitionVersion: 1, kind: .durations, better: .lower))
        func sentence(_ reasons: [String: Int]) -> String? { PlainLeftOut(leftOut: LeftOut(reasons, of: 140), plain: plain).sentence }
        #expect(sentence([:]) == nil)
        #expect(sentence(["cancelled": 12]) == "Left out: 12 of 140 pieces of work, because the work was given up.")
        #expect(
            sentence(["cancelled": 2, "no-start-date": 10])
                == "Left out: 12 of 140 pieces of work, mostly because what we need to know about them was not written down.")
    }
}
