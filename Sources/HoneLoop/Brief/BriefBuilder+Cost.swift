import HoneFacts
import HoneMetrics
import HoneStatistics

/// What it costs now.
extension BriefBuilder {
    /// The last twelve whole weeks that the evidence covers.
    var window: Window {
        let covered = terms.map { evidence.covered(by: $0.measure.metric) } ?? evidence.covered
        let end = covered.to.startOfWeek
        return Window(from: max(covered.from, end + -84), to: end)
    }

    private var context: MeasureContext {
        MeasureContext(interpretation: evidence.interpretation, window: window, now: evidence.now)
    }

    /// The interest of the code that it would pay off; nil for anything but debt, and where it cannot be told.
    var interest: Observation? {
        guard let area = shape?.area, !area.isEmpty, case let pattern = GlobPattern(area) else { return nil }
        var interpretation = evidence.interpretation
        interpretation.debtAreas = [pattern]
        let year = Window(from: max(evidence.covered.from, window.to + -364), to: window.to)
        let context = MeasureContext(interpretation: interpretation, window: year, now: evidence.now)
        let observation = observe(DebtInterest(), evidence.histories, context)
        return observation.value == nil ? nil : observation
    }

    /// Whether the limits of an interest hold more than zero.
    private func isShown(_ interest: Observation) -> Bool { (interest.interval?.lower ?? 0) > 0 }

    var rows: MeasuredRows? { terms.flatMap(rows) }

    func rows(_ terms: ImprovementTerms) -> MeasuredRows? { try? evidence.rows(terms.measure.metric, part: terms.measure.part) }

    var costsNow: Brief.Section {
        var sentences: [String] = []
        if let hurts = shape?.hurts, !hurts.isEmpty { sentences.append(Self.sentence(hurts)) }
        if let area = shape?.area, !area.isEmpty { sentences += interestSentences }
        var examples: [String] = []
        if let rows, let plain {
            sentences += level(rows, plain)
            if plain.isTime { examples = longest(rows, plain) }
            if !examples.isEmpty { sentences.append("These took longest:") }
        }
        if sentences.isEmpty { sentences = ["What it costs us now has not been measured."] }
        return .init(heading: "What it costs us now", sentences: sentences, examples: examples)
    }

    private var interestSentences: [String] {
        guard let interest, let interval = interest.interval else {
            return ["What this part of the code costs us cannot be told from what is recorded."]
        }
        // Where nobody logs hours of work, what is known is how long work stands in a stage, day and night.
        let what = interest.source?.contains("logged time") == true ? "" : " of work standing in a stage, nights and weekends among them"
        let upper = "\(ValueText.short(max(0, interval.upper))) hours a week\(what)"
        guard isShown(interest) else {
            return ["We can't show that this part of the code costs us anything. The extra time may be nothing, and is at most \(upper)."]
        }
        return [
            "Work in this part of the code takes more time than like work elsewhere: \(ValueText.short(interval.lower)) to \(upper) more."
        ]
    }

    private func level(_ rows: MeasuredRows, _ plain: PlainMeasure) -> [String] {
        let all = rows.positions(in: window)
        let positions = all.filter { rows.exclusion[$0] == nil }
        let left = PlainLeftOut(leftOut: LeftOut(rows.exclusions(at: all), of: all.count), plain: plain).sentence.map { [$0] } ?? []
        var level = PlainLevel(plain: plain, weeks: window.length / 7, n: positions.count)
        if rows.summary == .improvementShare { level.ofNoKind = positions.count { rows.value[$0] < 0 } }
        guard let last = positions.last, let definition = Catalogue.metric(plain.measure.metric)?.definition else {
            return level.sentences + left
        }
        let observation = observe(definition, rows, at: positions, context)
        level.middle = observation.value ?? (plain.measure.kind == .durations ? rows.value[last] : plain.measure.kind == .counts ? 0 : nil)
        level.limits = observation.interval.map { ($0.lower, $0.upper) }
        level.oneInSeven = observation.isSmallSample ? nil : observation.percentiles?.p85
        return level.sentences + left + ["The figures come from our own records. Ask us, and we show you each of them."]
    }

    /// Of the same weeks: what the number that we also watch is made without.
    func guardLeftOut(_ guarding: EffectMeasure, _ plain: PlainMeasure) -> String? {
        guard let record = evidence.record(guarding) else { return nil }
        let leftOut = record.leftOut(in: window.from.week..<max(window.from.week, window.to.week))
        return PlainLeftOut(leftOut: leftOut, plain: plain, start: "Left out of what we watch").sentence
    }

    private func longest(_ rows: MeasuredRows, _ plain: PlainMeasure) -> [String] {
        rows.rows(in: window, evidence.histories, evidence.interpretation.zone).filter { $0.exclusion == nil }
            .sorted { (-($0.value ?? 0), $0.id) < (-($1.value ?? 0), $1.id) }.prefix(3)
            .map { "\($0.id): \(plain.text($0.value ?? 0))" }
    }
}
