package import HoneFacts

/// Whether the process is an explicit part of the product's KPIs, or its absence an explicit choice.
///
/// It passes without goals; with a process KPI that is agreed and not expired, whether it has a target or is watched, by both sides
/// or one (that is said, not judged); with a decision in force that a metric is watched only, or that no process KPI is wanted.
package enum ProcessCheck: Sendable, Equatable {
    case noGoals
    case agreed(kpis: Int)
    /// `metric` is empty where the decision speaks of process KPIs as such.
    case decidedAgainst(metric: String, reason: String, until: CalendarDay)
    /// Goals, and neither of the two. `expired` is the end of the last choice or agreement, if there was one.
    case open(goals: Int, expired: CalendarDay?)

    package init(_ agreements: Agreements, on day: CalendarDay) {
        let inForce = agreements.notKPIsInForce(on: day)
        if agreements.currentGoals.isEmpty {
            self = .noGoals
        } else if case let inForce = agreements.kpisInForce(on: day).count, inForce > 0 {
            self = .agreed(kpis: inForce)
        } else if let watched = agreements.watched(on: day).last {
            self = .decidedAgainst(metric: watched.last.terms.metric, reason: watched.reason, until: watched.until)
        } else if let choice = inForce.last {
            self = .decidedAgainst(metric: choice.metric, reason: choice.reason, until: choice.until)
        } else {
            self = .open(goals: agreements.currentGoals.count, expired: Self.ends(agreements).max())
        }
    }

    private static func ends(_ agreements: Agreements) -> [CalendarDay] {
        agreements.notKPIs.map(\.until) + agreements.kpis.compactMap { $0.watched?.until }
            + agreements.kpis.compactMap { $0.active.map { $0.terms.reviewOn + ActiveKPI.grace } }
    }

    package var isPassed: Bool {
        if case .open = self { false } else { true }
    }

    package var sentence: String {
        switch self {
        case .noGoals: "This product has no goals yet, so there is nothing that a process KPI would serve."
        case .agreed(let count): "\(count) process KPI\(count == 1 ? "" : "s") agreed."
        case .decidedAgainst(let metric, let reason, let until):
            "\(metric.isEmpty ? "No process KPI" : "No KPI from \(metric)"), on purpose until \(DayText.day(until)): \(reason)"
        case .open(let goals, nil):
            "This product has \(goals) goal\(goals == 1 ? "" : "s"), no agreed process KPI and no recorded decision not to have one."
        case .open(let goals, let expired?):
            "This product has \(goals) goal\(goals == 1 ? "" : "s") and no agreed process KPI; the last one, or the decision not to have one, ended on \(DayText.day(expired))."
        }
    }
}
