import HoneFacts

@testable import HoneLoop
@testable import HoneMetrics

/// A plan as tests write it: 1,000 in all, 350 of it for a tool. On 2026-03-15 500 was to be done, 400 is, and 450 is spent; the
/// numbers of the textbook.
enum PlanSteps {
    static let rows: [ExampleFacts.PlanRow] = [
        ("A", "feature", "2026-03-01", "2026-03-02", "2026-03-08", "250", "", "", "Design"),
        ("B", "feature", "2026-03-01", "2026-03-02", "2026-03-15", "250", "", "", "Design"),
        ("C", "feature", "2026-03-01", "2026-03-09", "2026-03-22", "150", "", "", "Build"),
        ("D", "tool", "2026-03-01", "2026-03-16", "2026-03-29", "350", "", "", "Build"),
        ("A", "feature", "2026-03-15", "2026-03-02", "2026-03-08", "250", "2026-03-09", "300", "Design"),
        ("B", "feature", "2026-03-15", "2026-03-02", "2026-03-15", "250", "", "50", "Design"),
        ("C", "feature", "2026-03-15", "2026-03-09", "2026-03-22", "150", "2026-03-13", "100", "Build"),
    ]

    /// On 2026-03-16 somebody says that B and D take longer and cost more.
    static let reestimates: [ExampleFacts.PlanRow] = [
        ("B", "feature", "2026-03-16", "2026-03-02", "2026-04-15", "900", "", "50", "Design"),
        ("D", "tool", "2026-03-16", "2026-04-01", "2026-04-29", "700", "", "", "Build"),
    ]

    static func second(_ iso: String) -> Int64 { Instant(iso: iso)?.seconds ?? 0 }
    static func day(_ iso: String) -> CalendarDay { CalendarDay(iso: iso) ?? CalendarDay(number: 0) }

    static func histories(_ rows: [ExampleFacts.PlanRow], _ decisions: [Decision] = []) -> Histories {
        fold(ExampleFacts.plan(phased: rows).tables, Interpretation(), now: second("2026-12-31T00:00:00Z"))
            .decided(Agreements(decisions), Interpretation())
    }

    /// The plan as it was said by a day, as a decision of another.
    static func settle(
        _ rows: [ExampleFacts.PlanRow], statedBy day: String? = nil, at: String, _ verb: Decision.Verb = .setBaseline, reason: String = ""
    ) -> Decision {
        let proposal = BaselineProposal(histories(rows).plan, statedBy: day.flatMap { CalendarDay(iso: $0) }, zone: .utc)
        let baseline = PerformanceBaseline(setAt: second(at), lines: proposal.lines)
        return Decision(verb, decidedAt: second(at), role: "sponsor", reason: reason, details: baseline.details)
    }

    /// A metric's number at the end of a day.
    static func value(_ metric: some Metric, _ histories: Histories, on day: String, kinds: Set<WorkKind>? = nil) -> Observation {
        let window = Window(from: Self.day("2026-03-01"), to: Self.day(day) + 1)
        return observe(
            metric, histories,
            MeasureContext(
                interpretation: Interpretation(), window: window, options: MetricOptions(kinds: kinds), now: second("2026-12-31T00:00:00Z"))
        )
    }

    static func picture(_ rows: [ExampleFacts.PlanRow], _ decisions: [Decision] = [], asOf: String = "2026-03-15", phases: [String] = [])
        -> PhasedPicture
    {
        PhasedBuilder(
            histories(rows, decisions), Interpretation(phases: phases), Agreements(decisions), asOf: day(asOf),
            now: second("2026-12-31T00:00:00Z")
        ).picture
    }
}
