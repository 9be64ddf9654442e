package import HoneLoop

/// The stages side by side, as wide as their median times, waiting hatched; for screens and paper that are wide enough.
package struct StageStrip {
    let title: String
    let stages: [LoopStage]
    /// Hours that the whole width stands for: the same for two strips that are compared.
    let largest: Double

    package init(title: String, stages: [LoopStage], largest: Double) {
        self.title = title
        self.stages = stages
        self.largest = largest
    }

    private static let (width, plot, top, height) = (720.0, 580.0, 28.0, 34.0)
    private static let (gap, narrowest, labelHeight) = (2.0, 3.0, 46.0)

    package var node: Node {
        let scale = Scale(largest: largest, from: 0, to: Self.plot - Double(stages.count) * (Self.gap + Self.narrowest))
        var x = 0.0
        var boxes: [(stage: LoopStage, x: Double, width: Double)] = []
        for stage in stages {
            let width = max(Self.narrowest, scale.position(stage.median ?? 0))
            boxes.append((stage, x, width))
            x += width + Self.gap
        }
        let labels = StripLabels(boxes.map { ($0.x, StageWords.lines($0.stage)) })
        let bottom = Self.top + Self.height
        var nodes = brackets(boxes.map { ($0.stage.side, $0.x, $0.x + $0.width) })
        for box in boxes { nodes += StageBox.nodes(box.stage, box.x, Self.top, box.width, Self.height) }
        let end = bottom + 10
        for (box, level) in zip(boxes, labels.levels) {
            nodes.append(Drawing.line(box.x + 0.5, bottom, box.x + 0.5, end + Double(level) * Self.labelHeight + 36, opacity: "0.4"))
        }
        for (box, level) in zip(boxes, labels.levels) {
            let y = end + Double(level) * Self.labelHeight + 8
            for (index, line) in StageWords.lines(box.stage).enumerated() {
                nodes.append(Drawing.label(line, x: box.x + 5, y: y + Double(index) * 13.5, isStrong: index == 0))
            }
        }
        return Drawing(
            width: Self.width, height: end + Double(labels.count) * Self.labelHeight, title: title,
            description: StageWords.description(stages), name: "strip wide"
        ).svg(nodes)
    }

    /// What belongs to the product side and what to the team side, in words above a line.
    private func brackets(_ boxes: [(side: LoopStage.Side, from: Double, to: Double)]) -> [Node] {
        var nodes: [Node] = []
        var free = 0.0
        for side in [LoopStage.Side.product, .team] {
            let own = boxes.filter { $0.side == side }
            guard let first = own.first, let last = own.last else { continue }
            let text = LoopWords.side(side)
            let x = max(first.from, free)
            free = x + Double(text.count) * 6.2 + 12
            nodes += [
                Drawing.label(text, x: x, y: 12), Drawing.line(first.from, 19, last.to, 19, opacity: "0.9"),
                Drawing.line(first.from + 0.5, 19, first.from + 0.5, 24, opacity: "0.9"),
                Drawing.line(last.to - 0.5, 19, last.to - 0.5, 24, opacity: "0.9"),
            ]
        }
        return nodes
    }
}

/// On which line below the strip each label stands, so that none covers another or is crossed by another's line.
struct StripLabels {
    let levels: [Int]
    var count: Int { (levels.max() ?? 0) + 1 }

    /// - Parameter labels: from left to right, each with the place it begins at and its lines.
    init(_ labels: [(x: Double, lines: [String])]) {
        var levels = [Int](repeating: 0, count: labels.count)
        // Leftmost label of each level so far, from the right: the lines of those further left go down beside it.
        var begins: [Double] = []
        for (index, label) in labels.enumerated().reversed() {
            let end = label.x + 14 + Double(label.lines.map(\.count).max() ?? 0) * 6.1
            let level = begins.firstIndex { end <= $0 } ?? begins.count
            if level == begins.count { begins.append(label.x) } else { begins[level] = label.x }
            // A level above that begins further right is closed for those to come, or their labels would cross this line.
            for upper in 0..<level { begins[upper] = min(begins[upper], label.x) }
            levels[index] = level
        }
        self.levels = levels
    }
}
