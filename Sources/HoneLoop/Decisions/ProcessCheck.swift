package import HoneFacts

/// Whether the process is an explicit part of the product's KPIs, or its absence an explicit choice.
package enum ProcessCheck: Sendable, Equatable {
    case noGoals
    case agreed(kpis: Int)
    /// `metric` is empty where the decision speaks of process KPIs as such.
    case decidedAgainst(metric: String, reason: String, until: CalendarDay)
    /// Goals, and neither of the two. `expired` is the end of the last choice, if there was one.
    case open(goals: Int, expired: CalendarDay?)

    package init(_ agreements: Agreements, on day: CalendarDay) {
        let inForce = agreements.notKPIsInForce(on: day)
        if agreements.goals.isEmpty {
            self = .noGoals
        } else if agreements.processKPICount > 0 {
            self = .agreed(kpis: agreements.processKPICount)
        } else if let choice = inForce.last {
            self = .decidedAgainst(metric: choice.metric, reason: choice.reason, until: choice.until)
        } else {
            self = .open(goals: agreements.goals.count, expired: agreements.notKPIs.map(\.until).max())
        }
    }

    package var isPassed: Bool {
        if case .open = self { false } else { true }
    }

    package var sentence: String {
        switch self {
        case .noGoals: "This product has no goals yet, so there is nothing that a process KPI would serve."
        case .agreed(let count): "\(count) process KPI\(count == 1 ? "" : "s") agreed."
        case .decidedAgainst(let metric, let reason, let until):
            "\(metric.isEmpty ? "No process KPI" : "No KPI from \(metric)"), on purpose until \(until): \(reason)"
        case .open(let goals, nil):
            "This product has \(goals) goal\(goals == 1 ? "" : "s"), no agreed process KPI and no recorded decision not to have one."
        case .open(let goals, let expired?):
            "This product has \(goals) goal\(goals == 1 ? "" : "s") and no agreed process KPI; the decision not to have one ended on \(expired)."
        }
    }
}
