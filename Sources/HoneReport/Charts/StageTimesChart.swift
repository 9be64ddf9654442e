package import HoneLoop
import HoneMetrics

/// Within how long half, 85 % and 95 % of the items left each stage: one row a stage on one scale; waiting is hatched.
package struct StageTimesChart: Chart {
    let model: StageTimes

    package init(_ model: StageTimes) {
        self.model = model
    }

    package var title: String { "Time in each of \(model.stages.count) stages" }

    private var measured: [StageTimes.Stage] { model.stages.filter { $0.hours != nil } }

    package var sentence: String {
        guard let longest = measured.max(by: { ($0.hours?.p50 ?? 0) < ($1.hours?.p50 ?? 0) }), let hours = longest.hours else {
            return "Too few finished items say how long they were in a stage."
        }
        func text(_ value: Double) -> String { ValueText.text(value, unit: .hours) }
        return
            "The longest stage in \(DayText.window(model.window)) was \(longest.name)\(longest.isWaiting ? ", where work waits" : ""): half "
            + "of \(ValueText.grouped(longest.n)) items left it within \(text(hours.p50)), 85 % within \(text(hours.p85))."
    }

    private static let row = 30.0

    package var drawing: Node? {
        guard !measured.isEmpty else { return nil }
        // Where a few items stay for ages the scale ends behind the 85 % of the longest stage.
        let largest = measured.compactMap(\.hours).map { max($0.p85 * 1.25, min($0.p95, $0.p85 * 1.6)) }.max() ?? 0
        let unit = AxisUnit(.hours, largest: largest)
        let ticks = Ticks(upTo: largest * unit.factor, most: 4)
        var plot = Plot(left: 8, right: 340, top: 18)
        plot.bottom = plot.top + Double(model.stages.count) * Self.row + 6
        let scale = Scale(largest: ticks.largest / unit.factor, from: plot.left, to: plot.right)
        var nodes = [Drawing.label("\(unit.word) in a stage: bar half, line 85 %, thin line 95 %", x: 0, y: 11)]
        nodes += ticks.values.dropFirst().map { value in
            let x = scale.position(value / unit.factor)
            return Drawing.line(x, plot.top, x, plot.bottom, opacity: "0.12")
        }
        for (index, stage) in model.stages.enumerated() { nodes += row(stage, plot.top + Double(index) * Self.row, scale) }
        nodes += [Drawing.line(plot.left, plot.top, plot.left, plot.bottom, opacity: "0.5")] + plot.columns(ticks)
        return Drawing(width: Plot.width, height: plot.height, title: title, description: words).svg(nodes)
    }

    private func row(_ stage: StageTimes.Stage, _ y: Double, _ scale: Scale) -> [Node] {
        let name = stage.name.count > 20 ? stage.name.prefix(19) + "…" : stage.name
        guard let hours = stage.hours else {
            return [Drawing.label("\(name): too few (n \(stage.n))", x: scale.from + 4, y: y + 14, size: 10)]
        }
        let text =
            "\(name): \(ValueText.text(hours.p50, unit: .hours)), 85 % \(ValueText.text(hours.p85, unit: .hours)) · n \(ValueText.grouped(stage.n))"
        let middle = y + 22
        let half = scale.position(min(hours.p50, scale.largest))
        var nodes = [Drawing.label(text, x: scale.from + 4, y: y + 13, size: 10.5)]
        if stage.isWaiting {
            nodes += Hatch.box(scale.from, middle - 4, half - scale.from, 8)
        } else {
            nodes.append(Drawing.box(scale.from, middle - 4, half - scale.from, 8, opacity: "1", name: "accent"))
        }
        for (from, to, opacity, end) in [(hours.p50, hours.p85, "0.9", 4.0), (hours.p85, hours.p95, "0.45", 2.5)] {
            let (x1, x2) = (scale.position(min(from, scale.largest)), scale.position(min(to, scale.largest)))
            nodes.append(Drawing.line(x1, middle, x2, middle, opacity: opacity))
            if to <= scale.largest {
                nodes.append(Drawing.line(x2, middle - end, x2, middle + end, opacity: opacity))
            } else if from <= scale.largest {
                nodes.append(Drawing.label("→ \(ValueText.text(to, unit: .hours))", x: x2 + 2, y: middle + 3.5, anchor: .end, size: 10))
            }
        }
        return nodes
    }

    private var words: String {
        func text(_ value: Double) -> String { ValueText.text(value, unit: .hours) }
        let rows = model.stages.map { stage in
            guard let hours = stage.hours else { return "\(stage.name): too few (n \(stage.n))" }
            return "\(stage.name): half within \(text(hours.p50)), 85 % within \(text(hours.p85)), 95 % within \(text(hours.p95)) "
                + "(n \(ValueText.grouped(stage.n)))"
        }
        return rows.joined(separator: "; ") + "."
    }
}
