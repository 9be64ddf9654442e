/// The pruned search for changes of the mean, eight starts at a time.
///
/// The cost of a segment is split into what depends on its end, on its start, and (sum)² / length. The starts still in play lie
/// side by side in blocks of eight, so that one pass over them is a few vector operations a block. Pruning now and then
/// instead of at every end keeps a few starts longer than needed and loses none.
enum SquaredPruning {
    private typealias Block = SIMD8<Double>

    /// For each end the start of the last segment of the cheapest cut.
    ///
    /// - Complexity: O(n) times the starts in play, typically the length of a segment; O(n²) without any change.
    static func lastChanges(_ values: [Double], penalty: Double, leastLength: Int) -> LastChanges {
        let count = values.count
        var last = LastChanges(starts: [Int](repeating: 0, count: count + 1))
        guard count >= leastLength else { return last }
        let sums = RunningSums(values)
        var cheapest = [Double](repeating: .infinity, count: count + 1)
        cheapest[0] = -penalty
        var open = OpenStarts()
        let pause = max(leastLength, 8)
        for end in leastLength..<count + 1 {
            let newest = end - leastLength
            if cheapest[newest] < .infinity {
                open.append(Double(newest), sum: sums.values[newest], base: cheapest[newest] + penalty - sums.squares[newest])
            }
            let (total, start) = open.cheapest(to: Double(end), sum: sums.values[end])
            cheapest[end] = total + sums.squares[end]
            last.starts[end] = Int(start)
            // What loses at one pruning is dropped at the next, at least one least length later.
            if end.isMultiple(of: pause) {
                open.prune(to: Double(end), sum: sums.values[end], worst: cheapest[end] + penalty - sums.squares[end])
            }
        }
        return last
    }
}

/// The starts that may still begin the last segment, in blocks of eight; unused places cost infinity.
private struct OpenStarts {
    private var starts: [SIMD8<Double>] = []
    private var sums: [SIMD8<Double>] = []
    private var bases: [SIMD8<Double>] = []
    private var hasLost: [Bool] = []
    private var count = 0

    mutating func append(_ start: Double, sum: Double, base: Double) {
        let (block, lane) = (count / 8, count % 8)
        if block == starts.count {
            starts.append(SIMD8(repeating: -1))
            sums.append(SIMD8(repeating: 0))
            bases.append(SIMD8(repeating: .infinity))
        }
        starts[block][lane] = start
        sums[block][lane] = sum
        bases[block][lane] = base
        hasLost.append(false)
        count += 1
    }

    /// The cheapest of all starts for a segment that ends at `end`, without the part that depends on the end alone.
    func cheapest(to end: Double, sum: Double) -> (total: Double, start: Double) {
        var best = SIMD8<Double>(repeating: .infinity)
        var bestStart = SIMD8<Double>(repeating: 0)
        for block in starts.indices {
            let difference = sum - sums[block]
            let total = bases[block] - difference * difference / (end - starts[block])
            let isBetter = total .< best
            best.replace(with: total, where: isBetter)
            bestStart.replace(with: starts[block], where: isBetter)
        }
        let total = best.min()
        var start = Double.infinity
        for lane in 0..<8 where best[lane] == total { start = min(start, bestStart[lane]) }
        return (total, start)
    }

    /// Drops the starts that lost at the pruning before and marks those whose total is above `worst`.
    mutating func prune(to end: Double, sum: Double, worst: Double) {
        var kept = 0
        for index in 0..<count where !hasLost[index] {
            let (block, lane) = (index / 8, index % 8)
            let (start, before, base) = (starts[block][lane], sums[block][lane], bases[block][lane])
            let difference = sum - before
            let (to, place) = (kept / 8, kept % 8)
            starts[to][place] = start
            sums[to][place] = before
            bases[to][place] = base
            hasLost[kept] = base - difference * difference / (end - start) > worst
            kept += 1
        }
        for index in kept..<count { bases[index / 8][index % 8] = .infinity }
        hasLost.removeLast(count - kept)
        count = kept
        let blocks = (kept + 7) / 8
        starts.removeLast(starts.count - blocks)
        sums.removeLast(sums.count - blocks)
        bases.removeLast(bases.count - blocks)
    }
}
