/// Sums of random subsets of values, four values at a time: the sums of all sixteen subsets of each four are listed once.
struct SubsetSums {
    private let count: Int
    /// Sixteen sums for each four values, whole words of 64 values.
    private let table: [Double]

    init(_ values: [Double]) {
        count = values.count
        let fours = (values.count + 63) / 64 * 16
        var table = [Double](repeating: 0, count: 16 * fours)
        for four in 0..<fours {
            for subset in 1..<16 {
                // One value more than the subset without its lowest.
                let lowest = 4 * four + subset.trailingZeroBitCount
                let rest = table[16 * four + (subset & (subset - 1))]
                table[16 * four + subset] = rest + (lowest < values.count ? values[lowest] : 0)
            }
        }
        self.table = table
    }

    /// The sum of one subset of this size for each of some draws, in their order; those of a range are the same whatever else is
    /// computed.
    func sums(choosing size: Int, draws: Range<Int>, seed: UInt64) -> [Double] {
        var subset = RandomSubset(of: count, choosing: size)
        return table.withUnsafeBufferPointer { table in
            draws.map { number in
                var generator = SeededGenerator(seed: seed, stream: number)
                subset.draw(from: &generator)
                return Self.sum(subset.words, table)
            }
        }
    }

    /// Four running sums at once, in a fixed order.
    @inline(__always)
    private static func sum(_ words: [UInt64], _ table: UnsafeBufferPointer<Double>) -> Double {
        var (sumA, sumB, sumC, sumD) = (0.0, 0.0, 0.0, 0.0)
        var start = 0
        for word in words {
            var bits = word
            for _ in 0..<4 {
                sumA += table[start + Int(bits & 15)]
                sumB += table[start + 16 + Int(bits >> 4 & 15)]
                sumC += table[start + 32 + Int(bits >> 8 & 15)]
                sumD += table[start + 48 + Int(bits >> 12 & 15)]
                bits >>= 16
                start += 64
            }
        }
        return (sumA + sumB) + (sumC + sumD)
    }
}
