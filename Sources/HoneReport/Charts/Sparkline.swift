package import HoneFacts
package import HoneLoop
package import HoneMetrics

/// The small picture beside a number: its own last eight quarters.
package struct Sparkline {
    let name: String
    let values: [Double?]
    let counts: [Int]
    let unit: MetricUnit
    /// The day the last quarter ends before.
    let end: CalendarDay
    let breaks: [Break]

    package init(name: String, values: [Double?], counts: [Int], unit: MetricUnit, end: CalendarDay, breaks: [Break] = []) {
        (self.end, self.breaks) = (end, breaks)
        self.name = name
        self.values = values
        self.counts = counts
        self.unit = unit
    }

    package var node: Node {
        let (width, height) = (136.0, 30.0)
        let limits = NaturalLimits(values)
        let step = values.count > 1 ? (width - 14) / Double(values.count - 1) : 0
        let shape = TrendShape(
            values: values, limits: limits, horizontal: (7, step),
            scale: Scale(largest: TrendShape.largest(values, limits), from: height - 3, to: 3, smallest: TrendShape.smallest(values)),
            span: (0, width))
        // A quarter's point stands in its middle.
        let frame = Plot(left: 7 - step / 2, right: 7 + step * (Double(values.count) - 0.5), top: 0, bottom: height)
        let dividers = Dividers(breaks, in: span, frame)
        return Drawing(width: width, height: height, title: title, description: words, name: "spark").svg(
            shape.band + [Drawing.line(0, shape.scale.position(0), width, shape.scale.position(0), opacity: "0.25"), shape.line]
                + shape.points(radius: 1.8)
                + dividers.lines(frame))
    }

    private var span: Window { Window(from: end + -91 * values.count, to: end) }

    private var words: String {
        let drawn = breaks.filter { span.contains($0.day) }
        return ([TrendWords(values, counts, unit).text] + drawn.map { "\($0.label) since \(DayText.day($0.day))." }).joined(separator: " ")
    }

    private var title: String { "\(name), \(values.count) quarters" }
}

/// A series in words, for people who do not see the picture.
struct TrendWords {
    let text: String

    init(_ values: [Double?], _ counts: [Int], _ unit: MetricUnit, limits hasLimits: Bool = true) {
        let points = values.enumerated().map { index, value in
            let n = counts.indices.contains(index) ? " (n \(ValueText.grouped(counts[index])))" : ""
            return ValueText.text(value, unit: unit) + n
        }
        var text = "Oldest first: \(points.joined(separator: ", "))."
        if !hasLimits {
            self.text = text
            return
        }
        if let limits = NaturalLimits(values) {
            text += " Natural limits: \(ValueText.range(max(0, limits.lower), limits.upper, unit: unit))."
        } else {
            text += " Fewer than \(NaturalLimits.smallestCount) quarters with a value: no limits."
        }
        self.text = text
    }
}
