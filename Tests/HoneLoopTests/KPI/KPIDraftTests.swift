import HoneFacts
import HoneMetrics
import Testing

@testable import HoneLoop

@Suite struct KPIDraftTests {
    static let today = CalendarDay(iso: "2026-11-22") ?? CalendarDay(number: 0)
    static let agreements = KPISteps().agreements
    static let full = KPIDraft(
        metric: "cycle-time", goal: 1, target: "<= 10 d", guardMetric: "reopen-rate", guardBound: "<= 5 %", usedFor: "to look first",
        notFor: "to judge people")

    static func refusal(_ draft: KPIDraft, after old: KPITerms? = nil) -> [String] {
        do {
            _ = try draft.terms(after: old, agreements, on: today)
            return []
        } catch { return error.sentences }
    }

    @Test(arguments: ["commits", "LOC", "lines of code", "hours", "story points", "Story_Points", "velocity", "pull requests"])
    func `a measure of activity is refused with an explanation`(name: String) {
        let refusal = Self.refusal(KPIDraft(metric: name))
        #expect(refusal.count == 1 && refusal[0].contains("not what comes of it") && refusal[0].contains("outcome"))
    }

    @Test func `no metric of the catalogue is taken for one`() {
        #expect(Catalogue.metrics.allSatisfy { ActivityMeasure.explanation(for: $0.definition.id) == nil })
    }

    @Test func `everything that is missing is said at once, with a guard to take`() {
        let refusal = Self.refusal(KPIDraft(metric: "cycle-time"))
        #expect(refusal.count == 5)
        #expect(refusal.contains { $0.contains("--guard reopen-rate --guard-bound \"<= 10 %\"") })
        #expect(Self.refusal(KPIDraft(metric: "nothing"))[0].contains("no metric"))
    }

    @Test func `each metric has a guard to propose, and it is another one`() {
        for metric in Catalogue.metrics.map(\.definition.id) {
            let proposal = GuardPairs.proposal(for: metric)
            #expect(!proposal.contains("METRIC") && !proposal.contains("--guard \(metric) "), "\(metric)")
        }
    }

    /// The four ways of GamingTests; each guard there is one that Hone names for the number.
    @Test(arguments: [
        ("throughput", "item-size"), ("throughput", "lead-time"), ("stage-time", "commitment-returns"),
        ("improvement-share", "defect-removal-effectiveness"),
    ])
    func `what moves when a number is worked on is among its guards`(metric: String, guarding: String) {
        #expect(GuardPairs.guards(of: metric).map(\.id).contains(guarding))
    }

    @Test func `what nobody said comes from the metric, the goal and the calendar`() throws {
        let terms = try Self.full.terms(Self.agreements, on: Self.today)
        #expect(terms.question == Catalogue.metric("cycle-time")?.definition.question && terms.outcome == "The checkout stays up")
        #expect(terms.reviewOn == Self.today + 90 && terms.target?.description == "<= 10 d" && terms.definitionVersion == 1)
    }

    @Test func `a target does not outlive the definition that it was set for`() throws {
        let old = KPISteps.terms(definition: 0)
        let silent = KPIDraft(metric: "cycle-time")
        #expect(Self.refusal(silent, after: old).first?.contains("the old target speaks of another number") == true)
        var anew = silent
        anew.target = "<= 9 d"
        #expect(try anew.terms(after: old, Self.agreements, on: Self.today).definitionVersion == 1)
        #expect(try silent.terms(after: KPISteps.terms(), Self.agreements, on: Self.today).target == KPISteps.terms().target)
    }

    @Test(arguments: [
        ("<= 10 d", MetricUnit.days, "<= 10 d"), ("≥3", .items, ">= 3"), ("p50 <= 8 d", .days, "<= 8 d"), ("10-15 %", .share, "10-15 %"),
        ("<= 2 d", .hours, "<= 48 h"), (">= 2 a week", .perWeek, ">= 2 a week"),
    ])
    func `bounds are read and written`(text: String, unit: MetricUnit, written: String) throws {
        let bound = try #require(Bound(text, unit: unit))
        #expect(bound.description == written)
        #expect(Bound(recorded: bound.recorded) == bound)
    }

    @Test(arguments: [
        ("10 d", MetricUnit.days), ("<= 10 h", .days), ("<= ten", .days), ("<= 120 %", .share), ("p50 <= 3", .items), ("15-10 d", .days),
        ("<= -3 d", .days), ("<= inf d", .days), ("", .days),
    ])
    func `what is no bound of the unit is refused`(text: String, unit: MetricUnit) {
        #expect(Bound(text, unit: unit) == nil)
    }
}
