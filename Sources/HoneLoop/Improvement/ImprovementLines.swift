package import HoneFacts

/// What is promised, measured, to decide and decided, as lines of the scorecard; and whether improvement has paid so far.
package struct ImprovementLines: Sendable {
    let improvements: [Improvement]
    let briefs: BriefRecord
    let ledger: Ledger
    let readings: [String: ImprovementReading]
    let zone: ZoneTable
    let today: CalendarDay

    /// - Parameters:
    ///   - evidence: looked for only where an improvement is in force.
    ///   - withDecided: whether the effects of those that are decided are read again.
    /// - Complexity: that of two effects for each improvement in force.
    package init(
        _ agreements: Agreements, _ zone: ZoneTable, on today: CalendarDay, _ evidence: @autoclosure () -> EffectEvidence,
        withDecided: Bool = false
    ) {
        (improvements, briefs) = (agreements.improvements, agreements.briefs)
        (self.zone, self.today) = (zone, today)
        ledger = Ledger(agreements, zone)
        let inForce = improvements.filter { improvement in
            if case .inForce = improvement.state { true } else { withDecided && improvement.measured != nil }
        }
        guard !inForce.isEmpty else {
            readings = [:]
            return
        }
        let (all, evidence) = (improvements, evidence())
        readings = Dictionary(
            inForce.compactMap { improvement in
                ImprovementReading(improvement, among: all, evidence).map { (improvement.id, $0) }
            }, uniquingKeysWith: { $1 })
    }

    package var lines: [Scorecard.Running] {
        improvements.compactMap(running) + asked + [register, decided].compactMap(\.self)
    }

    package func reading(_ improvement: Improvement) -> ImprovementReading? { readings[improvement.id] }

    package func words(_ improvement: Improvement) -> ImprovementWords {
        let unfunded = BriefWords.unfunded(improvement, briefs, zone, on: today)
        return ImprovementWords(improvement, readings[improvement.id], zone, on: today, unfunded: unfunded)
    }

    private func running(_ improvement: Improvement) -> Scorecard.Running? {
        let words = words(improvement)
        switch improvement.state {
        case .inForce, .smallInForce, .committed, .small, .escalated:
            var text = "\"\(improvement.title)\": \(words.standing)"
            if case .inForce(let now) = improvement.state, let reading = readings[improvement.id], case .measuring = reading.progress,
                reading.shortfall == nil, let visible = ImprovementWords.visible(now.terms)
            {
                text += " (\(visible))"
            }
            if let guarding = words.guardWord { text += " Guard \(guarding)." }
            return .init(label: "\(words.state) \(improvement.number)", text: text, next: words.next)
        case .noted, .shaped, .decided, .done, .declined, .parked: return nil
        }
    }

    /// What waits for the person who decides, with its age.
    private var asked: [Scorecard.Running] {
        briefs.waiting(on: today, improvements).compactMap { request, improvement in
            // A line of its own says so already.
            guard BriefWords.unfunded(improvement, briefs, zone, on: today) == nil else { return nil }
            let words = BriefWords(request, improvement, zone, on: today)
            return .init(
                label: "brief \(improvement.number)", text: "\"\(improvement.title)\": \(words.answer)", next: words.next)
        }
    }

    /// What is noted or shaped as debt and nobody has promised to pay.
    private var register: Scorecard.Running? {
        let shaped = improvements.count { if case .shaped = $0.state { true } else { false } }
        guard shaped > 0 else { return nil }
        let debt = improvements.count(where: \.isInDebtRegister)
        let parts = [(debt, "in the debt register"), (shaped - debt, "other")].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return .init(label: "shaped", text: parts.joined(separator: ", ") + ", not committed", next: "hone improvement list")
    }

    private var decided: Scorecard.Running? {
        guard !ledger.rows.isEmpty else { return nil }
        let past: [ImprovementAnswer: String] = [.keep: "kept", .adapt: "adapted", .drop: "dropped", .unmeasured: "unmeasured"]
        let parts = ImprovementAnswer.allCases.filter { ledger.count($0) > 0 }.map { "\(ledger.count($0)) \(past[$0] ?? $0.rawValue)" }
        return .init(label: "decided", text: "\(ledger.rows.count): \(parts.joined(separator: ", "))", next: "hone ledger")
    }

    /// One line on whether it pays: what was put in beside what was shown, what was not shown with the same weight.
    package var whetherItPays: String {
        guard !ledger.rows.isEmpty else {
            let due = readings.values.count { if case .look(let look) = $0.progress { look != .early } else { false } }
            guard due > 0 else { return "Cannot tell yet: no improvement has been measured." }
            return
                "Cannot tell yet: \(due) \(due == 1 ? "is" : "are") measured and wait\(due == 1 ? "s" : "") for a decision, none is decided."
        }
        let untold = ledger.measured.count { $0.effect?.size == nil }
        let measured = ledger.measured.count - untold
        guard measured > 0 else { return "Cannot tell: of \(ledger.rows.count) decided, none was measured." }
        let (better, worse) = (ledger.count(.better), ledger.count(.worse))
        let cost = ledger.investedText("invested", "without a cost") ?? "cost not said"
        return
            "\(cost); of \(measured) measured, \(better) better, \(worse) worse, \(measured - better - worse) not shown to change anything\(untold > 0 ? "; \(untold) could not be measured" : "")."
    }
}
