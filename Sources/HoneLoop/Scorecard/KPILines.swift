import HoneFacts
import HoneMetrics

/// The goals of a page with the KPIs that serve them, and which KPI there is.
struct KPILines {
    let builder: ScorecardBuilder
    let process: [Scorecard.ProcessRow]
    let window: Window
    let signs: PageSigns

    private var agreements: Agreements { builder.agreements }
    private var today: CalendarDay { builder.today }

    var lanes: [Scorecard.Lane] {
        let lines = agreements.kpis.filter(isShown).map { ($0, line($0)) }
        return Goal.Kind.allCases.map { kind in
            .init(
                kind: kind,
                goals: agreements.currentGoals.filter { $0.kind == kind }.map { goal in
                    self.goal(goal, lines.filter { $0.0.terms.goal == goal.id }.map(\.1))
                })
        }
    }

    /// What ended is in `hone kpi list`, not on the page.
    private func isShown(_ kpi: KPI) -> Bool {
        switch kpi.state {
        case .proposed, .active: true
        case .watched(let watched): today < watched.until
        case .rejected, .retired: false
        }
    }

    private func goal(_ goal: Goal, _ kpis: [Scorecard.KPILine]) -> Scorecard.GoalLine {
        let reading = MeasureReading(
            measurements: builder.histories.measurements, window: window, zone: builder.interpretation.zone, today: today,
            cursors: builder.cursors)
        var line = Scorecard.GoalLine(
            number: goal.number, outcome: goal.outcome, standing: goal.standing(builder.interpretation.zone),
            measure: goal.measure.map(reading.line), kpis: kpis, gap: "", next: "")
        // A number that falls short again says so; whether that reopens the goal is for people to say.
        if case .met = goal.state, line.measure?.state == .notReached {
            line.standing += "; its number no longer reaches the target"
            line.next = "hone goal reopen \(goal.number) --reason \"…\""
            return line
        }
        guard !kpis.contains(where: \.isInForce) else { return line }
        if case .decidedAgainst(_, let reason, let until) = ProcessCheck(agreements, on: today) {
            line.gap = "no process KPI, decided until \(DayText.day(until)): \(reason)"
        } else {
            line.gap = kpis.isEmpty ? "no process KPI serves this goal" : "no process KPI that holds serves this goal yet"
            line.next = kpis.contains { !$0.next.isEmpty } ? "" : "hone kpi propose … --goal \(goal.number)"
        }
        return line
    }

    /// A proposal shows no number and no target: a number that nobody agreed on is not held against anything.
    private func line(_ kpi: KPI) -> Scorecard.KPILine {
        let words = KPIWords(kpi, agreements, builder.interpretation, now: builder.now)
        var line = Scorecard.KPILine(
            number: kpi.number, name: KPIWords.name(kpi.terms), metric: kpi.metric, standing: words.standing,
            remarks: words.remarks(agreements), next: words.next, isInForce: agreements.kpisInForce(on: today).contains { $0.id == kpi.id })
        guard let active = kpi.active, line.isInForce, let observation = observation(kpi.metric) else { return line }
        let reading = KPIReading(active.terms, observation, guarding: self.observation(active.terms.guardMetric))
        line.observed = reading.observed
        line.signs = observation.signs
        if words.showsTarget, let target = active.terms.target, let state = reading.target {
            line.target = "target \(target): \(state.rawValue)"
            line.targetState = state
        }
        let held = reading.held
        let name = Catalogue.metric(active.terms.guardMetric)?.definition.name ?? active.terms.guardMetric
        line.held = "guard \(name.prefix(1).lowercased() + name.dropFirst()) \(active.terms.guardBound): \(reading.heldText)"
        line.guardState = held
        if held == .broken, line.targetState == .reached {
            line.remarks.append("The guard is broken, so what was reached may have cost something else.")
        }
        return line
    }

    private func observation(_ id: String) -> Observation? {
        if let row = process.first(where: { $0.observation.metric == id }) { return row.observation }
        return Catalogue.metric(id).map { signs.with(builder.observation($0, window)) }
    }
}

extension ScorecardBuilder {
    /// Metrics that a page measures whatever was agreed.
    package static var usualMetrics: Set<String> { Set(ProcessMetric.all.map(\.id)) }

    /// Which KPI there is, or which reason for none: agreements first, then what was decided to be watched only.
    var whichKPI: String {
        let parts = agreements.kpis.compactMap { kpi -> String? in
            let name = KPIWords.name(kpi.terms)
            switch kpi.state {
            case .proposed: return "\(name) (proposed, not agreed)"
            case .active(let active):
                let isExpired = active.standing(on: today) == .expired
                let how = isExpired ? "expired" : active.terms.target == nil ? "agreed, watch" : "agreed"
                return "\(name) (\(how)\(agreements.goal(id: active.terms.goal) == nil ? ", serves no goal of this product" : ""))"
            case .watched(let watched):
                return today < watched.until ? "\(name) (watch, \"\(watched.reason)\", to \(DayText.day(watched.until)))" : nil
            case .rejected, .retired: return nil
            }
        }
        let against = agreements.notKPIsInForce(on: today).last.map {
            "none\($0.metric.isEmpty ? "" : " from \($0.metric)"), on purpose until \($0.until): \($0.reason)"
        }
        if !parts.isEmpty { return (parts + [against].compactMap(\.self)).joined(separator: " · ") }
        return against ?? "none agreed, and no decision against one."
    }
}
