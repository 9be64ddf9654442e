import Testing

@testable import HoneStatistics

@Suite struct LargestSumTests {
    static func sums(_ cases: [[Double]]) -> LargestSum {
        var sums = LargestSum(size: cases[0].count)
        for values in cases { sums.add(values) }
        return sums
    }

    /// Ten cases whose first number is larger by 3 1 2 -1 0 4 2 1 3 -2: a mean of 1.3 and a deviation of 1.889, so t is 2.176.
    static let pairs: [[Double]] = [3, 1, 2, -1, 0, 4, 2, 1, 3, -2].map { [$0 + 5, 5, 0] }

    @Test func `a paired t test by hand`() {
        let sums = Self.sums(Self.pairs)
        #expect(sums.sums == [63, 50, 0] && sums.largest == 0 && sums.count == 10)
        // Student's law with nine degrees of freedom has 97.1 % below 2.176.
        #expect(sums.rivals(level: 0.96).isEmpty)
        #expect(sums.rivals(level: 0.98) == [1])
    }

    @Test func `numbers of a case that go together are compared in it`() {
        // Over the cases they vary by hundreds, and in each the first is larger by about one.
        let cases = (0..<20).map { index -> [Double] in
            let size = Double(index * 50)
            return [size + 1 + Double(index % 3) / 10, size]
        }
        #expect(Self.sums(cases).rivals(level: 0.95).isEmpty)
    }

    @Test func `the same difference in every case is sure, and none is not`() {
        #expect(Self.sums([[2, 1], [2, 1]]).rivals(level: 0.999).isEmpty)
        #expect(Self.sums([[1, 1], [2, 2]]).rivals(level: 0.5) == [1])
    }

    @Test func `one case shows nothing, and nothing has no largest`() {
        #expect(Self.sums([[9, 1, 0]]).rivals(level: 0.9) == [1, 2])
        #expect(LargestSum(size: 3).largest == nil && LargestSum(size: 0).rivals(level: 0.9).isEmpty)
        #expect(Self.sums(Self.pairs).rivals(level: 1) == [1, 2])
    }

    @Test func `parts merged are the whole, in any order`() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<50 {
            let cases = (0..<30).map { _ in (0..<4).map { _ in Double(generator.index(below: 64)) } }
            let whole = Self.sums(cases)
            var parts = Self.sums(Array(cases[20...]))
            parts.merge(Self.sums(Array(cases[..<20])))
            #expect(parts == whole && Self.sums(cases.reversed()) == whole)
            // Whatever is sure at one level is sure at a lower one.
            #expect(Set(whole.rivals(level: 0.8)).isSubset(of: whole.rivals(level: 0.99)))
        }
    }

    @Test func `what is no number or of another size is not added`() {
        var sums = LargestSum(size: 2)
        sums.add([1])
        sums.add([.nan, 1])
        sums.add([.infinity, 1])
        sums.merge(LargestSum(size: 3))
        #expect(sums.count == 0)
    }

    /// Two numbers of one law: neither is the larger, and each is called so in at most the share that the level leaves.
    @Test func `of equals neither leads more often than said`() {
        var generator = SeededGenerator(seed: 11)
        let times = 2_000
        let called = (0..<times).count { _ in
            Self.sums((0..<25).map { _ in (0..<2).map { _ in Double(generator.index(below: 1_000)) } }).rivals(level: 0.9).isEmpty
        }
        // The larger of two is looked at, so both sides of the test count: 20 %, and three standard errors of that are 2.7 %.
        #expect(abs(Double(called) / Double(times) - 0.2) < 0.027)
    }
}
