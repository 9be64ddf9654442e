import HoneStatistics
import Testing

struct MannWhitneyTests {
    /// M. Hollander and D. A. Wolfe (1973), page 69, permeability of the chorioamnion: W = 35, one-sided p = 0.1272.
    let term = [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46]
    let earlier = [1.15, 0.88, 0.90, 0.74, 1.21]

    @Test func `Hollander and Wolfe's membranes`() throws {
        let test = try #require(MannWhitney(term, earlier))
        #expect(test.firstWins == 35)
        #expect(test.secondWins == 15)
        #expect(test.method == .exact)
        #expect(isClose(test.probabilities.greater, 0.1272, 0.5e-4))
        // 3,003 ways to deal 15 values to samples of 10 and 5.
        #expect(isClose(test.probabilities.greater * 3003, 382, 1e-10))
    }

    /// Ozone in May and August of R's `airquality`, as printed under `?wilcox.test`: W = 127.5, p = 0.0001208.
    @Test func `ties and both corrections as R prints them`() throws {
        let may: [Double] = [
            41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37,
        ]
        let august: [Double] = [
            39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84, 85,
        ]
        let test = try #require(MannWhitney(may, august, method: .asymptotic))
        #expect(test.firstWins == 127.5)
        #expect(test.hasTies)
        #expect(isClose(test.probabilities.twoSided, 0.0001208, 0.5e-7))
    }

    static let methods: [(name: String, method: RankTestMethod)] = [
        ("p_asymptotic_cc", .asymptotic), ("p_asymptotic_nocc", .asymptoticUncorrected), ("p_exact_conditional", .exact),
        ("p_exact", .exact),
    ]

    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("mann_whitney"))
    func `oracle Mann-Whitney`(golden: OracleCase) throws {
        let (x, y) = try golden.samples()
        let test = try #require(MannWhitney(x, y))
        #expect(golden.agrees(test.firstWins, with: try golden.expected("U1")))
        #expect(golden.agrees(test.secondWins, with: try golden.expected("U2")))
        #expect(golden.agrees(test.superiority, with: try golden.expected("prob_superiority_A12")))
        var compared = 0
        for (name, method) in Self.methods {
            let found = MannWhitney(x, y, method: method)?.probabilities
            for (side, value) in [("less", found?.less), ("greater", found?.greater), ("two-sided", found?.twoSided)] {
                // SciPy's exact test knows no ties, so the oracle has those only for samples without.
                guard let expected = golden.fields["expected"]?["\(name)_\(side)"] else {
                    #expect(name == "p_exact" && test.hasTies)
                    continue
                }
                compared += 1
                #expect(golden.agrees(value, with: expected), "\(golden.id) \(name) \(side) \(String(describing: value))")
            }
        }
        #expect(compared == (test.hasTies ? 9 : 12))
    }

    /// Every way of dealing the ranks, counted one by one.
    @Test(arguments: UInt64(1)...40)
    func `the exact law is the count of all dealings`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let (m, n) = (1 + generator.index(below: 5), 1 + generator.index(below: 5))
        let values = (0..<m + n).map { _ in Double(generator.index(below: seed < 20 ? 4 : 1000)) }
        func twiceWins(_ chosen: Int) -> Int {
            var wins = 0
            for i in 0..<m + n where chosen >> i & 1 == 1 {
                for j in 0..<m + n where chosen >> j & 1 == 0 {
                    wins += values[i] > values[j] ? 2 : values[i] == values[j] ? 1 : 0
                }
            }
            return wins
        }
        let all = (0..<1 << (m + n)).filter { $0.nonzeroBitCount == m }.map(twiceWins)
        let seen = twiceWins((1 << m) - 1)
        let test = try #require(MannWhitney(Array(values[..<m]), Array(values[m...]), method: .exact))
        func share(_ isCounted: (Int) -> Bool) -> Double { Double(all.count(where: isCounted)) / Double(all.count) }
        #expect(test.firstWins == Double(seen) / 2)
        #expect(isClose(test.probabilities.less, share { $0 <= seen }))
        #expect(isClose(test.probabilities.greater, share { $0 >= seen }))
        #expect(isClose(test.probabilities.twoSided, share { abs($0 - m * n) >= abs(seen - m * n) }))
    }

    @Test(arguments: [RankTestMethod.exact, .asymptotic, .asymptoticUncorrected])
    func `swapping the samples swaps the tails and nothing else`(method: RankTestMethod) throws {
        var generator = SeededGenerator(seed: 7)
        let x = (0..<9).map { _ in Double(generator.index(below: 12)) }
        let y = (0..<14).map { _ in Double(generator.index(below: 15)) }
        let there = try #require(MannWhitney(x, y, method: method))
        let back = try #require(MannWhitney(y, x, method: method))
        #expect(there.firstWins == back.secondWins)
        #expect(isClose(there.probabilities.less, back.probabilities.greater, 1e-14))
        #expect(isClose(there.probabilities.twoSided, back.probabilities.twoSided, 1e-14))
        #expect(there.firstWins + there.secondWins == Double(x.count * y.count))
    }

    @Test func `a rising function of the values changes nothing`() throws {
        var generator = SeededGenerator(seed: 3)
        let x = (0..<30).map { _ in generator.unit() }
        let y = (0..<20).map { _ in generator.unit() + 0.2 }
        #expect(MannWhitney(x, y) == MannWhitney(x.map { $0 * $0 * $0 }, y.map { $0 * $0 * $0 }))
    }

    @Test func `the result says which method the size chose`() throws {
        let fifty = (0..<50).map(Double.init)
        let test = try #require(MannWhitney(fifty, fifty.map { $0 + 0.5 }))
        #expect(test.method == .exact)
        let larger = try #require(MannWhitney(fifty + [50], fifty.map { $0 + 0.5 }))
        #expect(larger.method == .asymptotic)
        let normal = try #require(MannWhitney(fifty, fifty.map { $0 + 0.5 }, method: .asymptotic))
        #expect(isClose(test.probabilities.twoSided, normal.probabilities.twoSided, 1e-3))
    }

    @Test func `the approximation meets the exact law at a hundred against a hundred`() throws {
        var generator = SeededGenerator(seed: 5)
        let x = (0..<100).map { _ in Double(generator.index(below: 40)) }
        let y = (0..<100).map { _ in Double(generator.index(below: 40)) + 3 }
        let exact = try #require(MannWhitney(x, y, method: .exact))
        let normal = try #require(MannWhitney(x, y, method: .asymptotic))
        #expect(isClose(exact.probabilities.twoSided, normal.probabilities.twoSided, 1e-3))
        #expect(isClose(exact.probabilities.less, normal.probabilities.less, 1e-3))
    }

    @Test func `what has no test is refused`() {
        #expect(MannWhitney([], [1]) == nil)
        #expect(MannWhitney([1], []) == nil)
        #expect(MannWhitney([1, .nan], [1]) == nil)
        #expect(MannWhitney([1], [.infinity]) == nil)
        #expect(MannWhitney([2, 2], [2, 2, 2], method: .asymptoticUncorrected) == nil)
        let many = (0..<101).map(Double.init)
        #expect(MannWhitney(many, many, method: .exact) == nil)
    }
}

extension OracleCase {
    func samples() throws -> (x: [Double], y: [Double]) {
        (try #require(fields["x"]?.numbers), try #require(fields["y"]?.numbers))
    }
}
