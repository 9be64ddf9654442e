import HoneFacts
package import HoneLoop
import HoneStatistics

/// A forecast as the JSON object of the command line's contract.
package struct ForecastJSON {
    let forecast: Forecast

    package init(_ forecast: Forecast) {
        self.forecast = forecast
    }

    package var json: JSON {
        let words = ForecastWords(forecast)
        var members: [(String, JSON)]
        switch forecast.question.kind {
        case .when(let items):
            members = [("question", .text("when")), ("items", .array([.integer(items.lowerBound), .integer(items.upperBound)]))]
        case .howMany(let until):
            let days = Forecast.days(until: until, from: forecast.today)
            members = [("question", .text("how-many")), ("until", .text(until.description)), ("days", .integer(days))]
        }
        members += [
            ("today", .text(forecast.today.description)), ("method", .text(forecast.method.rawValue)),
            ("seed", .integer(Int64(clamping: forecast.question.seed))),
            ("unit", .text(isWhen ? "days" : "items")), ("percentiles", percentiles),
            ("refused", isRefused ? .text(words.answer) : .null), ("sentence", .text(words.answer)),
            ("drawnDays", .integer(forecast.days.count)), ("finishedItems", .integer(forecast.days.items)),
            ("doubts", .array(words.doubts.map { .text($0) })), ("backtest", backtest), ("dates", dates),
        ]
        return .object(members)
    }

    private var isWhen: Bool {
        if case .when = forecast.question.kind { true } else { false }
    }

    /// The days by which it is done, by the chance in per cent; null where the question is another one.
    private var dates: JSON {
        guard case .days(let answers) = forecast.answer else { return .null }
        return .object(
            zip(Forecast.confidences, answers).map { confidence, answer in
                (ValueText.percent(confidence), .optional(answer.days.map { (forecast.today + $0).description }))
            })
    }

    private var isRefused: Bool {
        if case .refused = forecast.answer { true } else { false }
    }

    private var percentiles: JSON {
        let numbers: [Int?] =
            switch forecast.answer {
            case .days(let answers): answers.map(\.days)
            case .items(let answers): answers.map(\.items)
            case .refused: Forecast.confidences.map { _ in nil }
            }
        return .object(
            zip(Forecast.confidences, numbers).map { confidence, number in
                (ValueText.percent(confidence), number.map { .integer($0) } ?? .null)
            })
    }

    private var backtest: JSON {
        guard let backtest = forecast.backtest else { return .null }
        return .object([
            (
                "scores",
                .array(
                    backtest.scores.map { score in
                        .object([
                            ("confidence", .number(score.confidence)), ("cameTrue", .integer(score.cameTrue)),
                            ("of", .integer(score.weeks)), ("pinballLoss", .number(score.pinballLoss)),
                        ])
                    })
            ),
            ("refusedWeeks", .integer(backtest.refusedWeeks)),
        ])
    }
}
