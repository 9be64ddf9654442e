import HoneFacts
import HoneStatistics

/// A forecast in sentences.
package struct ForecastWords: Sendable {
    let forecast: Forecast

    package init(_ forecast: Forecast) {
        self.forecast = forecast
    }

    /// The answer, or in kind words why there is none.
    package var answer: String {
        switch forecast.answer {
        case .refused(.empty): return nothing
        case .refused(let refusal): return Self.refusal(refusal) + newest
        case .days(let answers):
            guard case .when(let items) = forecast.question.kind else { return "" }
            if items.upperBound == 0 { return "Nothing is left to do: 0 items." }
            guard let usual = answers.first(where: { $0.confidence == 0.85 })?.days else {
                return "\(work(items)): not within ten years at 85 %."
            }
            return "\(work(items)): 85 % likely within \(CountText.counted(usual, "day")), by \(day(after: usual))."
        case .items(let answers):
            guard case .howMany(let until) = forecast.question.kind else { return "" }
            let usual = answers.first { $0.confidence == 0.85 }?.items ?? 0
            if usual == 0 {
                return
                    "Until \(DayText.day(until)): not even one item is likely at 85 %. On \(CountText.counted(forecast.days.quietCount, "day")) of the \(forecast.days.count) drawn from nothing was finished."
            }
            return "Until \(DayText.day(until)): 85 % likely at least \(CountText.counted(usual, "item"))."
        }
    }

    /// That there is nothing to draw from, and what to do.
    private var nothing: String {
        switch forecast.days {
        case .given:
            "No forecast: the file holds no day to draw from. Write how many items were finished, one day a row, 0 for a day without one."
        case .history(_, let lastDay):
            "No forecast: no item is known to be finished up to \(DayText.day(lastDay)), so there is nothing to forecast from. If some are, a source of hone.yaml has to say so, by a column mapped to finishedOn or a status of a stage of kind done, and hone sync reads it; hone doctor says what is missing. Or give the days yourself: --samples FILE."
        }
    }

    /// How old the evidence is, where nothing recent was finished.
    private var newest: String {
        guard case .history(let counts, let lastDay) = forecast.days, let last = counts.lastIndex(where: { $0 > 0 }) else { return "" }
        let age = counts.count - 1 - last
        return age < 7 ? "" : " The newest finished item is of \(DayText.day(lastDay + -age))."
    }

    /// What is drawn from, and how; nil where there is nothing.
    package var basis: String? {
        if forecast.days.count == 0 { return nil }
        let drawn = forecast.question.drawing == .weeks ? "whole weeks of seven days" : "days"
        let (source, pace) =
            switch forecast.days {
            case .given(let counts): ("the \(CountText.counted(counts.count, "day")) given", "taken as the pace itself")
            case .history(_, let lastDay):
                (
                    "the \(CountText.counted(forecast.days.count, "day")) to \(DayText.day(lastDay))",
                    "how little so few days tell of the pace is in the range"
                )
            }
        return "\(drawn) drawn from \(source), \(CountText.counted(forecast.days.items, "item")) finished on them; \(pace)"
    }

    package var method: String {
        switch forecast.method {
        case .exact: "exact: all ways counted, without random numbers; seed \(forecast.question.seed) is not needed"
        case .simulated:
            "simulated: \(ValueText.grouped(CompletionForecast.usualTrials)) trials, seed \(forecast.question.seed)"
        }
    }

    /// Said under every answer while work remains.
    package static let cap = "Never more than 95 %: the days drawn know nothing of what has not happened before."

    /// Why the days to come may not be like those drawn from, a sentence each.
    package var doubts: [String] { ForecastDoubts(forecast: forecast).sentences }

    /// How past forecasts did.
    package var backtest: String {
        guard let backtest = forecast.backtest, let score = backtest.scores.first(where: { $0.confidence == 0.85 }) else {
            return switch forecast.days {
            case .given: "Not back-tested: the days given have no history behind them."
            case .history: "Not back-tested: no past forecast of this kind has an outcome yet, or there is too much to count for each week."
            }
        }
        let range = score.interval(level: 0.95).map { ", \(ValueText.percent($0.lower))-\(ValueText.percent($0.upper)) % (Wilson)" } ?? ""
        let overlap = isOverlapping(backtest) ? " They overlap, so this range is too narrow." : ""
        // What is put to the test is the history; splitting and whole weeks are not.
        let single =
            forecast.question.drawing == .weeks || forecast.question.splitRate != 1...1 ? " of single days, without splitting," : ""
        return
            "Back-test: 85 % forecasts\(single) came true \(score.cameTrue) of \(CountText.counted(score.weeks, "time"))\(range).\(overlap)"
    }

    /// Whether what came of one week reaches into the next.
    private func isOverlapping(_ backtest: ForecastBacktest) -> Bool {
        switch forecast.question.kind {
        case .when: backtest.weeks.contains { $0.came > 7 }
        case .howMany(let until): Forecast.days(until: until, from: forecast.today) > 7
        }
    }

    /// That days are missing because nobody read the sources; nil where they were.
    package var staleness: String? {
        guard case .history(_, let lastDay) = forecast.days, lastDay + 1 < forecast.today else { return nil }
        return "The sources were last read on \(DayText.day(lastDay + 1)): hone sync brings what was finished since."
    }

    /// The day that is so many days ahead.
    package func day(after days: Int) -> String { DayText.day(forecast.today + days) }

    private func work(_ items: ClosedRange<Int>) -> String {
        items.lowerBound == items.upperBound
            ? CountText.counted(items.upperBound, "item") : "\(items.lowerBound) to \(items.upperBound) items"
    }

    static func refusal(_ refusal: ForecastRefusal) -> String {
        switch refusal {
        case .empty: "No forecast: there is no day to draw from."
        case .negative(let day): "No forecast: the number of day \(day + 1) is below zero, and nobody finishes less than nothing."
        case .allZero:
            "No forecast: nothing was finished on any of the days drawn from, so nothing can be said about when anything will be."
        case .fewDays(let found, let needed):
            "No forecast yet: \(CountText.counted(found, "day")) of history, \(needed) are needed to say something worth hearing."
        case .fewDaysWithCompletion(let found, let needed):
            "No forecast yet: something was finished on \(found) of these days, \(needed) such days are needed to say something worth hearing."
        case .work: "No forecast: the remaining work is no number of items from 0 up."
        case .horizon: "No forecast: the day must be after today and within ten years."
        case .trials, .confidence: "No forecast: the question makes no sense."
        case .tooLarge(let limit): "No forecast: more than \(ValueText.grouped(limit)) items or days cannot be counted."
        }
    }
}
