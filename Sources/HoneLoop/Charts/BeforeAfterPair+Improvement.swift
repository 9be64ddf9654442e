import HoneFacts
import HoneMetrics
import HoneStatistics

extension BeforeAfterPair {
    /// The weeks of an improvement whose look is due; nil before, and where one side has no median.
    package init?(_ improvement: Improvement, _ reading: ImprovementReading) {
        guard let effect = reading.effect, let before = Level(effect, effect.reading.before),
            let after = Level(effect, effect.reading.after)
        else { return nil }
        let record = effect.record
        let weeks =
            effect.reading.before.weeks
            .lowerBound..<max(
                effect.reading.after.weeks.upperBound, effect.reading.before.weeks.upperBound)
        let levels = record.levels(in: weeks)
        let held = weeks.clamped(to: record.series.weeks)
        self.init(
            name: ImprovementWords.name(reading.inForce.terms.measure),
            unit: Catalogue.metric(reading.inForce.terms.measure.metric)?.definition.unit ?? .own, change: improvement.title,
            changedOn: reading.inForce.since,
            weeks: zip(held, levels).map { week, level in
                (CalendarDay(week: week), level, record.series.items[week - record.series.firstWeek])
            }, before: before, after: after, breaks: reading.breaks)
    }
}

extension BeforeAfterPair.Level {
    /// The median of a side with the interval of its order statistics, over items or weeks as the record has them.
    init?(_ effect: SeriesComparison, _ side: EffectReading.Side) {
        let values = effect.record.values(in: side.weeks)
        guard let median = Quantile.median(sorted: values) else { return nil }
        let interval = MedianInterval.orderStatistics(sorted: values, level: 0.9)?.interval
        self.init(value: median, lower: interval?.lower ?? values[0], upper: interval?.upper ?? values[values.count - 1], n: side.items)
    }
}
