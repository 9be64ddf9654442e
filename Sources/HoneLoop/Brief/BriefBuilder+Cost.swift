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

    private var rows: MeasuredRows? {
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
        }
        if sentences.isEmpty { sentences = ["What it costs us now has not been measured."] }
        return .init(heading: "What it costs us now", sentences: sentences, examples: examples)
    }

    private var interestSentences: [String] {
        guard let interest, let interval = interest.interval else {
            return ["What this part of the code costs us cannot be told from what is recorded."]
        }
        let range = "\(ValueText.short(interval.lower)) and \(ValueText.short(interval.upper)) hours a week"
        guard isShown(interest) else {
            return ["We can't show that this part of the code costs us anything: the extra time lies between \(range)."]
        }
        return ["Work in this part of the code takes more time than like work elsewhere: between \(range)."]
    }

    private func level(_ rows: MeasuredRows, _ plain: PlainMeasure) -> [String] {
        let positions = rows.positions(in: window).filter { rows.exclusion[$0] == nil }
        let weeks = window.length / 7
        guard !positions.isEmpty, let definition = Catalogue.metric(plain.measure.metric)?.definition else {
            return ["In the last \(weeks) weeks nothing was recorded that shows it."]
        }
        let observation = observe(definition, rows, at: positions, context)
        let n = ValueText.grouped(positions.count)
        switch plain.measure.kind {
        case .durations:
            guard let value = observation.value ?? rows.value[positions[positions.count - 1]] as Double? else { return [] }
            let own = evidence.unit(of: plain.measure)
            let unit = own.isEmpty ? "" : " \(own)"
            guard plain.isTime else { return ["We look at \(Self.ended(plain.phrase)) It stood at \(plain.text(value))\(unit) last."] }
            let range = observation.interval.map { " (likely between \(plain.text($0.lower)) and \(plain.text($0.upper)))" } ?? ""
            var sentences = [
                "We look at \(plain.phrase). In the last \(weeks) weeks half of \(n) pieces of work took more than \(plain.text(value))\(range)."
            ]
            if let percentiles = observation.percentiles, !observation.isSmallSample {
                sentences.append("One in seven took more than \(plain.text(percentiles.p85)).")
            }
            return sentences
        case .shares:
            guard let value = observation.value else { return [] }
            let range = observation.interval.map { ", likely between \(plain.text($0.lower)) and \(plain.text($0.upper))" } ?? ""
            return ["We look at \(Self.ended(plain.phrase)) In the last \(weeks) weeks it was \(plain.text(value)) of \(n)\(range)."]
        case .counts:
            return ["We look at \(Self.ended(plain.phrase)) In the last \(weeks) weeks there were \(n)."]
        }
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
        return .init(heading: heading, sentences: sentences)
    }

    /// `falls by 11 to 33 %`, `ends between a fall of 3 % and a rise of 8 %`.
    static func change(_ low: Double, _ high: Double, _ kind: WeeklySeries.Kind) -> String {
        let unit = kind == .shares ? "points" : "%"
        func size(_ value: Double) -> String { ValueText.significant(abs(value) * 100, digits: 2) }
        if high < 0 { return "falls by \(size(high)) to \(size(low)) \(unit)" }
        if low > 0 { return "rises by \(size(low)) to \(size(high)) \(unit)" }
        return "ends between a fall of \(size(low)) \(unit) and a rise of \(size(high)) \(unit)"
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
                    ? "The time put in comes back in \(weeks(cost / saved.1)) to \(weeks(cost / saved.0))."
                    : "It may never pay back in hours: what it costs us now may be nothing.")
        } else if let plain, plain.isTime {
            sentences += earlier(terms, plain)
        } else {
            sentences.append("It is not paid back in hours. What it is worth is for you to say.")
        }
        let measured = ledger.measured.count
        sentences.append(measured == 0 ? "It may never pay back: we have measured none before." : "It may never pay back.")
        return .init(heading: heading, sentences: sentences)
    }

    /// Waiting that is saved is no work that is saved: it is told in days, and in money only by a figure that was given.
    private func earlier(_ terms: ImprovementTerms, _ plain: PlainMeasure) -> [String] {
        guard let rows else { return [] }
        let positions = rows.positions(in: window).filter { rows.exclusion[$0] == nil }
        guard let median = Quantile.median(sorted: positions.map { rows.value[$0] }.sorted()), window.length >= 7, !positions.isEmpty else {
            return []
        }
        let perWeek = Double(positions.count) * 7 / Double(window.length)
        let (low, high) = (median * terms.expected.lowerBound, median * terms.expected.upperBound)
        if plain.isWork {
            return [
                "If it comes as expected, about \(ValueText.short(perWeek)) defects a week would each take \(plain.text(low)) to \(plain.text(high)) less work."
            ]
        }
        var sentences = [
            "If it comes as expected, about \(ValueText.short(perWeek)) pieces of work a week would each be done \(plain.text(low)) to \(plain.text(high)) earlier."
        ]
        guard let delay = request?.costOfDelay else {
            return sentences + [
                "That is waiting saved, not hours of work. Only you can say what a day is worth; then we can put a figure on it."
            ]
        }
        let days = rows.unit == .hours ? 1.0 / 24 : 1
        func money(_ saved: Double) -> String { ValueText.grouped(Int((perWeek * saved * days * delay.amount).rounded())) }
        sentences.append(
            "By your own figure of \(ValueText.short(delay.amount)) \(delay.currency) for a day, that is \(money(low)) to \(money(high)) \(delay.currency) a week\(costHours.map { ", against \(ValueText.short($0)) hours of work once" } ?? "")."
        )
        return sentences
    }

    private func weeks(_ number: Double) -> String { "\(ValueText.short(max(1, number.rounded(.up)))) weeks" }
}
