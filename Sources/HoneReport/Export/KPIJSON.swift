import HoneFacts
package import HoneLoop

/// A KPI as one JSON object. A target is in it only where it is agreed and holds.
package struct KPIJSON {
    let kpi: KPI
    let words: KPIWords
    let agreements: Agreements

    package init(_ kpi: KPI, _ words: KPIWords, _ agreements: Agreements) {
        (self.kpi, self.words, self.agreements) = (kpi, words, agreements)
    }

    package var json: JSON {
        let terms = kpi.terms
        return .object([
            ("number", .integer(kpi.number)), ("id", .text(kpi.id)), ("metric", .text(terms.metric)), ("state", .text(state)),
            ("standing", .text(words.standing)), ("version", .integer(kpi.active?.version ?? kpi.proposal?.version ?? kpi.versions.count)),
            ("definitionVersion", .integer(terms.definitionVersion)),
            ("goal", agreements.goal(id: terms.goal).map { .integer($0.number) } ?? .null), ("question", .text(terms.question)),
            ("outcome", .text(terms.outcome)), ("target", words.showsTarget ? .optional(terms.target?.description) : .null),
            ("proposedTarget", words.showsTarget ? .null : .optional(terms.target?.description)),
            ("guard", .object([("metric", .text(terms.guardMetric)), ("bound", .text(terms.guardBound.description))])),
            ("usedFor", .text(terms.usedFor)), ("notFor", .text(terms.notFor)), ("reviewOn", .text(kpi.reviewOn.description)),
            ("sides", .array(words.sides.map { .text($0.rawValue) })), ("solo", .boolean(kpi.active?.isSolo ?? false)),
            ("oneSided", .boolean(words.isOneSided)),
            ("missing", .array(words.missing.map { .text($0) })),
            ("openObjections", .integer(objections.count { $0.answer == nil })),
            ("objections", .array(zip(1..., objections).map(objection))),
            ("remarks", .array(words.remarks(agreements).map { .text($0) })),
        ])
    }

    private var objections: [ProposedKPI.Objection] { kpi.proposal?.objections ?? kpi.active?.objections ?? [] }

    private func objection(_ number: Int, _ objection: ProposedKPI.Objection) -> JSON {
        .object([("number", .integer(number)), ("reason", .text(objection.reason)), ("answer", .optional(objection.answer))])
    }

    private var state: String {
        switch kpi.state {
        case .proposed: "proposed"
        case .active: "active"
        case .watched: "watch"
        case .rejected: "rejected"
        case .retired: "retired"
        }
    }
}
