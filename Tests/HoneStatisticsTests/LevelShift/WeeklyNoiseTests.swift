import HoneStatistics
import Testing

/// What simulations draw from.
@Suite struct WeeklyNoiseTests {
    private func levels(_ noise: WeeklyNoise, _ weeks: Int = 20_000) -> [Double] {
        var generator = SeededGenerator(seed: 8)
        return noise.levels(weeks: weeks, generator: &generator)
    }

    private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

    @Test(arguments: [0, 0.3, 0.9])
    func `neighbours resemble each other as much as was asked for`(correlation: Double) {
        let drawn = levels(.autoregressive(correlation))
        let centre = mean(drawn)
        let squares = mean(drawn.map { ($0 - centre) * ($0 - centre) })
        let products = mean(zip(drawn, drawn.dropFirst()).map { ($0 - centre) * ($1 - centre) })
        #expect(abs(products / squares - correlation) < 0.02)
        #expect(abs(squares.squareRoot() - 0.3) < 0.03)
    }

    @Test func `a random walk steps by its deviation, a trend by its slope`() {
        let walk = levels(.randomWalk(0.1))
        let steps = zip(walk, walk.dropFirst()).map { $1 - $0 }
        #expect(abs(mean(steps.map { $0 * $0 }).squareRoot() - 0.1) < 0.002)
        #expect(levels(.trend(0.01), 5) == [0, 0.01, 0.02, 0.03, 0.04])
    }

    @Test func `a season comes back after 52 weeks and reaches its height`() {
        let season = levels(.season(0.3), 104)
        #expect(zip(season, season.dropFirst(52)).allSatisfy { abs($0 - $1) < 1e-12 })
        #expect(abs((season.max() ?? 0) - 0.3) < 0.001 && abs((season.min() ?? 0) + 0.3) < 0.001)
    }

    @Test func `items scatter about the level as their kind does`() throws {
        var generator = SeededGenerator(seed: 9)
        let counts = try #require(WeeklyNoise.trend(0).series(.counts, weeks: 5000, generator: &generator))
        let numbers = counts.items.map(Double.init)
        #expect(abs(mean(numbers) - 10) < 0.2)
        #expect(abs(mean(numbers.map { ($0 - 10) * ($0 - 10) }) - 10) < 0.7)
        let shares = try #require(WeeklyNoise.trend(0).series(.shares, weeks: 5000, generator: &generator))
        #expect(abs(mean(shares.values) - 0.3) < 0.01)
        let durations = try #require(WeeklyNoise.trend(0).series(.durations, weeks: 5000, generator: &generator))
        // A mean of n items of deviation 1 spreads by 1 / sqrt(n), whatever n was drawn.
        let scaled = zip(durations.values, durations.weights).map { $0 * $1.squareRoot() }
        #expect(abs(mean(scaled.map { $0 * $0 }) - 1) < 0.05)
    }

    @Test func `the same seed draws the same weeks`() {
        var (one, other) = (SeededGenerator(seed: 4), SeededGenerator(seed: 4))
        let noise = WeeklyNoise.autoregressive(0.6)
        #expect(noise.series(.counts, weeks: 50, generator: &one) == noise.series(.counts, weeks: 50, generator: &other))
    }
}
