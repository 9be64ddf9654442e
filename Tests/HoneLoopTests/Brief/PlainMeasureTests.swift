import HoneFacts
import HoneStatistics
import Testing

@testable import HoneLoop

/// Numbers in the words of somebody who knows none of our terms.
@Suite struct PlainMeasureTests {
    static func plain(_ metric: String, part: String = "", _ kind: WeeklySeries.Kind = .durations) -> PlainMeasure {
        PlainMeasure(EffectMeasure(metric: metric, definitionVersion: 1, part: part, kind: kind, better: .lower))
    }

    @Test func `a time is told by its two events, a stage by its name, hours of work as work`() {
        #expect(Self.plain("cycle-time").phrase.hasPrefix("the time from \""))
        #expect(Self.plain("stage-time", part: "Review").phrase == "the time that work spends in \"Review\"")
        #expect(Self.plain("product-measures", part: "readers").phrase == "\"readers\"")
        #expect(Self.plain("labour-per-bug-fix").phrase == "the hours of work that mending a defect takes")
        #expect(Self.plain("labour-per-bug-fix").short == "the work on a defect")
        #expect(Self.plain("reopen-rate", .shares).phrase.contains("which answers the question"))
    }

    @Test func `a value has its unit`() {
        #expect(Self.plain("labour-per-bug-fix").text(1) == "1 hour" && Self.plain("stage-time").text(96) == "4 days")
        #expect(Self.plain("reopen-rate", .shares).text(0.05) == "5 %")
    }

    @Test func `what is saved of work is less work, what is saved of waiting is earlier`() throws {
        // Seven items a week for 80 weeks, each about ten days; 20 to 50 % of ten days are 2 to 5.
        let evidence = ImprovementReadingTests.evidence(after: 10)
        let note = Decision(.note, decidedAt: 0, text: "change")
        let shape = Decision(.shapeImprovement, decidedAt: 1, subject: "1", details: ImprovementShape(kind: .process).details)
        let commit = Decision(.commitImprovement, decidedAt: 2, subject: "1", details: ImprovementReadingTests.terms().details)
        let agreements = Agreements([note, shape, commit])
        let improvement = try #require(agreements.improvements.first)
        let text = BriefBuilder(improvement, agreements, evidence).brief.text
        #expect(text.contains("7 pieces of work a week would each be done") && text.contains("That is waiting saved"), "\(text)")
    }
}
