/// How a series is cut into blocks that keep what one value does to the next.
public enum BlockKind: Sendable, Hashable {
    /// Every run of consecutive values is a block; those at the ends are in fewer of them.
    ///
    /// Source: H. R. Künsch (1989), doi:10.1214/aos/1176347265.
    case moving
    /// The series is closed to a ring, so that every value is in equally many blocks.
    ///
    /// Source: D. N. Politis and J. P. Romano (1992), A circular block-resampling procedure for stationary data, in Exploring the
    /// Limits of Bootstrap, 263-270.
    case circular
}

extension Bootstrap {
    /// Draws resamples of a series as blocks of consecutive values, laid end to end and cut to its length.
    ///
    /// For values that depend on those shortly before them; the blocks must be longer than that dependence, about n^(1/3) where
    /// nothing better is known. There is no acceleration, hence no BCa interval: the jackknife takes values for independent.
    ///
    /// Refuses (answers `nil` for) fewer than two values, values or statistics that are not finite, a length below 1 or not below
    /// that of the series, and fewer than one resample.
    ///
    /// - Parameters:
    ///   - series: in the order of time, any unit, at most 2^30 values.
    ///   - kind: how blocks are cut.
    ///   - length: values of a block.
    ///   - statistic: computed from each resample.
    ///   - resamples: 1 or more.
    ///   - seed: any 64 bits; print and store it with the result. Resample `r` has stream `r`.
    /// - Complexity: O(B · n) and B calls of the statistic, B the resamples and n the values.
    ///
    /// Source: S. N. Lahiri (2003), Resampling Methods for Dependent Data, chapter 2, doi:10.1007/978-1-4757-3803-2.
    public init?(
        series: [Double], blocks kind: BlockKind, length: Int, statistic: ResampledStatistic,
        resamples: Int = Bootstrap.usualResamples, seed: UInt64
    ) {
        guard series.count > 1, series.count <= 1 << 30, series.allSatisfy(\.isFinite), length >= 1, length < series.count, resamples > 0
        else { return nil }
        let estimate = statistic.value(of: series)
        guard estimate.isFinite else { return nil }
        let ring = kind == .circular ? series + series.prefix(length - 1) : series
        let starts = ring.count - length + 1
        var resample = series
        let replicates = (0..<resamples).map { number in
            var generator = SeededGenerator(seed: seed, stream: number)
            for first in stride(from: 0, to: series.count, by: length) {
                let start = generator.index(below: starts)
                for offset in 0..<min(length, series.count - first) { resample[first + offset] = ring[start + offset] }
            }
            return statistic.value(of: resample)
        }
        guard replicates.allSatisfy(\.isFinite) else { return nil }
        self.init(
            estimate: estimate, replicates: Ascending.values(replicates), acceleration: nil,
            basis: .simulated(resamples: resamples, seed: seed))
    }
}
