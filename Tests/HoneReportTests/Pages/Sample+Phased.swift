import HoneFacts

@testable import HoneLoop
@testable import HoneMetrics

extension Sample {
    /// A phased product: two phases, a gate that went on with a condition, one that comes, and a lane in one phase only.
    static var phased: PhasedPicture {
        let rows: [ExampleFacts.PlanRow] = [
            ("Interfaces", "feature", "2026-03-01", "2026-03-02", "2026-03-08", "250", "2026-03-09", "300", "Design"),
            ("Controller", "feature", "2026-03-01", "2026-03-02", "2026-03-15", "250", "", "50", "Design"),
            ("Drivers", "feature", "2026-03-01", "2026-03-09", "2026-03-22", "150", "2026-03-13", "100", "Build"),
            ("Test bench", "tool", "2026-03-01", "2026-03-16", "2026-03-29", "350", "", "", "Build"),
        ]
        let now = (Instant(iso: "2026-03-15T12:00:00Z") ?? Instant(seconds: 0)).seconds
        let today = CalendarDay(iso: "2026-03-15") ?? CalendarDay(number: 0)
        let interpretation = Interpretation(phases: ["Design", "Build", "Acceptance"])
        let facts = fold(ExampleFacts.plan(phased: rows).tables, interpretation, now: now)
        let baseline = PerformanceBaseline(
            setAt: now, lines: BaselineProposal(facts.plan, statedBy: nil, zone: interpretation.zone).lines)
        let agreements = Agreements([
            Decision(.setBaseline, decidedAt: now, role: "sponsor", details: baseline.details), gate("Design", now),
            Decision(
                .openGate, decidedAt: now, subject: "2", until: today,
                details: ["from": "2025-12-22", "to": "2026-03-16", "read 1": "not-met 0.8 - - 4 0 final"]),
            Decision(
                .closeGate, decidedAt: now, role: "sponsor", subject: "2", text: "go-with-conditions", reason: "the risk is known",
                until: today, details: ["condition 1": "the load test passes", "lesson 1": "ask the plant for its data earlier"]),
            gate("Build", now),
        ])
        return PhasedBuilder(facts.decided(agreements, interpretation), interpretation, agreements, asOf: today, now: now).picture
    }

    private static func gate(_ phase: String, _ now: Int64) -> Decision {
        Decision(
            .addGate, decidedAt: now, subject: phase, text: "\(phase) gate", until: CalendarDay(iso: "2026-03-31"),
            details: ["criterion 1": "schedule-performance 1 value index >= 0.9"])
    }

    /// A phased product of which nothing is known but the names of its phases.
    static var barePhased: PhasedPicture {
        let interpretation = Interpretation(phases: ["Design", "Build"])
        return PhasedBuilder(fold(FactTables(), interpretation, now: 0), interpretation, Agreements([]), asOf: today, now: 0).picture
    }
}
