import HoneStatistics
import Testing

struct SegmentationTests {
    /// The flow of the Nile at Aswan from 1871 on (10⁸ m³), which fell in 1899; G. W. Cobb (1978), doi:10.1093/biomet/65.2.243.
    static let nile: [Double] = [
        1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140, 1100, 1210,
        1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702,
        1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771,
        676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901,
        1170, 912, 746, 919, 718, 714, 740,
    ]

    @Test func `the Nile fell in 1899 and only then`() throws {
        let penalty = try #require(ChangePenalty.automatic(for: Self.nile))
        #expect(isClose(penalty, 1.5 * 122484.277843, 1e-4))
        let cut = try #require(Segmentation(Self.nile, penalty: penalty, leastLength: 4))
        #expect(cut.changes == [28])
        #expect(cut.ranges == [0..<28, 28..<100])
    }

    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("pelt"))
    func `oracle change points`(golden: OracleCase) throws {
        let values = try #require(golden.fields["input"]?.numbers)
        let parameters = try #require(golden.fields["params"])
        let penalty = try #require(parameters["penalty"]?.number)
        let least = try #require(parameters["min_size"]?.integer)
        let model = parameters["model"]?.text
        let cost: SegmentCost =
            model == "l2" ? .squared : model == "l1" ? .absolute : .kernel(gamma: parameters["gamma"]?.number, isClipped: true)
        let objective = try golden.expected("optimal_objective")
        let optimum = try #require(golden.expected("optimal_breakpoints").list).compactMap(\.integer)
        let other = try #require(golden.expected("breakpoints").list).compactMap(\.integer)
        for search in [Segmentation.Search.exact, .pruned] {
            let cut = try #require(
                Segmentation(values, cost: cost, penalty: penalty, leastLength: least, search: search))
            #expect(golden.agrees(cut.objective, with: objective), "\(search)")
            #expect(cut.ends == optimum || cut.ends == other, "\(search)")
        }
        let costs = try #require(golden.expected("segment_costs").numbers)
        let ranges = zip([0] + other, other).map { $0..<$1 }
        #expect(zip(ranges, costs).allSatisfy { isClose(cost.value(of: values, in: $0), $1, golden.tolerance) })
        if case .kernel(_, let isClipped) = cost {
            // The scale that is taken when none is given is the one of the oracle.
            let own = SegmentCost.kernel(gamma: nil, isClipped: isClipped)
            #expect(isClose(own.value(of: values, in: ranges[0]), costs[0], golden.tolerance))
        }
    }

    /// Levels that change at random, with noise.
    private func steps(_ count: Int, seed: UInt64) -> [Double] {
        var generator = SeededGenerator(seed: seed)
        var level = 0.0
        return (0..<count).map { _ in
            if generator.index(below: 25) == 0 { level = Double(generator.index(below: 9)) }
            return level + generator.unit() + generator.unit()
        }
    }

    @Test(arguments: UInt64(1)...12)
    func `pruning loses nothing, whatever the cost, penalty and length`(seed: UInt64) throws {
        let values = steps(120, seed: seed)
        let penalty = [0.05, 0.5, 3, 20][Int(seed % 4)]
        for least in [1, 2, 5, 11] {
            for cost in [SegmentCost.squared, .absolute, .kernel(gamma: nil)] {
                let exact = try #require(Segmentation(values, cost: cost, penalty: penalty, leastLength: least, search: .exact))
                let pruned = try #require(Segmentation(values, cost: cost, penalty: penalty, leastLength: least, search: .pruned))
                #expect(isClose(pruned.objective, exact.objective, 1e-9), "\(cost) \(least)")
                #expect(exact.ranges.allSatisfy { $0.count >= least } && pruned.ranges.allSatisfy { $0.count >= least })
                #expect(exact.ends.last == 120 && pruned.ends.last == 120)
            }
        }
    }

    @Test(arguments: UInt64(1)...5)
    func `no other cut of a short series is cheaper`(seed: UInt64) throws {
        let values = steps(11, seed: seed)
        for cost in [SegmentCost.squared, .absolute, .kernel(gamma: 0.3)] {
            let cut = try #require(Segmentation(values, cost: cost, penalty: 0.7, leastLength: 2))
            for pattern in 0..<(1 << 10) {
                let ends = (1...10).filter { pattern >> ($0 - 1) & 1 == 1 } + [11]
                let ranges = zip([0] + ends, ends).map { $0..<$1 }
                guard ranges.allSatisfy({ $0.count >= 2 }) else { continue }
                let total = ranges.compactMap { cost.value(of: values, in: $0) }.reduce(0, +) + 0.7 * Double(ends.count - 1)
                #expect(total >= cut.objective - 1e-9)
            }
        }
    }

    @Test func `from two thousand values on the search prunes and finds the changes`() throws {
        let values = (0..<5_000).map { (index: Int) -> Double in
            let level = Double(index / 1_000 % 2 * 4)
            return level + Double(index * 37 % 11) / 11
        }
        let cut = try #require(Segmentation(values, penalty: 20))
        #expect(cut.changes == [1_000, 2_000, 3_000, 4_000])
    }

    @Test func `a unit changes the cost and not the cut`() throws {
        let values = steps(150, seed: 40)
        let plain = try #require(Segmentation(values, penalty: 2))
        let moved = try #require(Segmentation(values.map { 1e5 - 1024 * $0 }, penalty: 2 * 1024 * 1024))
        #expect(plain.ends == moved.ends)
        #expect(isClose(moved.objective, plain.objective * 1024 * 1024, 1e-9))
    }

    @Test func `equal values are one segment and cost nothing`() throws {
        for search in [Segmentation.Search.exact, .pruned] {
            let cut = try #require(Segmentation(Array(repeating: 0.1, count: 50), penalty: 1e-6, search: search))
            #expect(cut.ends == [50] && cut.objective == 0)
        }
        #expect(ChangePenalty.automatic(for: Array(repeating: 0.1, count: 50)) == nil)
    }

    /// A package in wide use holds the exponent of its kernel at or above 0.01, so that it sees spread where there is none.
    @Test func `equal values cost nothing under a kernel either, unless it is clipped`() {
        let kernel = SegmentCost.kernel(gamma: 2)
        let clipped = SegmentCost.kernel(gamma: 2, isClipped: true)
        #expect(kernel.value(of: [3, 3, 3, 3], in: 0..<4) == 0)
        #expect((clipped.value(of: [3, 3, 3, 3], in: 0..<4) ?? 0) > 0.02)
    }

    @Test func `resemblance to the neighbour makes a change dearer, a change of level does not`() throws {
        var generator = SeededGenerator(seed: 9)
        let noise = (0..<400).map { _ in generator.unit() + generator.unit() - 1 }
        var walk: [Double] = []
        for value in noise { walk.append(0.8 * (walk.last ?? 0) + value) }
        #expect(abs(try #require(ChangePenalty.autocorrelation(of: walk)) - 0.8) < 0.12)
        let shifted = noise.enumerated().map { $1 + ($0 < 200 ? 0 : 3) }
        #expect(try #require(ChangePenalty.autocorrelation(of: shifted)) < 0.12)
        let penalty = try #require(ChangePenalty.automatic(for: noise))
        #expect(isClose(ChangePenalty.automatic(for: noise, autocorrelation: 0.5), 3 * penalty, 1e-12))
        #expect(ChangePenalty.automatic(for: noise, autocorrelation: 1) == nil)
        // More than half of the neighbours are equal here.
        let rare = try #require(ChangePenalty.automatic(for: [0, 0, 0, 0, 1, 1, 1, 1, 1, 1]))
        #expect(rare > 0)
    }

    @Test func `what cannot be cut is refused or is one segment`() throws {
        #expect(Segmentation([], penalty: 1) == nil)
        #expect(Segmentation([1, .nan], penalty: 1) == nil)
        #expect(Segmentation([1, 2], penalty: -1) == nil)
        #expect(Segmentation([1, 2], penalty: 1, leastLength: 0) == nil)
        #expect(Segmentation([1, 2], cost: .kernel(gamma: 0), penalty: 1) == nil)
        for search in [Segmentation.Search.exact, .pruned] {
            #expect(try #require(Segmentation([1, 2, 9], penalty: 1, leastLength: 2, search: search)).ends == [3])
            #expect(try #require(Segmentation([1, 2, 9], penalty: 1, leastLength: 7, search: search)).ends == [3])
            #expect(try #require(Segmentation([5], penalty: 1, search: search)).ends == [1])
        }
        #expect(SegmentCost.squared.value(of: [1, 2], in: 1..<1) == nil)
        #expect(SegmentCost.absolute.value(of: [1, 2], in: 1..<3) == nil)
    }
}
