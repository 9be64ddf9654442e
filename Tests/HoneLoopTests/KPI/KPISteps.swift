import HoneFacts
import HoneMetrics

@testable import HoneLoop

/// Decisions about KPIs as tests write them. The first adds a goal; the id of each is its place in the list, from 1.
struct KPISteps {
    static let monday = (Instant(iso: "2026-11-02T09:00:00Z") ?? Instant(seconds: 0)).seconds
    static let day: Int64 = 86_400

    private(set) var decisions = [
        Decision(.addGoal, decidedAt: monday - 10 * day, subject: "run", text: "The checkout stays up")
    ]

    static func terms(
        _ metric: String = "cycle-time", target: String? = "<= 10 d", goal: String = "1", definition: Int = 1,
        review: String = "2027-01-14",
        beyondFive: String = ""
    ) -> KPITerms {
        KPITerms(
            metric: metric, definitionVersion: definition, goal: goal, question: "How long?", outcome: "Sellers wait less",
            target: target.flatMap { Bound($0, unit: .days) }, guardMetric: "reopen-rate", guardVersion: 3,
            guardBound: Bound(.value, .atMost(0.1), unit: .share), usedFor: "where we look first", notFor: "to judge people",
            reviewOn: CalendarDay(iso: review) ?? CalendarDay(number: 0), beyondFive: beyondFive)
    }

    func with(
        _ verb: Decision.Verb, at day: Int64 = 0, role: String = "team", subject: String = "", text: String = "", reason: String = "",
        until: String? = nil, details: [String: String] = [:]
    ) -> KPISteps {
        var next = self
        next.decisions.append(
            Decision(
                verb, decidedAt: Self.monday + day * Self.day, role: role, subject: subject, text: text, reason: reason,
                until: until.flatMap { CalendarDay(iso: $0) }, details: details))
        return next
    }

    /// How the only KPI stands on a day.
    func words(on day: CalendarDay) -> KPIWords? {
        kpi.map { KPIWords($0, agreements, Interpretation(), now: Instant(day: day).seconds) }
    }

    func proposed(_ terms: KPITerms = terms(), by role: String = "manager", at day: Int64 = 0) -> KPISteps {
        with(.proposeKPI, at: day, role: role, subject: terms.metric, details: terms.details)
    }

    func joined(_ mark: String, _ side: Side, at day: Int64 = -5) -> KPISteps {
        with(.join, at: day, role: side.rawValue, subject: mark, details: ["side": side.rawValue])
    }

    func agreed(_ kpi: String, _ mark: String, _ side: Side, version: Int = 1, at day: Int64 = 1) -> KPISteps {
        with(.agree, at: day, role: side.rawValue, subject: kpi, text: "\(version)", details: ["mark": mark, "side": side.rawValue])
    }

    func ratified(_ kpi: String, version: Int = 1, at day: Int64 = 3) -> KPISteps {
        with(.ratify, at: day, subject: kpi, text: "\(version)")
    }

    var agreements: Agreements { Agreements(decisions) }
    var kpi: KPI? { agreements.kpis.first }

    /// Two members, both agreed, ratified on the third working day.
    static var active: KPISteps {
        KPISteps().joined("a", .product).joined("b", .engineering).proposed().agreed("4", "a", .product).agreed("4", "b", .engineering)
            .ratified("4")
    }
}
