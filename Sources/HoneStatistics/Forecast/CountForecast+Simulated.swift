extension CountForecast {
    /// Simulates how many of today's items are done, for models that the exact answer does not cover: splitting, whole weeks.
    ///
    /// - Parameters:
    ///   - days: to come, 0 or more.
    ///   - splitRate: items that one of today's becomes before it is done, positive, every rate in between equally likely; the
    ///     items done are divided by it and rounded down.
    ///   - sample: days to draw from, the last one the day before tomorrow; of an estimate each block is put back twice.
    ///   - drawing: single days or whole weeks.
    ///   - trials: 1 or more.
    ///   - seed: any 64 bits; print and store it with the result.
    /// - Throws: `work` for a split rate that is none, `horizon`, `trials`; `fewDays` for weeks from fewer than 14 days, `allZero`
    ///   where the whole weeks are empty; `tooLarge` where more than 2^20 items would be possible.
    /// - Complexity: O(trials · days + k), k the most items that are possible; O(n²) to list the pairs of at most 128 days.
    ///
    /// Source: T. Magennis (2011), Forecasting and Simulating Software Development Projects.
    public static func simulated(
        days: Int, splitRate: ClosedRange<Double> = 1...1, from sample: ThroughputSample, drawing: DayDrawing = .days,
        trials: Int = CompletionForecast.usualTrials, seed: UInt64
    ) throws(ForecastRefusal) -> CountForecast {
        guard days >= 0 else { throw .horizon(days: days) }
        guard splitRate.lowerBound > 0, splitRate.upperBound.isFinite else { throw .work }
        guard trials >= 1 else { throw .trials(trials) }
        let mostItems = Double(days) * Double(sample.counts.max() ?? 0)
        guard mostItems / splitRate.lowerBound <= Double(ThroughputSample.most), mostItems <= Double(ThroughputSample.most)
        else { throw .tooLarge(limit: ThroughputSample.most) }
        let blocks = try DayBlocks<UInt32>(sample, drawing: drawing, arePaired: !sample.isEstimate)
        var counts: [Int] = []
        func count(_ items: Int, _ generator: inout SeededGenerator) {
            let rate = splitRate == 1...1 ? 1 : RemainingWork.rate(splitRate, from: &generator)
            // 55 items at a rate of 1.1 are 50 of today's, although the quotient is 49.99999999999999.
            let done = Int((Double(items) / rate + 1e-9).rounded(.down))
            if done >= counts.count { counts += Array(repeating: 0, count: done + 1 - counts.count) }
            counts[done] += 1
        }
        if sample.isEstimate {
            blocks.urnItems(in: days, trials: 0..<trials, seed: seed, count)
        } else {
            var generator = SeededGenerator(seed: seed)
            for trial in 0..<trials {
                let size = DayBlocks<UInt32>.batchSize
                if trial.isMultiple(of: size) { generator = SeededGenerator(seed: seed, stream: trial / size) }
                count(blocks.items(in: days, &generator), &generator)
            }
        }
        return CountForecast(basis: .simulated(trials: trials, seed: seed), probabilities: counts.map { Double($0) / Double(trials) })
    }
}

extension DayBlocks {
    /// Items of so many days of one trial.
    @inline(__always)
    fileprivate func items(in days: Int, _ generator: inout SeededGenerator) -> Int {
        var left = days
        var sum = 0
        while left > 0 {
            let (first, second, third) = batch.three(from: &generator)
            for position in 0..<3 where left > 0 {
                let block = position == 0 ? first : position == 1 ? second : third
                sum += left >= length ? Int(totals[block]) : Int(running[block * (length - 1) + left - 1])
                left -= length
            }
        }
        return sum
    }
}
