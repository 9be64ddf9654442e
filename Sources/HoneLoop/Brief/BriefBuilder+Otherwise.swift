import HoneFacts
import HoneMetrics
import HoneStatistics

/// What happens if nothing is done.
extension BriefBuilder {
    /// The own past of the number, carried on as it went over the last year, or since the life cycle became another one.
    var doNothing: Brief.Section {
        let heading = "What happens if we do nothing"
        guard let terms, let plain, let record = evidence.record(terms.measure, actionOn: evidence.today) else {
            return .init(heading: heading, sentences: [])
        }
        let series = record.series
        let weeks = (max(series.weeks.lowerBound, series.weeks.upperBound - 52)..<series.weeks.upperBound).filter {
            series.weights[$0 - series.firstWeek] > 0
        }
        let values = weeks.map { series.values[$0 - series.firstWeek] }
        guard weeks.count >= 20, let line = TheilSen(values, times: weeks.map(Double.init)), let interval = line.interval(level: 0.9) else {
            return .init(heading: heading, sentences: ["Its past is too short to say where it is going."])
        }
        let span = series.weeks.upperBound - (weeks.first ?? 0)
        let lately = span > 48 ? "the last year" : "the last \(span) weeks"
        let isFlat = interval.lower <= 0 && interval.upper >= 0
        var sentences = [
            isFlat
                ? "Over \(lately) \(plain.short) neither clearly rose nor clearly fell."
                : "Over \(lately) \(plain.short) has been going \(line.slope < 0 ? "down" : "up")."
        ]
        let ahead = Double(EffectTerms.usualWeeks)
        if terms.measure.kind == .counts {
            sentences.append("We expect it to go on like that.")
        } else if isFlat, let usual = Self.usualChanges(values) {
            let (low, high) = (terms.measure.kind.change(ofAdditive: usual.low), terms.measure.kind.change(ofAdditive: usual.high))
            sentences.append(
                "We expect it to go on like that: from twelve weeks to the next it \(Self.came(low, high, terms.measure.kind)) by itself, four times of five."
            )
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

    /// The middle four fifths of the changes from the mean of twelve weeks to that of the twelve after them; nil for too few of them.
    ///
    /// A trend and its interval say where the level goes, not how far it swings.
    /// - Parameter values: week by week, on the scale on which changes add up.
    /// - Complexity: O(weeks).
    static func usualChanges(_ values: [Double]) -> (low: Double, high: Double)? {
        let length = EffectTerms.usualWeeks
        guard values.count >= 2 * length + 7 else { return nil }
        func mean(_ weeks: Range<Int>) -> Double { values[weeks].reduce(0, +) / Double(weeks.count) }
        let changes = (length...values.count - length).map { mean($0..<$0 + length) - mean($0 - length..<$0) }.sorted()
        guard let low = Quantile.hyndmanFan(sorted: changes, probability: 0.1, type: .linear),
            let high = Quantile.hyndmanFan(sorted: changes, probability: 0.9, type: .linear)
        else { return nil }
        return (low, high)
    }

    /// `fell by 3 to 20 %`, `changed by anything from 20 % down to 31 % up`.
    static func came(_ low: Double, _ high: Double, _ kind: WeeklySeries.Kind) -> String {
        range(low, high, kind, fell: "fell", rose: "rose", either: ("changed by anything", "down", "up"))
    }

    /// `will have fallen by 11 to 33 %`, `could be anywhere from 3 % lower to 8 % higher`.
    static func change(_ low: Double, _ high: Double, _ kind: WeeklySeries.Kind) -> String {
        range(low, high, kind, fell: "will have fallen", rose: "will have risen", either: ("could be anywhere", "lower", "higher"))
    }

    private static func range(
        _ low: Double, _ high: Double, _ kind: WeeklySeries.Kind, fell: String, rose: String,
        either: (verb: String, down: String, up: String)
    ) -> String {
        let unit = kind == .shares ? " in every hundred" : " %"
        func size(_ value: Double) -> String { ValueText.significant(abs(value) * 100, digits: 2) }
        if high < 0 { return "\(fell) by \(size(high)) to \(size(low))\(unit)" }
        if low > 0 { return "\(rose) by \(size(low)) to \(size(high))\(unit)" }
        return "\(either.verb) from \(size(low))\(unit) \(either.down) to \(size(high))\(unit) \(either.up)"
    }
}
