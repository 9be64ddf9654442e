import HoneStatistics
import Testing

struct QuantileTests {
    let ages: [Double] = [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 5, 5, 5, 5, 8, 8, 13, 21, 34]

    /// The worked example of the definition.
    @Test(arguments: [(50, 3.0), (70, 5.0), (85, 8.0), (95, 21.0), (0, 1.0), (100, 34.0)])
    func `nearest rank is an observed value`(percent: Int, expected: Double) {
        #expect(Quantile.nearestRank(sorted: ages, percent: percent) == expected)
    }

    @Test func `seven percent of a hundred is the seventh value`() {
        #expect(Quantile.nearestRank(sorted: (1...100).map(Double.init), percent: 7) == 7)
    }

    /// Hyndman and Fan's nine answers for 15, 20, 35, 40, 50 at one quarter, as `numpy.quantile` 2.4.6 gives them.
    @Test(arguments: zip(HyndmanFanType.allCases, [20, 20, 15, 16.25, 18.75, 17.5, 20, 55 / 3.0, 18.4375]))
    func `the nine types differ at one quarter`(type: HyndmanFanType, expected: Double) {
        #expect(isClose(Quantile.hyndmanFan(sorted: [15, 20, 35, 40, 50], probability: 0.25, type: type), expected))
    }

    @Test(arguments: UInt64(1)...60) func `quantiles of a list that is not sorted are those of the sorted one`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<20 {
            let size = Int.random(in: 1...(seed % 3 == 0 ? 2_000 : 200), using: &random)
            let kinds = Int.random(in: 1...(Bool.random(using: &random) ? 5 : 100_000), using: &random)
            var values = (0..<size).map { _ in Double(Int.random(in: 0..<kinds, using: &random)) }
            // In order, in the other order, or neither.
            let order = Int.random(in: 0...3, using: &random)
            if order == 0 { values.sort() } else if order == 1 { values.sort(by: >) }
            let (sorted, probabilities) = (values.sorted(), [0, 0.5, 0.85, 0.95, 1, Double.random(in: 0...1, using: &random)])
            for type in HyndmanFanType.allCases {
                var some = values
                let found = try #require(Quantile.hyndmanFan(of: &some, probabilities: probabilities.shuffled(using: &random), type: type))
                let expected = probabilities.map { Quantile.hyndmanFan(sorted: sorted, probability: $0, type: type)! }
                #expect(found.sorted() == expected.sorted())
                #expect(some.sorted() == sorted)
            }
        }
        var (none, one) = ([Double](), [1.0])
        #expect(Quantile.hyndmanFan(of: &none, probabilities: [0.5], type: .linear) == nil)
        #expect(Quantile.hyndmanFan(of: &one, probabilities: [1.5], type: .linear) == nil)
    }

    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("quantiles"))
    func `oracle quantiles`(golden: OracleCase) throws {
        let sorted = try #require(golden.fields["input"]?.numbers).sorted()
        let probabilities = try #require(golden.fields["params"]?["p"]?.numbers)
        for type in HyndmanFanType.allCases {
            let row = try golden.expected("type\(type.rawValue)").list ?? []
            #expect(row.count == probabilities.count)
            for (probability, expected) in zip(probabilities, row) {
                let value = Quantile.hyndmanFan(sorted: sorted, probability: probability, type: type)
                #expect(golden.agrees(value, with: expected), "\(golden.id) type \(type.rawValue) at \(probability)")
            }
        }
        let row = try golden.expected("nearest_rank_ceil").list ?? []
        #expect(row.count == probabilities.count)
        for (probability, expected) in zip(probabilities, row) {
            let percent = try #require(Int(exactly: (probability * 100).rounded()))
            let value = Quantile.nearestRank(sorted: sorted, percent: percent)
            #expect(golden.agrees(value, with: expected), "\(golden.id) nearest rank at \(percent) %")
        }
        #expect(golden.fields["expected"]?.object?.count == 11)
    }

    /// Lighthouse takes the rank ⌊p · n⌋, one too low where p · n is not whole: too few values then reach no further.
    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("quantiles"))
    func `the nearest rank is not rounded down`(golden: OracleCase) throws {
        let sorted = try #require(golden.fields["input"]?.numbers).sorted()
        let probabilities = try #require(golden.fields["params"]?["p"]?.numbers)
        let row = try #require(golden.expected("lighthouse_floor_rule").list)
        for (probability, expected) in zip(probabilities, row) {
            let percent = try #require(Int(exactly: (probability * 100).rounded()))
            let floor = sorted[max(0, percent * sorted.count / 100 - 1)]
            #expect(golden.agrees(floor, with: expected))
            let value = try #require(Quantile.nearestRank(sorted: sorted, percent: percent))
            #expect(value >= floor)
            let isWhole = (percent * sorted.count).isMultiple(of: 100)
            if isWhole { #expect(value == floor) }
            if value > floor { #expect(sorted.count { $0 <= floor } * 100 < percent * sorted.count) }
        }
    }

    @Test(arguments: UInt64(1)...20)
    func `at least the percentage of the values reach no further`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let sorted = (0...generator.index(below: 60)).map { _ in Double(generator.index(below: 30)) }.sorted()
        for percent in 0...100 {
            let value = try #require(Quantile.nearestRank(sorted: sorted, percent: percent))
            #expect(sorted.contains(value))
            #expect(sorted.count { $0 <= value } * 100 >= percent * sorted.count)
            if percent > 0 { #expect(sorted.count { $0 < value } * 100 < percent * sorted.count) }
        }
    }

    @Test(arguments: HyndmanFanType.allCases)
    func `a quantile never falls as the probability rises`(type: HyndmanFanType) throws {
        for size in 1...20 {
            var last = -Double.infinity
            for step in 0...200 {
                let value = try #require(
                    Quantile.hyndmanFan(sorted: Array(ages.prefix(size)), probability: Double(step) / 200, type: type))
                #expect(value >= last)
                last = value
            }
        }
    }

    @Test func `the median of an even count is the midpoint`() {
        #expect(Quantile.median(sorted: [1, 2, 4, 9]) == 3)
        #expect(Quantile.median(sorted: [1, 2, 4]) == 2)
        #expect(Quantile.median(sorted: [.greatestFiniteMagnitude, .greatestFiniteMagnitude]) == .greatestFiniteMagnitude)
    }

    @Test func `nothing has no quantile and one value is every quantile`() {
        #expect(Quantile.median(sorted: []) == nil)
        #expect(Quantile.nearestRank(sorted: [], percent: 50) == nil)
        #expect(Quantile.nearestRank(sorted: [1], percent: 101) == nil)
        #expect(Quantile.nearestRank(sorted: [1], percent: -1) == nil)
        #expect(Quantile.median(sorted: [4]) == 4)
        #expect(Quantile.nearestRank(sorted: [4], percent: 85) == 4)
        for type in HyndmanFanType.allCases {
            #expect(Quantile.hyndmanFan(sorted: [], probability: 0.5, type: type) == nil)
            #expect(Quantile.hyndmanFan(sorted: [4], probability: 0.3, type: type) == 4)
            #expect(Quantile.hyndmanFan(sorted: [4], probability: .nan, type: type) == nil)
        }
    }
}
