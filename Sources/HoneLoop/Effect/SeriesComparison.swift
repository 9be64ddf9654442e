package import HoneFacts

/// A dated record before and after a day: the effect, and what it was read from.
package struct SeriesComparison: Sendable {
    /// Goes up whenever the same record could give another answer.
    package static let definitionVersion = 1

    package let record: WeeklyRecord
    package let reading: EffectReading
    /// The day that was asked about.
    package let actionOn: CalendarDay

    /// - Parameter day: on which the action came into force.
    package init(_ record: WeeklyRecord, actionOn day: CalendarDay, terms: EffectTerms, confounders: [String] = []) {
        self.record = record
        actionOn = day
        reading = EffectReading(record.series, action: day.week, terms: terms, confounders: confounders)
    }

    package var sentence: String {
        [EffectSentence(reading, actionOn: actionOn).text, record.beginning(of: reading.before.weeks)].compactMap(\.self).joined(
            separator: " ")
    }

    package var medianBefore: Double? { record.median(in: reading.before.weeks) }
    package var medianAfter: Double? { record.median(in: reading.after.weeks) }
}
