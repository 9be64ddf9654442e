extension DayBlocks {
    /// Trials that share a stream of random numbers. A batch depends on the seed and its own number alone, so that batches may
    /// be computed in any order.
    static var batchSize: Int { 256 }

    /// In how many trials the work was done on each day, day 0 first; the last entry counts those beyond the horizon.
    func completions(of work: RemainingWork, trials: Range<Int>, seed: UInt64, horizon: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: horizon + 2)
        var batchWork = [Int](repeating: work.items.lowerBound, count: Self.batchSize + 1)
        var ends = [End](repeating: End(draw: 0, left: 0, days: 0), count: Self.batchSize + 1)
        for start in stride(from: trials.lowerBound, to: trials.upperBound, by: Self.batchSize) {
            var generator = SeededGenerator(seed: seed, stream: start / Self.batchSize)
            if !work.isFixed {
                for trial in 0..<Self.batchSize { batchWork[trial] = work.drawn(from: &generator) }
            }
            let size = min(Self.batchSize, trials.upperBound - start)
            run(batchWork, size: size, horizon: horizon, from: &generator, into: &ends)
            count(ends, size: size, horizon: horizon, into: &counts)
        }
        return counts
    }

    /// How a trial stood before its last draw.
    private struct End {
        /// Three blocks of 20 bits, the first one lowest.
        var draw: Int
        var left: Int
        var days: Int
    }

    /// Draws three blocks at a time until each trial of a batch is done or beyond the horizon, and keeps how each ended.
    ///
    /// Which draw is the last of a trial is anybody's guess, and a wrong guess of the processor costs as much as a draw. So there
    /// is no branch: a mask of all ones ends a trial and begins the next. Nothing can overflow, totals and items are below 2^32.
    private func run(
        _ work: [Int], size: Int, horizon: Int, from generator: inout SeededGenerator, into ends: inout [End]
    ) {
        let step = 3 &* length
        work.withUnsafeBufferPointer { work in
            totals.withUnsafeBufferPointer { totals in
                ends.withUnsafeMutableBufferPointer { ends in
                    var trial = 0
                    var left = work[0]
                    var days = 0
                    while trial < size {
                        let (first, second, third) = batch.three(from: &generator)
                        let sum = Int(totals[first]) &+ Int(totals[second]) &+ Int(totals[third])
                        ends[trial] = End(draw: first | second << 20 | third << 40, left: left, days: days)
                        let rest = left &- sum
                        let later = days &+ step
                        let isOver = (rest &- 1 | horizon &- later) >> 63
                        left = rest ^ (rest ^ work[trial &+ 1]) & isOver
                        days = later & ~isOver
                        trial &-= isOver
                    }
                }
            }
        }
    }

    /// Adds the days on which the trials of a batch ended. One that was given up is past all of its blocks: beyond the horizon.
    private func count(_ ends: [End], size: Int, horizon: Int, into counts: inout [Int]) {
        totals.withUnsafeBufferPointer { totals in
            running.withUnsafeBufferPointer { running in
                counts.withUnsafeMutableBufferPointer { counts in
                    for end in ends.prefix(size) {
                        let first = Int(totals[end.draw & 0xf_ffff])
                        let second = Int(totals[end.draw >> 20 & 0xf_ffff])
                        // All ones where it was not yet done.
                        let isPastFirst = (first &- end.left) >> 63
                        let isPastSecond = (first &+ second &- end.left) >> 63
                        let position = -(isPastFirst &+ isPastSecond)
                        let block = end.draw >> (20 &* position) & 0xf_ffff
                        let left = end.left &- (isPastFirst & first) &- (isPastSecond & second)
                        var day = end.days &+ position &* length &+ 1
                        let start = block &* (length &- 1)
                        for index in start..<start &+ length &- 1 { day &-= (Int(running[index]) &- left) >> 63 }
                        // No work at all is done before the first day.
                        day &= -end.left >> 63
                        counts[min(day, horizon &+ 1)] &+= 1
                    }
                }
            }
        }
    }
}
