package import HoneFacts

/// Where a product's agreements stand, and what waits for whom: one of several products on one page.
///
/// It holds no number of a metric on purpose: products side by side are read as a ranking, and each is only comparable with its own
/// past (I10). Which product needs a talk is seen from what waits.
package struct ProductOverview: Sendable {
    package let product: String
    package let lifeCycle: String
    /// Goals by kind, in the order of the lanes.
    package let goals: [(kind: Goal.Kind, count: Int)]
    package let process: ProcessCheck
    /// Agreed KPIs whose review is due.
    package let reviewsDue: Int
    /// Improvements promised or begun, and those whose effect is decided.
    package let running: Int
    package let decided: Int
    /// Notes that wait for an answer, and the age of the oldest in days.
    package let unanswered: Int
    package let oldestNoteDays: Int?
    /// Questions to the person who decides that wait for an answer.
    package let briefsWaiting: Int
    /// How often improvement is talked about, as a sentence.
    package let rhythm: String
    /// Seconds since the source that was read longest ago was read; nil where none was.
    package let evidenceAgeSeconds: Int64?

    /// - Complexity: O(decisions); no fact is read.
    package init(_ product: Product, _ interpretation: Interpretation, _ agreements: Agreements, _ cursors: [SourceCursor], now: Int64) {
        let zone = interpretation.zone
        let today = zone.day(atSeconds: now)
        let lifeCycle = product.lifeCycle(on: today)
        self.product = product.name
        self.lifeCycle = lifeCycle.name
        goals = Goal.Kind.allCases.map { kind in (kind, agreements.currentGoals.count { $0.kind == kind }) }
        process = ProcessCheck(agreements, on: today)
        reviewsDue = agreements.kpis.count { $0.active?.standing(on: today) == .reviewDue }
        running = agreements.improvements.count { improvement in
            switch improvement.state {
            case .committed, .small, .inForce, .smallInForce: true
            default: false
            }
        }
        decided = agreements.improvements.count { if case .decided = $0.state { true } else { false } }
        let notes = agreements.unanswered(on: today)
        unanswered = notes.count
        oldestNoteDays = notes.map(\.notedAt).min().map { max(0, today - zone.day(atSeconds: $0)) }
        briefsWaiting = agreements.briefs.waiting(on: today).count
        rhythm = LoopHealthWords(LoopHealth(agreements, interpretation, lifeCycle, today: today), lifeCycle).rhythm
        evidenceAgeSeconds = cursors.map(\.readAt).min().map { max(0, now - $0) }
    }
}
