import HoneStatistics
import Testing

struct EnergySplitTests {
    @Test(arguments: EnergySplit.Form.allCases)
    func `the Nile splits in 1899`(form: EnergySplit.Form) throws {
        let split = try #require(EnergySplit(SegmentationTests.nile, form: form))
        #expect(split.split == 28)
        #expect(isClose(split.statistic, form == .unbiased ? 4807.521314553991 : 4956.656825396825, 1e-9))
    }

    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("energy_split"))
    func `oracle energy split`(golden: OracleCase) throws {
        let values = try #require(golden.fields["input"]?.numbers)
        for (name, form) in [("v_stat", EnergySplit.Form.withSelf), ("u_stat", .unbiased)] {
            let split = try #require(EnergySplit(values, form: form))
            let expected = try golden.expected(name)
            #expect(split.split == expected["split"]?.integer, "\(name)")
            #expect(golden.agrees(split.statistic, with: try #require(expected["q"])), "\(name)")
        }
    }

    /// The definition, pair by pair.
    private func statistic(_ values: [Double], _ split: Int, _ form: EnergySplit.Form) -> Double {
        let (left, right) = (values[..<split], values[split...])
        func mean(_ one: ArraySlice<Double>, _ other: ArraySlice<Double>, selfless: Bool) -> Double {
            let sum = one.reduce(0) { sum, x in other.reduce(sum) { $0 + abs(x - $1) } }
            return sum / Double(one.count * (other.count - (selfless ? 1 : 0)))
        }
        let isUnbiased = form == .unbiased
        let energy =
            2 * mean(left, right, selfless: false) - mean(left, left, selfless: isUnbiased)
            - mean(right, right, selfless: isUnbiased)
        return Double(left.count * right.count) / Double(values.count) * energy
    }

    @Test(arguments: UInt64(1)...10)
    func `the running sums are the sums over pairs`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let values = (0..<30).map { 1e4 + Double(generator.index(below: 12)) + ($0 > 17 ? 3.5 : 0) }
        for form in EnergySplit.Form.allCases {
            let least = form == .unbiased ? 2 : 1
            let all = (least...30 - least).map { statistic(values, $0, form) }
            let best = try #require(all.max())
            let split = try #require(EnergySplit(values, form: form))
            #expect(isClose(split.statistic, best, 1e-9))
            #expect(isClose(all[split.split - least], best, 1e-9))
        }
    }

    @Test func `a change is rare among random orders, noise is not`() throws {
        var generator = SeededGenerator(seed: 3)
        let sure = try #require(EnergySplit.probability(SegmentationTests.nile, permutations: 199, using: &generator))
        #expect(sure == 1.0 / 200)
        let noise = (0..<60).map { _ in generator.unit() }
        let unsure = try #require(EnergySplit.probability(noise, permutations: 199, using: &generator))
        #expect(unsure > 0.05)
        let equal = try #require(EnergySplit.probability([4, 4, 4, 4, 4], permutations: 9, using: &generator))
        #expect(equal == 1)
    }

    @Test func `under noise the probability is as often small as it says`() throws {
        var generator = SeededGenerator(seed: 17)
        var small = 0
        for _ in 0..<300 {
            let noise = (0..<24).map { _ in generator.unit() }
            let probability = try #require(EnergySplit.probability(noise, permutations: 19, using: &generator))
            if probability <= 0.1 { small += 1 }
        }
        // Binomial of 300 at 0.1: mean 30, four deviations of 5.2.
        #expect(small > 9 && small < 51)
    }

    @Test func `what cannot be split is refused`() {
        var generator = SeededGenerator(seed: 1)
        #expect(EnergySplit([1, 2, 3]) == nil)
        #expect(EnergySplit([1], form: .withSelf) == nil)
        #expect(EnergySplit([1, 2], form: .withSelf)?.split == 1)
        #expect(EnergySplit([1, 2, 3, .nan]) == nil)
        #expect(EnergySplit.probability([1, 2, 3, 4], permutations: 0, using: &generator) == nil)
    }
}
