import HoneFacts
package import HoneLoop
import HoneMetrics

/// How long each thing took, by the day it was finished, with the lines that half, 85 % and 95 % stayed below.
///
/// From two thousand points on, cells stand for them: the fuller, the darker.
package struct ScatterChart: Chart {
    let model: FinishedTimes
    let breaks: [Break]

    package init(_ model: FinishedTimes, breaks: [Break] = []) {
        (self.model, self.breaks) = (model, breaks)
    }

    /// More points than this are counted in cells.
    static let mostPoints = 2_000

    package var title: String { "\(model.name) of each of the \(ValueText.grouped(model.values.count)) \(model.noun)" }

    package var sentence: String {
        guard let percentiles = model.percentiles else {
            return "Only \(model.values.count) \(model.noun) were finished in \(DayText.window(model.window)), too few for percentiles."
        }
        func text(_ value: Double) -> String { ValueText.text(value, unit: model.unit) }
        return "Half of the \(ValueText.grouped(model.values.count)) \(model.noun) finished in \(DayText.window(model.window)) took up to "
            + "\(text(percentiles.p50)), 85 % up to \(text(percentiles.p85)), 95 % up to \(text(percentiles.p95))\(beyondText).\(expectedText)"
    }

    private var expectedText: String {
        guard let level = model.expected, let within = model.withinExpected else { return "" }
        let share = ValueText.percent(Double(within) / Double(max(1, model.values.count)))
        return " The expectation is \(level.text): \(share) % were (\(ValueText.grouped(within)))."
    }

    private var beyondText: String {
        let largest = model.values.max() ?? 0
        return largest > top ? "; the longest took \(ValueText.text(largest, unit: model.unit))" : ""
    }

    /// The few that took very long stand as marks on the upper edge, so that all others can be told apart.
    private var top: Double { min(model.values.max() ?? 0, (model.percentiles?.p95 ?? 0) * 1.6) }
    private var unit: AxisUnit { AxisUnit(model.unit, largest: top) }

    package var drawing: Node? {
        guard let percentiles = model.percentiles, top > 0 else { return nil }
        let unit = unit
        let ticks = Ticks(upTo: top * unit.factor)
        let room = Plot(top: 32).fitting(ticks)
        let dividers = Dividers(breaks, in: model.window, room)
        let plot = room.lowered(to: room.top + dividers.height)
        let scale = Scale(largest: ticks.largest / unit.factor, from: plot.bottom, to: plot.top)
        var nodes = plot.grid(ticks, caption: "\(model.name.lowercased()), \(unit.word) · n \(ValueText.grouped(model.values.count))")
        nodes += plot.days(of: model.window) + dividers.nodes(plot)
        let inside = model.values.indices.filter { model.values[$0] <= scale.largest }
        let beyond = model.values.indices.filter { model.values[$0] > scale.largest }
        let points = inside.map { (x: plot.x(model.days[$0], in: model.window), y: scale.position(model.values[$0])) }
        nodes += points.count > Self.mostPoints ? cells(points, plot, scale) : [Dots.path(points, size: 4, opacity: "0.55", name: "points")]
        if !beyond.isEmpty {
            let marks = Set(beyond.map { coordinate(plot.x(model.days[$0], in: model.window)) }).sorted()
            let path = marks.map { "M\($0) \(coordinate(plot.top - 6))l3.5 6h-7Z" }.joined()
            nodes.append(Tag.path([.class: "beyond", .d: path, .fill: "currentColor", .fillOpacity: "0.7"]))
            nodes.append(
                Drawing.label("▲ \(ValueText.grouped(beyond.count)) above", x: plot.right + 5, y: plot.top - 1, size: 10))
        }
        let lines: [(share: String, value: Double, isStrong: Bool)] = [
            ("half", percentiles.p50, false), ("85 %", percentiles.p85, true), ("95 %", percentiles.p95, false),
        ]
        nodes += lines.map { line in
            let y = scale.position(line.value)
            return Drawing.line(plot.left, y, plot.right, y, opacity: line.isStrong ? "1" : "0.7", isDashed: true)
        }
        if let level = model.expected, Double(level.days) <= scale.largest {
            let y = scale.position(Double(level.days))
            nodes.append(Drawing.line(plot.left, y, plot.right, y, opacity: "0.9"))
            nodes.append(Drawing.label("expected: \(level.text)", x: plot.left + 4, y: y - 4, size: 10))
        }
        var labelled = plot
        labelled.top += 8
        nodes += labelled.endLabels(
            lines.map { ("\($0.share) \(ValueText.text($0.value, unit: model.unit))", scale.position($0.value), $0.isStrong) })
        return Drawing(width: Plot.width, height: plot.height, title: title, description: sentence).svg(nodes)
    }

    /// The points counted in cells of a grid, in five shades. A cell is whole days wide and, where days are counted, whole days high.
    private func cells(_ points: [(x: Double, y: Double)], _ plot: Plot, _ scale: Scale) -> [Node] {
        let daysWide = max(1, (model.window.length + 59) / 60)
        let columns = max(1, (model.window.length + daysWide - 1) / daysWide)
        let isWhole = model.unit == .days || model.unit == .workingDays
        let high = isWhole ? max(1, (scale.largest / 40).rounded(.up)) : scale.largest / 32
        let rows = max(1, Int((scale.largest / high).rounded(.up)))
        let width = (plot.right - plot.left) * Double(daysWide) / Double(max(1, model.window.length))
        let height = (plot.bottom - plot.top) * high / scale.largest
        var counts = [Int](repeating: 0, count: columns * rows)
        for point in points {
            let column = min(columns - 1, max(0, Int((point.x - plot.left) / width)))
            // A whole day stands on the upper edge of its cell.
            let row = min(rows - 1, max(0, Int(((plot.bottom - point.y) / height - 1e-6))))
            counts[row * columns + column] += 1
        }
        let fullest = Double(counts.max() ?? 1)
        let shades = ["0.12", "0.25", "0.4", "0.6", "0.85"]
        var paths = [String](repeating: "", count: shades.count)
        for (cell, count) in counts.enumerated() where count > 0 {
            // The root tells few from none, and many from more.
            let shade = min(shades.count - 1, Int((Double(count) / fullest).squareRoot() * Double(shades.count)))
            let (x, y) = (plot.left + Double(cell % columns) * width, plot.bottom - Double(cell / columns + 1) * height)
            let (right, top) = (min(width, plot.right - x), max(y, plot.top))
            paths[shade] +=
                "M\(coordinate(x)) \(coordinate(top))h\(coordinate(right))v\(coordinate(y + height - top))h-\(coordinate(right))Z"
        }
        return zip(shades, paths).filter { !$1.isEmpty }.map { shade, path in
            Tag.path([.class: "cells", .d: path, .fill: "currentColor", .fillOpacity: shade])
        }
    }
}
