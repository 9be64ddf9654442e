import HoneFacts
import HoneMetrics
import HoneStatistics
import Testing

@testable import HoneLoop

/// What a brief says of numbers that can be counted by hand.
@Suite struct BriefBuilderTests {
    static let measure = EffectMeasure(
        metric: "cycle-time", definitionVersion: CycleTime().definition.version, kind: .durations, better: .lower)

    static func section(_ heading: String, _ decisions: [Decision], _ evidence: EffectEvidence) throws -> String {
        let brief = try #require(BriefSample.brief(decisions, evidence))
        let section = try #require(brief.sections.first { $0.heading == heading }, "\(brief.sections.map(\.heading))")
        return section.sentences.joined(separator: " ")
    }

    @Test func `the page has its sections in their order, ask first, and the answer is open`() throws {
        let brief = try #require(BriefSample.brief(BriefSample.decisions(BriefSample.terms(Self.measure)), Self.evidence))
        #expect(
            brief.sections.map(\.heading) == [
                "What we ask", "What it is for", "What it costs us now", "What we expect, and when we could tell",
                "What happens if we do nothing", "Does it pay back?", "Our record on such promises", "What could go wrong",
            ])
        #expect(brief.answer == nil && brief.outcome == nil)
        #expect(brief.sections[0].sentences[0] == "Six hours a week for four weeks, from December on.")
        #expect(brief.sections[1].sentences == ["The goal is to make the product better: A new seller is live within a day."])
        #expect(brief.sections[2].examples.count == 3)
    }

    /// One item a day that takes 10 days, give or take two.
    static let evidence = ImprovementReadingTests.evidence(after: 10)

    @Test func `days saved are told in days: ten by a tenth to three tenths are one to three, seven times a week`() throws {
        let words = try Self.section("Does it pay back?", BriefSample.decisions(BriefSample.terms(Self.measure)), Self.evidence)
        #expect(words.hasPrefix("If it comes as expected, this time gets shorter by "))
        // The middle of the last twelve weeks is 10 or 11 days: both ends of a day are counted.
        #expect(
            words.contains("by 1 to 3 days each time. That concerns about 7 pieces of work a week.")
                || words.contains("by 1.1 to 3.3 days each time. That concerns about 7 pieces of work a week."), "\(words)")
        #expect(words.contains("Only you can say what a day is worth"))
        #expect(
            words.hasSuffix("It may never pay back: we have measured no improvement yet, so we cannot say how often they help."), "\(words)"
        )
    }

    @Test func `money is only said by a figure that was given`() throws {
        let ask = Decision(
            .askBrief, decidedAt: 3, subject: "n", text: "Time", details: ["cost-of-delay": "100", "currency": "EUR"])
        let words = try Self.section("Does it pay back?", BriefSample.decisions(BriefSample.terms(Self.measure), ask: ask), Self.evidence)
        // 7 a week, 1 to 3 days each, 100 a day: 700 to 2,100; of 11 days 770 to 2,310, said in two figures.
        #expect(
            words.contains("that is 700 to 2,100 EUR a week for all of them.")
                || words.contains("that is 770 to 2,300 EUR a week for all of them."), "\(words)")
        #expect(words.contains("Against that stand 40 hours of work, once."))
        let without = try #require(BriefSample.brief(BriefSample.decisions(BriefSample.terms(Self.measure)), Self.evidence))
        #expect(!without.text.contains("EUR"))
    }

    @Test func `hours of work that are saved come back as weeks`() throws {
        let asked = try #require(BriefSample.asked.first { $0.measure.metric == "labour-per-bug-fix" && $0.measure.part.isEmpty })
        let words = try Self.section("Does it pay back?", BriefSample.decisions(BriefSample.terms(asked.measure)), asked.evidence)
        // Two faults a week of 1.5 hours: a tenth to three tenths are 0.15 to 0.45 hours each, 40 hours come back in 45 to 134 weeks.
        #expect(words.contains("gets shorter by 9 to 27 minutes each time. That concerns about 20 faults in ten weeks."), "\(words)")
        #expect(words.contains("The time put in comes back in 45 to 134 weeks."), "\(words)")
        #expect(!words.contains("waiting"))
    }

    @Test(arguments: [
        (2.67, "about 27 pieces of work in ten weeks"), (7.0, "about 7 pieces of work a week"), (0.02, "a few pieces of work"),
    ])
    func `what people count has no fractions`(perWeek: Double, text: String) {
        #expect(BriefBuilder.often(perWeek, "pieces of work") == text)
    }

    @Test func `the record and the doubt tell what became of the others, and nobody vouches for themselves`() throws {
        let effect = RecordedEffect(
            effect: .worse, size: .init(value: 1.2, lower: 1.1, upper: 1.3), kind: .durations, better: .lower, guardState: .held,
            look: .single)
        let terms = BriefSample.terms(Self.measure)
        let own = BriefSample.decisions(terms, more: BriefSample.decided(.drop, effect))
        #expect(
            try Self.section("Our record on such promises", own, Self.evidence) == "We have no record yet: this would be the first one.")
        // Another one, with the same steps.
        let other = own.filter { $0.verb != .addGoal }.map { decision in
            var decision = decision
            if decision.verb == .note { decision.id = "m" }
            if decision.subject == "n" { decision.subject = "m" }
            return decision
        }
        let both = BriefSample.decisions(terms) + other
        #expect(
            try Self.section("Our record on such promises", both, Self.evidence)
                == "So far we decided about 1 other improvement: 1 dropped. We measured 1 of them: 0 got better, 1 got worse. None of them brought as much as we had expected."
        )
        let doubt = try Self.section("Does it pay back?", both, Self.evidence)
        #expect(
            doubt.hasSuffix("It may never pay back: we have measured one improvement so far, and it was not shown to help."), "\(doubt)")
    }

    @Test func `a number that goes the right way by itself is said to, and one that goes the wrong way`() throws {
        // It fell from 10 to 5 days in the last year.
        let falling = ImprovementReadingTests.evidence(after: 5)
        for (better, words) in [
            (EffectTerms.Direction.lower, "if it does, it gets better by itself."), (.higher, "if it does, it gets worse while we wait."),
        ] {
            let measure = EffectMeasure(
                metric: "cycle-time", definitionVersion: Self.measure.definitionVersion, kind: .durations, better: better)
            let text = try Self.section(
                "What happens if we do nothing", BriefSample.decisions(BriefSample.terms(measure)), falling)
            #expect(text.hasSuffix(words), "\(text)")
        }
    }

    @Test(arguments: [
        (-0.33, -0.11, "fell by 11 to 33 %"), (0.05, 0.1, "rose by 5 to 10 %"),
        (-0.03, 0.08, "changed by anything from 3 % down to 8 % up"),
    ])
    func `what happens otherwise has a range, and a side only where the range has one`(low: Double, high: Double, text: String) {
        #expect(BriefBuilder.came(low, high, .durations) == text)
    }

    @Test(arguments: [(0.4, "24 minutes"), (1.0, "1 hour"), (20, "20 hours"), (72, "3 days"), (84, "3.5 days"), (600, "25 days")])
    func `hours read as people say them`(hours: Double, text: String) {
        let waiting = EffectMeasure(metric: "time-to-first-review", definitionVersion: 1, kind: .durations, better: .lower)
        #expect(PlainMeasure(waiting).text(hours) == text)
    }

    @Test func `ranges name a unit once, and two ends that read the same are one`() {
        let plain = PlainMeasure(EffectMeasure(metric: "time-to-first-review", definitionVersion: 1, kind: .durations, better: .lower))
        #expect(plain.range(24, 48) == "24 to 48 hours")
        #expect(plain.range(20, 96) == "0.8 to 4 days")
        #expect(plain.range(1, 3) == "1 to 3 hours")
        #expect(plain.range(100, 100.01) == "about 4.2 days")
        let rounds = PlainMeasure(EffectMeasure(metric: "review-depth", definitionVersion: 1, kind: .durations, better: .lower))
        #expect(rounds.range(2.2, 3.4) == "2 to 3 remarks" && rounds.text(0.9) == "1 remark")
    }

    @Test(arguments: [(0.4, "0"), (99.4, "99"), (770, "770"), (2_310, "2,300"), (1_996, "2,000"), (123_456, "120,000")])
    func `money has two figures, as an estimate is no more exact`(amount: Double, text: String) {
        #expect(BriefBuilder.roughly(amount) == text)
    }

    @Test func `where all that is expected is too small to be seen, it is not called a smaller change`() throws {
        let heading = "What we expect, and when we could tell"
        func said(_ visible: Double) throws -> String {
            try Self.section(heading, BriefSample.decisions(BriefSample.terms(Self.measure, visible: visible)), Self.evidence)
        }
        // A tenth to three tenths are expected.
        let none = try said(0.4)
        #expect(none.contains("All that we expect is smaller than that") && !none.contains("such as"), "\(none)")
        #expect(none.contains("the chance that we see it is about three in four"))
        #expect(try said(0.3).contains("such as 10 %"))
        #expect(try !said(0.1).contains("smaller"))
    }
}
