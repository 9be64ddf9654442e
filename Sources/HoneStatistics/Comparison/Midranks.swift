/// Ranks from 1, equal values sharing the mean of theirs.
enum Midranks {
    /// Twice the rank of every value, in the given order: whole numbers, because a shared rank may end in one half.
    ///
    /// - Complexity: O(n log n).
    static func doubled(_ values: [Double]) -> [Int] {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var ranks = [Int](repeating: 0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            for place in start..<end { ranks[order[place]] = start + end + 1 }
            start = end
        }
        return ranks
    }
}
