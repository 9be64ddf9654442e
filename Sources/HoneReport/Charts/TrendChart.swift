package import HoneFacts
package import HoneLoop
package import HoneMetrics

/// The large picture of a metric's own last two years, with its limits, the sample behind each point and the dates.
package struct TrendChart {
    let name: String
    let values: [Double?]
    let counts: [Int]
    let unit: MetricUnit
    /// The day the last quarter ends before.
    let end: CalendarDay
    let breaks: [Break]

    package init(name: String, values: [Double?], counts: [Int], unit: MetricUnit, end: CalendarDay, breaks: [Break] = []) {
        self.breaks = breaks
        self.name = name
        self.values = values
        self.counts = counts
        self.unit = unit
        self.end = end
    }

    private static let (width, plot) = (360.0, 292.0)
    private var step: Double { values.count > 1 ? (Self.plot - 28) / Double(values.count - 1) : 0 }
    /// What dividers need above the plot: their rows, and the values of its highest points below them.
    private var room: Double { dividers.height > 0 ? dividers.height + 10 : 0 }
    private var top: Double { 20 + room }
    private var bottom: Double { 112 + room }

    /// A quarter's point stands in its middle.
    private var frame: Plot { Plot(left: 14 - step / 2, right: 14 + step * (Double(values.count) - 0.5), top: 20, bottom: 112) }
    private var dividers: Dividers { Dividers(breaks, in: Window(from: end + -91 * values.count, to: end), frame) }

    package var node: Node {
        let limits = NaturalLimits(values)
        let shape = TrendShape(
            values: values, limits: limits, horizontal: (14, step),
            scale: Scale(largest: TrendShape.largest(values, limits), from: bottom, to: top, smallest: TrendShape.smallest(values)),
            span: (0, Self.plot))
        return Drawing(
            width: Self.width, height: 150 + room, title: "\(name) over \(values.count) quarters",
            description: TrendWords(values, counts, unit).text
        ).svg(
            shape.band + [Drawing.line(0, shape.scale.position(0), Self.plot, shape.scale.position(0)), shape.line]
                + shape.points(radius: 2.2) + pointLabels(shape)
                + endLabels(shape) + dates
                + dividers.nodes(Plot(left: frame.left, right: frame.right, top: room > 0 ? top - 10 : top, bottom: bottom)))
    }

    /// Value above and sample below each quarter.
    private func pointLabels(_ shape: TrendShape) -> [Node] {
        var nodes: [Node] = []
        for (index, value) in values.enumerated() {
            if let value, index < values.count - 1 {
                nodes.append(Drawing.label(number(value), x: shape.x(index), y: shape.scale.position(value) - 7, anchor: .middle, size: 10))
            }
            if counts.indices.contains(index) {
                nodes.append(
                    Drawing.label(ValueText.grouped(counts[index]), x: shape.x(index), y: bottom + 15, anchor: .middle, size: 10))
            }
        }
        return counts.isEmpty ? nodes : nodes + [Drawing.label("n", x: Self.plot + 8, y: bottom + 15, size: 10)]
    }

    /// At the right end: what is now, and the limits, moved apart where they would meet.
    private func endLabels(_ shape: TrendShape) -> [Node] {
        let x = Self.plot + 8
        let last = (values.last ?? nil).map { (text: fitting($0, 9), y: shape.scale.position($0) + 4) }
        var nodes = last.map { [Drawing.label($0.text, x: x, y: $0.y, size: 12, isStrong: true)] } ?? []
        guard let limits = shape.limits else { return nodes }
        let upper = shape.scale.position(limits.upper) + 3
        nodes.append(limit(limits.upper, x, last.map { min(upper, $0.y - 13) } ?? upper))
        if limits.lower > 0 {
            let lower = shape.scale.position(limits.lower) + 3
            nodes.append(limit(limits.lower, x, last.map { max(lower, $0.y + 12) } ?? lower))
        }
        return nodes
    }

    private func limit(_ value: Double, _ x: Double, _ y: Double) -> Node {
        Drawing.label("limit \(fitting(value, 5))", x: x, y: y, size: 10)
    }

    private var dates: [Node] {
        let y = bottom + 33
        return [
            Drawing.label("from \(DayText.month(end + -91 * values.count))", x: 0, y: y, size: 10),
            Drawing.label("by 13 weeks", x: Self.plot / 2, y: y, anchor: .middle, size: 10),
            Drawing.label("to \(DayText.month(end + -1))", x: Self.plot, y: y, anchor: .end, size: 10),
        ]
    }

    /// With its unit where that fits beside the plot; the row that the chart belongs to names it, too.
    private func fitting(_ value: Double, _ characters: Int) -> String {
        let text = ValueText.text(value, unit: unit)
        return text.count <= characters ? text : number(value)
    }

    /// The number without its unit, which the last label carries; hours may change their unit, so they keep it.
    private func number(_ value: Double) -> String {
        let text = ValueText.text(value, unit: unit)
        return unit == .hours ? text : text.split(separator: " ").first.map(String.init) ?? text
    }
}
