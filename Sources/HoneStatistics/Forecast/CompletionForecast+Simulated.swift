extension CompletionForecast {
    /// Trials unless told otherwise; a probability is then within 0.02 of the truth, four standard errors.
    public static let usualTrials = 10_000

    /// Simulates when the work is done, for models that the exact answer does not cover: unsure scope, splitting, whole weeks.
    ///
    /// Every trial draws its work, then days until it is done. Trials come in batches of 256 with a stream of random numbers
    /// each, see ``SeededGenerator/init(seed:stream:)``.
    ///
    /// - Parameters:
    ///   - work: items that remain and how they split.
    ///   - sample: days to draw from, the last one the day before tomorrow; of an estimate each block is put back twice.
    ///   - drawing: single days or whole weeks.
    ///   - trials: 1 or more.
    ///   - seed: any 64 bits; print and store it with the result.
    ///   - horizon: days after which a trial is given up as beyond it, 1 or more.
    /// - Throws: `work`, `horizon`, `trials`; `fewDays` for weeks from fewer than 14 days, `allZero` where the whole weeks are
    ///   empty; `tooLarge` beyond 2^20 items or days of horizon.
    /// - Complexity: O(trials · d), d the days until all is done; O(n²) to list the pairs of at most 128 days that are no estimate.
    ///
    /// Source: T. Magennis (2011), Forecasting and Simulating Software Development Projects.
    public static func simulated(
        _ work: RemainingWork, from sample: ThroughputSample, drawing: DayDrawing = .days,
        trials: Int = CompletionForecast.usualTrials, seed: UInt64, horizon: Int = CompletionForecast.usualHorizon
    ) throws(ForecastRefusal) -> CompletionForecast {
        let most = try work.most()
        guard horizon >= 1 else { throw .horizon(days: horizon) }
        guard horizon <= ThroughputSample.most else { throw .tooLarge(limit: ThroughputSample.most) }
        guard trials >= 1 else { throw .trials(trials) }
        let counts: [Int]
        if sample.isEstimate {
            counts = try DayBlocks<UInt32>(sample, drawing: drawing, arePaired: false)
                .urnCompletions(of: work, trials: 0..<trials, seed: seed, horizon: horizon)
        } else if most <= Int(UInt8.max) {
            // Short words stay near the processor. What is held down to their largest finishes the work all the same.
            counts = try DayBlocks<UInt8>(sample, drawing: drawing).completions(of: work, trials: 0..<trials, seed: seed, horizon: horizon)
        } else if most <= Int(UInt16.max) {
            counts = try DayBlocks<UInt16>(sample, drawing: drawing).completions(of: work, trials: 0..<trials, seed: seed, horizon: horizon)
        } else {
            counts = try DayBlocks<UInt32>(sample, drawing: drawing).completions(of: work, trials: 0..<trials, seed: seed, horizon: horizon)
        }
        return CompletionForecast(basis: .simulated(trials: trials, seed: seed), probabilities: shares(counts, of: trials))
    }

    /// Shares of trials done by each day, up to the last day on which one is.
    private static func shares(_ counts: [Int], of trials: Int) -> [Double] {
        var done = 0
        var shares: [Double] = []
        for count in counts.dropLast() {
            done += count
            shares.append(Double(done) / Double(trials))
            if done == trials { break }
        }
        return shares
    }
}
