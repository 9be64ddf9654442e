extension CompletionForecast {
    /// Items up to which the exact answer takes well under a second, whatever the sample.
    static let mostExactItems = 20_000

    /// The exact answer when every day to come is one of the sample's days: drawn evenly and independently, or for an estimate as from
    /// an urn that each day is put back into twice, so that how little the days tell of the pace is in the answer.
    ///
    /// The distribution of the items done so far is convolved with that of one day until nothing remains. For an estimate all ways in
    /// which the days may fall are counted.
    ///
    /// - Parameters:
    ///   - items: that remain, 0 or more.
    ///   - sample: days to draw from.
    ///   - horizon: days after which counting ends, 1 or more.
    /// - Throws: `work`, `horizon`, or `tooLarge` beyond 20,000 items; of an estimate beyond some 2,000, or 128 days to draw from.
    /// - Complexity: O(d · items · v), d the days until all is all but certainly done, v the number of different daily counts; of an
    ///   estimate O(n · items² + n · d), n the days to draw from.
    ///
    /// Source: W. Feller (1968), An Introduction to Probability Theory and Its Applications, volume 1, 3rd edition, XI.2; of an
    /// estimate D. B. Rubin (1981), The Bayesian Bootstrap, doi:10.1214/aos/1176345338.
    public static func exact(
        items: Int, from sample: ThroughputSample, horizon: Int = CompletionForecast.usualHorizon
    ) throws(ForecastRefusal) -> CompletionForecast {
        guard items >= 0 else { throw .work }
        guard horizon >= 1 else { throw .horizon(days: horizon) }
        guard items <= mostExactItems else { throw .tooLarge(limit: mostExactItems) }
        guard items > 0 else { return CompletionForecast(basis: .exact, probabilities: [1]) }
        if sample.isEstimate {
            let open = try DayUrn(sample).open(items: items, horizon: horizon, rounding: rounding)
            return CompletionForecast(basis: .exact, probabilities: open.map { max(0, 1 - $0) })
        }
        let daily = sample.distribution
        /// The probability that so many items are done and work remains.
        var open = [Double](repeating: 0, count: items)
        var next = open
        open[0] = 1
        var probabilities = [0.0]
        let most = daily.last?.count ?? 0
        for day in 1...horizon {
            // After so many days at most `day * most` items are done, and nobody wants to move the zeros beyond about.
            let isPossible = day * most >= items
            let left = step(&open, &next, daily, reach: isPossible ? items : day * most + 1)
            swap(&open, &next)
            probabilities.append(isPossible ? max(1 - left, probabilities[day - 1]) : 0)
            if left < rounding { break }
        }
        return CompletionForecast(basis: .exact, probabilities: probabilities)
    }

    /// One day: `next` is `open` convolved with `daily` below `reach`; returns its sum.
    private static func step(
        _ open: inout [Double], _ next: inout [Double], _ daily: [(count: Int, probability: Double)], reach: Int
    ) -> Double {
        open.withUnsafeBufferPointer { open in
            next.withUnsafeMutableBufferPointer { next in
                for index in 0..<reach { next[index] = 0 }
                for (count, probability) in daily where count < reach {
                    for index in 0..<reach - count { next[index + count] += probability * open[index] }
                }
                var left = 0.0
                for index in 0..<reach { left += next[index] }
                return left
            }
        }
    }
}
