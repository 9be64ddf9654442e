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
    /// KPIs that are proposed, in a first form or another one, and not agreed.
    package let proposals: Int
    /// Improvements promised or begun; those of them whose weeks are over, so that they wait for a decision; and those that are decided.
    package let running: Int
    package let toDecide: Int
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
        proposals = agreements.kpis.count { $0.proposal != nil }
        running = agreements.improvements.count { improvement in
            switch improvement.state {
            case .committed, .small, .inForce, .smallInForce: true
            default: false
            }
        }
        toDecide = agreements.improvements.count { Self.isToDecide($0, on: today) }
        decided = agreements.improvements.count { if case .decided = $0.state { true } else { false } }
        let notes = agreements.unanswered(on: today)
        unanswered = notes.count
        oldestNoteDays = notes.map(\.notedAt).min().map { max(0, today - zone.day(atSeconds: $0)) }
        briefsWaiting = agreements.briefs.waiting(on: today, agreements.improvements).count
        rhythm = LoopHealthWords(LoopHealth(agreements, interpretation, lifeCycle, today: today), lifeCycle).rhythm
        evidenceAgeSeconds = cursors.map(\.readAt).min().map { max(0, now - $0) }
    }

    /// By the calendar alone: the evidence of those weeks may still have to be read.
    private static func isToDecide(_ improvement: Improvement, on day: CalendarDay) -> Bool {
        switch improvement.state {
        case .smallInForce: return true
        case .inForce(let now):
            switch ImprovementReading.progress(now, coveredTo: day) {
            case .look(.early), .measuring: return false
            case .look: return true
            }
        default: return false
        }
    }
}
