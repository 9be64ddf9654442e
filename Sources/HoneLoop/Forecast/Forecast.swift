package import HoneFacts
package import HoneStatistics

/// The answer to a forecast's question at each confidence, or why there is none.
package struct Forecast: Sendable {
    package let question: ForecastQuestion
    package let days: ForecastDays
    /// Day 1 is tomorrow.
    package let today: CalendarDay
    package let method: ForecastQuestion.Method
    package let answer: Answer

    package enum Answer: Sendable {
        /// Days at each confidence; nil beyond ten years.
        case days([(confidence: Double, days: Int?)])
        /// At least so many items at each confidence.
        case items([(confidence: Double, items: Int?)])
        case refused(ForecastRefusal)
    }

    /// How often forecasts made from the same history in the past came true, at each confidence.
    package let backtest: ForecastBacktest?

    /// Which of the days ahead are holidays; nil where nobody says.
    let calendar: WorkingCalendar?
    /// When the first work that is known began, which may be long before the first of it was finished.
    let begunOn: CalendarDay?

    /// In per cent: 50, 70, 85 and, as the most that is ever said while work remains, 95.
    package static let confidences = ForecastBacktest.usualConfidences
    /// Days of history behind the weeks that are scored; about two years.
    static let longestBacktest = 790
    /// Items up to which a hundred exact forecasts take about a second; "how many" takes about as long where the square of its days times the
    /// most items of one is no more than the square of this.
    static let mostForBacktest = 500

    /// - Complexity: that of the exact convolution, or of 10,000 trials; and of an exact forecast for every week of two years.
    package init(
        _ question: ForecastQuestion, from days: ForecastDays, today: CalendarDay, calendar: WorkingCalendar? = nil,
        begunOn: CalendarDay? = nil
    ) {
        self.question = question
        self.calendar = calendar
        self.begunOn = begunOn
        self.days = days
        self.today = today
        (method, answer) = Self.answer(question, days, today)
        if case .refused = answer { backtest = nil } else { backtest = Self.backtest(question, days, today) }
    }

    package static func days(until day: CalendarDay, from today: CalendarDay) -> Int { day - today }

    private static func answer(
        _ question: ForecastQuestion, _ days: ForecastDays, _ today: CalendarDay
    ) -> (ForecastQuestion.Method, Answer) {
        let first: ForecastQuestion.Method = question.needsSimulation ? .simulated : .exact
        do throws(ForecastRefusal) {
            return (first, try answered(question, try days.sample(question.drawing, today: today), today, by: first))
        } catch {
            // What is too large to be computed can still be simulated, unless the exact answer was asked for.
            guard case .tooLarge = error, first == .exact, question.method == nil else { return (first, .refused(error)) }
        }
        do throws(ForecastRefusal) {
            return (.simulated, try answered(question, try days.sample(question.drawing, today: today), today, by: .simulated))
        } catch { return (.simulated, .refused(error)) }
    }

    private static func answered(
        _ question: ForecastQuestion, _ sample: ThroughputSample, _ today: CalendarDay, by method: ForecastQuestion.Method
    ) throws(ForecastRefusal) -> Answer {
        switch question.kind {
        case .when(let items):
            let forecast =
                method == .exact
                ? try CompletionForecast.exact(items: items.upperBound, from: sample)
                : try CompletionForecast.simulated(
                    RemainingWork(items: items, splitRate: question.splitRate), from: sample, drawing: question.drawing,
                    seed: question.seed)
            return .days(confidences.map { ($0, forecast.days(confidence: $0)) })
        case .howMany(let until):
            let ahead = days(until: until, from: today)
            let forecast =
                method == .exact
                ? try CountForecast.exact(days: ahead, from: sample)
                : try CountForecast.simulated(
                    days: ahead, splitRate: question.splitRate, from: sample, drawing: question.drawing, seed: question.seed)
            return .items(confidences.map { ($0, forecast.atLeast(confidence: $0)) })
        }
    }

    /// The exact forecast of single days stands in for a simulated one: what is put to the test is the history.
    private static func backtest(_ question: ForecastQuestion, _ days: ForecastDays, _ today: CalendarDay) -> ForecastBacktest? {
        guard case .history(let counts, _) = days else { return nil }
        let past = Array(counts.suffix(longestBacktest))
        switch question.kind {
        case .when(let items):
            // Of more work than was ever finished no past forecast has an outcome.
            guard items.upperBound <= min(mostForBacktest, past.reduce(0, +)) else { return nil }
            return try? ForecastBacktest(when: items.upperBound, history: past)
        case .howMany(let until):
            let ahead = Self.days(until: until, from: today)
            guard ahead * ahead * (past.max() ?? 0) <= mostForBacktest * mostForBacktest else { return nil }
            return try? ForecastBacktest(howMany: past, daysAhead: ahead)
        }
    }
}

/// The days that a forecast draws from.
package enum ForecastDays: Sendable {
    /// As somebody gives them: taken whole, however few.
    case given([Int])
    /// Items finished on each day of the product's history, zeros included, up to a last day; the last 60 count.
    case history([Int], lastDay: CalendarDay)

    func sample(_ drawing: DayDrawing, today: CalendarDay) throws(ForecastRefusal) -> ThroughputSample {
        switch self {
        case .given(let counts): try ThroughputSample(counts)
        case .history(let counts, let lastDay):
            try ThroughputSample(history: drawing == .weeks ? Self.beginningTomorrow(counts, lastDay: lastDay, today: today) : counts)
        }
    }

    /// Whole weeks, counted back from the last day, each turned so that it begins with tomorrow's day of the week: the first day that is
    /// drawn stands for tomorrow. Days before the first whole week stay as they are.
    static func beginningTomorrow(_ counts: [Int], lastDay: CalendarDay, today: CalendarDay) -> [Int] {
        let turn = (today - lastDay) % 7
        var turned = counts
        for start in stride(from: counts.count % 7, to: counts.count, by: 7) {
            for day in 0..<7 { turned[start + day] = counts[start + (day + turn) % 7] }
        }
        return turned
    }

    /// How many days are drawn from.
    package var count: Int {
        switch self {
        case .given(let counts): counts.count
        case .history(let counts, _): min(counts.count, ThroughputSample.usualDays)
        }
    }

    /// How many of the days that are drawn from brought nothing.
    var quietCount: Int {
        switch self {
        case .given(let counts): counts.count { $0 == 0 }
        case .history(let counts, _): counts.suffix(ThroughputSample.usualDays).count { $0 == 0 }
        }
    }

    /// Items finished on the days that are drawn from.
    package var items: Int {
        switch self {
        case .given(let counts): counts.reduce(0, +)
        case .history(let counts, _): counts.suffix(ThroughputSample.usualDays).reduce(0, +)
        }
    }
}
