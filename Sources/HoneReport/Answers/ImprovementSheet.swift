package import HoneFacts
package import HoneLoop

/// One improvement: how it stands in a sentence, what was frozen, what the weeks look like, what people decided.
package struct ImprovementSheet {
    let improvement: Improvement
    let reading: ImprovementReading?
    let words: ImprovementWords
    let agreements: Agreements
    let zone: ZoneTable

    package init(
        _ improvement: Improvement, _ reading: ImprovementReading?, _ words: ImprovementWords, _ agreements: Agreements, zone: ZoneTable
    ) {
        (self.improvement, self.reading, self.words) = (improvement, reading, words)
        (self.agreements, self.zone) = (agreements, zone)
    }

    package func answer(width: Int) -> Answer {
        let comparison = reading?.effect.map { SeriesComparisonAnswer($0, blanks: 0, unit: reading?.unit ?? "").answer(width: width) }
        var answer = Answer(sentence: "\(improvement.number). \(improvement.title)", facts: facts, chart: comparison?.chart ?? [])
        // What was agreed stands above, and what could be seen is in the sentence.
        let said: Set = ["agreed to matter", "could show", "one-sided p"]
        answer.facts += (comparison?.facts ?? []).filter { !said.contains($0.label) }
        if !words.next.isEmpty { answer.remarks.append("> \(words.next)") }
        return answer
    }

    private var facts: [(label: String, text: String)] {
        var facts = [("stands", words.standing), ("noted", DayText.day(improvement.firstDay(zone)))]
        if let shape = improvement.shape { facts += about(shape) }
        facts += agreed
        if let sentence = words.sentence, case .decided = improvement.state { facts.append(("effect now", sentence)) }
        if let sentence = words.guardSentence { facts.append(("guard", sentence + guardLeftOut)) }
        if case .decided(let decided) = improvement.state { facts += self.decided(decided) }
        switch improvement.story {
        case .item(let link)?: facts.append(("story", link))
        case .none(let reason)?: facts.append(("story", "none, on purpose: \(reason)"))
        case nil:
            // What is promised is seen by everybody, or not on purpose.
            if isPromised {
                facts.append(("story", "none named: hone improvement story \(improvement.number) --link ..., or --none --reason ..."))
            }
        }
        for other in agreements.improvements where other.id == improvement.follows || other.follows == improvement.id {
            facts.append((other.follows == improvement.id ? "successor" : "came out of", "\(other.number), \"\(other.title)\""))
        }
        return facts
    }

    /// Said with the guard: what stands further down is left out of the number that it guards.
    private var guardLeftOut: String {
        reading?.guarding.flatMap { LeftOutText.text($0.leftOut) }.map { " Left out: \($0)." } ?? ""
    }

    private var isPromised: Bool {
        switch improvement.state {
        case .committed, .small, .inForce, .smallInForce: true
        default: false
        }
    }

    private func about(_ shape: ImprovementShape) -> [(String, String)] {
        var facts = [("about", ImprovementWords.kind(shape))]
        if !shape.hurts.isEmpty { facts.append(("hurts", shape.hurts)) }
        if let goal = agreements.goal(id: shape.goal) { facts.append(("goal", "\(goal.number), \(goal.kind.rawValue): \(goal.outcome)")) }
        facts.append(("funded by", shape.funding.rawValue))
        if let cost = improvement.terms?.costHours ?? shape.costHours { facts.append(("cost", "about \(ValueText.short(cost)) h")) }
        if !shape.area.isEmpty { facts.append(("area", shape.area)) }
        return facts
    }

    /// Every version that was frozen, the last one first.
    private var agreed: [(String, String)] {
        guard let terms = improvement.terms else { return [] }
        var facts = [
            ("believed", terms.hypothesis), ("expected", ImprovementWords.expectation(terms)),
            ("could show", ImprovementWords.visible(terms) ?? "not known on the day it was committed"),
            ("guarded by", ImprovementWords.name(terms.guarding)),
        ]
        if let kpi = agreements.kpis.first(where: { $0.id == terms.kpi }) {
            facts.append(("KPI", "\(kpi.number), \(KPIWords.name(kpi.terms))"))
        }
        for (place, version) in versions.enumerated().reversed() where versions.count > 1 {
            let day = DayText.day(zone.day(atSeconds: version.frozenAt))
            facts.append(("v\(place + 1), \(day)", "\(version.terms.hypothesis): \(ImprovementWords.expectation(version.terms))"))
        }
        return facts
    }

    private var versions: [CommittedImprovement.Version] {
        switch improvement.state {
        case .committed(let committed): committed.versions
        default: improvement.measured?.committed.versions ?? []
        }
    }

    private func decided(_ decided: DecidedImprovement) -> [(String, String)] {
        var facts = [("decided on", DayText.day(zone.day(atSeconds: decided.grounds.decidedAt)))]
        if let effect = decided.grounds.effect {
            let size = effect.size.map { size in
                let terms = EffectTerms(kind: effect.kind, better: effect.better)
                return terms.map { EffectSizeText($0, of: decided.inForce?.terms.measure) }.map {
                    ", \($0.size(size.value)) (\($0.end(size.lower)) to \($0.end(size.upper)), 90 % interval)"
                } ?? ""
            }
            facts.append(("effect then", "\(effect.effect.rawValue)\(size ?? ""); guard \(effect.guardState.rawValue)"))
        }
        if !decided.grounds.learned.isEmpty { facts.append(("learned", decided.grounds.learned)) }
        if let cost = decided.grounds.costHours { facts.append(("took", "\(ValueText.short(cost)) h")) }
        return facts
    }
}
