import HoneFacts
import Testing

@testable import HoneLoop

/// The page that somebody decides by, and what it says later.
@Suite struct BriefStandingTests {
    /// A Monday in week 60, on which people began to work in the new way.
    static let since = ImprovementReadingTests.start + 60 * 7
    static let asked = seconds(since + -10)

    static func seconds(_ day: CalendarDay) -> Int64 { ZoneTable.utc.startOfDay(day) + 3600 }

    static var decisions: [Decision] {
        [
            Decision(.note, decidedAt: 0, text: "change"),
            Decision(.shapeImprovement, decidedAt: 1, subject: "1", details: ImprovementShape(kind: .process).details),
            Decision(.commitImprovement, decidedAt: 2, subject: "1", details: ImprovementReadingTests.terms().details),
            Decision(.askBrief, decidedAt: asked, subject: "1", text: "Six hours a week"),
        ]
    }

    static func brief(_ decisions: [Decision], weeks: Int, after: Int = 5) throws -> Brief {
        let agreements = Agreements(decisions)
        #expect(agreements.setAside.isEmpty)
        let improvement = try #require(agreements.improvements.first)
        return BriefBuilder(improvement, agreements, ImprovementReadingTests.evidence(weeks: weeks, after: after)).brief
    }

    @Test func `once people work in the new way the page stays as it was, so that nobody looks before the look`() throws {
        let begun = Self.decisions + [Decision(.putInForce, decidedAt: Self.seconds(Self.since), subject: "1", until: Self.since)]
        let before = try Self.brief(Self.decisions, weeks: 60)
        #expect(before.stoodOn == nil && before.outcome == nil && before.sections.count > 5)
        // Twenty weeks later the times are halved, and the page says nothing of it.
        let later = try Self.brief(begun, weeks: 80)
        #expect(later.sections == before.sections && later.stoodOn == Self.since && later.today == Self.since + 140)
        #expect(later.outcome?.hasPrefix("It has been in use since") == true)
        #expect(try Self.brief(Self.decisions, weeks: 80).sections != before.sections, "nobody began, so it shows what is")
    }

    @Test func `an answered page shows the evidence of its answer, and the day of it`() throws {
        let answer = Decision(
            .answerBrief, decidedAt: Self.seconds(Self.since + -7), role: "product owner", subject: "1", text: "no", reason: "not this year"
        )
        let early = try Self.brief(Self.decisions, weeks: 59)
        let answered = try Self.brief(Self.decisions + [answer], weeks: 80)
        #expect(answered.answeredOn == Self.since + -7 && answered.stoodOn == Self.since + -7)
        #expect(answered.sections == early.sections)
    }
}
