import HoneFacts
package import HoneLoop
import HoneStatistics

/// Items finished in the weeks behind, added up, and a fan of what may follow; beside it how often such words came true.
package struct ForecastFanChart: Chart {
    let model: ForecastFan
    let breaks: [Break]

    package init(_ model: ForecastFan, breaks: [Break] = []) {
        (self.model, self.breaks) = (model, breaks)
    }

    package var title: String { "Forecast of finished items for \(model.atLeast.count) weeks" }

    package var sentence: String {
        guard let last = model.atLeast.last, isDrawable else { return "Too little was finished for a forecast." }
        let weeks = model.atLeast.count
        let text =
            "In the \(weeks) weeks from \(DayText.day(model.from)) at least \(ValueText.grouped(last[2])) items are finished with "
            + "85 % probability, at least \(ValueText.grouped(last[0])) with 50 %, if things go on as in the last \(model.sampleDays) days."
        guard let score else { return text + " How such forecasts fared in the past cannot be told yet." }
        return text + " Of \(score.weeks) past forecasts said with 85 %, \(score.cameTrue) came true "
            + "(\(ValueText.percent(Double(score.cameTrue) / Double(score.weeks))) %; \(model.checkedWeeks) weeks ahead, so they overlap)."
    }

    private var score: ForecastBacktest.Score? { model.scores?.first { $0.confidence == 0.85 } }
    private var isDrawable: Bool { model.past.count >= 3 && model.atLeast.allSatisfy { $0.count == ForecastFan.confidences.count } }

    package var drawing: Node? {
        guard isDrawable, let last = model.atLeast.last, !last.isEmpty else { return nil }
        let labels = zip(ForecastFan.confidences, last).map { "\(ValueText.percent($0)) %: ≥ \(ValueText.grouped($1)) more" }
        let sums = model.past.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
        let done = sums.last ?? 0
        let ticks = Ticks(upTo: Double(done + (last.first ?? 0)) * 1.02, isWhole: true)
        let weeks = model.past.count + model.atLeast.count
        let window = Window(from: model.from + -7 * model.past.count, to: model.from + 7 * model.atLeast.count)
        let room = Plot(right: 355 - Plot.room(labels), bottom: 164).fitting(ticks)
        let dividers = Dividers(breaks, in: window, room)
        let plot = room.lowered(to: room.top + dividers.height)
        let scale = ticks.scale(from: plot.bottom, to: plot.top)
        func x(_ week: Int) -> Double { plot.left + (plot.right - plot.left) * Double(week) / Double(weeks) }
        let behind = sums.enumerated().map { (x: x($0), y: scale.position(Double($1))) }
        let rays = ForecastFan.confidences.indices.map { confidence in
            [behind[behind.count - 1]]
                + model.atLeast.enumerated().map {
                    (x: x(model.past.count + $0 + 1), y: scale.position(Double(done + $1[confidence])))
                }
        }
        var nodes = plot.grid(ticks, caption: "items finished, cumulative") + plot.days(of: window)
        for (upper, lower) in zip(rays, rays.dropFirst()) {
            nodes.append(Line.area(upper: upper, lower: lower, opacity: "0.16", name: "fan"))
        }
        let now = x(model.past.count)
        nodes += [
            Line.path(behind, width: 2), Drawing.line(now, plot.top, now, plot.bottom, opacity: "0.7", isDashed: true),
            Drawing.label(DayText.short(model.from + -1), x: now - 3, y: plot.top + 9, anchor: .end, size: 10),
        ]
        for (ray, confidence) in zip(rays, ForecastFan.confidences) {
            nodes.append(Line.path(ray, width: confidence == 0.85 ? 1.8 : 1, opacity: confidence == 0.85 ? "1" : "0.6", isDashed: true))
        }
        nodes += plot.endLabels(
            labels.indices.map { (labels[$0], rays[$0].last?.y ?? 0, ForecastFan.confidences[$0] == 0.85) })
        nodes += dividers.nodes(plot) + backtest(plot.bottom + 36)
        return Drawing(
            width: Plot.width, height: plot.bottom + (model.scores == nil ? 22 : 114), title: title, description: words
        )
        .svg(nodes)
    }

    /// One row a confidence: what was said as a mark, what came true as a bar.
    private func backtest(_ top: Double) -> [Node] {
        guard let scores = model.scores, let weeks = scores.first?.weeks else { return [] }
        let scale = Scale(largest: 1, from: 66, to: 276)
        let head = "back-test: \(weeks) past weeks, \(model.checkedWeeks) weeks ahead; line said, bar came true"
        return [Drawing.label(head, x: 0, y: top, size: 10)]
            + scores.enumerated().flatMap { index, score -> [Node] in
                let y = top + 6 + Double(index) * 17
                let share = Double(score.cameTrue) / Double(score.weeks)
                let said = scale.position(score.confidence)
                let isMain = score.confidence == 0.85
                return [
                    Drawing.label("said \(ValueText.percent(score.confidence)) %", x: 0, y: y + 10.5, size: 10, isStrong: isMain),
                    Drawing.box(scale.from, y + 3, scale.position(share) - scale.from, 8, opacity: "0.4", name: "bin"),
                    Drawing.line(said, y, said, y + 14, opacity: "1"),
                    Drawing.label(
                        "\(ValueText.percent(share)) % (\(score.cameTrue))", x: 281, y: y + 10.5, size: 10, isStrong: isMain),
                ]
            }
    }

    private var words: String {
        let last = zip(ForecastFan.confidences, model.atLeast.last ?? []).map {
            "at least \(ValueText.grouped($1)) with \(ValueText.percent($0)) %"
        }
        let scores = (model.scores ?? []).map { "said \(ValueText.percent($0.confidence)) %, came true \($0.cameTrue) of \($0.weeks)" }
        return "\(sentence) By the end: \(last.joined(separator: ", "))."
            + (scores.isEmpty ? "" : " Back-test: \(scores.joined(separator: "; ")).")
    }
}
