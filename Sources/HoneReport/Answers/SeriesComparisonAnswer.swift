import HoneFacts
package import HoneLoop
import HoneStatistics

/// A record before and after a day, in words: the effect first.
package struct SeriesComparisonAnswer {
    let comparison: SeriesComparison
    /// Rows that were left out because a cell is blank.
    let blanks: Int
    /// Of durations, behind their medians; empty where nobody says.
    let unit: String
    private var reading: EffectReading { comparison.reading }

    package init(_ comparison: SeriesComparison, blanks: Int, unit: String = "") {
        (self.comparison, self.blanks, self.unit) = (comparison, blanks, unit)
    }

    package func answer(width: Int) -> Answer {
        Answer(sentence: comparison.sentence, facts: facts, chart: chart(width: width - 2), remarks: remarks)
    }

    private var facts: [(label: String, text: String)] {
        let sizes = EffectSizeText(reading.terms)
        var facts = [("before", side(reading.before, comparison.medianBefore)), ("after", side(reading.after, comparison.medianAfter))]
        if let leftOut = LeftOutText.text(comparison.leftOut) { facts.append(("left out", leftOut)) }
        // Elsewhere the sentence says it.
        if reading.effect == .confounded, let size = reading.size {
            facts.append(("size", "\(sizes.size(size.value)) (\(sizes.end(size.lower)) to \(sizes.end(size.upper)), 90 % interval)"))
        }
        facts.append(("agreed to matter", "\(reading.terms.better.rawValue) is better, by \(sizes.agreed) or more"))
        if let low = reading.probabilityLow, let high = reading.probabilityHigh {
            let alpha = ValueText.significant(reading.terms.thresholds.alpha, digits: 2)
            facts.append(("one-sided p", "down \(probability(low)), up \(probability(high)); a claim needs one below \(alpha)"))
        }
        if let past = reading.past, let count = reading.earlierAsFar, let share = reading.placeboShare {
            let limit = ValueText.significant(reading.terms.thresholds.guardAlpha, digits: 2)
            facts.append(
                ("own past", "\(count) of \(past.placebos) earlier weeks as far: share \(probability(share)), needs one below \(limit)"))
        } else {
            facts.append(("own past", "\(reading.placebos) earlier weeks, 20 are needed"))
        }
        if let visible = reading.smallestVisible { facts.append(("could show", "\(sizes.change(visible)) or more")) }
        facts.append(("method", method))
        facts.append(("definition", "series-comparison, version \(SeriesComparison.definitionVersion)"))
        return facts
    }

    private var method: String {
        let look =
            switch reading.terms.look {
            case .single: "one look"
            case .early: "the early of two looks"
            case .final: "the final of two looks"
            }
        let gap = reading.terms.design.gapWeeks
        let left = gap == 0 ? "no week left out" : gap == 1 ? "the week of the day left out" : "\(gap) weeks from the day on left out"
        return "level shift over weekly values, averaged over 21 models of the noise; \(look), \(left)"
    }

    private func side(_ side: EffectReading.Side, _ median: Double?) -> String {
        guard !side.weeks.isEmpty else { return "no whole week" }
        let (first, last) = (CalendarDay(week: side.weeks.lowerBound), CalendarDay(week: side.weeks.upperBound) + -1)
        let noun = reading.terms.kind == .counts ? "events" : "items"
        let span = "\(DayText.day(first)) to \(DayText.day(last)), \(side.weeks.count) \(side.weeks.count == 1 ? "week" : "weeks")"
        let value = median.map { "median \(level($0)), " } ?? ""
        return "\(value)\(ValueText.grouped(side.items)) \(noun); \(span)"
    }

    private func level(_ value: Double) -> String {
        switch reading.terms.kind {
        case .durations: ValueText.significant(value, digits: 3) + (unit.isEmpty ? "" : " \(unit)")
        case .shares: "\(ValueText.percent(value)) % a week"
        case .counts: "\(ValueText.significant(value, digits: 3)) a week"
        }
    }

    /// Weekly levels with a bar where the day lies; a dot where a week is empty.
    private func chart(width: Int) -> [String] {
        let design = reading.terms.design
        let end = min(design.after(comparison.actionOn.week).upperBound, comparison.record.series.weeks.upperBound)
        let later = comparison.actionOn.week..<max(comparison.actionOn.week, end)
        let room = max(0, width - later.count - 1)
        let earlier = max(reading.before.weeks.lowerBound, reading.before.weeks.upperBound - room)..<reading.before.weeks.upperBound
        guard !reading.before.weeks.isEmpty, !later.isEmpty, later.count < width else { return [] }
        let levels = comparison.record.levels(in: earlier) + comparison.record.levels(in: later)
        let spark = Array(SparkText.text(levels))
        let split = min(earlier.count, spark.count)
        let what = reading.terms.kind == .durations ? "weekly median" : reading.terms.kind == .shares ? "weekly share" : "weekly count"
        return [String(spark[..<split]) + "│" + String(spark[split...]), "\(what) from 0 up; │ is \(DayText.day(comparison.actionOn))"]
    }

    private var remarks: [String] {
        var left: [String] = []
        let partial = comparison.record.partialRows
        if partial > 0 { left.append("\(CountText.counted(partial, "row")) of the partial first and last weeks") }
        if blanks > 0 { left.append("\(CountText.counted(blanks, "row")) with a blank cell") }
        return left.isEmpty ? [] : ["Left out: \(left.joined(separator: ", "))."]
    }

    private func probability(_ p: Double) -> String { p < 0.001 ? "below 0.001" : ValueText.significant(p, digits: 2) }
}
