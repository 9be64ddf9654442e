/// Blocks drawn as from an urn in which each one is put back twice, for a sample that tells the pace only so well; see ``DayUrn``.
extension DayBlocks {
    /// In how many trials the work was done on each day, day 0 first; the last entry counts those beyond the horizon.
    func urnCompletions(of work: RemainingWork, trials: Range<Int>, seed: UInt64, horizon: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: horizon + 2)
        var urn = Urn(size: totals.count)
        eachTrial(trials, seed: seed) { generator in
            var left = work.isFixed ? work.items.lowerBound : work.drawn(from: &generator)
            var days = 0
            urn.empty()
            while left > 0, days <= horizon {
                let block = urn.draw(from: &generator)
                let total = Int(totals[block])
                if total < left {
                    days += length
                } else {
                    let first = block * (length - 1)
                    days += 1 + (0..<length - 1).prefix { Int(running[first + $0]) < left }.count
                }
                left -= total
            }
            counts[min(days, horizon + 1)] += 1
        }
        return counts
    }

    /// Items of so many days, one number a trial.
    func urnItems(in days: Int, trials: Range<Int>, seed: UInt64, _ body: (Int, inout SeededGenerator) -> Void) {
        var urn = Urn(size: totals.count)
        eachTrial(trials, seed: seed) { generator in
            var (left, sum) = (days, 0)
            urn.empty()
            while left > 0 {
                let block = urn.draw(from: &generator)
                sum += left >= length ? Int(totals[block]) : Int(running[block * (length - 1) + left - 1])
                left -= length
            }
            body(sum, &generator)
        }
    }

    private func eachTrial(_ trials: Range<Int>, seed: UInt64, _ body: (inout SeededGenerator) -> Void) {
        var generator = SeededGenerator(seed: seed)
        for trial in trials {
            if trial.isMultiple(of: Self.batchSize) { generator = SeededGenerator(seed: seed, stream: trial / Self.batchSize) }
            body(&generator)
        }
    }
}

/// What was drawn so far from an urn of blocks.
private struct Urn {
    let size: Int
    private var drawn: [Int] = []

    init(size: Int) { self.size = size }

    mutating func empty() { drawn.removeAll(keepingCapacity: true) }

    mutating func draw(from generator: inout SeededGenerator) -> Int {
        let ball = generator.index(below: size + drawn.count)
        let block = ball < size ? ball : drawn[ball - size]
        drawn.append(block)
        return block
    }
}
