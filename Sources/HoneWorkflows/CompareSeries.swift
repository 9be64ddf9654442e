package import HoneFacts
package import HoneLoop

/// Compares a dated record before and after a day, by the one computation of an effect that improvements are measured with.
package struct CompareSeries: Sendable {
    let terms: EffectTerms

    package init(terms: EffectTerms) {
        self.terms = terms
    }

    /// - Parameter day: on which the action came into force.
    /// - Returns: nil for rows that are no values of the kind.
    /// - Complexity: that of a fit at every week of the record.
    package func comparison(_ rows: DatedRows, at day: CalendarDay) -> SeriesComparison? {
        WeeklyRecord(rows).map { SeriesComparison($0, actionOn: day, terms: terms) }
    }
}
