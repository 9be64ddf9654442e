package import HoneLoop

/// The stages one below the other, for narrow screens: the same as the strip.
package struct StageStack {
    let title: String
    let stages: [LoopStage]
    /// Hours that the whole width stands for.
    let largest: Double

    package init(title: String, stages: [LoopStage], largest: Double) {
        self.title = title
        self.stages = stages
        self.largest = largest
    }

    package var node: Node {
        let scale = Scale(largest: largest, from: 0, to: 356)
        var nodes: [Node] = []
        var y = 0.0
        var side: LoopStage.Side?
        for stage in stages {
            if stage.side != side {
                side = stage.side
                nodes += [
                    Drawing.label(LoopWords.side(stage.side), x: 0, y: y + 13, size: 12),
                    Drawing.line(0, y + 18, 356, y + 18, opacity: "0.5"),
                ]
                y += 24
            }
            let lines = StageWords.lines(stage)
            nodes.append(Drawing.label(lines[0], x: 0, y: y + 12, size: 12.5, isStrong: true))
            nodes.append(Drawing.label(lines[1], x: 356, y: y + 12, anchor: .end, size: 12))
            nodes += StageBox.nodes(stage, 0, y + 18, max(3, scale.position(stage.median ?? 0)), 18)
            if lines.count > 2 {
                nodes.append(Drawing.label(lines[2], x: 0, y: y + 50, size: 12))
                y += 15
            }
            y += 48
        }
        return Drawing(width: 360, height: y, title: title, description: StageWords.description(stages), name: "strip narrow").svg(nodes)
    }
}
