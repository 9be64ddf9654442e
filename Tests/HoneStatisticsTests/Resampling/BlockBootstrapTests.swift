import HoneStatistics
import Testing

struct BlockBootstrapTests {
    /// A series in which each value is half the one before and something new.
    private let dependent: [Double] = {
        var generator = SeededGenerator(seed: 3)
        return (0..<300).reduce(into: [0.0]) { series, _ in series.append(0.7 * series[series.count - 1] + generator.unit() - 0.5) }
    }()

    @Test(arguments: [(BlockKind.moving, 10), (.circular, 10), (.circular, 7), (.moving, 1), (.moving, 49)])
    func `blocks are consecutive values`(kind: BlockKind, length: Int) throws {
        let series = (0..<50).map(Double.init)
        let isWhole = ResampledStatistic.function { resample in
            for index in resample.indices.dropFirst() where !index.isMultiple(of: length) {
                let next = resample[index - 1] + 1
                if resample[index] != (kind == .circular ? next.truncatingRemainder(dividingBy: 50) : next) { return .nan }
            }
            return resample[0]
        }
        let bootstrap = try #require(Bootstrap(series: series, blocks: kind, length: length, statistic: isWhole, resamples: 2_000, seed: 1))
        // Every start there is was drawn, and no other.
        let starts = kind == .circular ? 50 : 50 - length + 1
        #expect(Set(bootstrap.replicates) == Set((0..<starts).map(Double.init)))
    }

    @Test func `blocks see the dependence that single values hide`() throws {
        let single = try #require(Bootstrap(dependent, statistic: .mean, resamples: 4_000, seed: 2))
        let blocks = try #require(
            Bootstrap(series: dependent, blocks: .circular, length: 20, statistic: .mean, resamples: 4_000, seed: 2))
        // The true ratio of such a series is √((1 + 0.7) / (1 - 0.7)) = 2.4.
        #expect((1.7...2.8).contains(blocks.standardError / single.standardError))
        let interval = try #require(blocks.percentileInterval(level: 0.95))
        #expect(interval.lower < blocks.estimate && blocks.estimate < interval.upper)
        #expect(blocks.acceleration == nil)
        #expect(blocks.bcaInterval(level: 0.95) == nil)
    }

    @Test func `blocks of one value are single values`() throws {
        let single = try #require(Bootstrap(dependent, statistic: .median, resamples: 4_000, seed: 2))
        for kind in [BlockKind.moving, .circular] {
            let blocks = try #require(
                Bootstrap(series: dependent, blocks: kind, length: 1, statistic: .median, resamples: 4_000, seed: 3))
            #expect(isClose(blocks.standardError / single.standardError, 1, 0.1))
        }
    }

    @Test func `on a ring every value counts the same`() throws {
        let series: [Double] = [100, 0, 0, 0, 0, 0, 0, 0, 0, 0]
        let ring = try #require(
            Bootstrap(series: series, blocks: .circular, length: 5, statistic: .mean, resamples: 20_000, seed: 1))
        #expect(abs(ring.mean - 10) < 4 * ring.standardError / 20_000.0.squareRoot())
        // Of six blocks one begins with the first value: 100 in one of six, for each half.
        let moving = try #require(
            Bootstrap(series: series, blocks: .moving, length: 5, statistic: .mean, resamples: 20_000, seed: 1))
        #expect(abs(moving.mean - 20 / 6.0) < 4 * moving.standardError / 20_000.0.squareRoot())
    }

    @Test func `impossible blocks are refused`() {
        func bootstrap(_ series: [Double], _ length: Int, resamples: Int = 10) -> Bootstrap? {
            Bootstrap(series: series, blocks: .moving, length: length, statistic: .mean, resamples: resamples, seed: 1)
        }
        #expect(bootstrap([1, 2, 3], 2) != nil)
        #expect(bootstrap([1, 2, 3], 3) == nil)
        #expect(bootstrap([1, 2, 3], 0) == nil)
        #expect(bootstrap([1], 1) == nil)
        #expect(bootstrap([1, .nan, 3], 2) == nil)
        #expect(bootstrap([1, 2, 3], 2, resamples: 0) == nil)
    }
}
