import HoneFacts
package import HoneStatistics

/// Dated rows as one value a week: what effects are read from.
package struct WeeklyRecord: Sendable {
    package private(set) var series: WeeklySeries
    /// What it was cut at; nil where it is whole.
    private var begun: Break?
    /// Rows outside the whole weeks.
    package let partialRows: Int
    /// What an amount below it counts as; durations only.
    package let smallestUnit: Double?
    private let rows: DatedRows
    /// One a row.
    private let weeks: [Int]

    /// - Returns: nil for rows that are no such values: negative, more successes than trials, lists of different lengths.
    /// - Complexity: O(rows + weeks).
    package init?(_ rows: DatedRows) {
        let weeks = rows.days.map(\.week)
        let span = rows.wholeWeeks
        let series: WeeklySeries?
        var smallest: Double?
        switch rows.values {
        case .durations(let amounts, let unit):
            smallest = unit ?? amounts.lazy.filter { $0 > 0 }.min() ?? 1
            series = .durations(amounts, weeks: weeks, smallestUnit: smallest ?? 1, span: span)
        case .shares(let successes, let trials):
            guard successes.count == weeks.count, trials.count == weeks.count, zip(successes, trials).allSatisfy({ 0 <= $0 && $0 <= $1 })
            else { return nil }
            series = .shares(
                successes: WeeklySeries.sums(successes, weeks: weeks, span: span),
                trials: WeeklySeries.sums(trials, weeks: weeks, span: span), firstWeek: span.lowerBound)
        case .counts(let counts):
            guard counts.count == weeks.count, counts.allSatisfy({ $0 >= 0 }) else { return nil }
            series = .counts(WeeklySeries.sums(counts, weeks: weeks, span: span), firstWeek: span.lowerBound)
        }
        guard let series else { return nil }
        self.series = series
        self.rows = rows
        self.weeks = weeks
        smallestUnit = smallest
        partialRows = weeks.count { !span.contains($0) }
    }

    /// The same from the first whole week on that lies behind a change: what was before it is another process. Complexity: O(weeks).
    func since(_ change: Break) -> WeeklyRecord {
        var record = self
        record.series = series.starting(at: (change.day + 6).week)
        if record.series.firstWeek > series.firstWeek { record.begun = change }
        return record
    }

    /// Why a history does not go further back, in a sentence; nil where nothing was cut from it.
    func beginning(of history: Range<Int>) -> String? {
        guard history.lowerBound == series.firstWeek else { return nil }
        return begun.map { "Only what came after the change to \($0.label) on \(DayText.day($0.day)) is compared." }
    }

    /// What the metric left out of some weeks. Complexity: O(rows).
    package func leftOut(in span: Range<Int>) -> LeftOut {
        var reasons: [String: Int] = [:]
        for row in rows.leftOut where span.contains(row.day.week) { reasons[row.reason, default: 0] += 1 }
        return LeftOut(reasons, of: reasons.values.reduce(0, +) + weeks.count { span.contains($0) })
    }

    /// The median of single durations, of weekly shares, or of weekly counts; nil where there is none.
    /// - Complexity: O(rows log rows).
    package func median(in span: Range<Int>) -> Double? { Quantile.median(sorted: values(in: span)) }

    /// Single durations, weekly shares, or weekly counts, ascending.
    /// - Complexity: O(rows log rows).
    package func values(in span: Range<Int>) -> [Double] {
        let held = span.clamped(to: series.weeks)
        let values: [Double]
        switch rows.values {
        case .durations(let amounts, _): values = zip(amounts, weeks).filter { held.contains($0.1) }.map(\.0)
        case .shares: values = held.map { $0 - series.firstWeek }.filter { series.items[$0] > 0 }.map { series.values[$0] }
        case .counts: values = held.map { Double(series.items[$0 - series.firstWeek]) }
        }
        return Ascending.values(values)
    }

    /// What each of some weeks looks like: the median of its durations, its share or its count; nil for an empty one.
    /// - Complexity: O(rows log rows + weeks).
    package func levels(in span: Range<Int>) -> [Double?] {
        let held = span.clamped(to: series.weeks)
        guard case .durations(let amounts, _) = rows.values else { return held.map { median(in: $0..<$0 + 1) } }
        var byWeek: [Int: [Double]] = [:]
        for (amount, week) in zip(amounts, weeks) where held.contains(week) { byWeek[week, default: []].append(amount) }
        return held.map { Quantile.median(sorted: (byWeek[$0] ?? []).sorted()) }
    }
}
