/// The one place to cut a series at which both sides differ most in distribution, by the energy distance.
///
/// A second opinion beside ``Segmentation``: it sees changes of spread too, and gives a probability.
///
/// Source: D. S. Matteson and N. A. James (2014), A Nonparametric Approach for Multiple Change Point Analysis of Multivariate
/// Data, doi:10.1080/01621459.2013.849605; G. J. Székely and M. L. Rizzo (2013), doi:10.1016/j.jspi.2013.03.018.
public struct EnergySplit: Sendable, Hashable {
    /// How the distances within a side are averaged.
    public enum Form: String, Sendable, Hashable, CaseIterable {
        /// Over all pairs of different values, as Matteson and James do; each side needs two.
        case unbiased
        /// Over all pairs, each value with itself among them, as some packages do.
        case withSelf
    }

    /// How many values lie before the cut.
    public let split: Int

    /// The scaled energy distance of the two sides, in the unit of the values.
    public let statistic: Double

    /// Finds the cut.
    ///
    /// Refuses (answers `nil` for) fewer than four values for ``Form/unbiased``, fewer than two for ``Form/withSelf``, and values
    /// that are not finite. Of equal cuts the first wins.
    ///
    /// - Parameters:
    ///   - values: any unit, in order of time.
    ///   - form: how distances within a side are averaged.
    /// - Complexity: O(n log n), n the number of values.
    public init?(_ values: [Double], form: Form = .unbiased) {
        guard values.allSatisfy(\.isFinite) else { return nil }
        var scan = EnergyScan(values)
        guard let best = scan.best(values.indices.map(\.self), form) else { return nil }
        split = best.split
        statistic = best.statistic
    }

    /// How often a random order of the values has as clear a cut: (b + 1) / (B + 1), never 0.
    ///
    /// Supposes that the values are independent; with autocorrelation it is too small.
    ///
    /// - Parameters:
    ///   - values: any unit, in order of time.
    ///   - form: how distances within a side are averaged.
    ///   - permutations: how many random orders, 1 or more; 999 give three digits.
    ///   - generator: of the random orders.
    /// - Returns: a probability, or `nil` where there is no split.
    /// - Complexity: O(permutations · n log n), n the number of values.
    ///
    /// Source: B. Phipson and G. K. Smyth (2010), Permutation P-Values Should Never Be Zero, doi:10.2202/1544-6115.1585.
    public static func probability(
        _ values: [Double], form: Form = .unbiased, permutations: Int, using generator: inout SeededGenerator
    ) -> Double? {
        guard permutations >= 1, values.allSatisfy(\.isFinite) else { return nil }
        var scan = EnergyScan(values)
        var order = values.indices.map(\.self)
        guard let seen = scan.best(order, form) else { return nil }
        var reached = 1
        for _ in 0..<permutations {
            for index in order.indices.dropFirst().reversed() { order.swapAt(index, generator.index(below: index + 1)) }
            // Sums of the same distances in another order may differ in their last digits.
            if let other = scan.best(order, form), other.statistic >= seen.statistic * (1 - 1e-12) { reached += 1 }
        }
        return Double(reached) / Double(permutations + 1)
    }
}

/// Distances between values, prepared so that every order of them is scanned in O(n log n).
private struct EnergyScan {
    private let values: [Double]
    private let ranks: [Int]

    /// The sum of the distances of each value from all.
    private let distances: [Double]

    /// The sum over all pairs.
    private let total: Double

    /// Sums and counts of the values before, by rank, as a binary indexed tree.
    private var sums: [Double]
    private var counts: [Double]

    init(_ list: [Double]) {
        let mean = list.compensatedSum / Double(max(1, list.count))
        let values = list.map { $0 - mean }
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        var (ranks, distances) = (order, values)
        var below = 0.0
        let all = values.compensatedSum
        for (rank, index) in order.enumerated() {
            ranks[index] = rank
            let value = values[index]
            distances[index] = value * Double(rank) - below + (all - below) - value * Double(values.count - rank)
            below += value
        }
        self.values = values
        self.ranks = ranks
        self.distances = distances
        total = distances.compensatedSum / 2
        sums = [Double](repeating: 0, count: values.count + 1)
        counts = sums
    }

    /// The best cut of the values in `order`.
    mutating func best(_ order: [Int], _ form: EnergySplit.Form) -> (split: Int, statistic: Double)? {
        let least = form == .unbiased ? 2 : 1
        let n = order.count
        guard n >= 2 * least else { return nil }
        for index in sums.indices { (sums[index], counts[index]) = (0, 0) }
        var best: (split: Int, statistic: Double)?
        var (within, reach, sum) = (0.0, 0.0, 0.0)
        for (place, index) in order.enumerated().prefix(n - least) {
            let below = prefix(ranks[index])
            let above = (sum: sum - below.sum, count: Double(place) - below.count)
            within += values[index] * (below.count - above.count) - below.sum + above.sum
            reach += distances[index]
            insert(index)
            sum += values[index]
            let split = place + 1
            guard split >= least else { continue }
            let (left, right) = (Double(split), Double(n - split))
            let across = reach - 2 * within
            let beyond = total - within - across
            let (leftPairs, rightPairs) =
                form == .unbiased ? (left * (left - 1) / 2, right * (right - 1) / 2) : (left * left / 2, right * right / 2)
            let energy = 2 * across / (left * right) - within / leftPairs - beyond / rightPairs
            let statistic = left * right / (left + right) * energy
            if best.map({ statistic > $0.statistic }) ?? true { best = (split, statistic) }
        }
        return best
    }

    /// How many of the values before have a lower rank, and their sum.
    private func prefix(_ rank: Int) -> (sum: Double, count: Double) {
        var (sum, count, node) = (0.0, 0.0, rank)
        while node > 0 {
            sum += sums[node]
            count += counts[node]
            node &= node - 1
        }
        return (sum, count)
    }

    private mutating func insert(_ index: Int) {
        var node = ranks[index] + 1
        while node < sums.count {
            sums[node] += values[index]
            counts[node] += 1
            node += node & -node
        }
    }
}
