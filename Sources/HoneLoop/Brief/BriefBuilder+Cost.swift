import HoneFacts
import HoneMetrics
import HoneStatistics

/// What it costs now, what happens if nothing is done, and whether it pays back.
extension BriefBuilder {
    /// The last twelve whole weeks that the evidence covers.
    private var window: Window {
        let covered = terms.map { evidence.covered(by: $0.measure.metric) } ?? evidence.covered
        let end = covered.to.startOfWeek
        return Window(from: max(covered.from, end + -84), to: end)
    }

    private var context: MeasureContext {
        MeasureContext(interpretation: evidence.interpretation, window: window, now: evidence.now)
    }

    /// The interest of the code that it would pay off; nil for anything but debt, and where it cannot be told.
    private var interest: Observation? {
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

    var rows: MeasuredRows? {
        guard let terms else { return nil }
        return try? evidence.rows(terms.measure.metric, part: terms.measure.part)
    }

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
        let upper = "\(ValueText.short(max(0, interval.upper))) hours a week"
        guard isShown(interest) else {
            return ["We can't show that this part of the code costs us anything. The extra time may be nothing, and is at most \(upper)."]
        }
        return [
            "Work in this part of the code takes more time than like work elsewhere: \(ValueText.short(interval.lower)) to \(upper) more."
        ]
    }

    private func level(_ rows: MeasuredRows, _ plain: PlainMeasure) -> [String] {
        let positions = rows.positions(in: window).filter { rows.exclusion[$0] == nil }
        var level = PlainLevel(plain: plain, weeks: window.length / 7, n: positions.count)
        guard let last = positions.last, let definition = Catalogue.metric(plain.measure.metric)?.definition else { return level.sentences }
        let observation = observe(definition, rows, at: positions, context)
        level.middle = observation.value ?? (plain.measure.kind == .durations ? rows.value[last] : plain.measure.kind == .counts ? 0 : nil)
        level.limits = observation.interval.map { ($0.lower, $0.upper) }
        level.oneInSeven = observation.isSmallSample ? nil : observation.percentiles?.p85
        return level.sentences + ["The figures come from our own records. Ask us, and we show you each of them."]
    }

    private func longest(_ rows: MeasuredRows, _ plain: PlainMeasure) -> [String] {
        rows.rows(in: window, evidence.histories, evidence.interpretation.zone).filter { $0.exclusion == nil }
            .sorted { (-($0.value ?? 0), $0.id) < (-($1.value ?? 0), $1.id) }.prefix(3)
            .map { "\($0.id): \(plain.text($0.value ?? 0))" }
    }

    // MARK: Otherwise

    /// The own past of the number, carried on as it went over the last year.
    var doNothing: Brief.Section {
        let heading = "What happens if we do nothing"
        guard let terms, let plain, let record = evidence.record(terms.measure) else { return .init(heading: heading, sentences: []) }
        let series = record.series
        let weeks = (max(series.weeks.lowerBound, series.weeks.upperBound - 52)..<series.weeks.upperBound).filter {
            series.weights[$0 - series.firstWeek] > 0
        }
        let values = weeks.map { series.values[$0 - series.firstWeek] }
        guard weeks.count >= 20, let line = TheilSen(values, times: weeks.map(Double.init)), let interval = line.interval(level: 0.9) else {
            return .init(heading: heading, sentences: ["Its past is too short to say where it is going."])
        }
        let isFlat = interval.lower <= 0 && interval.upper >= 0
        var sentences = [
            isFlat
                ? "Over the last year \(plain.short) neither clearly rose nor clearly fell."
                : "Over the last year \(plain.short) has been going \(line.slope < 0 ? "down" : "up")."
        ]
        let ahead = Double(EffectTerms.usualWeeks)
        if terms.measure.kind == .counts {
            sentences.append("We expect it to go on like that.")
        } else {
            let (low, high) = (
                terms.measure.kind.change(ofAdditive: interval.lower * ahead), terms.measure.kind.change(ofAdditive: interval.upper * ahead)
            )
            sentences.append("If that goes on, in twelve weeks it \(Self.change(low, high, terms.measure.kind)).")
        }
        if !isFlat {
            let isBetter = (line.slope < 0) == (terms.measure.better == .lower)
            sentences.append(isBetter ? "So it may get better by itself." : "So it gets worse while we wait.")
        }
        return .init(heading: heading, sentences: sentences)
    }

