extension Correlation {
    /// Kendall's tau-b: pairs in the same order less pairs in the opposite order, with ties taken out of both lists.
    ///
    /// The p-value is exact for up to 50 pairs of values without ties, else from the normal distribution with the variance
    /// corrected for ties.
    ///
    /// - Parameters:
    ///   - x: any unit, at least two values.
    ///   - y: as many, any unit.
    /// - Returns: a coefficient, or `nil` for lists of different lengths, values that are not finite, and a list that does
    ///   not vary.
    /// - Complexity: O(n log n).
    ///
    /// Source: M. G. Kendall (1945), doi:10.1093/biomet/33.3.239 (ties); W. R. Knight (1966),
    /// doi:10.1080/01621459.1966.10480879 (counting by merging).
    public static func kendall(_ x: [Double], _ y: [Double]) -> Correlation? {
        guard arePairs(x, y) else { return nil }
        let n = x.count
        let order = x.indices.sorted { x[$0] != x[$1] ? x[$0] < x[$1] : y[$0] < y[$1] }
        let byFirst = order.map { x[$0] }
        var rows = order.map { y[$0] }
        let tied = TieSums(byFirst)
        let both = tiedInBoth(byFirst, rows)
        let discordant = inversions(&rows)
        // Merging has left the second list in ascending order.
        let others = TieSums(rows)
        let all = n * (n - 1) / 2
        guard tied.pairs < all, others.pairs < all else { return nil }
        let balance = Double(all - tied.pairs - others.pairs + both - 2 * discordant)
        let tau = balance / Double(all - tied.pairs).squareRoot() / Double(all - others.pairs).squareRoot()
        let isExact = tied.pairs == 0 && others.pairs == 0 && n <= 50
        let p = isExact ? exactP(discordant, n) : normalP(balance, n, tied, others)
        return Correlation(
            kind: .kendall, coefficient: tau, n: n, pValue: n > 2 ? p : nil, method: isExact ? .exact : .asymptoticUncorrected)
    }

    private static func tiedInBoth(_ x: [Double], _ y: [Double]) -> Int {
        var (pairs, run) = (0, 0)
        for place in x.indices.dropFirst() {
            run = x[place] == x[place - 1] && y[place] == y[place - 1] ? run + 1 : 0
            pairs += run
        }
        return pairs
    }

    /// Sorts a list by merging ever longer runs and counts the pairs that stood in the wrong order.
    private static func inversions(_ values: inout [Double]) -> Int {
        var other = values
        var (count, width) = (0, 1)
        while width < values.count {
            for start in stride(from: 0, to: values.count, by: 2 * width) {
                let middle = min(start + width, values.count)
                let end = min(middle + width, values.count)
                var (left, right) = (start, middle)
                for place in start..<end {
                    if left < middle, right == end || values[left] <= values[right] {
                        other[place] = values[left]
                        left += 1
                    } else {
                        other[place] = values[right]
                        right += 1
                        count += middle - left
                    }
                }
            }
            swap(&values, &other)
            width *= 2
        }
        return count
    }

    /// From the number of inversions of every order of n things.
    private static func exactP(_ inversions: Int, _ n: Int) -> Double {
        var law = [Double](repeating: 0, count: n * (n - 1) / 2 + 1)
        law[0] = 1
        for size in 1...n {
            // One more thing adds 0, 1 … size - 1 inversions with equal probability.
            let old = law
            for place in law.indices {
                law[place] = old[max(0, place - size + 1)...place].compensatedSum / Double(size)
            }
        }
        return TailProbabilities(law, observed: inversions, twiceMean: law.count - 1).twoSided
    }

    private static func normalP(_ balance: Double, _ n: Int, _ tied: TieSums, _ others: TieSums) -> Double? {
        let size = Double(n)
        let plain = size * (size - 1)
        let first = (plain * (2 * size + 5) - tied.cubic - others.cubic) / 18
        let second = 2 * Double(tied.pairs) * Double(others.pairs) / plain
        let third = n > 2 ? tied.triples * others.triples / (9 * plain * (size - 2)) : 0
        return TailProbabilities.normal(balance, mean: 0, variance: first + second + third, isCorrected: false)?.twoSided
    }
}

/// What the groups of equal values in an ascending list take out of Kendall's variance.
private struct TieSums {
    private(set) var pairs = 0
    private(set) var triples = 0.0
    private(set) var cubic = 0.0

    init(_ sorted: [Double]) {
        var start = 0
        for end in 1...sorted.count where end == sorted.count || sorted[end] != sorted[start] {
            let size = Double(end - start)
            pairs += (end - start) * (end - start - 1) / 2
            triples += size * (size - 1) * (size - 2)
            cubic += size * (size - 1) * (2 * size + 5)
            start = end
        }
    }
}
