/// The costs of all segments with one end, for ends that come one after the other.
protocol SegmentCosts {
    /// Writes the cost of the segment from each of `starts` to `end`, which is one more than at the call before.
    ///
    /// A start that was left out once is never asked for again.
    mutating func write(into costs: inout [Double], from starts: ClosedRange<Int>, to end: Int)
}

/// For each end the start of the last segment of the cheapest cut, by dynamic programming.
struct LastChanges {
    /// The start of the last segment, by the end of the series; the first is without meaning.
    var starts: [Int]

    init(starts: [Int]) {
        self.starts = starts
    }

    /// - Complexity: O(n²) costs, less when it prunes and there are changes all along.
    init(_ costs: consuming some SegmentCosts, _ count: Int, _ penalty: Double, _ leastLength: Int, prunes: Bool) {
        starts = [Int](repeating: 0, count: count + 1)
        var cheapest = [Double](repeating: .infinity, count: count + 1)
        cheapest[0] = -penalty
        var column = [Double](repeating: 0, count: count + 1)
        // A start that has lost to `end` has lost for good from one least length later on.
        var lostAt = [Int](repeating: .max, count: count + 1)
        var first = 0
        for end in 1..<count + 1 {
            costs.write(into: &column, from: first...end - 1, to: end)
            guard end >= leastLength else { continue }
            for start in first...end - leastLength where lostAt[start] > end {
                let total = cheapest[start] + column[start] + penalty
                if total < cheapest[end] {
                    cheapest[end] = total
                    starts[end] = start
                }
            }
            guard prunes else { continue }
            for start in first...end - leastLength where lostAt[start] == .max && cheapest[start] + column[start] > cheapest[end] {
                lostAt[start] = end + leastLength
            }
            while first <= end - leastLength, lostAt[first] <= end + 1 { first += 1 }
        }
    }
}
