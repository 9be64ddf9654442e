import Testing

@testable import HoneStatistics

struct SimulatedForecastTests {
    private let trials = 40_000

    /// Whether every probability of a simulation is within four standard errors of the truth.
    private func expectClose(_ simulated: CompletionForecast, _ truth: (Int) -> Double, days: ClosedRange<Int>) {
        for day in days {
            let exact = truth(day)
            let error = 4 * max(0, exact * (1 - exact) / Double(trials)).squareRoot() + 1e-4
            #expect(abs(simulated.probability(within: day) - exact) <= error, "day \(day)")
        }
    }

    /// Pairs of days, single days, and items beyond 16 bits: the three ways that days are drawn.
    @Test(arguments: [(60, 1), (128, 1), (129, 1), (400, 1), (60, 40_000)])
    func `drawn days agree with the exact answer`(length: Int, factor: Int) throws {
        var generator = SeededGenerator(seed: UInt64(length))
        let counts = (0..<length).map { _ in max(0, generator.index(below: 6) - 2) }
        let exact = try CompletionForecast.exact(items: 25, from: ThroughputSample(counts))
        let items = 25 * factor
        let sample = try ThroughputSample(counts.map { $0 * factor })
        let simulated = try CompletionForecast.simulated(RemainingWork(items: items...items), from: sample, trials: trials, seed: 3)
        expectClose(simulated, exact.probability(within:), days: 0...80)
        #expect(simulated.basis == .simulated(trials: trials, seed: 3))
    }

    @Test func `an unsure scope is the mixture of the scopes`() throws {
        let sample = try ThroughputSample([0, 0, 1, 2, 4])
        let exact = try (10...14).map { items in try CompletionForecast.exact(items: items, from: sample) }
        let simulated = try CompletionForecast.simulated(RemainingWork(items: 10...14), from: sample, trials: trials, seed: 21)
        expectClose(simulated, { day in exact.reduce(0) { $0 + $1.probability(within: day) } / 5 }, days: 0...60)
    }

    @Test func `an unsure split rate is the mixture of what the items become`() throws {
        // Ten items at a rate between 1 and 2, rounded up, are 11 to 20, all equally likely.
        let sample = try ThroughputSample([0, 0, 1, 2, 4])
        let exact = try (11...20).map { items in try CompletionForecast.exact(items: items, from: sample) }
        let work = RemainingWork(items: 10...10, splitRate: 1...2)
        let simulated = try CompletionForecast.simulated(work, from: sample, trials: trials, seed: 22)
        expectClose(simulated, { day in exact.reduce(0) { $0 + $1.probability(within: day) } / 10 }, days: 0...60)
    }

    @Test func `fifty items at a rate of eleven tenths are fifty-five`() throws {
        let sample = try ThroughputSample([1])
        let forecast = try CompletionForecast.simulated(
            RemainingWork(items: 50...50, splitRate: 1.1...1.1), from: sample, trials: 10, seed: 1)
        #expect(forecast.probability(within: 54) == 0)
        #expect(forecast.probability(within: 55) == 1)
    }

    @Test func `whole weeks are drawn as if each week were a day`() throws {
        // Ten weeks of a pattern that single days would destroy, after four days that belong to no whole week.
        let weeks = (0..<10).map { [0, 1 + $0 % 3, 2, 0, $0 % 4, 0, 0] }
        let sample = try ThroughputSample([9, 9, 9, 9] + weeks.flatMap(\.self))
        let weekly = try CompletionForecast.exact(items: 30, from: ThroughputSample(weeks.map { $0.reduce(0, +) }))
        let simulated = try CompletionForecast.simulated(
            RemainingWork(items: 30...30), from: sample, drawing: .weeks, trials: trials, seed: 4)
        for week in 1...12 {
            expectClose(simulated, { _ in weekly.probability(within: week) }, days: 7 * week...7 * week)
        }
        // Nothing is ever done on the first, fourth, sixth and seventh day of a week.
        for day in 1...70 where [1, 4, 6, 0].contains(day % 7) {
            #expect(simulated.probability(within: day) == simulated.probability(within: day - 1))
        }
        let howMany = try CountForecast.simulated(days: 8, from: sample, drawing: .weeks, trials: trials, seed: 4)
        let oneWeek = try CountForecast.exact(days: 1, from: ThroughputSample(weeks.map { $0.reduce(0, +) }))
        // The eighth day is a first day of a week: it brings nothing.
        for count in 1...10 {
            #expect(abs(howMany.probability(atLeast: count) - oneWeek.probability(atLeast: count)) <= 0.01)
        }
    }

