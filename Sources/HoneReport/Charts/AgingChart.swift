import HoneFacts
package import HoneLoop
import HoneMetrics

/// A dot for each item in progress at its age, stage by stage, over bands of the pace that finished items kept.
package struct AgingChart: Chart {
    let model: AgingWork

    package init(_ model: AgingWork) {
        self.model = model
    }

    private var ages: [Int] { model.stages.flatMap(\.ages) }

    package var title: String { "Age of \(CountText.counted(ages.count, "item")) in progress, by stage" }

    package var sentence: String {
        guard let oldest = ages.max() else { return "Nothing is in progress, so nothing ages." }
        let older = model.stages.reduce(0) { sum, stage in sum + stage.ages.count { Double($0) > stage.pace?.p85 ?? .infinity } }
        let text =
            "\(ages.count == 1 ? "1 item was" : "\(ValueText.grouped(ages.count)) items were") in progress on \(DayText.day(model.day)), the oldest for \(ValueText.grouped(oldest)) d"
        guard model.stages.contains(where: { $0.pace != nil }) else {
            return text + ". Too few finished items are known for a pace to hold beside them."
        }
        return text + "; \(ValueText.grouped(older)) of them are older than 85 % of the finished items were when they left the same stage "
            + "(n \(ValueText.grouped(model.finishedCount)) finished in a year)."
    }

    /// Ages beyond this stand on the upper edge.
    private var top: Double {
        let pace = model.stages.compactMap { $0.pace?.p95 }.max() ?? 0
        let oldest = Double(ages.max() ?? 0)
        return pace > 0 ? min(max(oldest, pace), max(pace * 2.5, 10)) : oldest
    }

    package var drawing: Node? {
        guard !ages.isEmpty else { return nil }
        let ticks = Ticks(upTo: top)
        let plot = Plot(right: Plot.width - 2, bottom: 176).fitting(ticks)
        let scale = ticks.scale(from: plot.bottom, to: plot.top)
        let width = (plot.right - plot.left) / Double(model.stages.count)
        let hasPace = model.stages.contains { $0.pace != nil }
        var nodes: [Node] = []
        for (index, stage) in model.stages.enumerated() {
            nodes += bands(stage, plot.left + Double(index) * width, width, scale)
        }
        nodes += plot.grid(ticks, caption: "age, days" + (hasPace ? " · bands: half, 85 %, 95 % of finished items had left" : ""))
        for (index, stage) in model.stages.enumerated() {
            let left = plot.left + Double(index) * width
            let letters = max(3, Int(width / 6))
            let name = stage.name.count > letters ? stage.name.prefix(letters - 1) + "…" : stage.name[...]
            nodes +=
                stage.ages.count > Self.mostDots
                ? bars(stage, left, width, scale) : [Dots.path(dots(stage, left, width, scale), size: 5, opacity: "1", name: "dot")]
            nodes.append(Drawing.label(String(name), x: left + width / 2, y: plot.bottom + 14, anchor: .middle, size: 10))
            nodes.append(
                Drawing.label(
                    "n \(ValueText.grouped(stage.ages.count))", x: left + width / 2, y: plot.bottom + 27, anchor: .middle, size: 10))
            if index > 0 { nodes.append(Drawing.line(left, plot.top, left, plot.bottom + 4, opacity: "0.3")) }
        }
        nodes += beyond(scale, plot, width)
        return Drawing(width: Plot.width, height: plot.height + 14, title: title, description: sentence).svg(nodes)
    }

    private func bands(_ stage: AgingWork.Stage, _ x: Double, _ width: Double, _ scale: Scale) -> [Node] {
        guard let pace = stage.pace else { return [] }
        let edges = [0, pace.p50, pace.p85, pace.p95].map { scale.position(min($0, scale.largest)) }
        let shades = ["0.05", "0.13", "0.24"]
        var nodes = shades.indices.map { band in
            Drawing.box(x, edges[band + 1], width, edges[band] - edges[band + 1], opacity: shades[band], name: "pace")
        }
        for (edge, share) in zip(edges.dropFirst(), ["half", "85 %", "95 %"]) {
            nodes.append(Drawing.line(x, edge, x + width, edge, opacity: "0.55", isDashed: share != "85 %"))
        }
        return nodes
    }

    /// More items than this in one stage are bars, as wide as they are many.
    private static let mostDots = 150

    private func bars(_ stage: AgingWork.Stage, _ x: Double, _ width: Double, _ scale: Scale) -> [Node] {
        var counts: [Int: Int] = [:]
        for age in stage.ages where Double(age) <= scale.largest { counts[Int(scale.position(Double(age)) / 4), default: 0] += 1 }
        let most = Double(counts.values.max() ?? 1)
        return counts.sorted { $0.key < $1.key }.map { row, count in
            let wide = max(1, (width - 8) * Double(count) / most)
            return Drawing.box(x + (width - wide) / 2, Double(row) * 4 + 0.5, wide, 3, opacity: "0.85", name: "dot")
        }
    }

    /// Items of one age side by side; those that find no room stand behind the others.
    private func dots(_ stage: AgingWork.Stage, _ x: Double, _ width: Double, _ scale: Scale) -> [(x: Double, y: Double)] {
        let room = max(1, Int((width - 6) / 6))
        var used: [Int: Int] = [:]
        var points: [(x: Double, y: Double)] = []
        for age in stage.ages where Double(age) <= scale.largest {
            let y = scale.position(Double(age))
            // Dots of five units: what lies within one row of them shares it.
            let place = used[Int(y / 5), default: 0]
            used[Int(y / 5)] = place + 1
            guard place < room else { continue }
            let offset = Double((place + 1) / 2) * (place % 2 == 0 ? 6 : -6)
            points.append((x + width / 2 + offset, y))
        }
        return points
    }

    private func beyond(_ scale: Scale, _ plot: Plot, _ width: Double) -> [Node] {
        model.stages.enumerated().compactMap { index, stage in
            let count = stage.ages.count { Double($0) > scale.largest }
            guard count > 0 else { return nil }
            return Drawing.label(
                "▲ \(ValueText.grouped(count))", x: plot.left + (Double(index) + 0.5) * width, y: plot.top - 3, anchor: .middle, size: 10,
                isStrong: true)
        }
    }
}
