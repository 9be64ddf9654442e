extension DayBlocks {
    /// Trials that share a stream of random numbers. A batch depends on the seed and its own number alone, so that batches may
    /// be computed in any order.
    static var batchSize: Int { 1_024 }

    /// In how many trials the work was done on each day, day 0 first; the last entry counts those beyond the horizon.
    func completions(of work: RemainingWork, trials: Range<Int>, seed: UInt64, horizon: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: horizon + 2)
        counts.withUnsafeMutableBufferPointer { counts in
            totals.withUnsafeBufferPointer { totals in
                running.withUnsafeBufferPointer { running in
                    var start = trials.lowerBound
                    while start < trials.upperBound {
                        let batchNumber = start / Self.batchSize
                        let end = min((batchNumber + 1) * Self.batchSize, trials.upperBound)
                        var generator = SeededGenerator(seed: seed, stream: batchNumber)
                        for _ in start..<end {
                            let items = work.isFixed ? work.items.lowerBound : work.drawn(from: &generator)
                            let day = completionDay(items, totals, running, horizon, &generator)
                            counts[min(day, horizon + 1)] += 1
                        }
                        start = end
                    }
                }
            }
        }
        return counts
    }

    /// The day on which one trial is done; at least one beyond the horizon where it is not.
    @inline(__always)
    private func completionDay(
        _ items: Int, _ totals: UnsafeBufferPointer<Total>, _ running: UnsafeBufferPointer<Total>, _ horizon: Int,
        _ generator: inout SeededGenerator
    ) -> Int {
        if items == 0 { return 0 }
        var left = items
        var days = 0
        while days <= horizon {
            let (first, second, third) = batch.three(from: &generator)
            let afterFirst = Int(totals[first])
            let afterSecond = afterFirst + Int(totals[second])
            let afterThird = afterSecond + Int(totals[third])
            if afterThird < left {
                left -= afterThird
                days += 3 * length
                continue
            }
            // Without branches: which of the three it was is anybody's guess.
            let isFirst = afterFirst >= left
            let isSecond = afterSecond >= left
            let block = isFirst ? first : isSecond ? second : third
            left -= isFirst ? 0 : isSecond ? afterFirst : afterSecond
            days += isFirst ? 0 : isSecond ? length : 2 * length
            var day = 1
            for position in block * length..<block * length + length - 1 { day += Int(running[position]) < left ? 1 : 0 }
            return days + day
        }
        return days
    }
}
