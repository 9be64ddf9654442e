/// The k-th smallest of many sums or differences without writing them down.
enum RankedSelection {
    /// The smallest double in `low`...`high` that at least `rank` of the values do not exceed.
    ///
    /// Doubles are halved by their order, not their size, so that the answer is one of the values to the last bit.
    ///
    /// - Parameter count: how many of the values do not exceed a limit.
    /// - Complexity: at most 64 calls of `count`.
    static func value(_ rank: Int, from low: Double, through high: Double, count: (Double) -> Int) -> Double {
        var below = Ascending.key(low)
        var reached = Ascending.key(high)
        while below < reached {
            let middle = below + (reached - below) / 2
            if count(Ascending.value(middle)) >= rank { reached = middle } else { below = middle + 1 }
        }
        // Negative zero counts as zero.
        return Ascending.value(reached) + 0
    }

    /// How many differences of a value of `first` less one of `second`, both ascending, do not exceed `limit`.
    static func differences(_ first: [Double], _ second: [Double], upTo limit: Double) -> Int {
        var found = 0
        var j = 0
        for value in first {
            while j < second.count, value - second[j] > limit { j += 1 }
            if j == second.count { break }
            found += second.count - j
        }
        return found
    }

    /// How many midpoints of two of `values`, ascending, or of one with itself, do not exceed `limit`.
    static func midpoints(_ values: [Double], upTo limit: Double) -> Int {
        var found = 0
        var j = values.count - 1
        for i in values.indices {
            while j >= i, values[i] / 2 + values[j] / 2 > limit { j -= 1 }
            if j < i { break }
            found += j - i + 1
        }
        return found
    }
}
