extension ForecastBacktest {
    /// Scores "how many in the days ahead" for every past week.
    ///
    /// - Parameters:
    ///   - history: items a day, consecutive days with their zeros.
    ///   - daysAhead: of each forecast, 1 or more.
    ///   - lastDays: days that each forecast looks back.
    ///   - confidences: strictly between 0 and 1 each.
    /// - Throws: `horizon`; the refusal of the last week where no week can be scored, `fewDays` where there is none.
    /// - Complexity: O(weeks · daysAhead² · m · n), m the most items of a day, n the days it looks back.
    ///
    /// Source: R. J. Hyndman and G. Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd edition, 5.10.
    public init(
        howMany history: [Int], daysAhead: Int = 7, lastDays: Int = ThroughputSample.usualDays,
        confidences: [Double] = ForecastBacktest.usualConfidences
    ) throws(ForecastRefusal) {
        guard daysAhead >= 1 else { throw .horizon(days: daysAhead) }
        try self.init(history, leastAhead: daysAhead, lastDays, confidences, isFloor: true) { sample, ahead throws(ForecastRefusal) in
            let forecast = try CountForecast.exact(days: daysAhead, from: sample)
            return (confidences.compactMap(forecast.atLeast), ahead.prefix(daysAhead).reduce(0, +))
        }
    }

    /// Scores "when are so many items done" for every past week.
    ///
    /// A week counts only where the history goes on for the longest time that was said; otherwise those that were done quickly
    /// would be over-represented. Work that is still not done at the end of the history counts as done on the day after.
    ///
    /// - Parameters:
    ///   - history: items a day, consecutive days with their zeros.
    ///   - items: of each forecast, 1 or more.
    ///   - lastDays: days that each forecast looks back.
    ///   - confidences: strictly between 0 and 1 each.
    /// - Throws: `work` for no items; the refusal of the last week where no week can be scored, `fewDays` where none is known yet.
    /// - Complexity: O(weeks · n · (items² + d)), n the days it looks back, d those of a forecast.
    ///
    /// Source: as for the items.
    public init(
        when items: Int, history: [Int], lastDays: Int = ThroughputSample.usualDays,
        confidences: [Double] = ForecastBacktest.usualConfidences
    ) throws(ForecastRefusal) {
        guard items >= 1 else { throw .work }
        try self.init(history, leastAhead: 1, lastDays, confidences, isFloor: false) { sample, ahead throws(ForecastRefusal) in
            let forecast = try CompletionForecast.exact(items: items, from: sample)
            let said = confidences.compactMap(forecast.days)
            guard said.count == confidences.count else { throw .horizon(days: CompletionForecast.usualHorizon) }
            guard said.allSatisfy({ $0 <= ahead.count }) else { return (said, nil) }
            var done = 0
            for (day, count) in ahead.enumerated() {
                done += count
                if done >= items { return (said, day + 1) }
            }
            return (said, ahead.count + 1)
        }
    }

    /// What a week said and what came; `nil` where that is not known yet.
    private typealias Outcome = (said: [Int], came: Int?)

    private init(
        _ history: [Int], leastAhead: Int, _ lastDays: Int, _ confidences: [Double], isFloor: Bool,
        outcome: (ThroughputSample, ArraySlice<Int>) throws(ForecastRefusal) -> Outcome
    ) throws(ForecastRefusal) {
        guard confidences.allSatisfy({ $0 > 0 && $0 < 1 }) else { throw .confidence }
        if let day = history.firstIndex(where: { $0 < 0 }) { throw .negative(day: day) }
        guard leastAhead <= CompletionForecast.usualHorizon else { throw .horizon(days: leastAhead) }
        let needed = ThroughputSample.leastDays + leastAhead
        var refusal = ForecastRefusal.fewDays(found: history.count, needed: needed)
        var weeks: [Week] = []
        var refusedWeeks = 0
        var unknown: ForecastRefusal?
        for known in stride(from: history.count - leastAhead, through: ThroughputSample.leastDays, by: -7) {
            do throws(ForecastRefusal) {
                let sample = try ThroughputSample(history: Array(history.prefix(known)), lastDays: lastDays)
                let (said, came) = try outcome(sample, history[known...])
                if let came {
                    weeks.append(Week(knownDays: known, said: said, came: came))
                } else {
                    // The earliest such week would be known first.
                    unknown = .fewDays(found: history.count, needed: known + (said.max() ?? 0))
                }
            } catch {
                if refusedWeeks == 0 { refusal = error }
                refusedWeeks += 1
            }
        }
        guard !weeks.isEmpty else { throw unknown ?? refusal }
        self.init(weeks: weeks.reversed(), refusedWeeks: refusedWeeks, confidences: confidences, isFloor: isFloor)
    }
}
