/// How many pairs of a series rise and fall, and how many values are tied.
///
/// Source: D. Christensen (2005), Fast Algorithms for the Calculation of Kendall's tau, doi:10.1007/BF02736122; here with a
/// binary indexed tree.
struct PairCounts {
    /// Rising less falling pairs.
    let score: Int

    /// The sizes of the groups of equal values, groups of one among them.
    let ties: [Double]

    /// - Complexity: O(n log n), n the number of values.
    init(_ values: [Double]) {
        let sorted = Ascending.values(values)
        var groups: [(value: Double, count: Int)] = []
        for value in sorted {
            if groups.last?.value == value { groups[groups.count - 1].count += 1 } else { groups.append((value, 1)) }
        }
        var tree = [Int](repeating: 0, count: groups.count + 1)
        func before(_ rank: Int) -> Int {
            var (sum, node) = (0, rank)
            while node > 0 {
                sum += tree[node]
                node &= node - 1
            }
            return sum
        }
        var score = 0
        for (place, value) in values.enumerated() {
            var (low, high) = (0, groups.count)
            while low < high {
                let middle = (low + high) / 2
                if groups[middle].value < value { low = middle + 1 } else { high = middle }
            }
            score += before(low) - (place - before(low + 1))
            var node = low + 1
            while node < tree.count {
                tree[node] += 1
                node += node & -node
            }
        }
        self.score = score
        ties = groups.map { Double($0.count) }
    }
}
