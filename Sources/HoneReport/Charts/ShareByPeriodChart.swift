import HoneFacts
package import HoneLoop
import HoneMetrics

/// A share period by period as columns from 0, each with the floor that held when it began; a period that is cut off is hollow.
package struct ShareByPeriodChart: Chart {
    let model: ShareByPeriod
    let breaks: [Break]

    package init(_ model: ShareByPeriod, breaks: [Break] = []) {
        (self.model, self.breaks) = (model, breaks)
    }

    package var title: String { "Improvement share of \(model.periods.count) \(model.word)s against the reserve" }

    package var sentence: String {
        let met = model.met
        guard met.of > 0 else {
            return model.periods.contains { $0.range != nil }
                ? "Too few finished items have a known kind for a share of improvement work beside the reserve\(floors)."
                : "No whole \(model.word) with finished items is known, so no share stands beside the reserve\(floors)."
        }
        return
            "\(model.isAgreed ? "The reserve" : "The usual reserve, not agreed on,")\(floors)\(model.floors.count > 1 ? "," : "") was \(model.isAgreed ? "met" : "reached") in \(met.count) of \(met.of) \(model.word)s with a known share "
            + "(n \(ValueText.grouped(met.n)) finished items)."
    }

    /// ` of 10 %`; `, 10 % and from 2 Nov 2026 on 20 %`.
    private var floors: String {
        func text(_ floor: Double?) -> String { floor.map { "\(ValueText.percent($0)) %" } ?? "something that is not counted in items" }
        let floors = model.floors
        guard floors.count > 1, let first = floors.first else { return floors.first.map { " of \(text($0.floor))" } ?? "" }
        guard floors.count < 4 else { return ", which was agreed anew \(floors.count - 1) times" }
        return ", \(text(first.floor))" + floors.dropFirst().map { " and from \(DayText.day($0.from)) on \(text($0.floor))" }.joined()
    }

    package var drawing: Node? {
        let highest = model.periods.compactMap(\.floor).max() ?? 0
        let reached = model.periods.map { max($0.share ?? 0, $0.range?.upperBound ?? 0) }.max() ?? 0
        guard model.periods.count >= 2, model.periods.contains(where: { $0.share != nil || $0.range != nil }),
            let first = model.periods.first, let last = model.periods.last
        else { return nil }
        let ticks = Ticks(upTo: min(100, max(reached, highest * 1.3) * 100), unit: " %")
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
        nodes += steps(scale, plot, step) + dividers.nodes(plot)
        nodes += [
            Drawing.label("from \(DayText.day(first.from))", x: plot.left, y: plot.bottom + 14, size: 10),
            Drawing.label("\(model.word) of \(DayText.short(last.from))", x: plot.right, y: plot.bottom + 14, anchor: .end, size: 10),
        ]
        return Drawing(width: Plot.width, height: plot.height, title: title, description: words).svg(nodes)
    }

    /// The floor of each period as one dashed line in steps. What held before stands beside its height, the last one strongly.
    private func steps(_ scale: Scale, _ plot: Plot, _ step: Double) -> [Node] {
        var (nodes, x, before): ([Node], Double, Double?) = ([], plot.left, nil)
        for part in model.floors {
            let end = x + Double(part.count) * step
            let y = part.floor.map(scale.position)
            if let y {
                nodes.append(Drawing.line(x, y, end, y, opacity: "1", isDashed: true))
                if let before { nodes.append(Drawing.line(x, before, x, y, opacity: "1", isDashed: true)) }
            }
            (x, before) = (end, y)
        }
        let now = model.floors.last?.floor
        let heights = Set(model.floors.compactMap(\.floor)).sorted()
        return nodes
            + plot.endLabels(
                heights.map { ("\($0 == now ? "reserve" : "before") \(ValueText.percent($0)) %", scale.position($0), $0 == now) })
    }

    private func column(_ period: ShareByPeriod.Period, _ x: Double, _ step: Double, _ scale: Scale, _ plot: Plot) -> [Node] {
        let (left, width) = (x + step * 0.15, step * 0.7)
        if let share = period.share {
            let y = scale.position(share)
            if share == 0 { return [Drawing.line(left, plot.bottom - 1, left + width, plot.bottom - 1, opacity: "1")] }
            let reaches = period.floor.map { share >= $0 } ?? false
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
        let floors = model.floors.map { part in
            "from \(part.from) \(part.floor.map { "\(ValueText.percent($0)) %" } ?? "not counted in items")"
        }
        return parts.joined(separator: "; ") + ". The reserve: \(floors.joined(separator: "; "))."
    }
}
