/// What is computed from every resample.
public enum ResampledStatistic: Sendable {
    /// The arithmetic mean, on a path of its own that copies no values.
    case mean
    /// The median, midpoint of two middle values, on a path of its own that sorts no resample.
    case median
    /// Any other function of the values, in no particular order for independent resamples and in that of time for blocks.
    ///
    /// An answer that is not finite says that the statistic is undefined there, and refuses the whole bootstrap.
    case function(@Sendable (Span<Double>) -> Double)

    /// Of the values themselves.
    func value(of values: [Double]) -> Double {
        switch self {
        case .mean: values.compensatedSum / Double(values.count)
        case .median: Quantile.median(sorted: values.sorted()) ?? .nan
        case .function(let statistic): statistic(values.span)
        }
    }
}

/// How the replicates of a statistic came about.
public enum ResamplingBasis: Sendable, Hashable {
    /// All resamples there are, so many of them different, each with its probability; no random numbers.
    case exhaustive(distinct: Int)
    /// So many resamples drawn from this seed; the same seed gives the same replicates on every platform.
    case simulated(resamples: Int, seed: UInt64)
    /// Taken as they were given.
    case given(resamples: Int)
}
