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
        guard weeks.count >= 20, let line = TheilSen(values, times: weeks.map(Double.init)) else {
            return .init(heading: heading, sentences: ["Its past is too short to say where it is going."])
        }
        let span = series.weeks.upperBound - (weeks.first ?? 0)
        let lately = span > 48 ? "the last year" : "the last \(span) weeks"
        // Weeks resemble each other, which makes a slope look surer than it is.
        let mayBeNone = line.interval(level: 0.95).map { $0.lower <= 0 && $0.upper >= 0 } ?? true
        let isFlat = mayBeNone || (Capability.Trend.probability(values, isWhole: true) ?? 1) > Capability.level
        // What people changed in these weeks is in them; what a retrospective only ticked, such as a talk, is not asked for.
        let changed = agreements.improvements.filter { other in
            guard other.ticked == .done, other.shape != nil, let since = other.closedOn else { return false }
            return since <= evidence.today && (weeks.first ?? .max)..<series.weeks.upperBound ~= since.week
        }
        var sentences = [
            isFlat
                ? "Over \(lately) \(plain.short) neither clearly rose nor clearly fell."
                : "Over \(lately) \(plain.short) has been going \(line.slope < 0 ? "down" : "up")."
        ]
        if terms.measure.kind == .counts {
            if isFlat { sentences.append("We expect it to go on like that.") }
        } else if let usual = Self.usualChanges(values) {
            let (low, high) = (terms.measure.kind.change(ofAdditive: usual.low), terms.measure.kind.change(ofAdditive: usual.high))
            let itself = changed.isEmpty ? " by itself" : ""
            sentences.append("In that time it \(Self.came(low, high, terms.measure.kind))\(itself), from one twelve weeks to the next.")
        } else {
            sentences.append("Its past is too short to say how much it changes by itself.")
        }
        if !changed.isEmpty {
            let titles = changed.prefix(3).map { "\"\($0.title)\" (since \(DayText.day($0.closedOn ?? evidence.today)))" }
            let more = changed.count > 3 ? " and \(changed.count - 3) more" : ""
            sentences.append(
                "What we changed in that time is in it: \(titles.joined(separator: ", "))\(more). So nobody knows what it does by itself.")
        } else if !isFlat {
            let isBetter = (line.slope < 0) == (terms.measure.better == .lower)
            let end = isBetter ? "it gets better by itself" : "it gets worse while we wait"
            sentences.append("Nobody knows whether that goes on: if it does, \(end).")
        }
        return .init(heading: heading, sentences: sentences)
    }

    /// The least and the most of the changes from the mean of twelve weeks to that of the twelve after them; nil for too few of them.
    ///
    /// A trend and its interval say where the level goes, not how far it swings. Most of these changes share weeks: a year has no more
    /// than three that do not, so what they leave out at either end is told too.
    /// - Parameter values: week by week, on the scale on which changes add up.
    /// - Complexity: O(weeks).
    static func usualChanges(_ values: [Double]) -> (low: Double, high: Double)? {
        let length = EffectTerms.usualWeeks
        guard values.count >= 2 * length + 7 else { return nil }
        func mean(_ weeks: Range<Int>) -> Double { values[weeks].reduce(0, +) / Double(weeks.count) }
        let changes = (length...values.count - length).map { mean($0..<$0 + length) - mean($0 - length..<$0) }
        return changes.min().flatMap { low in changes.max().map { (low, $0) } }
    }

    /// `fell by 3 to 20 %`, `changed by anything from 20 % down to 31 % up`.
    static func came(_ low: Double, _ high: Double, _ kind: WeeklySeries.Kind) -> String {
        let unit = kind == .shares ? " in every hundred" : " %"
        func size(_ value: Double) -> String { ValueText.significant(abs(value) * 100, digits: 2) }
        if high < 0 { return "fell by \(size(high)) to \(size(low))\(unit)" }
        if low > 0 { return "rose by \(size(low)) to \(size(high))\(unit)" }
        return "changed by anything from \(size(low))\(unit) down to \(size(high))\(unit) up"
    }
}
