package import HoneLoop
import HoneMetrics

/// How many took how long, in bins of one round width, with the marks that half, 85 % and 95 % stayed below.
package struct HistogramChart: Chart {
    let model: FinishedTimes

    package init(_ model: FinishedTimes) {
        self.model = model
    }

    package var title: String { "\(model.name): how many took how long" }

    package var sentence: String {
        guard let bins else {
            return "Only \(model.values.count) \(model.noun) were finished in \(DayText.window(model.window)), too few for a distribution."
        }
        let highest = bins.counts.max() ?? 0
        let most = bins.counts.indices.filter { bins.counts[$0] == highest }
        let beyond = bins.beyond > 0 ? "; \(ValueText.grouped(bins.beyond)) took longer than \(bins.text(bins.counts.count))" : ""
        let (all, name) = ("of \(ValueText.grouped(model.values.count)) \(model.noun)", model.name.lowercased())
        let each = "\(ValueText.grouped(highest)) \(model.noun)"
        guard most.count > 1 else {
            return "The most frequent \(name) \(all) was \(bins.range(most.first ?? 0)) (\(each))\(beyond)."
        }
        guard most.count <= Self.mostNamed else { return "No \(name) \(all) stands out\(beyond)." }
        let ranges = most.map(bins.range)
        return
            "The most frequent \(name)s \(all) were \(ranges.dropLast().joined(separator: ", ")) and \(ranges.last ?? "") (\(each) each)\(beyond)."
    }

    /// More that are equally frequent say nothing.
    private static let mostNamed = 3

    /// Values counted in bins; the few that took very long are counted apart.
    struct Bins {
        let width: Double
        let counts: [Int]
        let beyond: Int
        let unit: AxisUnit
        let isWhole: Bool

        /// The lower edge of a bin with its unit.
        func text(_ bin: Int) -> String { "\(ValueText.short(Double(bin) * width)) \(unit.word)" }

        func range(_ bin: Int) -> String {
            let (from, to) = (Double(bin) * width, Double(bin + 1) * width)
            // Whole days: a bin holds the days after its lower edge, up to its upper one.
            if isWhole { return width == 1 ? "\(ValueText.short(to)) \(unit.word)" : "\(ValueText.short(from + 1)) to \(text(bin + 1))" }
            return "\(ValueText.short(from)) to \(text(bin + 1))"
        }
    }

    var bins: Bins? {
        guard let percentiles = model.percentiles, let largest = model.values.max(), largest > 0 else { return nil }
        let isWhole = model.unit == .days || model.unit == .workingDays
        let top = min(largest, percentiles.p95 * 1.6)
        let unit = AxisUnit(model.unit, largest: top)
        let width = max(isWhole ? 1 : 0, Scale.rounded(up: top * unit.factor / 24))
        let count = max(1, Int((top * unit.factor / width).rounded(.up)))
        var counts = [Int](repeating: 0, count: count)
        var beyond = 0
        for value in model.values {
            let scaled = value * unit.factor / width
            // The upper edge belongs to a bin, so that one whole day is the first bin of width 1.
            let bin = max(0, Int(scaled.rounded(.up)) - 1)
            if bin < count { counts[bin] += 1 } else { beyond += 1 }
        }
        return Bins(width: width, counts: counts, beyond: beyond, unit: unit, isWhole: isWhole)
    }

    package var drawing: Node? {
        guard let bins, let percentiles = model.percentiles else { return nil }
        let ticks = Ticks(upTo: Double(bins.counts.max() ?? 0), most: 3, isWhole: true)
        let plot = Plot(right: 340, top: 62, bottom: 160).fitting(ticks)
        let scale = ticks.scale(from: plot.bottom, to: plot.top)
        let step = (plot.right - plot.left) / Double(bins.counts.count)
        var nodes = plot.grid(ticks, caption: "\(model.noun) by \(model.name.lowercased()) · n \(ValueText.grouped(model.values.count))")
        for (bin, count) in bins.counts.enumerated() where count > 0 {
            let y = scale.position(Double(count))
            nodes.append(Drawing.box(plot.left + Double(bin) * step + 0.5, y, step - 1, plot.bottom - y, opacity: "0.45", name: "bin"))
        }
        let span = Double(bins.counts.count) * bins.width
        let across = Scale(largest: span / bins.unit.factor, from: plot.left, to: plot.right)
        nodes += marks(percentiles, across, plot)
        nodes += axis(span, bins, plot)
        return Drawing(width: Plot.width, height: plot.height + 14, title: title, description: sentence).svg(nodes)
    }

    private func axis(_ span: Double, _ bins: Bins, _ plot: Plot) -> [Node] {
        let across = Scale(largest: span, from: plot.left, to: plot.right)
        var nodes = Ticks(upTo: span, most: 6).values.filter { $0 <= span }.flatMap { value -> [Node] in
            let x = across.position(value)
            return [
                Drawing.line(x, plot.bottom, x, plot.bottom + 3, opacity: "0.5"),
                Drawing.label(ValueText.short(value), x: x, y: plot.bottom + 14, anchor: .middle, size: 10),
            ]
        }
        nodes.append(Drawing.label(bins.unit.word, x: plot.left, y: plot.bottom + 28, size: 10))
        if bins.beyond > 0 {
            nodes.append(
                Drawing.label(
                    "longer: \(ValueText.grouped(bins.beyond)) →", x: Plot.width, y: plot.bottom + 28, anchor: .end, size: 10))
        }
        return nodes
    }

    /// One row of labels each, the largest on top and all of them left of their marks, so that no line crosses a word.
    private func marks(_ percentiles: Observation.Percentiles, _ across: Scale, _ plot: Plot) -> [Node] {
        let marks = [("95 %", percentiles.p95, 26.0), ("85 %", percentiles.p85, 39.0), ("half", percentiles.p50, 52.0)]
        return marks.flatMap { share, value, row -> [Node] in
            let (x, text) = (across.position(value), "\(share) within \(ValueText.text(value, unit: model.unit))")
            let hasRoom = x > Double(text.count) * 6.4
            return [
                Drawing.line(x, row - 7, x, plot.bottom, opacity: share == "85 %" ? "1" : "0.7", isDashed: true),
                Drawing.label(
                    text, x: hasRoom ? x - 4 : 0, y: row, anchor: hasRoom ? .end : .start, size: 10, isStrong: share == "85 %"),
            ]
        }
    }
}