    @Test func `batches may be computed in any order`() throws {
        let blocks = try DayBlocks<UInt16>(ThroughputSample([0, 1, 0, 3, 2]), drawing: .days)
        let work = RemainingWork(items: 5...15, splitRate: 1...1.5)
        let whole = blocks.completions(of: work, trials: 0..<5_000, seed: 8, horizon: 100)
        let parts = [4_096..<5_000, 0..<256, 256..<4_096].map {
            blocks.completions(of: work, trials: $0, seed: 8, horizon: 100)
        }
        #expect(whole.indices.allSatisfy { index in whole[index] == parts.reduce(0) { $0 + $1[index] } })
        #expect(whole.reduce(0, +) == 5_000)
        // What fits into a byte comes out the same in any other word.
        let bytes = try DayBlocks<UInt8>(ThroughputSample([0, 1, 0, 3, 2]), drawing: .days)
        #expect(bytes.completions(of: work, trials: 0..<5_000, seed: 8, horizon: 100) == whole)
        // Beyond the horizon, and nothing to do: both ends of the count.
        let short = blocks.completions(of: work, trials: 0..<5_000, seed: 8, horizon: 7)
        #expect(short.reduce(0, +) == 5_000)
        let beyond = Double(whole.dropFirst(8).reduce(0, +))
        #expect(beyond > 500)
        #expect(abs(Double(short[8]) - beyond) < 4 * (2 * beyond).squareRoot())
        let none = blocks.completions(of: RemainingWork(items: 0...1), trials: 0..<5_000, seed: 8, horizon: 7)
        #expect(abs(none[0] - 2_500) < 142)
    }

    /// Recorded once, and found again by a second implementation in Python: these may never change, on any platform.
    @Test func `a seed gives the same forecast for ever`() throws {
        let sample = try ThroughputSample([1, 2, 3, 4, 5, 6])
        let forecast = try CompletionForecast.simulated(RemainingWork(items: 7...7), from: sample, trials: 10_000, seed: 42)
        #expect(forecast.probabilities == [0, 0, 0.5787, 0.9059, 0.9883, 0.999, 1])
        let work = RemainingWork(items: 6...9, splitRate: 1...1.5)
        let unsure = try CompletionForecast.simulated(work, from: sample, trials: 10_000, seed: 42)
        #expect(unsure.probabilities == [0, 0, 0.2156, 0.6241, 0.8853, 0.9731, 0.9965, 0.9996, 1])
        let howMany = try CountForecast.simulated(days: 1, splitRate: 1...2, from: sample, trials: 10_000, seed: 42)
        #expect(howMany.probabilities == [0.1671, 0.2515, 0.2535, 0.2059, 0.0849, 0.0371])
        let other = try CompletionForecast.simulated(RemainingWork(items: 7...7), from: sample, trials: 10_000, seed: 43)
        #expect(other.probabilities != forecast.probabilities)
    }

    @Test func `impossible models are refused`() throws {
        let sample = try ThroughputSample([0, 1, 2])
        func simulated(
            _ items: ClosedRange<Int> = 1...2, rate: ClosedRange<Double> = 1...1, drawing: DayDrawing = .days, trials: Int = 10,
            horizon: Int = 100
        ) throws {
            _ = try CompletionForecast.simulated(
                RemainingWork(items: items, splitRate: rate), from: sample, drawing: drawing, trials: trials, seed: 1,
                horizon: horizon)
        }
        #expect(throws: ForecastRefusal.work) { try simulated(-1...2) }
        #expect(throws: ForecastRefusal.work) { try simulated(rate: 0...1) }
        #expect(throws: ForecastRefusal.work) { try simulated(rate: 1...(.infinity)) }
        #expect(throws: ForecastRefusal.trials(0)) { try simulated(trials: 0) }
        #expect(throws: ForecastRefusal.horizon(days: 0)) { try simulated(horizon: 0) }
        #expect(throws: ForecastRefusal.fewDays(found: 3, needed: 14)) { try simulated(drawing: .weeks) }
        #expect(throws: ForecastRefusal.tooLarge(limit: 1 << 20)) { try simulated(1...2_000_000) }
        let early = try ThroughputSample([1] + [Int](repeating: 0, count: 14))
        #expect(throws: ForecastRefusal.allZero) {
            try CompletionForecast.simulated(RemainingWork(items: 1...1), from: early, drawing: .weeks, seed: 1)
        }
    }
}
