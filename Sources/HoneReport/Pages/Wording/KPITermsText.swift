package import HoneFacts
package import HoneLoop

/// The terms of a KPI, label and text, and every text that was ever proposed for it.
package struct KPITermsText {
    let kpi: KPI
    let words: KPIWords
    let agreements: Agreements
    let zone: ZoneTable

    package init(_ kpi: KPI, _ words: KPIWords, _ agreements: Agreements, zone: ZoneTable) {
        (self.kpi, self.words, self.agreements, self.zone) = (kpi, words, agreements, zone)
    }

    package var lines: [(label: String, text: String)] {
        let terms = kpi.terms
        let goal = agreements.goal(id: terms.goal)
        let target = terms.target.map { "\($0)\(words.showsTarget ? "" : " (not agreed, or no longer)")" } ?? "none: it is watched"
        var lines = [
            ("metric", "\(terms.metric), definition v\(terms.definitionVersion)"),
            ("goal", goal.map { "\($0.number), \($0.kind.rawValue): \($0.outcome)" } ?? "none of this product"),
            ("question", terms.question), ("outcome", terms.outcome), ("target", target),
            ("guard", "\(terms.guardMetric) \(terms.guardBound)"), ("used for", terms.usedFor), ("not for", terms.notFor),
            ("review", DayText.day(kpi.reviewOn)),
        ]
        if !terms.beyondFive.isEmpty { lines.append(("beyond five", terms.beyondFive)) }
        for remark in words.remarks(agreements) { lines.append(("remark", remark)) }
        for (place, objection) in (kpi.proposal?.objections ?? kpi.active?.objections ?? []).enumerated() {
            lines.append(("objection \(place + 1)", objection.reason + (objection.answer.map { " – answered: \($0)" } ?? " – open")))
        }
        for version in kpi.versions where kpi.versions.count > 1 { lines.append(("v\(version.number)", text(version))) }
        return lines
    }

    private func text(_ version: KPI.Version) -> String {
        let aim = version.terms.target?.description ?? "watch"
        let proposed = DayText.day(zone.day(atSeconds: version.proposedAt))
        let agreed = version.ratifiedAt.map { ", agreed \(DayText.day(zone.day(atSeconds: $0)))" } ?? ", not agreed"
        return "\(aim), guard \(version.terms.guardMetric) \(version.terms.guardBound); proposed \(proposed)\(agreed)"
    }
}
