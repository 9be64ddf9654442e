import HoneStatistics
import Testing

struct CountForecastTests {
    /// The sum of two dice.
    @Test func `a die twice is the well-known triangle`() throws {
        let forecast = try CountForecast.exact(days: 2, from: ThroughputSample([1, 2, 3, 4, 5, 6]))
        for count in 2...12 { #expect(isClose(forecast.probabilities[count], Double(6 - abs(7 - count)) / 36)) }
        #expect([0.5, 0.7, 0.85, 0.95].map(forecast.atLeast) == [7, 6, 4, 3])
        #expect(isClose(forecast.probability(atLeast: 7), 21 / 36.0))
        #expect(isClose(forecast.mean, 7))
        #expect(forecast.atLeast(confidence: 1) == nil)
        #expect(forecast.atLeast(confidence: 0) == nil)
    }

    @Test(
        .enabled(if: OracleCase.isPresent, OracleCase.absence),
        arguments: OracleCase.all("monte_carlo").filter { $0.fields["question"]?.text == "how_many" })
    func `oracle how many`(golden: OracleCase) throws {
        let sample = try ThroughputSample(golden.numbers("throughput").map { Int($0) })
        let days = try golden.integer("days")
        let forecast = try CountForecast.exact(days: days, from: sample)
        let trials = 20_000
        let simulated = try CountForecast.simulated(days: days, from: sample, trials: trials, seed: 5)
        let rows = try golden.expected("pmf_nonzero").list ?? []
        #expect(rows.count > 5)
        for row in rows {
            let pair = try #require(row.numbers)
            #expect(isClose(forecast.probabilities[Int(pair[0])], pair[1], 1e-9))
            let exact = forecast.probability(atLeast: Int(pair[0]))
            let error = 4 * max(0, exact * (1 - exact) / Double(trials)).squareRoot() + 1e-4
            #expect(abs(simulated.probability(atLeast: Int(pair[0])) - exact) <= error, "\(golden.id) \(pair[0]) items")
        }
        for (percent, count) in try #require(golden.expected("at_least").object) {
            let confidence = try #require(Double(percent)) / 100
            #expect(forecast.atLeast(confidence: confidence) == count.integer, "\(golden.id) at \(percent) %")
        }
        #expect(isClose(forecast.mean, try #require(golden.expected("mean").number), 1e-9))
    }

    @Test(arguments: UInt64(1)...10)
    func `probabilities add up and the mean is that of a day times the days`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let counts = [1] + (0..<40).map { _ in generator.index(below: 7) * generator.index(below: 2) }
        let days = generator.index(below: 30)
        let forecast = try CountForecast.exact(days: days, from: ThroughputSample(counts))
        #expect(isClose(forecast.probabilities.reduce(0, +), 1))
        #expect(isClose(forecast.mean, Double(days * counts.reduce(0, +)) / Double(counts.count), 1e-11))
        #expect(forecast.probability(atLeast: 0) == 1)
        #expect(forecast.probability(atLeast: forecast.probabilities.count) == 0)
    }

    @Test func `the next no days bring nothing`() throws {
        let sample = try ThroughputSample([1, 2])
        #expect(try CountForecast.exact(days: 0, from: sample).probabilities == [1])
        #expect(try CountForecast.simulated(days: 0, from: sample, trials: 10, seed: 1).probabilities == [1])
    }

    @Test func `halved items are half as many of today's`() throws {
        let sample = try ThroughputSample([0, 1, 3])
        let exact = try CountForecast.exact(days: 9, from: sample)
        let trials = 20_000
        let split = try CountForecast.simulated(days: 9, splitRate: 2...2, from: sample, trials: trials, seed: 3)
        for count in 1...13 {
            let probability = exact.probability(atLeast: 2 * count)
            let error = 4 * (probability * (1 - probability) / Double(trials)).squareRoot() + 1e-4
            #expect(abs(split.probability(atLeast: count) - probability) <= error)
        }
    }

    @Test func `impossible questions are refused`() throws {
        let sample = try ThroughputSample([1, 1_000])
        #expect(throws: ForecastRefusal.horizon(days: -1)) { try CountForecast.exact(days: -1, from: sample) }
        #expect(throws: ForecastRefusal.horizon(days: 3_651)) { try CountForecast.exact(days: 3_651, from: sample) }
        #expect(throws: ForecastRefusal.tooLarge(limit: 65_536)) { try CountForecast.exact(days: 66, from: sample) }
        #expect(throws: ForecastRefusal.horizon(days: -1)) { try CountForecast.simulated(days: -1, from: sample, seed: 1) }
        #expect(throws: ForecastRefusal.trials(0)) { try CountForecast.simulated(days: 1, from: sample, trials: 0, seed: 1) }
        #expect(throws: ForecastRefusal.work) { try CountForecast.simulated(days: 1, splitRate: 0...1, from: sample, seed: 1) }
        #expect(throws: ForecastRefusal.tooLarge(limit: 1 << 20)) {
            try CountForecast.simulated(days: 1, splitRate: 1e-9...1, from: sample, seed: 1)
        }
    }
}
