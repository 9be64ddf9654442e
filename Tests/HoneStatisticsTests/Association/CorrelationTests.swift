import HoneStatistics
import Testing

struct CorrelationTests {
    /// B. Efron and R. J. Tibshirani (1993), table 3.1: fifteen law schools, r = 0.776.
    let scores: [Double] = [576, 635, 558, 578, 666, 580, 555, 661, 651, 605, 653, 575, 545, 572, 594]
    let grades = [3.39, 3.30, 2.81, 3.03, 3.44, 3.07, 3.00, 3.43, 3.36, 3.13, 3.12, 2.74, 2.76, 2.88, 2.96]

    @Test func `Efron's law schools`() throws {
        let pearson = try #require(Correlation.pearson(scores, grades))
        #expect(isClose(pearson.coefficient, 0.776, 0.5e-3))
        #expect(pearson.n == 15)
    }

    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("correlation"))
    func `oracle correlation`(golden: OracleCase) throws {
        let (x, y) = try golden.samples()
        let pearson = Correlation.pearson(x, y)
        let spearman = Correlation.spearman(x, y)
        let fields: [(String, Double?)] = [
            ("pearson", pearson?.coefficient), ("pearson_p", pearson?.pValue), ("spearman", spearman?.coefficient),
            ("p_t", spearman?.pValue), ("kendall_tau_b", Correlation.kendall(x, y)?.coefficient),
        ]
        #expect(golden.fields["expected"]?.object?.count == fields.count)
        for (name, value) in fields {
            let expected = try golden.expected(name)
            #expect(golden.agrees(value, with: expected), "\(golden.id) \(name)")
            // Small p-values agree in their digits too, not only in being small.
            #expect(isRelativelyClose(value, try #require(expected.number), 1e-7), "\(golden.id) \(name)")
        }
    }

    /// SciPy 1.17.1 `pearsonr`, `confidence_interval(0.95)`.
    @Test func `Pearson's interval as SciPy computes it`() throws {
        let y = [2.1, 1.9, 3.5, 3.3, 5.8, 4.9, 7.7, 6.5, 8.8, 9.9]
        let pearson = try #require(Correlation.pearson((1...10).map(Double.init), y))
        let interval = try #require(pearson.interval(level: 0.95))
        #expect(isClose(interval.lower, 0.8360829219127389) && isClose(interval.upper, 0.9908194643748328))
        #expect(isRelativelyClose(pearson.pValue, 1.0434198490119244e-05, 1e-10))
    }

    /// SciPy 1.17.1 `kendalltau`: exact without ties, else from the normal law.
    @Test func `Kendall's tests as SciPy computes them`() throws {
        let exact = try #require(Correlation.kendall([1, 2, 3, 4, 5, 6, 7], [2, 1, 4, 3, 7, 5, 6]))
        #expect(isClose(exact.coefficient, 13 / 21.0))
        #expect(isClose(exact.pValue, 0.06904761904761905))
        #expect(exact.method == .exact)
        let tied = try #require(
            Correlation.kendall(
                [21.0, 21.0, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4],
                [2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07]))
        #expect(isClose(tied.coefficient, -0.6456893080574299))
        #expect(isClose(tied.pValue, 0.004384703347059769))
        #expect(tied.method == .asymptoticUncorrected)
        // Groups of three and more in both lists.
        let crowded = Correlation.kendall([1, 1, 1, 2, 2, 3, 3, 3, 3, 4, 5, 5], [2, 1, 1, 2, 3, 3, 3, 3, 2, 5, 4, 5])
        #expect(isClose(crowded?.coefficient, 0.8))
        #expect(isClose(crowded?.pValue, 0.0012508442375525144))
    }

    /// Bonett and Wright's (2000) formulas in NumPy 2.4.6: 20 pairs, rho = 0.926 and tau = 0.768.
    @Test func `the rank intervals have their own width`() throws {
        let y: [Double] = [3, 1, 2, 7, 5, 4, 6, 10, 8, 13, 9, 12, 11, 20, 14, 15, 19, 16, 18, 17]
        let spearman = try #require(Correlation.spearman((1...20).map(Double.init), y)?.interval(level: 0.95))
        #expect(isClose(spearman.lower, 0.7870117519878671) && isClose(spearman.upper, 0.9757452603785468))
        let kendall = try #require(Correlation.kendall((1...20).map(Double.init), y)?.interval(level: 0.95))
        #expect(isClose(kendall.lower, 0.599616024745229) && isClose(kendall.upper, 0.8717620698748075))
    }

    @Test(arguments: UInt64(1)...30)
    func `tau counts every pair once`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let n = 2 + generator.index(below: 40)
        let x = (0..<n).map { _ in Double(generator.index(below: seed < 15 ? 6 : 1000)) }
        let y = (0..<n).map { _ in Double(generator.index(below: seed < 15 ? 4 : 1000)) }
        var (balance, ofX, ofY) = (0, 0, 0)
        for i in 0..<n {
            for j in 0..<i {
                let (a, b) = ((x[i] - x[j]).sign(), (y[i] - y[j]).sign())
                balance += a * b
                ofX += abs(a)
                ofY += abs(b)
            }
        }
        let tau = Correlation.kendall(x, y)
        guard ofX > 0, ofY > 0 else {
            #expect(tau == nil)
            return
        }
        #expect(isClose(tau?.coefficient, Double(balance) / (Double(ofX) * Double(ofY)).squareRoot()))
    }

    static let kinds: [@Sendable ([Double], [Double]) -> Correlation?] = [
        { Correlation.pearson($0, $1) }, { Correlation.spearman($0, $1) }, { Correlation.kendall($0, $1) },
    ]

    @Test(arguments: 0..<3)
    func `the order of the lists and the sign of one decide the sign alone`(kind: Int) throws {
        let correlate = Self.kinds[kind]
        let one = try #require(correlate(scores, grades))
        let swapped = try #require(correlate(grades, scores))
        let turned = try #require(correlate(scores, grades.map { 7 - 2 * $0 }))
        #expect(isClose(one.coefficient, swapped.coefficient, 1e-14))
        #expect(isClose(one.coefficient, -turned.coefficient, 1e-14))
        #expect(isClose(one.pValue, try #require(turned.pValue), 1e-12))
        let interval = try #require(one.interval(level: 0.9))
        #expect(-1 < interval.lower && interval.lower < one.coefficient && one.coefficient < interval.upper && interval.upper < 1)
        #expect(isClose(try #require(turned.interval(level: 0.9)).lower, -interval.upper, 1e-12))
    }

    @Test func `ranks see any rising curve, a line only a line`() throws {
        let x = (1...20).map(Double.init)
        let curve = x.map { $0 * $0 * $0 * $0 }
        let spearman = try #require(Correlation.spearman(x, curve))
        #expect(spearman.coefficient == 1)
        #expect(spearman.pValue == 0)
        #expect(Correlation.kendall(x, curve)?.coefficient == 1)
        #expect(spearman.interval(level: 0.95) == nil)
        #expect(try #require(Correlation.pearson(x, curve)).coefficient < 0.95)
    }

    @Test func `huge and tiny units do not matter`() throws {
        let plain = try #require(Correlation.pearson(scores, grades))
        let scaled = try #require(Correlation.pearson(scores.map { $0 * 1e300 }, grades.map { $0 * 1e-300 }))
        #expect(isClose(plain.coefficient, scaled.coefficient, 1e-12))
    }

    @Test func `a list that does not vary goes with nothing`() throws {
        for correlate in Self.kinds {
            #expect(correlate([1, 1, 1], [1, 2, 3]) == nil)
            #expect(correlate([1, 2, 3], [4, 4, 4]) == nil)
            #expect(correlate([1], [1]) == nil)
            #expect(correlate([], []) == nil)
            #expect(correlate([1, 2], [1, 2, 3]) == nil)
            #expect(correlate([1, .nan], [1, 2]) == nil)
            #expect(try #require(correlate([1, 2], [1, 3])).pValue == nil)
            #expect(try #require(correlate([1, 2, 3], [1, 3, 2])).interval(level: 0.95) == nil)
        }
        #expect(Correlation.pearson(scores, grades)?.interval(level: 1) == nil)
    }
}

extension Double {
    fileprivate func sign() -> Int { self > 0 ? 1 : self < 0 ? -1 : 0 }
}
