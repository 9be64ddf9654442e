import HoneLoop
import HoneMetrics

/// Shares of a whole as bars of one length scale, one row each, with the reserve floor as a labelled line where there is one.
package struct ShareBars {
    package struct Row: Sendable {
        package enum Style: Sendable { case solid, faint, dashed }

        let label: String
        /// 0...1; nil where only a range is known.
        let share: Double?
        let range: ClosedRange<Double>?
        let style: Style

        package init(label: String, share: Double?, range: ClosedRange<Double>? = nil, style: Style) {
            self.label = label
            self.share = share
            self.range = range
            self.style = style
        }
    }

    let title: String
    let rows: [Row]
    let floor: Double?
    /// What the bars are shares of, for example `57 finished items`.
    let whole: String

    package init(title: String, rows: [Row], floor: Double? = nil, whole: String) {
        self.title = title
        self.rows = rows
        self.floor = floor
        self.whole = whole
    }

    private static let rowHeight = 23.0
    private var top: Double { floor == nil ? 4 : 20 }
    private var bottom: Double { top + Double(rows.count) * Self.rowHeight }
    private var labelWidth: Double { Double(rows.map(\.label.count).max() ?? 0) * 6.9 + 10 }

    /// A quarter, a half or the whole: whichever holds everything that is drawn.
    private var largest: Double {
        let reached = rows.map { max($0.share ?? 0, $0.range?.upperBound ?? 0) }.max() ?? 0
        return [0.25, 0.5].first { max(reached, (floor ?? 0) * 1.3) <= $0 } ?? 1
    }

    package var node: Node {
        let scale = Scale(largest: largest, from: labelWidth, to: 302)
        var nodes = [Drawing.line(labelWidth, top, labelWidth, bottom)]
        for (index, row) in rows.enumerated() { nodes += bar(row, top + Double(index) * Self.rowHeight, scale) }
        if let floor {
            let x = scale.position(floor)
            nodes.append(Drawing.line(x, top - 6, x, bottom, opacity: "0.9", isDashed: true))
            nodes.append(Drawing.label("reserve \(ValueText.percent(floor)) %", x: x + 4, y: top - 6, size: 10))
        }
        nodes.append(Drawing.label("0", x: labelWidth, y: bottom + 13, anchor: .middle, size: 10))
        nodes.append(Drawing.label("\(ValueText.percent(largest)) % of \(whole)", x: 302, y: bottom + 13, anchor: .end, size: 10))
        return Drawing(width: 360, height: bottom + 18, title: title, description: words).svg(nodes)
    }

    private func bar(_ row: Row, _ y: Double, _ scale: Scale) -> [Node] {
        var nodes = [Drawing.label(row.label, x: labelWidth - 7, y: y + 12.5, anchor: .end)]
        var end = scale.position(row.share ?? 0)
        if let share = row.share {
            let width = scale.position(share) - labelWidth
            switch row.style {
            case .solid: nodes.append(Drawing.box(labelWidth, y + 3, width, 11, opacity: "1", name: "accent"))
            case .faint: nodes.append(Drawing.box(labelWidth, y + 3, width, 11, opacity: "0.3"))
            case .dashed:
                nodes.append(
                    Tag.rect([
                        .x: coordinate(labelWidth), .y: coordinate(y + 3.5), .width: coordinate(max(0, width)), .height: "10",
                        .fill: "none", .stroke: "currentColor", .strokeDasharray: "2 2",
                    ]))
            }
        }
        if let range = row.range {
            let (lower, upper) = (scale.position(range.lowerBound), scale.position(range.upperBound))
            nodes += [
                Drawing.line(lower, y + 18, upper, y + 18, opacity: "0.8"), Drawing.line(lower, y + 15, lower, y + 21, opacity: "0.8"),
                Drawing.line(upper, y + 15, upper, y + 21, opacity: "0.8"),
            ]
            if row.share == nil { end = upper }
        }
        // The number stands clear of the floor's line.
        if let line = floor.map(scale.position), (end..<end + 34).contains(line) { end = line }
        nodes.append(Drawing.label(text(row), x: end + 6, y: y + 12.5, isStrong: row.style == .solid))
        return nodes
    }

    private func text(_ row: Row) -> String {
        if let share = row.share { return "\(ValueText.percent(share)) %" }
        return row.range.map { ValueText.range($0.lowerBound, $0.upperBound, unit: .share) } ?? "none"
    }

    private var words: String {
        let bars = rows.map { row in
            let range = row.range.map { ", between \(ValueText.range($0.lowerBound, $0.upperBound, unit: .share))" }
            return "\(row.label) \(text(row))\(row.share == nil ? "" : range ?? "")"
        }
        return "Of \(whole): \(bars.joined(separator: "; "))." + (floor.map { " The reserve floor is \(ValueText.percent($0)) %." } ?? "")
    }
}
