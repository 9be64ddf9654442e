import HoneFacts
import HoneMetrics
import HoneStatistics

/// Builds the brief of an improvement. Pure: the same decisions and evidence give the same page.
package struct BriefBuilder {
    let improvement: Improvement
    let request: BriefRequest?
    let agreements: Agreements
    /// As it stood on the day the page stands for.
    let evidence: EffectEvidence
    private let today: CalendarDay
    private let answeredOn: CalendarDay?
    private let stoodOn: CalendarDay?

    package init(_ improvement: Improvement, _ agreements: Agreements, _ evidence: EffectEvidence) {
        (self.improvement, self.agreements) = (improvement, agreements)
        let request = agreements.briefs.request(of: improvement.id)
        let answeredOn = request?.answer.map { evidence.interpretation.zone.day(atSeconds: $0.answeredAt) }
        let stoodOn = [answeredOn, improvement.measured?.since].compactMap(\.self).filter { $0 < evidence.today }.min()
        self.evidence = stoodOn.map(evidence.before) ?? evidence
        (self.request, self.answeredOn, self.stoodOn, today) = (request, answeredOn, stoodOn, evidence.today)
    }

    /// As the page was answered; what was said later stands apart.
    var terms: ImprovementTerms? { request?.answer.map(\.terms) ?? improvement.terms }
    var shape: ImprovementShape? { request?.answer.map(\.shape) ?? improvement.shape }
    var costHours: Double? { terms?.costHours ?? shape?.costHours }
    var plain: PlainMeasure? { terms.map(plain) }

    func plain(_ terms: ImprovementTerms) -> PlainMeasure {
        PlainMeasure(terms.measure, unit: rows(terms)?.unit, own: evidence.unit(of: terms.measure))
    }

    package var brief: Brief {
        Brief(
            product: evidence.product.name, number: improvement.number, title: improvement.title, today: today,
            zone: evidence.interpretation.zone.name,
            sections: [ask, goal, costsNow, expectation, doNothing, payBack, record, risk].filter { !$0.sentences.isEmpty },
            answer: request?.answer, answeredOn: answeredOn, stoodOn: stoodOn, changes: changes, outcome: outcome,
            isOpen: improvement.ticked == .open)
    }

    private var ask: Brief.Section {
        var sentences = [request.map { Self.sentence($0.ask) } ?? "We ask for the time to do this: \(improvement.title)."]
        if let hours = costHours { sentences.append("We think that it takes about \(ValueText.short(hours)) hours of work in all.") }
        return .init(heading: "What we ask", sentences: sentences)
    }

    private var goal: Brief.Section {
        guard let goal = agreements.goal(id: shape?.goal ?? "") else {
            return .init(
                heading: "What it is for", sentences: ["It serves no goal that was written down. Ask us which one it should serve."])
        }
        let lane: String
        switch goal.kind {
        case .run: lane = "to keep the product running"
        case .improve: lane = "to make the product better"
        case .vision: lane = "to move the product toward its vision"
        }
        return .init(heading: "What it is for", sentences: ["The goal is \(lane): \(Self.sentence(goal.outcome))"])
    }

    private var expectation: Brief.Section {
        let heading = "What we expect, and when we could tell"
        guard let terms, let plain else {
            return .init(
                heading: heading, sentences: ["We have not said yet what it should change, so nothing can be promised or checked."])
        }
        func size(_ value: ClosedRange<Double>) -> String { Self.size(value, terms.measure.kind) }
        var sentences = [Self.belief(terms), Self.expected(terms, of: plain.short)]
        let weeks = EffectTerms.usualWeeks + terms.washoutWeeks + 1
        sentences.append("We look once it has been in use for \(CountText.counted(weeks, "week")), and not before.")
        let begun = improvement.measured?.since ?? evidence.covered(by: terms.measure.metric).to
        if let shortfall = evidence.shortfall(before: begun, of: terms) {
            sentences.append(
                "\(improvement.measured == nil ? "Were it begun now" : "Whatever comes of it"), we could not tell: \(shortfall).")
        } else if let visible = terms.smallestVisible {
            sentences.append("If it changes by \(size(visible...visible)) or more, the chance that we see it is about three in four.")
            if visible > terms.expected.upperBound {
                sentences.append("All that we expect is smaller than that, so the likely answer is \"we cannot tell\".")
            } else if visible > terms.expected.lowerBound {
                let small = size(terms.expected.lowerBound...terms.expected.lowerBound)
                sentences.append("A smaller change, such as \(small), would more likely end as \"we cannot tell\".")
            }
        } else {
            sentences.append("How large a change must be to be seen is not known here, so the answer may well be \"we cannot tell\".")
        }
        return .init(heading: heading, sentences: sentences)
    }

    static func belief(_ terms: ImprovementTerms) -> String { "We believe: \(sentence(terms.hypothesis))" }

    /// `We expect the time from idea to users to fall by 10 to 30 %.`
    static func expected(_ terms: ImprovementTerms, of number: String) -> String {
        let way = terms.measure.better == .lower ? "fall" : "rise"
        return "We expect \(number) to \(way) by \(size(terms.expected, terms.measure.kind))."
    }

    /// `10 to 30 %`; of shares `5 to 15 in every hundred`, because points are a term.
    static func size(_ range: ClosedRange<Double>, _ kind: WeeklySeries.Kind) -> String {
        func text(_ value: Double) -> String { ValueText.significant(value * 100, digits: 2) }
        let unit = kind == .shares ? " in every hundred" : " %"
        let isOne = range.lowerBound == range.upperBound
        return (isOne ? text(range.upperBound) : "\(text(range.lowerBound)) to \(text(range.upperBound))") + unit
    }

    private var record: Brief.Section {
        let heading = "Our record on such promises"
        let ledger = others
        guard !ledger.rows.isEmpty else {
            return .init(heading: heading, sentences: ["We have no record yet: this would be the first one."])
        }
        let count = ledger.rows.count
        var sentences = ["So far we decided about \(count) other improvement\(count == 1 ? "" : "s"): \(Self.answers(ledger))."]
        let (measured, better, worse) = (ledger.measured.count, ledger.count(.better), ledger.count(.worse))
        if measured > 0 {
            // None is left out because it did not help.
            let rest = measured - better - worse
            let unshown = rest > 0 ? ", and of \(rest) we could not show that anything changed" : ""
            sentences.append("We measured \(measured) of them: \(better) got better, \(worse) got worse\(unshown).")
        }
        if let calibration = ledger.calibration {
            sentences.append(
                "\(calibration.reached == 0 ? "None" : "\(calibration.reached)") of them brought as much as we had expected.")
        }
        return .init(heading: heading, sentences: sentences)
    }

    /// What had become by then of all but this one: nobody vouches for themselves.
    var others: Ledger { Ledger(agreements, evidence.interpretation.zone, until: stoodOn).without(improvement.number) }

    /// `2 kept, 1 changed`: none that nobody chose.
    private static func answers(_ ledger: Ledger) -> String {
        let words: [(ImprovementAnswer, String)] = [
            (.keep, "kept"), (.adapt, "changed"), (.drop, "dropped"), (.unmeasured, "never measured"),
        ]
        return words.filter { ledger.count($0.0) > 0 }.map { "\(ledger.count($0.0)) \($0.1)" }.joined(separator: ", ")
    }

    private var risk: Brief.Section {
        var sentences = (request?.risk).flatMap { $0.isEmpty ? nil : [Self.sentence($0)] } ?? []
        if let terms {
            let guarding = PlainMeasure(terms.guarding)
            sentences.append("It could help here and hurt elsewhere. So we also watch \(Self.ended(guarding.phrase))")
            sentences.append("If that gets worse, we say so and decide again.")
            if let left = guardLeftOut(terms.guarding, guarding) { sentences.append(left) }
        }
        return .init(heading: "What could go wrong", sentences: sentences)
    }

    private var outcome: String? {
        guard let measured = improvement.measured else { return nil }
        guard case .decided(let decided) = improvement.state else { return "It has been in use since \(DayText.day(measured.since))." }
        let decision = "We decided to \(step(decided.answer)): \(Self.sentence(decided.grounds.reason))"
        return ([decision] + PlainEffect(decided.grounds.effect, improvement.terms.map(plain)).sentences).joined(separator: " ")
    }

    /// What was decided, without the terms of those who experiment.
    private func step(_ answer: ImprovementAnswer) -> String {
        switch (answer, shape?.isExperiment ?? false) {
        case (.unmeasured, _): "leave it unmeasured"
        case (.keep, true): "go on with it"
        case (.adapt, true): "change course"
        case (.drop, true): "stop it"
        case (.keep, false): "keep it"
        case (.adapt, false): "change it"
        case (.drop, false): "drop it"
        }
    }

    /// With a capital letter and a full stop.
    static func sentence(_ text: String) -> String { ended(text.prefix(1).uppercased() + text.dropFirst()) }

    /// With a full stop, where no sign ends it.
    static func ended(_ text: String) -> String { text.last.map { ".?!".contains($0) } ?? true ? text : text + "." }
}
