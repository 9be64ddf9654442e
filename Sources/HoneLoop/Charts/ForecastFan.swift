package import HoneFacts
package import HoneStatistics

/// How many items may be finished in the weeks to come, beside the weeks behind, and how often such forecasts came true.
package struct ForecastFan: Sendable {
    /// How sure "at least so many" is said to be: what the fan is drawn of.
    package static let confidences = ForecastBacktest.usualConfidences

    /// The day that the first week to come begins on.
    package var from: CalendarDay
    /// Items finished in each week behind, the oldest first.
    package var past: [Int]
    /// By week to come: at least so many by its end, for each of the confidences.
    package var atLeast: [[Int]]
    /// Days that the forecast draws from.
    package var sampleDays: Int
    /// How forecasts of `checkedWeeks` weeks would have fared; nil where there is too little of the past.
    package var scores: [ForecastBacktest.Score]?
    package var checkedWeeks: Int

    package init(
        from: CalendarDay, past: [Int], atLeast: [[Int]], sampleDays: Int, scores: [ForecastBacktest.Score]?, checkedWeeks: Int
    ) {
        (self.from, self.past, self.atLeast) = (from, past, atLeast)
        (self.sampleDays, self.scores, self.checkedWeeks) = (sampleDays, scores, checkedWeeks)
    }

    /// - Parameters:
    ///   - history: items finished a day, the last one the day before `from`.
    ///   - weeks: how far to look ahead.
    /// - Throws: why nothing can be said.
    /// - Complexity: that of the exact forecast; by simulation beyond a thousand items in the time drawn from.
    package init(history: [Int], from: CalendarDay, weeks: Int = 12) throws(ForecastRefusal) {
        let sample = try ThroughputSample(history: history)
        let isSmall = sample.counts.reduce(0, +) <= 1_000
        var atLeast: [[Int]] = []
        for week in 1...max(1, weeks) {
            let forecast: CountForecast
            do throws(ForecastRefusal) {
                guard isSmall else { throw .tooLarge(limit: 1_000) }
                forecast = try CountForecast.exact(days: 7 * week, from: sample)
            } catch {
                guard case .tooLarge = error else { throw error }
                forecast = try CountForecast.simulated(days: 7 * week, from: sample, seed: UInt64(week))
            }
            atLeast.append(Self.confidences.map { forecast.atLeast(confidence: $0) ?? 0 })
        }
        let weekly = stride(from: history.count, to: max(6, history.count - 7 * 12), by: -7).map { history[$0 - 7..<$0].reduce(0, +) }
        let checked = 4
        // The replay is exact, which takes too long for hundreds of items a day.
        let scores: [ForecastBacktest.Score]?
        do throws(ForecastRefusal) {
            scores = isSmall ? try ForecastBacktest(howMany: history, daysAhead: 7 * checked).scores : nil
        } catch {
            scores = nil
        }
        self.init(
            from: from, past: weekly.reversed(), atLeast: atLeast, sampleDays: sample.counts.count, scores: scores,
            checkedWeeks: checked)
    }
}

extension MetricsBuilder {
    /// Days of the past that forecasts are tried on.
    private static let longest = 728

    var forecast: MetricsPicture.Content {
        let items = histories.items
        let end = endOfItems
        guard let first = items.finishedAt.lazy.filter({ $0 != Instant.missing }).min() else {
            return .missing("no item is known to be finished")
        }
        let start = max(end + -Self.longest, zone.day(Instant(rawValue: first)))
        guard start < end else { return .missing("nothing was finished before the end of the window") }
        var history = [Int](repeating: 0, count: end - start)
        for raw in items.finishedAt where raw != Instant.missing {
            let place = zone.day(Instant(rawValue: raw)) - start
            if history.indices.contains(place) { history[place] += 1 }
        }
        do throws(ForecastRefusal) {
            return .forecast(try ForecastFan(history: history, from: end))
        } catch {
            return .missing("a forecast needs 20 days with 5 of them on which something was finished, among the last 60")
        }
    }
}
