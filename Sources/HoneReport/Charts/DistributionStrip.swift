import HoneLoop
package import HoneMetrics

/// Within how long half, 85 % and 95 % were: three marks on one scale that begins at 0.
package struct DistributionStrip {
    let name: String
    let percentiles: Observation.Percentiles
    let unit: MetricUnit
    let n: Int

    package init(name: String, percentiles: Observation.Percentiles, unit: MetricUnit, n: Int) {
        self.name = name
        self.percentiles = percentiles
        self.unit = unit
        self.n = n
    }

    package var node: Node {
        let (left, right, middle) = (8.0, 352.0, 34.0)
        let scale = Scale(largest: percentiles.p95 * 1.04, from: left, to: right)
        let marks = [("half", percentiles.p50), ("85 %", percentiles.p85), ("95 %", percentiles.p95)]
        // One row of labels each, so that marks close together stay readable.
        let labelRows = [12.0, 62.0, 76.0]
        let (half, most, nearlyAll) = (scale.position(percentiles.p50), scale.position(percentiles.p85), scale.position(percentiles.p95))
        var nodes = [
            Drawing.box(left, middle - 8, half - left, 16, opacity: "0.5"), Drawing.box(half, middle - 5, most - half, 10, opacity: "0.35"),
            Drawing.box(most, middle - 2, nearlyAll - most, 4, opacity: "0.35"),
        ]
        for ((share, value), row) in zip(marks, labelRows) {
            let x = scale.position(value)
            let text = "\(share) within \(ValueText.text(value, unit: unit))"
            let isLeftOfMark = x > 180
            nodes.append(Drawing.line(x, row < middle ? row + 3 : middle - 10, x, row < middle ? middle + 10 : row - 9, opacity: "0.8"))
            nodes.append(
                Drawing.label(
                    text, x: isLeftOfMark ? x + (row < middle ? -4 : 0) : max(left, x - 4) + (row < middle ? 8 : 4),
                    y: row, anchor: isLeftOfMark ? .end : .start, isStrong: share == "85 %"))
        }
        nodes.append(Drawing.line(left, middle - 12, left, middle + 12))
        nodes.append(Drawing.label("0", x: left, y: 62, anchor: .middle, size: 10))
        nodes.append(Drawing.label("n \(ValueText.grouped(n))", x: 0, y: 76, size: 10))
        let words = marks.map { "\($0.0) within \(ValueText.text($0.1, unit: unit))" }.joined(separator: ", ")
        return Drawing(
            width: 360, height: 82, title: "\(name): how the values spread", description: "\(words) (n \(ValueText.grouped(n)))."
        )
        .svg(nodes)
    }
}
