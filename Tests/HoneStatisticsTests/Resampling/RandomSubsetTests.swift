import Testing

@testable import HoneStatistics

struct RandomSubsetTests {
    @Test(arguments: [(5, 2), (5, 3), (6, 1), (7, 7), (8, 0), (6, 3)])
    func `every subset is equally likely`(count: Int, size: Int) throws {
        var generator = SeededGenerator(seed: UInt64(10 * count + size))
        var subset = RandomSubset(of: count, choosing: size)
        let subsets = try #require(Combinations.count(choosing: size, of: count, atMost: 100))
        var found: [UInt64: Int] = [:]
        for _ in 0..<1_000 * subsets {
            subset.draw(from: &generator)
            found[subset.words[0], default: 0] += 1
        }
        #expect(found.count == subsets)
        #expect(found.keys.allSatisfy { $0.nonzeroBitCount == size && $0 < 1 << UInt64(count) })
        let chiSquare = found.values.reduce(0) { $0 + (Double($1) - 1_000) * (Double($1) - 1_000) / 1_000 }
        let freedom = Double(subsets - 1)
        #expect(chiSquare <= freedom + 4 * (2 * freedom).squareRoot())
    }

    /// Sizes around whole words, and chances near both ends.
    @Test(arguments: [(63, 20), (64, 32), (65, 64), (1_000, 3), (1_000, 333), (1_000, 998), (2_000, 1_000)])
    func `every index is taken as often as the size says`(count: Int, size: Int) {
        var generator = SeededGenerator(seed: 4)
        var subset = RandomSubset(of: count, choosing: size)
        var taken = [Int](repeating: 0, count: count)
        let draws = 2_000
        for _ in 0..<draws {
            subset.draw(from: &generator)
            #expect(subset.words.reduce(0) { $0 + $1.nonzeroBitCount } == size)
            for index in 0..<count where subset.contains(index) { taken[index] += 1 }
        }
        let chance = Double(size) / Double(count)
        let expected = Double(draws) * chance
        // The counts of a subset of fixed size vary as this, with count - 1 degrees of freedom.
        let variance = expected * (1 - chance) * Double(count) / Double(count - 1)
        let chiSquare = taken.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / variance }
        let freedom = Double(count - 1)
        #expect(abs(chiSquare - freedom) < 4.5 * (2 * freedom).squareRoot())
    }

    @Test func `sums of subsets are the sums of their values`() {
        var generator = SeededGenerator(seed: 9)
        for count in [1, 3, 4, 63, 64, 65, 300] {
            let values = (0..<count).map { _ in Double(generator.index(below: 1_000)) }
            let size = 1 + count / 3
            let sums = SubsetSums(values).sums(choosing: size, draws: 5..<25, seed: 2)
            var subset = RandomSubset(of: count, choosing: size)
            let plain = (5..<25).map { number in
                var stream = SeededGenerator(seed: 2, stream: number)
                subset.draw(from: &stream)
                return values.indices.reduce(0) { subset.contains($1) ? $0 + values[$1] : $0 }
            }
            // Whole numbers add up without rounding.
            #expect(sums == plain)
        }
    }

    @Test func `combinations are counted and listed`() {
        for all in 0...9 {
            for chosen in 0...all {
                var visited: [[Int]] = []
                Combinations.forEach(choosing: chosen, of: all) { visited.append($0) }
                #expect(Combinations.count(choosing: chosen, of: all, atMost: 1_000) == visited.count)
                #expect(Set(visited).count == visited.count)
                #expect(visited.allSatisfy { $0.count == chosen && $0 == Array(Set($0)).sorted() })
            }
        }
        #expect(Combinations.count(choosing: 10, of: 20, atMost: 184_755) == nil)
        #expect(Combinations.count(choosing: 10, of: 20, atMost: 184_756) == 184_756)
        #expect(Combinations.count(choosing: 5_000, of: 10_000, atMost: .max) == nil)
    }
}
