import HoneStatistics
import Testing

struct GiniTests {
    /// By hand: of 1, 2, 3, 4 the mean difference over 16 ordered pairs is 20 / 16, half of it over the mean 2.5 is 0.25.
    @Test func `four holders`() throws {
        let gini = try #require(Gini([3, 1, 4, 2]))
        #expect(isClose(gini.coefficient, 0.25))
        #expect(isClose(gini.unbiased, 1 / 3.0))
        #expect(gini.shareOfLargest(percent: 50) == 0.7)
    }

    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("gini"))
    func `oracle Gini`(golden: OracleCase) throws {
        let values = try #require(golden.fields["input"]?.numbers)
        let gini = try #require(Gini(values))
        #expect(golden.agrees(gini.coefficient, with: try golden.expected("gini")))
        #expect(golden.agrees(gini.unbiased, with: try golden.expected("gini_unbiased")))
        #expect(golden.agrees(gini.shareOfLargest(percent: 20), with: try golden.expected("top20_share")))
        #expect(golden.fields["expected"]?.object?.count == 3)
    }

    @Test(arguments: UInt64(1)...20)
    func `it is the mean difference of two holders over twice the mean`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let values = (0..<1 + generator.index(below: 30)).map { _ in generator.unit() * 100 }
        let gini = try #require(Gini(values))
        let differences = values.flatMap { value in values.map { abs(value - $0) } }.reduce(0, +)
        let n = Double(values.count)
        #expect(isClose(gini.coefficient, differences / (2 * n * values.reduce(0, +)), 1e-12))
        #expect(0 <= gini.coefficient && gini.coefficient < 1)
        // Neither the unit nor the order matters.
        #expect(isClose(Gini(values.reversed().map { $0 * 1e-200 })?.coefficient, gini.coefficient, 1e-12))
    }

    @Test func `a fifth of the holders is rounded up in integers`() throws {
        let ten = try #require(Gini(Array(repeating: 1, count: 10)))
        #expect(ten.shareOfLargest(percent: 20) == 0.2)
        #expect(isClose(ten.shareOfLargest(percent: 21), 0.3))
        let hundred = try #require(Gini(Array(repeating: 1, count: 100)))
        // 0.07 · 100 is more than 7 in floating point.
        #expect(isClose(hundred.shareOfLargest(percent: 7), 0.07))
        #expect(hundred.shareOfLargest(percent: 100) == 1)
    }

    @Test func `what cannot be held is refused`() throws {
        #expect(Gini([]) == nil)
        #expect(Gini([-1, 2]) == nil)
        #expect(Gini([.nan]) == nil)
        #expect(Gini([.greatestFiniteMagnitude, .greatestFiniteMagnitude]) == nil)
        let gini = try #require(Gini([1, 2]))
        #expect(gini.shareOfLargest(percent: 0) == nil)
        #expect(gini.shareOfLargest(percent: 101) == nil)
    }
}
