extension Quantile {
    /// Several quantiles of one list that need not be sorted: only the ranks that they look at are brought to their places.
    ///
    /// - Parameters:
    ///   - values: any unit, none of them NaN; their order afterwards is not defined.
    ///   - probabilities: each in 0...1.
    ///   - type: which of the nine.
    /// - Returns: what ``hyndmanFan(sorted:probability:type:)`` says of the sorted list, in the order of the probabilities; `nil` for
    ///   an empty list or a probability out of range.
    /// - Complexity: O(n) for a few probabilities, O(n log n) at worst.
    ///
    /// Source: C. A. R. Hoare (1961), Algorithm 65: Find, doi:10.1145/366622.366647; the way back to sorting from D. R. Musser
    /// (1997), Introspective Sorting and Selection Algorithms, doi:10.1002/(SICI)1097-024X(199708)27:8<983::AID-SPE117>3.0.CO;2-#.
    public static func hyndmanFan(of values: inout [Double], probabilities: [Double], type: HyndmanFanType) -> [Double]? {
        guard !values.isEmpty, probabilities.allSatisfy({ (0...1).contains($0) }) else { return nil }
        // Whatever the type, a position lies less than two ranks from n times the probability.
        let last = values.count - 1
        let ranks = probabilities.sorted().map { probability in
            let near = Int(Double(values.count) * probability)
            return min(last, max(0, near - 2))...min(last, near + 1)
        }
        let steps = 2 * (Int.bitWidth - values.count.leadingZeroBitCount)
        values.withUnsafeMutableBufferPointer { place(ranks[...], of: $0, in: 0..<$0.count, steps: steps) }
        return probabilities.compactMap { hyndmanFan(sorted: values, probability: $0, type: type) }
    }

    /// Fewer than these are sorted by insertion.
    private static let shortest = 12

    /// Brings the values of some ranks to their places.
    /// - Parameters:
    ///   - ranks: ascending, each of them meeting `range`.
    ///   - range: whose values are neither smaller than those before it nor greater than those behind it.
    ///   - steps: how often it may be cut in two before all of it is sorted.
    private static func place(
        _ ranks: ArraySlice<ClosedRange<Int>>, of values: UnsafeMutableBufferPointer<Double>, in range: Range<Int>, steps: Int
    ) {
        var (ranks, range, steps) = (ranks, range, steps)
        while range.count > shortest, !ranks.isEmpty {
            guard steps > 0 else { return values[range].sort() }
            steps -= 1
            let pivot = middle(values[range.lowerBound], values[range.lowerBound + range.count / 2], values[range.upperBound - 1])
            var cut = part(values, range) { $0 < pivot }
            let isLeast = cut == range.lowerBound
            // All that are equal to the least one are in place.
            if isLeast { cut = part(values, range) { $0 <= pivot } }
            let before = ranks.prefix { $0.lowerBound < cut }
            let behind = ranks.drop { $0.upperBound < cut }
            if !isLeast, !before.isEmpty { place(before, of: values, in: range.lowerBound..<cut, steps: steps) }
            (ranks, range) = (behind, cut..<range.upperBound)
        }
        if !ranks.isEmpty, range.count <= shortest { insert(values, range) }
    }

    /// Puts those that are asked for first, without a branch that depends on a value.
    /// - Returns: where the others begin.
    @inline(__always)
    private static func part(_ values: UnsafeMutableBufferPointer<Double>, _ range: Range<Int>, _ isFirst: (Double) -> Bool) -> Int {
        var next = range.lowerBound
        for index in range {
            let value = values[index]
            values[index] = values[next]
            values[next] = value
            // As the byte that it is in memory: of a condition a compiler makes a jump, which is guessed wrong every other time.
            next &+= Int(unsafeBitCast(isFirst(value), to: UInt8.self))
        }
        return next
    }

    private static func insert(_ values: UnsafeMutableBufferPointer<Double>, _ range: Range<Int>) {
        for index in range {
            let value = values[index]
            var hole = index
            while hole > range.lowerBound, values[hole - 1] > value {
                values[hole] = values[hole - 1]
                hole -= 1
            }
            values[hole] = value
        }
    }

    private static func middle(_ first: Double, _ second: Double, _ third: Double) -> Double {
        max(min(first, second), min(max(first, second), third))
    }
}
