import HoneStatistics
import Testing

struct CompletionForecastTests {
    let die = [1, 2, 3, 4, 5, 6]

    /// The worked example of the definition; 7/12 and 49/54 by hand.
    @Test func `a die takes two to four days for seven items`() throws {
        let forecast = try CompletionForecast.exact(items: 7, from: ThroughputSample(die))
        #expect(isClose(forecast.probability(within: 2), 7 / 12.0))
        #expect(isClose(forecast.probability(within: 3), 49 / 54.0))
        #expect([0.5, 0.7, 0.85, 0.95].map(forecast.days) == [2, 3, 3, 4])
        #expect(isClose(forecast.meanDays, 2.521626371742113))
        #expect(forecast.basis == .exact)
        #expect(forecast.probability(within: 0) == 0)
        #expect(forecast.probability(within: 1) == 0)
        #expect(forecast.probability(within: -1) == 0)
        #expect(isClose(forecast.probability(within: 1_000), 1))
    }

    @Test(
        .enabled(if: OracleCase.isPresent, OracleCase.absence),
        arguments: OracleCase.all("monte_carlo").filter { $0.fields["question"]?.text == "when" })
    func `oracle when`(golden: OracleCase) throws {
        let sample = try ThroughputSample(golden.numbers("throughput").map { Int($0) })
        let items = try golden.integer("items")
        let forecast = try CompletionForecast.exact(items: items, from: sample)
        let trials = 20_000
        let simulated = try CompletionForecast.simulated(RemainingWork(items: items...items), from: sample, trials: trials, seed: 11)
        let rows = try golden.expected("cdf").list ?? []
        #expect(rows.count > 5)
        for row in rows {
            let pair = try #require(row.numbers)
            #expect(isClose(forecast.probability(within: Int(pair[0])), pair[1], 1e-9))
            let error = 4 * (pair[1] * (1 - pair[1]) / Double(trials)).squareRoot() + 1e-9
            #expect(abs(simulated.probability(within: Int(pair[0])) - pair[1]) <= error, "\(golden.id) day \(pair[0])")
        }
        for (percent, days) in try #require(golden.expected("days").object) {
            let confidence = try #require(Double(percent)) / 100
            #expect(forecast.days(confidence: confidence) == days.integer, "\(golden.id) at \(percent) %")
        }
        // The golden mean sums up to the last day of its table.
        let last = try #require(rows.last?.numbers?.first)
        let mean = (0...Int(last)).reduce(0.0) { $0 + 1 - forecast.probability(within: $1) }
        #expect(isClose(mean, try #require(golden.expected("mean_days").number), 1e-9))
        #expect(try #require(forecast.meanDays) >= mean - 1e-12)
    }

    @Test func `a day that brings one item at a time is a negative binomial`() throws {
        // P(T <= d) = P(Binomial(d, 1/5) >= 3).
        let forecast = try CompletionForecast.exact(items: 3, from: ThroughputSample([0, 0, 0, 0, 1]))
        for day in 0...100 {
            let below = try #require(Binomial.cumulative(2, of: day, probability: 0.2))
            #expect(isClose(forecast.probability(within: day), 1 - below, 1e-11))
        }
        #expect(isClose(forecast.meanDays, 15, 1e-9))
    }

    @Test(arguments: UInt64(1)...10)
    func `done by a day is the same as enough items by then`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let counts = (0..<30).map { _ in generator.index(below: 5) }
        let sample = try ThroughputSample(counts)
        let items = 1 + generator.index(below: 40)
        let forecast = try CompletionForecast.exact(items: items, from: sample)
        #expect(zip(forecast.probabilities, forecast.probabilities.dropFirst()).allSatisfy { $0 <= $1 })
        for day in 1...20 {
            let howMany = try CountForecast.exact(days: day, from: sample)
            #expect(isClose(forecast.probability(within: day), howMany.probability(atLeast: items), 1e-11))
        }
    }

    @Test func `the smallest day that reaches the confidence is given`() throws {
        // A fair coin: one item by tomorrow with exactly one half.
        let forecast = try CompletionForecast.exact(items: 1, from: ThroughputSample([0, 1]))
        #expect(forecast.days(confidence: 0.5) == 1)
        #expect(forecast.days(confidence: 0.500_001) == 2)
        #expect(forecast.days(confidence: 0.75) == 2)
        #expect(forecast.days(confidence: 0) == nil)
        #expect(forecast.days(confidence: 1) == nil)
        #expect(forecast.days(confidence: .nan) == nil)
    }

    @Test func `nothing left takes no day`() throws {
        let forecast = try CompletionForecast.exact(items: 0, from: ThroughputSample(die))
        #expect(forecast.days(confidence: 0.95) == 0)
        #expect(forecast.meanDays == 0)
        #expect(forecast.shownProbability(within: 0) == (1, false))
        let simulated = try CompletionForecast.simulated(RemainingWork(items: 0...0), from: ThroughputSample(die), seed: 1)
        #expect(simulated.probabilities == [1])
    }

    @Test func `95 percent is the most that is shown while work remains`() throws {
        let forecast = try CompletionForecast.exact(items: 7, from: ThroughputSample(die))
        #expect(forecast.shownProbability(within: 3) == (forecast.probability(within: 3), false))
        #expect(forecast.shownProbability(within: 4) == (0.95, true))
        #expect(forecast.shownProbability(within: 7) == (0.95, true))
    }

    @Test func `what lies beyond the horizon is not said`() throws {
        let forecast = try CompletionForecast.exact(items: 50, from: ThroughputSample([0, 0, 0, 1]), horizon: 100)
        #expect(forecast.probabilities.count == 101)
        #expect(forecast.days(confidence: 0.5) == nil)
        #expect(forecast.meanDays == nil)
        let simulated = try CompletionForecast.simulated(
            RemainingWork(items: 50...50), from: ThroughputSample([0, 0, 0, 1]), trials: 1_000, seed: 1, horizon: 100)
        #expect(simulated.probabilities.count == 101)
        #expect(simulated.days(confidence: 0.5) == nil)
        #expect(simulated.meanDays == nil)
    }

    @Test func `joint teams are as late as the last of them`() throws {
        let fast = try CompletionForecast.exact(items: 7, from: ThroughputSample(die))
        let slow = try CompletionForecast.exact(items: 3, from: ThroughputSample([0, 0, 1]))
        let joint = try CompletionForecast.joint([fast, slow])
        for day in 0...30 {
            let product = fast.probability(within: day) * slow.probability(within: day)
            #expect(isClose(joint.probability(within: day), product))
        }
        #expect(try #require(joint.days(confidence: 0.85)) >= max(3, try #require(slow.days(confidence: 0.85))))
        #expect(joint.basis == .joint(teams: 2))
        #expect(try CompletionForecast.joint([slow]).probabilities == slow.probabilities)
        #expect(throws: ForecastRefusal.empty) { try CompletionForecast.joint([]) }
    }

    @Test func `impossible questions are refused`() throws {
        let sample = try ThroughputSample(die)
        #expect(throws: ForecastRefusal.work) { try CompletionForecast.exact(items: -1, from: sample) }
        #expect(throws: ForecastRefusal.horizon(days: 0)) { try CompletionForecast.exact(items: 1, from: sample, horizon: 0) }
        #expect(throws: ForecastRefusal.tooLarge(limit: 20_000)) { try CompletionForecast.exact(items: 20_001, from: sample) }
    }
}
