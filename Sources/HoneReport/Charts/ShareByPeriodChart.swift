import HoneFacts
package import HoneLoop
import HoneMetrics

/// A share period by period as columns from 0, with the floor that was set for it; a period that is cut off is hollow.
package struct ShareByPeriodChart: Chart {
    let model: ShareByPeriod
    let breaks: [Break]

    package init(_ model: ShareByPeriod, breaks: [Break] = []) {
        (self.model, self.breaks) = (model, breaks)
    }

    package var title: String { "Improvement share of \(model.periods.count) \(model.word)s against the reserve" }

    package var sentence: String {
        let met = model.met
        let floor = "\(ValueText.percent(model.floor)) %"
        guard met.of > 0 else {
            return model.periods.contains { $0.range != nil }
                ? "Too few finished items have a known kind for a share of improvement work beside the reserve of \(floor)."
                : "No whole \(model.word) with finished items is known, so no share stands beside the reserve of \(floor)."
        }
        let n = model.periods.reduce(0) { $0 + $1.n }
        return "The reserve of \(floor) was met in \(met.count) of \(met.of) \(model.word)s with a known share "
            + "(n \(ValueText.grouped(n)) finished items)."
    }

    package var drawing: Node? {
        let reached = model.periods.map { max($0.share ?? 0, $0.range?.upperBound ?? 0) }.max() ?? 0
        guard model.periods.count >= 2, model.periods.contains(where: { $0.share != nil || $0.range != nil }),
            let first = model.periods.first, let last = model.periods.last
        else { return nil }
        let ticks = Ticks(upTo: min(100, max(reached, model.floor * 1.3) * 100), unit: " %")
        let room = Plot(right: 272, bottom: 156).fitting(ticks)
        // Each period has the same width, and the last is as long as the one before.
        let length = max(1, (last.from - first.from) / max(1, model.periods.count - 1))
        let dividers = Dividers(breaks, in: Window(from: first.from, to: last.from + length), room)
        let plot = room.lowered(to: room.top + dividers.height)
        let scale = Scale(largest: ticks.largest / 100, from: plot.bottom, to: plot.top)
        let step = (plot.right - plot.left) / Double(model.periods.count)
        let n = model.periods.reduce(0) { $0 + $1.n }
        var nodes = plot.grid(ticks, caption: "improvement, per cent of finished items · n \(ValueText.grouped(n))")
        for (index, period) in model.periods.enumerated() {
            nodes += column(period, plot.left + Double(index) * step, step, scale, plot)
        }
        let floor = scale.position(model.floor)
        nodes.append(Drawing.line(plot.left, floor, plot.right, floor, opacity: "1", isDashed: true))
        nodes += dividers.nodes(plot) + plot.endLabels([("reserve \(ValueText.percent(model.floor)) %", floor, true)])
        nodes += [
            Drawing.label("from \(DayText.day(first.from))", x: plot.left, y: plot.bottom + 14, size: 10),
            Drawing.label("\(model.word) of \(DayText.short(last.from))", x: plot.right, y: plot.bottom + 14, anchor: .end, size: 10),
        ]
        return Drawing(width: Plot.width, height: plot.height, title: title, description: words).svg(nodes)
    }

    private func column(_ period: ShareByPeriod.Period, _ x: Double, _ step: Double, _ scale: Scale, _ plot: Plot) -> [Node] {
        let (left, width) = (x + step * 0.15, step * 0.7)
        if let share = period.share {
            let y = scale.position(share)
            if share == 0 { return [Drawing.line(left, plot.bottom - 1, left + width, plot.bottom - 1, opacity: "1")] }
            let reaches = share >= model.floor
            return period.isPartial
                ? [Hatch.frame(left, y, width, plot.bottom - y)]
                : [Drawing.box(left, y, width, plot.bottom - y, opacity: reaches ? "1" : "0.45", name: reaches ? "accent" : "box")]
        }
        guard let range = period.range else {
            return [Drawing.label("–", x: x + step / 2, y: plot.bottom - 3, anchor: .middle, size: 10)]
        }
        let (upper, lower, middle) = (scale.position(range.upperBound), scale.position(range.lowerBound), x + step / 2)
        return [
            Drawing.line(middle, upper, middle, lower, opacity: "0.8"), Drawing.line(middle - 3, upper, middle + 3, upper, opacity: "0.8"),
            Drawing.line(middle - 3, lower, middle + 3, lower, opacity: "0.8"),
        ]
    }

    private var words: String {
        let parts = model.periods.map { period in
            let value =
                period.share.map { "\(ValueText.percent($0)) %" }
                ?? period.range.map { ValueText.range($0.lowerBound, $0.upperBound, unit: .share) } ?? "none"
            return "\(period.from) \(value) (n \(period.n)\(period.isPartial ? ", cut off" : ""))"
        }
        return parts.joined(separator: "; ") + ". The reserve is \(ValueText.percent(model.floor)) %."
    }
}
