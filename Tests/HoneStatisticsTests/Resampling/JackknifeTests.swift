import HoneStatistics
import Testing

@Suite struct JackknifeTests {
    @Test func `of a mean it is the textbook standard error`() throws {
        // NIST e-Handbook 6.3.2.2, ten readings: s / root of n.
        let values = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
        let total = values.reduce(0, +)
        let replicates = values.map { (total - $0) / 9 }
        let error = try #require(Jackknife.standardError(replicates: replicates, counts: [Int](repeating: 1, count: 10)))
        let mean = total / 10
        let deviation = (values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 9).squareRoot()
        #expect(abs(error - deviation / 10.0.squareRoot()) < 1e-12)
        // t(0.975, 9) = 2.262157.
        let interval = try #require(
            Jackknife.interval(estimate: mean, replicates: replicates, counts: [Int](repeating: 1, count: 10), level: 0.95))
        #expect(abs(interval.upper - mean - 2.262157 * error) < 1e-5 && abs(mean - interval.lower - 2.262157 * error) < 1e-5)
    }

    @Test func `observations of one kind may be told by their number`() throws {
        let whole = Jackknife.standardError(replicates: [1, 1, 1, 3, 3], counts: [1, 1, 1, 1, 1])
        #expect(whole == Jackknife.standardError(replicates: [1, 3], counts: [3, 2]) && whole != nil)
    }

    @Test func `what has no standard error has none`() {
        #expect(Jackknife.standardError(replicates: [1], counts: [1]) == nil)
        #expect(Jackknife.standardError(replicates: [], counts: []) == nil)
        #expect(Jackknife.standardError(replicates: [1, 2], counts: [1]) == nil)
        #expect(Jackknife.standardError(replicates: [.nan, 2], counts: [1, 1]) == nil)
        #expect(Jackknife.interval(estimate: .infinity, replicates: [1, 2], counts: [1, 1], level: 0.95) == nil)
        #expect(Jackknife.interval(estimate: 1, replicates: [1, 2], counts: [1, 1], level: 1) == nil)
    }
}
