package import HoneLoop
import HoneStatistics

/// A forecast in words: the usual confidence in a sentence, the others in a small chart.
package struct ForecastAnswer {
    let forecast: Forecast
    /// Said behind the sentence, for example what a label stands for.
    let note: String?

    package init(_ forecast: Forecast, note: String? = nil) {
        self.forecast = forecast
        self.note = note
    }

    package func answer(width: Int) -> Answer {
        let words = ForecastWords(forecast)
        if case .refused = forecast.answer {
            // The basis of days that are given says nothing new.
            guard case .history = forecast.days else { return Answer(sentence: words.answer) }
            return Answer(sentence: words.answer, facts: basis(words), remarks: [words.staleness].compactMap(\.self))
        }
        let facts = basis(words) + [("method", words.method)] + (note.map { [("items", $0)] } ?? [])
        return Answer(
            sentence: words.answer, facts: facts, chart: chart(words, width: width - 2),
            remarks: (isDone ? [] : [ForecastWords.cap]) + words.doubts + [words.backtest] + [words.staleness].compactMap(\.self))
    }

    private func basis(_ words: ForecastWords) -> [(label: String, text: String)] { words.basis.map { [("from", $0)] } ?? [] }

    private var isDone: Bool { forecast.question.kind == .when(items: 0...0) }

    private func chart(_ words: ForecastWords, width: Int) -> [String] {
        var rows: [(confidence: Double, number: Int?, text: String)] = []
        switch forecast.answer {
        case .days(let answers):
            rows = answers.map { confidence, days in
                let text = days.map { "\(ValueText.grouped($0)) \($0 == 1 ? "day" : "days"), by \(words.day(after: $0))" }
                return (confidence, days, text ?? "not within ten years")
            }
        case .items(let answers):
            rows = answers.map { confidence, items in
                let text = items.map { "at least \(ValueText.grouped($0)) \($0 == 1 ? "item" : "items")" }
                return (confidence, items, text ?? "")
            }
        case .refused: return []
        }
        let column = (rows.map(\.text.count).max() ?? 0) + 8
        let most = Double(rows.compactMap(\.number).max() ?? 0)
        let room = Double(min(40, max(0, width - column)))
        return rows.map { row in
            let cells = most > 0 ? Int((Double(row.number ?? 0) / most * room).rounded()) : 0
            let label = TextWrap.padded("\(ValueText.percent(row.confidence)) %", 4) + "  "
            let line = TextWrap.padded(label + row.text, column) + String(repeating: "█", count: cells)
            return line.last == " " ? String(line.prefix(label.count + row.text.count)) : line
        }
    }
}
