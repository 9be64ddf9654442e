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
        let all = sample.distribution
        let most = all.last?.count ?? 0
        // A day that does as much as there is leaves nothing open.
        let daily = all.filter { $0.count < items }
        let reach = daily.last?.count ?? 0
        // The probability that so many items are done and work remains, behind as many zeros as a day reaches back, and before as many
        // places as the last step of a day writes too far.
        var open = [Double](repeating: 0, count: reach + items + stride - 1)
        var next = open
        open[reach] = 1
        var probabilities = [0.0]
        for day in 1...horizon {
            // After so many days at most `day * most` items are done, and nobody wants to move the zeros beyond about.
            let isPossible = day * most >= items
            step(open, &next, daily, from: reach, count: isPossible ? items : day * most + 1)
            swap(&open, &next)
            guard isPossible else {
                probabilities.append(0)
                continue
            }
            let left = open[reach..<reach + items].reduce(0, +)
            probabilities.append(max(1 - left, probabilities[day - 1]))
            if left < rounding { break }
        }
        return CompletionForecast(basis: .exact, probabilities: probabilities)
    }

    /// How many sums of a day are made at once.
    private static let stride = 4

    /// One day: `next` is `open` convolved with `daily`, for so many places from one on. Each is summed in the order of `daily`.
    private static func step(
        _ open: [Double], _ next: inout [Double], _ daily: [(count: Int, probability: Double)], from start: Int, count places: Int
    ) {
        open.withUnsafeBufferPointer { open in
            next.withUnsafeMutableBufferPointer { next in
                var place = start
                while place < start + places {
                    var (first, second, third, fourth) = (0.0, 0.0, 0.0, 0.0)
                    for (count, probability) in daily {
                        let back = place - count
                        first += probability * open[back]
                        second += probability * open[back + 1]
                        third += probability * open[back + 2]
                        fourth += probability * open[back + 3]
                    }
                    (next[place], next[place + 1], next[place + 2], next[place + 3]) = (first, second, third, fourth)
                    place += stride
                }
            }
        }
    }
}
