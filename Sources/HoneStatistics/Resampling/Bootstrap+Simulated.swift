extension Bootstrap {
    /// Draws resamples: as many values as there are, evenly and with replacement, for data whose order says nothing.
    ///
    /// Resample `r` has stream `r` of random numbers, see ``SeededGenerator/init(seed:stream:)``, so that resamples may be
    /// computed in any order.
    ///
    /// Refuses (answers `nil` for) fewer than two values, values or statistics that are not finite, and fewer than one resample.
    ///
    /// - Parameters:
    ///   - values: any unit, at most 2^30.
    ///   - statistic: computed from each resample.
    ///   - resamples: 1 or more; 1,000 for a standard error, 10,000 for a BCa interval.
    ///   - seed: any 64 bits; print and store it with the result.
    /// - Complexity: O(B · n) for the mean and the median, B the resamples and n the values; B + n calls of a function.
    ///
    /// Source: B. Efron (1979), Bootstrap Methods: Another Look at the Jackknife, doi:10.1214/aos/1176344552.
    public init?(
        _ values: [Double], statistic: ResampledStatistic, resamples: Int = Bootstrap.usualResamples, seed: UInt64
    ) {
        guard let draws = ResampleDraws(values), resamples > 0 else { return nil }
        let estimate = statistic.value(of: values)
        guard estimate.isFinite else { return nil }
        let replicates = draws.replicates(of: statistic, resamples: 0..<resamples, seed: seed)
        guard replicates.allSatisfy(\.isFinite) else { return nil }
        self.init(
            estimate: estimate, replicates: Ascending.values(replicates),
            acceleration: Self.acceleration(of: values, statistic), basis: .simulated(resamples: resamples, seed: seed))
    }
}
