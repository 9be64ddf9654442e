import Testing

@testable import HoneStatistics

struct ResampleDrawsTests {
    private func values(_ count: Int) -> [Double] {
        var generator = SeededGenerator(seed: 5)
        return (0..<count).map { _ in 100 * generator.unit() * generator.unit() }
    }

    /// Below 4,097 values five indices share a word, above it two; the last word is used in part.
    @Test(arguments: [2, 3, 4, 5, 6, 9, 100, 1_001, 4_096, 4_097, 5_000])
    func `the fast paths are the plain statistic of the same resamples`(count: Int) throws {
        // In order, as the path of the median takes them.
        let draws = try #require(ResampleDraws(values(count).sorted()))
        let mean = ResampledStatistic.function { span in span.indices.reduce(0) { $0 + span[$1] } / Double(span.count) }
        let median = ResampledStatistic.function { span in
            Quantile.median(sorted: span.indices.map { span[$0] }.sorted()) ?? .nan
        }
        let numbers = 3..<20
        #expect(
            draws.replicates(of: .median, resamples: numbers, seed: 9) == draws.replicates(of: median, resamples: numbers, seed: 9))
        let means = draws.replicates(of: .mean, resamples: numbers, seed: 9)
        #expect(zip(means, draws.replicates(of: mean, resamples: numbers, seed: 9)).allSatisfy { isClose($0, $1, 1e-12) })
        #expect(Set(means).count == numbers.count || count < 100)
    }

    @Test(arguments: [(7, 7_000), (300, 2_000), (5_000, 300)])
    func `every value is drawn about equally often, at every place`(count: Int, resamples: Int) throws {
        let draws = try #require(ResampleDraws((0..<count).map(Double.init)))
        let groups = min(10, count)
        for place in [0, 1, 2, 3, 4, 5, count - 1] {
            let found = draws.replicates(of: .function { $0[place] }, resamples: 0..<resamples, seed: 1)
            var drawn = [Int](repeating: 0, count: groups)
            for value in found { drawn[Int(value) * groups / count] += 1 }
            let expected = Double(resamples) / Double(groups)
            let chiSquare = drawn.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
            // The upper 0.01 % point of chi-square with 9 degrees of freedom.
            #expect(chiSquare < 33.72, "place \(place)")
        }
    }

    @Test func `parts are the same as the whole`() throws {
        let draws = try #require(ResampleDraws(values(50)))
        for statistic in [ResampledStatistic.mean, .median, .function { $0[0] }] {
            let whole = draws.replicates(of: statistic, resamples: 0..<100, seed: 3)
            let parts = [0..<13, 13..<14, 14..<100].map { draws.replicates(of: statistic, resamples: $0, seed: 3) }
            #expect(whole == parts.flatMap(\.self))
        }
    }

    @Test func `a large common part costs no digits`() throws {
        let values = values(200)
        let near = try #require(Bootstrap(values, statistic: .mean, resamples: 2_000, seed: 4))
        let far = try #require(Bootstrap(values.map { $0 + 0x1p40 }, statistic: .mean, resamples: 2_000, seed: 4))
        #expect(isClose(far.standardError, near.standardError, 1e-4))
        let ends = try #require(far.bcaInterval(level: 0.95))
        let plain = try #require(near.bcaInterval(level: 0.95))
        #expect(abs(ends.lower - 0x1p40 - plain.lower) < 0.01)
        #expect(abs(ends.upper - 0x1p40 - plain.upper) < 0.01)
    }

    @Test(arguments: [ResampledStatistic.mean, .median])
    func `drawn resamples approach the list of all`(statistic: ResampledStatistic) throws {
        let values: [Double] = [1, 2, 2, 3, 5, 8, 21]
        let all = try #require(Bootstrap(exhaustive: values, statistic: statistic))
        let drawn = try #require(Bootstrap(values, statistic: statistic, resamples: 100_000, seed: 6))
        #expect(abs(all.mean - drawn.mean) < 4 * all.standardError / 100_000.0.squareRoot())
        #expect(isClose(all.standardError, drawn.standardError, 0.02))
        #expect(all.acceleration == drawn.acceleration)
        #expect(abs(try #require(all.biasCorrection) - (try #require(drawn.biasCorrection))) < 0.02)
        #expect(all.basis == .exhaustive(distinct: 1_716))
    }

    /// Recorded once, and found again by a second implementation in Python: these may never change, on any platform.
    @Test func `a seed gives the same replicates for ever`() throws {
        let draws = try #require(ResampleDraws([1, 2, 4, 8, 16, 32, 64]))
        let sevenths = draws.replicates(of: .function { span in span.indices.reduce(0) { $0 + span[$1] } }, resamples: 0..<6, seed: 42)
        #expect(sevenths == [74, 256, 74, 219, 153, 249])
    }
}
