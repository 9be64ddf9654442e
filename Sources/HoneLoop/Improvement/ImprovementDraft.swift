import HoneFacts
import HoneMetrics
import HoneStatistics

/// What somebody would like to commit to, before anybody looked whether it can be measured.
package struct ImprovementDraft: Sendable {
    package var hypothesis: String?
    /// Nil: the time in the stage that is touched.
    package var metric: String?
    /// Nil: the stage that is touched, where the metric has parts.
    package var part: String?
    package var better: EffectTerms.Direction?
    /// `10-30 %`, `5-10 points`.
    package var expected: String?
    /// `10 %`.
    package var smallest: String?
    package var guardMetric: String?
    /// Nil: as the definition of the guard says.
    package var guardBetter: EffectTerms.Direction?
    package var washoutWeeks: Int?
    package var looks: ImprovementTerms.Looks?
    package var costHours: Double?
    /// Number of the KPI it serves.
    package var kpi: Int?
    package var beyondThree: String?
    /// Whether the kind of work is still to be said.
    package var lacksKind = false
    /// What was said beside the terms, as options: `--stage "Review"`.
    package var said: [String] = []

    package init() {}

    /// Most improvements measured at once without a reason for one more.
    package static let most = 3

    /// - Parameter old: terms that stand where the draft is silent.
    /// - Throws: `Refusal` with everything that is missing.
    package func terms(
        _ improvement: Improvement, after old: ImprovementTerms? = nil, _ agreements: Agreements, _ evidence: EffectEvidence
    ) throws(Refusal) -> ImprovementTerms {
        var missing: [String] = []
        if lacksKind { missing.append(Self.kindQuestion) }
        let hypothesis = hypothesis.flatMap { $0.isEmpty ? nil : $0 } ?? old?.hypothesis
        if hypothesis == nil { missing.append("--hypothesis says what you believe: \"changing X will move Y\".") }
        let measure = measured(improvement.shape, after: old, evidence, &missing)
        let guarding = guarded(measure?.metric, after: old, evidence, &missing)
        let size = EffectSizes(measure?.kind ?? .durations, measure?.better ?? .lower)
        let smallest = self.smallest.map(size.size) ?? old?.smallest ?? EffectTerms.usualSmallest
        if smallest == nil { missing.append("--smallest is '\(self.smallest ?? "")'; write it as \"\(size.example)\".") }
        let expected = self.expected.map(size.range) ?? old?.expected
        if expected.flatMap(\.self) == nil {
            missing.append(
                self.expected.map { "--expect is '\($0)'; write it as \"\(size.exampleRange)\"." }
                    ?? "--expect says how much better you expect it to get, such as \"\(size.exampleRange)\".")
        }
        let kpiID = kpi.map { number in agreements.kpis.first { $0.number == number }?.id } ?? old?.kpi ?? ""
        if kpiID == nil { missing.append("There is no KPI \(kpi ?? 0); hone kpi list shows them all.") }
        let running = agreements.improvements.filter { $0.id != improvement.id && Self.isMeasured($0) }
        let beyond = beyondThree.flatMap { $0.isEmpty ? nil : $0 } ?? old?.beyondThree ?? ""
        if running.count >= Self.most, beyond.isEmpty {
            missing.append(
                "\(running.count) improvements are measured already, and more than \(Self.most) are rarely told apart. Decide one first (hone improvement list), or say why one more is needed: --beyond-three \"...\""
            )
        }
        let looks = measure?.kind == .counts ? .single : looks ?? old?.looks ?? .single
        let washout = washoutWeeks ?? old?.washoutWeeks ?? 0
        if looks == .earlyAndFinal, let measure, let few = Self.tooFewForAnEarlyLook(measure, washout, evidence) { missing.append(few) }
        guard let hypothesis, let measure, let guarding, let smallest, let expected = expected.flatMap(\.self), let kpiID, missing.isEmpty
        else { throw Refusal(missing) }
        let terms = ImprovementTerms(
            hypothesis: hypothesis, measure: measure, expected: expected, smallest: smallest, guarding: guarding,
            washoutWeeks: washout, looks: looks,
            costHours: costHours ?? old?.costHours ?? improvement.shape?.costHours, kpi: kpiID,
            smallestVisible: try? preview(improvement, evidence).smallestVisible, beyondThree: beyond)
        guard ImprovementTerms(terms.details) != nil else {
            throw Refusal([
                "A smallest effect of \(size.text(smallest)) cannot be judged; write one such as \"\(size.example)\"."
            ])
        }
        return terms
    }

    /// An early look that can say nothing would only use up one of two looks.
    private static func tooFewForAnEarlyLook(_ measure: EffectMeasure, _ washout: Int, _ evidence: EffectEvidence) -> String? {
        let day = evidence.covered(by: measure.metric).to
        guard let series = evidence.record(measure, actionOn: evidence.today)?.series,
            let terms = EffectTerms(
                kind: measure.kind, better: measure.better, washout: washout, look: .early)
        else { return nil }
        let (weeks, least, name) = (EffectTerms.earlyWeeks, LevelShiftDesign.leastItems, ImprovementWords.name(measure))
        let instead = "Leave it out, and look once, at \(EffectTerms.usualWeeks) weeks."
        let items = series.items.suffix(weeks).reduce(0, +)
        if items < least {
            return
                "--early-look at \(weeks) weeks takes \(least) values, and the last \(weeks) weeks of the \(name) held \(items). \(instead)"
        }
        let dates = OwnPast(series, design: terms.design, before: day.week).placebos(before: day.week).count
        guard dates < terms.thresholds.fewestEarlierDates else { return nil }
        return
            "--early-look takes \(terms.thresholds.fewestEarlierDates) earlier dates to tell a change from what the \(name) does by itself, and its past has \(dates). \(instead)"
    }

    private static func isMeasured(_ improvement: Improvement) -> Bool {
        switch improvement.state {
        case .committed, .inForce: true
        default: false
        }
    }

    /// The number to measure by: the one that is named, else the time in the stage that is touched.
    func measured(
        _ shape: ImprovementShape?, after old: ImprovementTerms?, _ evidence: EffectEvidence, _ missing: inout [String]
    ) -> EffectMeasure? {
        if metric == nil, part == nil, better == nil, let old { return old.measure }
        let id = metric ?? old?.measure.metric ?? "stage-time"
        let isStages = id == "stage-time"
        let part = self.part ?? (metric == nil ? old?.measure.part : nil) ?? (isStages ? shape?.stage ?? "" : "")
        if isStages, part.isEmpty, metric == nil {
            missing.append("--metric names the number that would show it, such as cycle-time; or --stage the stage whose time it shortens.")
            return nil
        }
        return measure(id, part, better, option: "--metric", evidence, &missing)
    }

    func guarded(
        _ metric: String?, after old: ImprovementTerms?, _ evidence: EffectEvidence, _ missing: inout [String]
    ) -> EffectMeasure? {
        if guardMetric == nil, let old { return old.guarding }
        guard let id = guardMetric else {
            let usual = metric.flatMap { GuardPairs.guards(of: $0).first { $0.direction == .lower || $0.direction == .higher }?.id }
            missing.append(
                "--guard names the metric that must not suffer\(usual.map { ", such as \($0)" } ?? ""): an improvement that costs something else is none."
            )
            return nil
        }
        if id == metric {
            missing.append("A metric cannot guard itself.")
            return nil
        }
        return measure(id, "", guardBetter, option: "--guard", evidence, &missing)
    }

    private func measure(
        _ id: String, _ part: String, _ better: EffectTerms.Direction?, option: String, _ evidence: EffectEvidence,
        _ missing: inout [String]
    ) -> EffectMeasure? {
        do throws(Refusal) {
            let rows = try evidence.rows(id, part: part)
            guard let definition = Catalogue.metric(id)?.definition, let kind = DatedRows.kind(of: rows) else { return nil }
            let known: EffectTerms.Direction? =
                switch definition.direction {
                case .lower: .lower
                case .higher: .higher
                case .band, .none: nil
                }
            guard let direction = better ?? known else {
                let name = option == "--guard" ? "--guard-better" : "--better"
                missing.append("\(name) says which way is better for \(id): lower or higher.")
                return nil
            }
            return EffectMeasure(metric: id, definitionVersion: definition.version, part: part, kind: kind, better: direction)
        } catch {
            missing.append("\(option): \(error.sentences.joined(separator: " "))")
            return nil
        }
    }
}
