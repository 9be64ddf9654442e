extension CountForecast {
    /// Items up to which the exact answer takes well under a second.
    static let mostExactItems = 1 << 16

    /// The exact answer when every day to come is one of the sample's days: drawn evenly and independently, or for an estimate as from
    /// an urn that each day is put back into twice.
    ///
    /// - Parameters:
    ///   - days: to come, 0 to 3,650; 0 days bring 0 items.
    ///   - sample: days to draw from.
    /// - Throws: `horizon`, or `tooLarge` where more than 65,536 items would be possible; of an estimate sooner.
    /// - Complexity: O(days² · m · v), m the most items of a day, v the number of different daily counts; of an estimate O(days² · m · n),
    ///   n the days to draw from.
    ///
    /// Source: W. Feller (1968), An Introduction to Probability Theory and Its Applications, volume 1, 3rd edition, XI.2; of an
    /// estimate D. B. Rubin (1981), The Bayesian Bootstrap, doi:10.1214/aos/1176345338.
    public static func exact(days: Int, from sample: ThroughputSample) throws(ForecastRefusal) -> CountForecast {
        guard (0...CompletionForecast.usualHorizon).contains(days) else { throw .horizon(days: days) }
        if sample.isEstimate { return CountForecast(basis: .exact, probabilities: try DayUrn(sample).counts(days: days)) }
        let daily = sample.distribution
        let most = daily.last?.count ?? 0
        guard days <= mostExactItems / max(1, most) else { throw .tooLarge(limit: mostExactItems) }
        var now = [Double](repeating: 0, count: days * most + 1)
        var next = now
        now[0] = 1
        for day in 0..<days {
            let reach = day * most + 1
            for index in 0..<reach + most { next[index] = 0 }
            for (count, probability) in daily {
                for index in 0..<reach { next[index + count] += probability * now[index] }
            }
            swap(&now, &next)
        }
        return CountForecast(basis: .exact, probabilities: now)
    }
}
