import HoneFacts
package import HoneLoop
import HoneMetrics

/// One process number by calendar quarter over the whole history, with the median line through it where there is a trend.
package struct CapabilityChart: Chart {
    let trend: Capability.Trend
    /// Adjusted for the numbers looked at together.
    let probability: Double?
    let breaks: [Break]

    package init(_ trend: Capability.Trend, probability: Double?, breaks: [Break] = []) {
        (self.trend, self.probability, self.breaks) = (trend, probability, breaks)
    }

    package var title: String { "\(trend.name) by quarter, \(trend.quarters.count) quarters" }
    package var sentence: String { CapabilityWords.sentence(trend, probability: probability) }

    package var drawing: Node? {
        let values = trend.values
        guard let first = trend.quarters.first, let last = trend.quarters.last, let slope = trend.slope, let intercept = trend.intercept
        else { return nil }
        let largest = values.compactMap(\.self).max() ?? 0
        let unit = AxisUnit(trend.unit, largest: largest)
        let ticks = Ticks(upTo: largest * unit.factor, unit: unit.suffix)
        let room = Plot(bottom: 140).fitting(ticks)
        let window = Window(from: first.from, to: last.to)
        let dividers = Dividers(breaks, in: window, room)
        let plot = room.lowered(to: room.top + dividers.height)
        let scale = Scale(largest: ticks.largest / unit.factor, from: plot.bottom, to: plot.top)
        let step = (plot.right - plot.left) / Double(values.count)
        func x(_ quarter: Int) -> Double { plot.left + (Double(quarter) + 0.5) * step }
        let points = values.enumerated().compactMap { index, value in value.map { (x: x(index), y: scale.position($0)) } }
        let line = [0, values.count - 1].map { quarter in
            (x: x(quarter), y: scale.position(min(scale.largest, max(0, intercept + slope / 4 * Double(quarter)))))
        }
        let isTrend = trend.isTold(probability)
        var nodes = plot.grid(ticks, caption: "\(trend.name)\(unit.word.isEmpty ? "" : ", \(unit.word)")")
        nodes += plot.days(of: window) + dividers.nodes(plot)
        nodes.append(Line.path(line, width: isTrend ? 2 : 1, opacity: isTrend ? "0.9" : "0.45", isDashed: !isTrend))
        // Broken where a quarter has no value.
        for run in values.indices.split(whereSeparator: { values[$0] == nil }) where run.count > 1 {
            nodes.append(Line.path(run.map { (x: x($0), y: scale.position(values[$0] ?? 0)) }, width: 0.8, opacity: "0.5"))
        }
        nodes.append(Dots.path(points, size: 4, opacity: "1", name: "points"))
        if let now = trend.now {
            let text = ValueText.text(now, unit: trend.unit)
            // The caption has the unit where it is a word.
            let label = text.count <= 9 ? text : text.split(separator: " ").first.map(String.init) ?? text
            nodes += plot.endLabels([(label, scale.position(now), true)], size: 11)
        }
        return Drawing(width: Plot.width, height: plot.height, title: title, description: words).svg(nodes)
    }

    private var words: String {
        "\(sentence) \(TrendWords(trend.values, trend.counts, trend.unit, limits: false).text)"
    }
}
