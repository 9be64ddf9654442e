import HoneStatistics
import Testing

struct ForecastBacktestTests {
    @Test func `a steady team does what was said`() throws {
        let test = try ForecastBacktest(howMany: [Int](repeating: 2, count: 100))
        // 93, 86 ... 23 days known.
        #expect(test.weeks.map(\.knownDays) == Array(stride(from: 23, through: 93, by: 7)))
        #expect(test.weeks.allSatisfy { $0.said == [14, 14, 14, 14] && $0.came == 14 })
        for score in test.scores {
            #expect(score.cameTrue == 11 && score.weeks == 11 && score.pinballLoss == 0)
            #expect(score.interval(level: 0.95) == Proportion.wilson(successes: 11, of: 11, level: 0.95))
        }
        let when = try ForecastBacktest(when: 9, history: [Int](repeating: 2, count: 100))
        #expect(when.weeks.allSatisfy { $0.said == [5, 5, 5, 5] && $0.came == 5 })
        // 99 days known leave one day, too few for the five that were said; 92 days leave eight.
        #expect(when.weeks.map(\.knownDays) == Array(stride(from: 22, through: 92, by: 7)))
        #expect(when.refusedWeeks == 0)
    }

    /// By hand: 27 days of one item, then a week of nothing: 7 were said at every confidence and none came.
    @Test func `the loss weighs misses by the confidence`() throws {
        let history = [Int](repeating: 1, count: 27) + [Int](repeating: 0, count: 7)
        let test = try ForecastBacktest(howMany: history, confidences: [0.5, 0.85])
        #expect(test.weeks.map(\.came) == [7, 0])
        #expect(test.scores.map(\.cameTrue) == [1, 1])
        #expect(isClose(test.scores[0].pinballLoss, 0.5 * 7 / 2))
        #expect(isClose(test.scores[1].pinballLoss, 0.85 * 7 / 2))
        // Three items were said to take 3 days; of those begun after 26 days one is done at the end of the history, 8 days later.
        let when = try ForecastBacktest(when: 3, history: history, confidences: [0.5, 0.85])
        #expect(when.weeks.map(\.knownDays) == [26])
        #expect(when.weeks.map(\.said) == [[3, 3]])
        #expect(when.weeks.map(\.came) == [9])
        #expect(when.scores.map(\.cameTrue) == [0, 0])
        #expect(isClose(when.scores[1].pinballLoss, 0.85 * 6))
    }

    @Test(arguments: UInt64(1)...3)
    func `of a team without trend the forecasts come true as often as they say`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let history = (0..<2_500).map { _ in generator.index(below: 4) * generator.index(below: 4) }
        let tests = [
            try ForecastBacktest(howMany: history, lastDays: 120), try ForecastBacktest(when: 25, history: history, lastDays: 120),
        ]
        for test in tests {
            #expect(test.weeks.count > 330)
            for score in test.scores {
                let share = Double(score.cameTrue) / Double(score.weeks)
                let error = (score.confidence * (1 - score.confidence) / Double(score.weeks)).squareRoot()
                // Whole numbers come true a little oftener than was said, a sample of 120 days a little more seldom.
                #expect(share > score.confidence - 4 * error - 0.02, "\(score.confidence)")
                #expect(share < score.confidence + 4 * error + 0.08, "\(score.confidence)")
            }
        }
    }

    @Test func `weeks without a forecast are counted and none at all is refused`() throws {
        let quiet = [Int](repeating: 0, count: 40)
        let test = try ForecastBacktest(howMany: quiet + [Int](repeating: 3, count: 20))
        #expect(test.refusedWeeks == 3)
        #expect(test.weeks.map(\.knownDays) == [46, 53])
        #expect(throws: ForecastRefusal.allZero) { try ForecastBacktest(howMany: quiet) }
        #expect(throws: ForecastRefusal.fewDays(found: 26, needed: 27)) {
            try ForecastBacktest(howMany: [Int](repeating: 1, count: 26))
        }
        #expect(throws: ForecastRefusal.fewDays(found: 40, needed: 75)) {
            try ForecastBacktest(when: 50, history: [Int](repeating: 1, count: 40))
        }
        #expect(throws: ForecastRefusal.negative(day: 0)) { try ForecastBacktest(howMany: [-1] + quiet) }
        #expect(throws: ForecastRefusal.horizon(days: 0)) { try ForecastBacktest(howMany: quiet, daysAhead: 0) }
        #expect(throws: ForecastRefusal.work) { try ForecastBacktest(when: 0, history: quiet) }
        #expect(throws: ForecastRefusal.confidence) { try ForecastBacktest(howMany: quiet, confidences: [0.5, 1]) }
    }
}
