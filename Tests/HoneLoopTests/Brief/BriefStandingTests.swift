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

    static let yes = Decision(
        .answerBrief, decidedAt: seconds(since + -7), role: "product owner", subject: "1", text: "yes")

    @Test func `what is promised after the answer is no part of the page that was answered, and stands apart`() throws {
        var (shaped, asked) = (Array(Self.decisions[0...1]), Self.decisions[3])
        asked.decidedAt = 2
        shaped.append(asked)
        let answered = try Self.brief(shaped + [Self.yes], weeks: 80)
        #expect(answered.changes.isEmpty)
        var committed = Self.decisions[2]
        committed.decidedAt = Self.seconds(Self.since + -3)
        let later = try Self.brief(shaped + [Self.yes, committed], weeks: 80)
        #expect(later.sections == answered.sections)
        #expect(later.text.contains("We have not said yet what it should change"))
        #expect(later.changes.first?.hasPrefix("We believe: ") == true)
        #expect(later.changes.contains { $0.hasPrefix("We expect ") && $0.hasSuffix(" %.") })
        #expect(later.changes.last == "If that matters for your answer, say so: then we ask again.")
        // Asked again, the page is what is promised now.
        asked.decidedAt = Self.seconds(Self.since + -2)
        let again = try Self.brief(shaped + [Self.yes, committed, asked], weeks: 80)
        #expect(again.answer == nil && again.changes.isEmpty && again.isOpen)
        #expect(!again.text.contains("We have not said yet what it should change"))
    }

    @Test func `another promise says what changed and nothing else, and the answered one stays`() throws {
        let answered = try Self.brief(Self.decisions + [Self.yes], weeks: 80)
        var details = ImprovementReadingTests.terms().details
        details["expected-low"] = "0.4"
        details["expected-high"] = "0.6"
        details["cost-hours"] = "12"
        let revised = Decision(.reviseImprovement, decidedAt: Self.seconds(Self.since + -3), subject: "1", details: details)
        let later = try Self.brief(Self.decisions + [Self.yes, revised], weeks: 80)
        #expect(later.sections == answered.sections && !later.text.contains("40 to 60 %"))
        #expect(later.changes.count == 3, "\(later.changes)")
        #expect(later.changes[0].hasPrefix("We think now that it takes about 12 hours of work in all"))
        #expect(later.changes[1].hasSuffix("by 40 to 60 %."))
        // An answer that comes after the change is about it.
        var yes = Self.yes
        yes.decidedAt = Self.seconds(Self.since + -2)
        #expect(try Self.brief(Self.decisions + [revised, yes], weeks: 80).changes.isEmpty)
    }

    @Test func `an improvement that is over keeps the page that was answered`() throws {
        let answered = try Self.brief(Self.decisions + [Self.yes], weeks: 80)
        let declined = Decision(
            .decline, decidedAt: Self.seconds(Self.since + 20), role: "team", subject: "1", reason: "it went away by itself")
        let over = try Self.brief(Self.decisions + [Self.yes, declined], weeks: 84)
        #expect(over.sections == answered.sections && !over.isOpen && over.changes.isEmpty)
    }
}
