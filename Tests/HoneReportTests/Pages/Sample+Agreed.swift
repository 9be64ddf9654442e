import HoneFacts

@testable import HoneLoop
@testable import HoneMetrics

extension Sample {
    /// The sample page with KPIs: agreed by both, by one side, proposed, and run out.
    static var agreed: Scorecard {
        var card = scorecard
        card.lanes[0].goals[0].kpis = [
            .init(
                number: 1, name: "cycle time p85", metric: "cycle-time", observed: "12 d (n 128)", target: "target <= 10 d: not reached",
                standing: "agreed v2, review 14 Jan 2027", held: "guard reopen rate <= 5 %: unknown (3.9 %, 1.7-8.8 %)", remarks: [],
                next: "", isInForce: true, guardState: .unknown, targetState: .notReached),
            .init(
                number: 2, name: "release frequency", metric: "release-frequency", observed: nil,
                target: nil, standing: "expired v1, one-sided (engineering): the review of 1 Oct 2026 was not held", held: nil,
                remarks: ["Only the engineering side agreed: a KPI of one side competes for time with the work of the other."],
                next: "hone kpi revise 2", isInForce: false),
        ]
        (card.lanes[0].goals[0].gap, card.lanes[0].goals[0].next) = ("", "")
        card.lanes[1].goals[0].kpis = [
            .init(
                number: 3, name: "lead time p85", metric: "lead-time", observed: nil, target: nil,
                standing: "proposed by manager - not agreed", held: nil, remarks: [], next: "hone kpi agree 3 --token …", isInForce: false)
        ]
        (card.lanes[1].goals[0].gap, card.lanes[1].goals[0].next) = ("no process KPI that holds serves this goal yet", "")
        card.process[1].role = "KPI"
        for row in [1, 2] { card.process[row].observation.signs = [sign] }
        card.lanes[0].goals[0].kpis[0].signs = [sign]
        card.lanes[1].goals[0].measure = .init(
            name: "active sellers", unit: "sellers", value: 1_240, measuredOn: today + -9, n: 3, before: 1_100, beforeOn: window.from + -4,
            past: [nil, nil, 700, 810, 930, 1_010, 1_100, 1_240], pastCounts: [0, 0, 1, 3, 3, 3, 3, 3],
            target: MeasureTarget(">= 1500 sellers"), state: .notReached, remark: "")
        card.whichKPI = "cycle time p85 (agreed) · release frequency (expired) · lead time p85 (proposed, not agreed)"
        return card
    }
}