    /// `will have fallen by 11 to 33 %`, `could be anywhere from 3 % lower to 8 % higher`.
    static func change(_ low: Double, _ high: Double, _ kind: WeeklySeries.Kind) -> String {
        let unit = kind == .shares ? " in every hundred" : " %"
        func size(_ value: Double) -> String { ValueText.significant(abs(value) * 100, digits: 2) }
        if high < 0 { return "will have fallen by \(size(high)) to \(size(low))\(unit)" }
        if low > 0 { return "will have risen by \(size(low)) to \(size(high))\(unit)" }
        return "could be anywhere from \(size(low))\(unit) lower to \(size(high))\(unit) higher"
    }

    // MARK: Pay-back

    var payBack: Brief.Section {
        let heading = "Does it pay back?"
        guard let terms else { return .init(heading: heading, sentences: []) }
        var sentences: [String] = []
        if let interest, let interval = interest.interval, let cost = costHours {
            let saved = (interval.lower * terms.expected.lowerBound, interval.upper * terms.expected.upperBound)
            sentences.append(
                saved.0 > 0
                    ? "The time put in comes back in \(weeks(cost / saved.1, cost / saved.0))."
                    : "It may never pay back in hours, because what it costs us now may be nothing.")
        } else if let plain, plain.isTime {
            sentences += earlier(terms, plain)
        } else {
            sentences.append("It is not paid back in hours. What it is worth is for you to say.")
        }
        sentences.append(doubt)
        return .init(heading: heading, sentences: sentences)
    }

    /// Why it may never pay back: by what became of the others.
    private var doubt: String {
        let ledger = others
        let measured = ledger.measured.count
        guard measured > 0 else {
            return "It may never pay back: we have measured no improvement yet, so we cannot say how often they help."
        }
        let better = ledger.count(.better)
        guard measured > 1 else {
            return
                "It may never pay back: we have measured one improvement so far, and it \(better == 1 ? "helped" : "was not shown to help")."
        }
        return
            "It may never pay back: of the \(measured) improvements we measured, \(better) \(better == 1 ? "was" : "were") shown to help."
    }

    /// Waiting that is saved is no work that is saved: it is told in days, and in money only by a figure that was given.
    private func earlier(_ terms: ImprovementTerms, _ plain: PlainMeasure) -> [String] {
        guard let rows else { return [] }
        let positions = rows.positions(in: window).filter { rows.exclusion[$0] == nil }
        guard let median = Quantile.median(sorted: positions.map { rows.value[$0] }.sorted()), window.length >= 7, !positions.isEmpty else {
            return ["What it would save cannot be said: of late nothing was recorded that shows it."]
        }
        let perWeek = Double(positions.count) * 7 / Double(window.length)
        let (low, high) = (median * terms.expected.lowerBound, median * terms.expected.upperBound)
        var sentences = [
            "If it comes as expected, this time gets \(terms.measure.better == .lower ? "shorter" : "longer") by \(plain.range(low, high)) for \(Self.often(perWeek, plain.things))."
        ]
        if plain.isWork, let cost = costHours {
            return sentences + ["The time put in comes back in \(weeks(cost / (perWeek * high), cost / (perWeek * low)))."]
        }
        guard let delay = request?.costOfDelay else {
            return sentences + [
                "That is waiting saved, not hours of work. Only you can say what a day is worth; then we can put a figure on it."
            ]
        }
        let days = rows.unit == .hours ? 1.0 / 24 : 1
        func money(_ saved: Double) -> String { ValueText.grouped(Int((perWeek * saved * days * delay.amount).rounded())) }
        sentences.append(
            "By your own figure of \(ValueText.short(delay.amount)) \(delay.currency) for a day, that is \(money(low)) to \(money(high)) \(delay.currency) a week."
        )
        if let hours = costHours { sentences.append("Against that stand \(ValueText.short(hours)) hours of work, once.") }
        return sentences
    }

    /// `about 8 pieces of work a week`, `about 27 pieces of work in ten weeks`: what people count has no fractions.
    static func often(_ perWeek: Double, _ things: String) -> String {
        if perWeek >= 5 { return "about \(ValueText.grouped(Int(perWeek.rounded()))) \(things) a week" }
        let inTen = Int((perWeek * 10).rounded())
        return inTen < 2 ? "few \(things)" : "about \(inTen) \(things) in ten weeks"
    }

    private func weeks(_ fewest: Double, _ most: Double) -> String {
        func whole(_ number: Double) -> String { ValueText.short(max(1, number.rounded(.up))) }
        let (low, high) = (whole(fewest), whole(most))
        return low == high ? "about \(low) week\(low == "1" ? "" : "s")" : "\(low) to \(high) weeks"
    }
}
