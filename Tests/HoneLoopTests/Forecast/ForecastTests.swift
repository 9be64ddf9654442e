import HoneFacts
import HoneMetrics
import HoneStatistics
import Testing

@testable import HoneLoop

@Suite struct ForecastTests {
    static let today = HandMadeLoop.day("2026-11-22")
    static let die = ForecastDays.given([1, 2, 3, 4, 5, 6])

    private func days(_ forecast: Forecast) -> [Int?] {
        if case .days(let answers) = forecast.answer { answers.map(\.days) } else { [] }
    }

    private func items(_ forecast: Forecast) -> [Int?] {
        if case .items(let answers) = forecast.answer { answers.map(\.items) } else { [] }
    }

    @Test func `seven items from a die take 2, 3, 3 and 4 days`() {
        let forecast = Forecast(ForecastQuestion(.when(items: 7...7)), from: Self.die, today: Self.today)
        #expect(days(forecast) == [2, 3, 3, 4])
        #expect(forecast.method == .exact && forecast.backtest == nil)
        #expect(ForecastWords(forecast).answer == "7 items: 85 % likely within 3 days, by 25 Nov 2026.")
    }

    @Test func `how many is the largest number that is reached as often as asked`() {
        // Two throws of a die: at least 7 in 21 of 36, at least 6 in 26, at least 4 in 33, at least 3 in 35.
        let question = ForecastQuestion(.howMany(until: Self.today + 2))
        #expect(items(Forecast(question, from: Self.die, today: Self.today)) == [7, 6, 4, 3])
    }

    /// Three items each Friday of nine weeks, known up to the day before.
    private func fridays(_ today: CalendarDay) -> ForecastDays {
        let last = today + -1
        return .history((0..<60).map { (last + ($0 - 59)).weekday == 5 ? 3 : 0 }, lastDay: last)
    }

    @Test(arguments: 1...7)
    func `whole weeks begin with tomorrow, so what is done on Fridays is forecast for a Friday`(weekday: Int) throws {
        let today = Self.today.startOfWeek + (weekday - 1)
        var question = ForecastQuestion(.when(items: 3...3))
        question.drawing = .weeks
        let found = days(Forecast(question, from: fridays(today), today: today)).compactMap(\.self)
        #expect(found.allSatisfy { (today + $0).weekday == 5 && $0 <= 7 } && found.count == 4)
        // Nobody has read the last two days.
        let stale = ForecastDays.history(
            Array(repeating: 0, count: 3) + (0..<57).map { (today + ($0 - 59)).weekday == 5 ? 3 : 0 }, lastDay: today + -3)
        let late = days(Forecast(question, from: stale, today: today)).compactMap(\.self)
        #expect(late.allSatisfy { (today + $0).weekday == 5 })
    }

    private func doubts(_ counts: [Int], _ kind: ForecastQuestion.Kind, _ calendar: WorkingCalendar? = nil) -> [String] {
        let days = ForecastDays.history(counts, lastDay: Self.today + -1)
        return ForecastWords(Forecast(ForecastQuestion(kind), from: days, today: Self.today, calendar: calendar)).doubts
    }

    @Test func `a pace that changed, a far horizon and holidays ahead are said`() {
        let steady = (0..<60).map { [1, 0, 2, 1, 1, 0, 0][$0 % 7] }
        #expect(doubts(steady, .when(items: 10...10)).isEmpty)
        let young = ForecastDays.history(Array(steady.prefix(30)), lastDay: Self.today + -1)
        func early(_ days: Int) -> [String] {
            let question = ForecastQuestion(.when(items: 5...5))
            return ForecastWords(Forecast(question, from: young, today: Self.today, begunOn: Self.today + -days)).doubts
        }
        #expect(early(31).isEmpty && early(60).map { $0.prefix(20) } == ["Work is known since "])
        let slow = Array(steady.prefix(32)) + (0..<28).map { $0 % 7 == 0 ? 1 : 0 }
        #expect(doubts(slow, .when(items: 10...10)).map { $0.prefix(18) } == ["The pace changed: "])
        #expect(doubts(steady, .howMany(until: Self.today + 400)).map { $0.prefix(24) } == ["It looks 400 days ahead "])
        let closed = WorkingCalendar(holidays: Set((1...21).map { Self.today + $0 }))
        #expect(doubts(steady, .howMany(until: Self.today + 21), closed).map { $0.prefix(28) } == ["15 holidays of hone.yaml lie"])
    }

