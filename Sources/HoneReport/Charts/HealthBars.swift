import HoneFacts
import HoneLoop

/// How a statement was answered in each check: a bar of whole length each, cut by answer from 1 to 5, with the counts in it.
struct HealthBars {
    let row: HealthPicture.Row

    private static let (left, right, height, top) = (82.0, 292.0, 21.0, 16.0)
    /// The newest checks that are shown.
    private static let most = 8

    private var points: [HealthPicture.Point] { Array(row.past.suffix(Self.most)) }

    var node: Node {
        var nodes = [
            Drawing.label("1 not at all", x: Self.left, y: 10, size: 10),
            Drawing.label("5 completely", x: Self.right, y: 10, anchor: .end, size: 10),
        ]
        for (index, point) in points.enumerated() { nodes += bar(point, Self.top + Double(index) * Self.height, index == points.count - 1) }
        return Drawing(
            width: 360, height: Self.top + Double(points.count) * Self.height + 2, title: row.question.text, description: words
        ).svg(nodes)
    }

    private func bar(_ point: HealthPicture.Point, _ y: Double, _ isLast: Bool) -> [Node] {
        var nodes = [Drawing.label(DayText.day(point.on), x: Self.left - 6, y: y + 13, anchor: .end, size: 10, isStrong: isLast)]
        guard !point.hadOtherText else { return nodes + [Drawing.label("put in other words then", x: Self.left, y: y + 13, size: 10)] }
        guard let cell = point.cell else { return nodes + [Drawing.label("hidden: too few answers", x: Self.left, y: y + 13, size: 10)] }
        var x = Self.left
        for (index, count) in cell.counts.enumerated() where count > 0 {
            let width = (Self.right - Self.left) * Double(count) / Double(max(1, cell.n))
            let isAgreeing = index >= 3
            nodes.append(
                Drawing.box(
                    x + 0.75, y + 2, width - 1.5, 15, opacity: Self.opacity[index], name: isAgreeing ? "accent" : "box"))
            nodes.append(Drawing.label("\(index + 1): \(count)", x: x + width / 2, y: y + 13.5, anchor: .middle, size: 10, isStrong: true))
            x += width
        }
        let rest = cell.cannotSay > 0 ? ", \(cell.cannotSay) ?" : ""
        return nodes + [Drawing.label("n \(cell.n)\(rest)", x: Self.right + 6, y: y + 13, size: 10)]
    }

    /// From 1 to 5; 4 and 5 are in the accent of the page.
    private static let opacity = ["0.32", "0.2", "0.1", "0.28", "0.48"]

    private var words: String {
        points.map { point in
            let day = DayText.day(point.on)
            guard !point.hadOtherText else { return "\(day): put in other words then" }
            guard let cell = point.cell else { return "\(day): hidden, too few answers" }
            let counts = cell.counts.enumerated().map { "\($1) said \($0 + 1)" }.joined(separator: ", ")
            return "\(day): \(counts), \(cell.cannotSay) could not say"
        }.joined(separator: ". ") + "."
    }
}
