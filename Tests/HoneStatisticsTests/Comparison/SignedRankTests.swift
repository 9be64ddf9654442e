import HoneStatistics
import Testing

struct SignedRankTests {
    /// M. Hollander and D. A. Wolfe (1973), page 29, depression scores: V = 40, one-sided p = 0.01953.
    @Test func `Hollander and Wolfe's depression scores`() throws {
        let differences = zip(
            [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30], [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
        ).map { $0 - $1 }
        let test = try #require(SignedRank(differences))
        #expect(test.positiveRanks == 40)
        #expect(test.n == 9)
        #expect(test.method == .exact)
        #expect(test.probabilities.greater == 10 / 512.0)
    }

    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("signed_rank"))
    func `oracle signed rank`(golden: OracleCase) throws {
        let (x, y) = try golden.samples()
        let differences = zip(x, y).map { $0 - $1 }
        for (name, method) in [("p_exact", RankTestMethod.exact), ("p_approx_cc", .asymptotic)] {
            let test = try #require(SignedRank(differences, method: method))
            #expect(golden.agrees(test.positiveRanks, with: try golden.expected("V")))
            #expect(golden.agrees(Double(test.n), with: try golden.expected("n_nonzero")))
            let found = test.probabilities
            for (side, value) in [("less", found.less), ("greater", found.greater), ("two-sided", found.twoSided)] {
                #expect(golden.agrees(value, with: try golden.expected("\(name)_\(side)")), "\(golden.id) \(name) \(side)")
            }
        }
        let centre = HodgesLehmann.pseudomedian(differences, level: 0.95)
        #expect(golden.agrees(centre?.estimate, with: try golden.expected("pseudomedian")))
    }

    /// Every choice of signs, counted one by one, with ties and zeros.
    @Test(arguments: UInt64(1)...30)
    func `the exact law is the count of all signs`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let differences = (0..<9).map { _ in Double(generator.index(below: 9)) - 4 }
        for zeros in [SignedRank.Zeros.dropped, .ranked] {
            let counted = differences.filter { zeros == .ranked || $0 != 0 }
            let twiceRank = counted.map { value in
                counted.count { abs($0) < abs(value) } * 2 + counted.count { abs($0) == abs(value) } + 1
            }
            let kept = zip(counted, twiceRank).filter { $0.0 != 0 }
            let seen = kept.filter { $0.0 > 0 }.map(\.1).reduce(0, +)
            let all = (0..<1 << kept.count).map { signs in
                kept.indices.filter { signs >> $0 & 1 == 1 }.map { kept[$0].1 }.reduce(0, +)
            }
            let test = try #require(SignedRank(differences, zeros: zeros, method: .exact))
            #expect(test.positiveRanks == Double(seen) / 2)
            #expect(test.n + test.zeros == 9)
            #expect(isClose(test.probabilities.less, Double(all.count { $0 <= seen }) / Double(all.count)))
            #expect(isClose(test.probabilities.greater, Double(all.count { $0 >= seen }) / Double(all.count)))
            #expect(isClose(test.probabilities.twoSided, min(1, 2 * min(test.probabilities.less, test.probabilities.greater))))
        }
    }

    /// SciPy 1.17.1, `wilcoxon(d, zero_method="wilcox" | "pratt", correction=True, method="asymptotic")`.
    @Test(arguments: [(SignedRank.Zeros.dropped, 30.5, 0.37215383020417214), (.ranked, 48.5, 0.34031763336321863)])
    func `zeros are dropped or ranked as SciPy does`(zeros: SignedRank.Zeros, positive: Double, p: Double) throws {
        let differences: [Double] = [0, 0, 1, -1, 2, 2, 3, -2, 5, 4, 0, -6]
        let test = try #require(SignedRank(differences, zeros: zeros, method: .asymptotic))
        #expect(test.zeros == 3)
        #expect(test.positiveRanks == positive)
        #expect(isClose(test.probabilities.twoSided, p))
    }

    @Test func `turning all signs swaps the tails`() throws {
        let differences = [1.5, -0.5, 2, 3, -1, 4, 4, -2.5]
        let there = try #require(SignedRank(differences))
        let back = try #require(SignedRank(differences.map { -$0 }))
        #expect(there.probabilities.less == back.probabilities.greater)
        #expect(there.positiveRanks + back.positiveRanks == 36)
    }

    @Test func `the result says which method the size chose`() throws {
        let hundred = (1...100).map { $0.isMultiple(of: 3) ? -Double($0) : Double($0) }
        let exact = try #require(SignedRank(hundred))
        let normal = try #require(SignedRank(hundred + [101]))
        #expect(exact.method == .exact)
        #expect(normal.method == .asymptotic)
        let corrected = try #require(SignedRank(hundred, method: .asymptotic))
        #expect(isClose(exact.probabilities.greater, corrected.probabilities.greater, 3e-4))
    }

    @Test func `nothing but zeros has no test`() {
        #expect(SignedRank([]) == nil)
        #expect(SignedRank([0, 0]) == nil)
        #expect(SignedRank([1, .nan]) == nil)
        #expect(SignedRank((1...1001).map(Double.init), method: .exact) == nil)
    }
}