    @Test func `a simulation names its seed and gives the same again`() {
        var question = ForecastQuestion(.when(items: 7...9))
        question.seed = 42
        let first = Forecast(question, from: Self.die, today: Self.today)
        #expect(first.method == .simulated)
        #expect(days(first) == days(Forecast(question, from: Self.die, today: Self.today)))
        #expect(ForecastWords(first).method.contains("seed 42"))
        question.method = .simulated
        #expect(days(first).compactMap(\.self).count == 4)
    }

    @Test(
        arguments: [
            ([], "holds no day to draw from. Write how many"), ([0, 0], "nothing was finished"),
            ([1, -1], "the number of day 2 is below zero"),
        ] as [([Int], String)])
    func `samples are refused only when empty, negative or all zero`(counts: [Int], words: String) {
        let forecast = Forecast(ForecastQuestion(.when(items: 3...3)), from: .given(counts), today: Self.today)
        guard case .refused = forecast.answer else {
            Issue.record("not refused")
            return
        }
        #expect(ForecastWords(forecast).answer.contains(words))
    }

    @Test func `a history must be long and busy enough`() {
        func words(_ counts: [Int]) -> String {
            let days = ForecastDays.history(counts, lastDay: Self.today + -1)
            return ForecastWords(Forecast(ForecastQuestion(.when(items: 3...3)), from: days, today: Self.today)).answer
        }
        #expect(words([Int](repeating: 1, count: 19)).contains("19 days of history, 20 are needed"))
        #expect(words([1, 1, 1, 1] + [Int](repeating: 0, count: 30)).contains("on 4 of these days, 5 such days are needed"))
        #expect(words([1, 1, 1, 1] + [Int](repeating: 0, count: 30)).hasSuffix("The newest finished item is of 22 Oct 2026."))
        let nothing = words([])
        #expect(nothing.hasPrefix("No forecast: no item is known to be finished up to 21 Nov 2026, so there is nothing to forecast from."))
        #expect(nothing.contains("hone doctor") && nothing.contains("--samples FILE"))
        #expect(words([Int](repeating: 1, count: 20)).hasPrefix("3 items: 85 % likely within 3 days"))
    }

    @Test func `a number of none is told with the days that brought none`() {
        // One item every fourth day: none tomorrow in three of four futures.
        let days = ForecastDays.history((0..<60).map { $0 % 4 == 3 ? 1 : 0 }, lastDay: Self.today + -1)
        let words = ForecastWords(Forecast(ForecastQuestion(.howMany(until: Self.today + 1)), from: days, today: Self.today))
        #expect(
            words.answer
                == "Until 23 Nov 2026: not even one item is likely at 85 %. On 45 days of the 60 drawn from nothing was finished.")
    }

    @Test func `only the last sixty days are drawn from, and all of it is put to the test`() {
        let history = [Int](repeating: 9, count: 100) + [Int](repeating: 1, count: 60)
        let forecast = Forecast(
            ForecastQuestion(.howMany(until: Self.today + 7)), from: .history(history, lastDay: Self.today + -1), today: Self.today)
        #expect(items(forecast) == [7, 7, 7, 7])
        #expect(forecast.days.count == 60 && forecast.days.items == 60)
        #expect((forecast.backtest?.weeks.count ?? 0) > 10)
        #expect(ForecastWords(forecast).backtest.hasPrefix("Back-test: 85 % forecasts came true "))
    }

    @Test func `days since the sources were read are said to be missing`() {
        let days = ForecastDays.history([Int](repeating: 1, count: 30), lastDay: Self.today + -5)
        let forecast = Forecast(ForecastQuestion(.when(items: 3...3)), from: days, today: Self.today)
        #expect(ForecastWords(forecast).staleness == "The sources were last read on 18 Nov 2026: hone sync brings what was finished since.")
    }

    @Test func `finished items become days with their zeros, and a part of a day is none`() {
        let rows = ["2026-11-02", "2026-11-02", "2026-11-05", "2026-11-10"].enumerated().map {
            ("K\($0)", "feature", "2026-11-01", "2026-11-01", $1)
        }
        let now = (Instant(iso: "2026-11-10T12:00:00Z") ?? Instant(seconds: 0)).seconds
        var histories = fold(ExampleFacts.items(rows).tables, .board, now: now)
        let history = DeliveryHistory(histories, .board, now: now)
        #expect(history.lastDay == HandMadeLoop.day("2026-11-09"))
        #expect(history.counts == [2, 0, 0, 1, 0, 0, 0, 0])
        histories.readings = ReadingTimes(others: now - 4 * 86_400, repositories: now)
        #expect(DeliveryHistory(histories, .board, now: now).counts == [2, 0, 0, 1])
    }
}
