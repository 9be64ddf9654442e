extension PermutationTest {
    /// Tests the difference of the means: that of the first sample less that of the second.
    ///
    /// All rearrangements are listed where there are at most `exhaustive`: p is then exact. Else `rearrangements` of them are drawn
    /// and p = (b + 1) / (B + 1), b the extreme ones of the B drawn. ``basis`` says which.
    ///
    /// Refuses (answers `nil` for) an empty sample, values that are not finite, and fewer than one rearrangement to draw.
    ///
    /// - Parameters:
    ///   - first: any unit.
    ///   - second: the same unit.
    ///   - alternative: which side counts.
    ///   - exhaustive: the most rearrangements that are all listed; 0 to draw always.
    ///   - rearrangements: how many to draw otherwise, each with its own stream of random numbers.
    ///   - seed: any 64 bits; print and store it with the result.
    /// - Complexity: O(B · n), n the values of both samples, B the rearrangements listed or drawn; drawn ones take n / 4 additions.
    ///
    /// Source: P. Good (2005), doi:10.1007/b138696; B. Phipson and G. K. Smyth (2010), Permutation P-values Should Never Be Zero,
    /// doi:10.2202/1544-6115.1585.
    public init?(
        differenceOfMeans first: [Double], _ second: [Double], alternative: Alternative = .twoSided,
        exhaustive: Int = PermutationTest.usualExhaustive, rearrangements: Int = PermutationTest.usualRearrangements, seed: UInt64
    ) {
        let pooled = first + second
        guard !first.isEmpty, !second.isEmpty, rearrangements > 0, pooled.allSatisfy(\.isFinite) else { return nil }
        // About the mean of all, so that a large common part costs no digits.
        let centre = pooled.compensatedSum / Double(pooled.count)
        let centred = pooled.map { $0 - centre }
        let all = centred.compensatedSum
        func difference(_ sum: Double) -> Double { sum / Double(first.count) - (all - sum) / Double(second.count) }
        let statistic = difference(centred.prefix(first.count).compensatedSum)
        guard statistic.isFinite else { return nil }
        let found: [Double]
        let basis: Basis
        if let count = Combinations.count(choosing: first.count, of: pooled.count, atMost: exhaustive) {
            basis = .exhaustive(rearrangements: count)
            var sums: [Double] = []
            Combinations.forEach(choosing: first.count, of: pooled.count) { chosen in
                sums.append(chosen.reduce(0) { $0 + centred[$1] })
            }
            found = sums.map(difference)
        } else {
            basis = .simulated(rearrangements: rearrangements, seed: seed)
            found = SubsetSums(centred).sums(choosing: first.count, draws: 0..<rearrangements, seed: seed).map(difference)
        }
        let largest = pooled.reduce(0) { max($0, abs($1)) }
        self.init(statistic: statistic, found: found, rounding: 4 * largest.ulp, alternative: alternative, basis: basis)
    }

    /// Tests any statistic of two samples that is 0 on average where they do not differ.
    ///
    /// Refuses (answers `nil` for) an empty sample, values or statistics that are not finite, and fewer than one rearrangement to
    /// draw. The rest is as for the difference of means.
    ///
    /// - Parameters:
    ///   - first: any unit.
    ///   - second: the same unit.
    ///   - alternative: which side counts.
    ///   - exhaustive: the most rearrangements that are all listed; 0 to draw always.
    ///   - rearrangements: how many to draw otherwise, each with its own stream of random numbers.
    ///   - seed: any 64 bits; print and store it with the result.
    ///   - statistic: of two samples, whose values come in no particular order.
    /// - Complexity: B calls of the statistic and O(B · n), n the values of both samples, B the rearrangements listed or drawn.
    ///
    /// Source: P. Good (2005), doi:10.1007/b138696.
    public init?(
        _ first: [Double], _ second: [Double], alternative: Alternative = .twoSided,
        exhaustive: Int = PermutationTest.usualExhaustive, rearrangements: Int = PermutationTest.usualRearrangements, seed: UInt64,
        statistic: (Span<Double>, Span<Double>) -> Double
    ) {
        let pooled = first + second
        guard !first.isEmpty, !second.isEmpty, rearrangements > 0, pooled.allSatisfy(\.isFinite) else { return nil }
        let observed = statistic(first.span, second.span)
        var found: [Double] = []
        var (one, other) = (first, second)
        let basis: Basis
        if let count = Combinations.count(choosing: first.count, of: pooled.count, atMost: exhaustive) {
            basis = .exhaustive(rearrangements: count)
            Combinations.forEach(choosing: first.count, of: pooled.count) { chosen in
                var (next, rest) = (0, 0)
                for index in pooled.indices {
                    if next < chosen.count, chosen[next] == index {
                        one[next] = pooled[index]
                        next += 1
                    } else {
                        other[rest] = pooled[index]
                        rest += 1
                    }
                }
                found.append(statistic(one.span, other.span))
            }
        } else {
            basis = .simulated(rearrangements: rearrangements, seed: seed)
            var subset = RandomSubset(of: pooled.count, choosing: first.count)
            for number in 0..<rearrangements {
                var generator = SeededGenerator(seed: seed, stream: number)
                subset.draw(from: &generator)
                var (next, rest) = (0, 0)
                for index in pooled.indices {
                    if subset.contains(index) {
                        one[next] = pooled[index]
                        next += 1
                    } else {
                        other[rest] = pooled[index]
                        rest += 1
                    }
                }
                found.append(statistic(one.span, other.span))
            }
        }
        guard observed.isFinite, found.allSatisfy(\.isFinite) else { return nil }
        self.init(statistic: observed, found: found, alternative: alternative, basis: basis)
    }
}
