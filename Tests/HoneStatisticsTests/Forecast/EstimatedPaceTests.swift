import Foundation
import HoneStatistics
import Testing

/// Forecasts from days that tell the pace only so well.
struct EstimatedPaceTests {
    private static let history = [0, 3, 0, 1, 0, 0, 2, 1, 0, 0, 4, 0, 1, 0, 0, 0, 1, 2, 0, 0, 0, 1, 0, 0, 2, 0]

    private func estimate(_ counts: [Int]) throws -> ThroughputSample { try ThroughputSample(counts, isEstimate: true) }

    /// By hand: of a quiet and a busy day, all ways of two days are equally likely: none, one or two busy ones. Evenly drawn it is a
    /// quarter, a half and a quarter.
    @Test func `every way in which the days fall is equally likely`() throws {
        let counts = try CountForecast.exact(days: 2, from: try estimate([0, 1]))
        for probability in counts.probabilities { #expect(isClose(probability, 1.0 / 3)) }
        // Nothing is done within d days in one of d + 1 ways, at most one item in two of them.
        let one = try CompletionForecast.exact(items: 1, from: try estimate([0, 1]), horizon: 50)
        let two = try CompletionForecast.exact(items: 2, from: try estimate([0, 1]), horizon: 50)
        for day in 1...50 {
            #expect(isClose(one.probability(within: day), 1 - 1 / Double(day + 1)))
            #expect(isClose(two.probability(within: day), 1 - 2 / Double(day + 1)))
        }
        // Two different busy days, of which each item number has one way: 1 + 1, 1 + 3, 3 + 3.
        let sums = try CountForecast.exact(days: 2, from: try estimate([1, 3])).probabilities
        #expect(sums.enumerated().filter { $0.element > 0 }.map(\.offset) == [2, 4, 6])
    }

    /// Drawn ball by ball, every order of the drawings of five days, with the probabilities of the urn.
    @Test func `it is the urn that each day is put back into twice`() throws {
        let sample = [0, 0, 1, 3]
        var expected = [Double](repeating: 0, count: 16)
        func draw(_ urn: [Int], _ left: Int, _ sum: Int, _ probability: Double) {
            guard left > 0 else {
                expected[sum] += probability
                return
            }
            for ball in urn { draw(urn + [ball], left - 1, sum + ball, probability / Double(urn.count)) }
        }
        draw(sample, 5, 0, 1)
        let found = try CountForecast.exact(days: 5, from: try estimate(sample)).probabilities
        #expect(found.count == expected.count)
        for (found, expected) in zip(found, expected) { #expect(isClose(found, expected)) }
        for items in 1...15 {
            let done = try CompletionForecast.exact(items: items, from: try estimate(sample)).probability(within: 5)
            #expect(isClose(done, expected[items...].reduce(0, +)), "\(items)")
        }
    }

    @Test func `both questions agree and the mean is that of the days`() throws {
        let sample = try estimate(Self.history)
        let mean = Double(Self.history.reduce(0, +)) / Double(Self.history.count)
        for days in [1, 7, 40] {
            let counts = try CountForecast.exact(days: days, from: sample)
            #expect(isClose(counts.probabilities.reduce(0, +), 1))
            #expect(isClose(counts.mean, mean * Double(days)))
            for items in [1, 5, 30] {
                let done = try CompletionForecast.exact(items: items, from: sample).probability(within: days)
                #expect(isClose(counts.probability(atLeast: items), done), "\(items) items in \(days) days")
            }
        }
    }

    @Test func `the simulation agrees, with pairs, weeks, splitting and unsure scope left to it`() throws {
        let sample = try estimate(Self.history)
        let exact = try CompletionForecast.exact(items: 12, from: sample)
        let drawn = try CompletionForecast.simulated(RemainingWork(items: 12...12), from: sample, seed: 3)
        for day in [7, 14, 21, 30, 45] { #expect(abs(exact.probability(within: day) - drawn.probability(within: day)) < 0.02) }
        let items = try CountForecast.exact(days: 20, from: sample)
        let simulated = try CountForecast.simulated(days: 20, from: sample, seed: 4)
        for count in [5, 10, 15, 20] { #expect(abs(items.probability(atLeast: count) - simulated.probability(atLeast: count)) < 0.02) }
        let known = try ThroughputSample(Self.history)
        for drawing in [DayDrawing.days, .weeks] {
            let work = RemainingWork(items: 30...40, splitRate: 1...1.5)
            let narrow = try CompletionForecast.simulated(work, from: known, drawing: drawing, seed: 5)
            let wide = try CompletionForecast.simulated(work, from: sample, drawing: drawing, seed: 5)
            let (sooner, later) = (try #require(narrow.days(confidence: 0.95)), try #require(wide.days(confidence: 0.95)))
            #expect(later > sooner)
        }
    }

    /// Of the same mean, but wider on both sides, and the more the further it looks.
    @Test func `it is less sure than a known pace, and the more so the further it looks`() throws {
        let (known, unsure) = (try ThroughputSample(Self.history), try estimate(Self.history))
        var last = 1.0
        for items in [2, 10, 40, 120] {
            let narrow = try CompletionForecast.exact(items: items, from: known)
            let wide = try CompletionForecast.exact(items: items, from: unsure)
            func width(_ forecast: CompletionForecast) throws -> Double {
                Double(try #require(forecast.days(confidence: 0.95)) - (try #require(forecast.days(confidence: 0.15))))
            }
            let ratio = try width(wide) / width(narrow)
            #expect(ratio >= last - 0.05, "\(items)")
            last = ratio
        }
        #expect(last > 1.5)
    }

    /// The law that it is for: teams whose pace never changes, each known by 60 days, are done within what is said at 85 % in about
    /// 85 % of cases, however much is left. Days taken for the truth keep it in three quarters of them or fewer.
    @Test(arguments: [(0.25, 20), (0.25, 40), (0.7, 40), (1.5, 60)])
    func `85 per cent are kept`(pace: Double, items: Int) throws {
        var generator = SeededGenerator(seed: 20_261_129)
        /// Weekdays with a number of items whose mean is the pace.
        func day(_ number: Int) -> Int {
            guard number % 7 < 5 else { return 0 }
            var (count, product) = (0, generator.unit())
            while product > exp(-pace) {
                count += 1
                product *= generator.unit()
            }
            return count
        }
        let teams = 400
        var kept = [0, 0]
        for _ in 0..<teams {
            let past = (0..<60).map(day)
            guard past.count(where: { $0 > 0 }) >= ThroughputSample.leastDaysWithCompletion else { continue }
            var (left, days) = (items, 0)
            while left > 0 {
                left -= day(60 + days)
                days += 1
            }
            for (place, isEstimate) in [false, true].enumerated() {
                let forecast = try CompletionForecast.exact(items: items, from: try ThroughputSample(past, isEstimate: isEstimate))
                if days <= forecast.days(confidence: 0.85) ?? .max { kept[place] += 1 }
            }
        }
        let shares = kept.map { Double($0) / Double(teams) }
        #expect(shares[1] > 0.82 && shares[1] < 0.94, "\(shares)")
        #expect(shares[0] < shares[1] - 0.03, "\(shares)")
    }

    @Test func `what is too much to count is refused, and simulated`() throws {
        let sample = try estimate(Self.history)
        #expect(throws: ForecastRefusal.self) { try CompletionForecast.exact(items: 5_000, from: sample) }
        #expect(throws: ForecastRefusal.self) {
            try CompletionForecast.exact(items: 5, from: try estimate(Array(repeating: 1, count: 200)))
        }
        #expect(throws: ForecastRefusal.self) { try CountForecast.exact(days: 3_000, from: sample) }
        #expect(
            try CompletionForecast.simulated(RemainingWork(items: 900...900), from: sample, trials: 50, seed: 1).days(confidence: 0.5)
                != nil)
    }
}
