extension LevelShiftControl {
    /// The difference of two means under resamples of each side as blocks of consecutive weeks: the usual bootstrap of a series.
    ///
    /// It claims twice as often as it says on a dozen weeks, because their resamples scatter too little; it never decides.
    ///
    /// - Parameters:
    ///   - before: weekly values in order of time, at least as many as a block.
    ///   - after: weekly values in order of time, at least as many as a block.
    ///   - weeks: the length of a block, one or more.
    ///   - resamples: one or more.
    ///   - seed: any 64 bits; print and store it with the result.
    ///   - stream: which of the sequences of the seed.
    /// - Returns: the shares of resamples in which the level did not go down, and not up; `nil` for arguments out of range.
    /// - Complexity: O(resamples · n / weeks), n the number of values.
    ///
    /// Source: H. R. Künsch (1989), doi:10.1214/aos/1176347265.
    public static func blockBootstrap(
        before: [Double], after: [Double], weeks: Int, resamples: Int, seed: UInt64, stream: Int
    ) -> (low: Double, high: Double)? {
        guard weeks >= 1, resamples >= 1, before.count >= weeks, after.count >= weeks else { return nil }
        let (earlier, later) = (BlockMeans(before, weeks), BlockMeans(after, weeks))
        var generator = SeededGenerator(seed: seed, stream: stream)
        var (notDown, notUp) = (0, 0)
        for _ in 0..<resamples {
            let shift = later.drawn(&generator) - earlier.drawn(&generator)
            if shift >= 0 { notDown += 1 }
            if shift <= 0 { notUp += 1 }
        }
        return (Double(notDown) / Double(resamples), Double(notUp) / Double(resamples))
    }
}

/// Draws the mean of a resample of blocks that is cut to the length of the series.
private struct BlockMeans {
    /// Sums of every run of weeks, of a whole block and of the rest that the last one is cut to.
    private let whole: [Double]
    private let rest: [Double]
    private let blocks: Int
    private let count: Double

    init(_ values: [Double], _ weeks: Int) {
        let starts = 0...(values.count - weeks)
        let cut = values.count % weeks
        whole = starts.map { values[$0..<$0 + weeks].reduce(0, +) }
        rest = cut == 0 ? [] : starts.map { values[$0..<$0 + cut].reduce(0, +) }
        blocks = values.count / weeks
        count = Double(values.count)
    }

    func drawn(_ generator: inout SeededGenerator) -> Double {
        var sum = 0.0
        for _ in 0..<blocks { sum += whole[generator.index(below: whole.count)] }
        if !rest.isEmpty { sum += rest[generator.index(below: rest.count)] }
        return sum / count
    }
}
