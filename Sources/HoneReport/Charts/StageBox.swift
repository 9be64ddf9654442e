import HoneLoop

/// The box of one stage: work filled, waiting hatched, nothing known an empty frame.
enum StageBox {
    static func nodes(_ stage: LoopStage, _ x: Double, _ y: Double, _ width: Double, _ height: Double) -> [Node] {
        let frame = Tag.rect([
            .class: "frame", .x: coordinate(x + 0.5), .y: coordinate(y + 0.5), .width: coordinate(max(0.1, width - 1)),
            .height: coordinate(height - 1), .fill: "none", .stroke: "currentColor", .strokeOpacity: "0.7", .strokeWidth: "1",
        ])
        if stage.median == nil { return [frame] }
        if !stage.isWaiting { return [Drawing.box(x, y, width, height, opacity: "1", name: "accent")] }
        return [Drawing.box(x, y, width, height, opacity: "0.06"), hatch(x, y, width, height), frame]
    }

    /// Slanted lines cut to a box. Drawn line by line, because a pattern is lost where its drawing is not the one shown.
    private static func hatch(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Node {
        let step = 6.0
        var path = ""
        var start = step - height
        while start < width {
            // From the lower left up to the right, one across for one up.
            let (from, to) = (max(0, start), min(width, start + height))
            if to > from {
                path += "M\(coordinate(x + from)) \(coordinate(y + height - (from - start)))"
                path += "L\(coordinate(x + to)) \(coordinate(y + height - (to - start)))"
            }
            start += step
        }
        return Tag.path([
            .class: "hatch", .d: path, .fill: "none", .stroke: "currentColor", .strokeOpacity: "0.65", .strokeWidth: "1.2",
        ])
    }
}

/// What a strip says of a stage.
enum StageWords {
    static func lines(_ stage: LoopStage) -> [String] {
        [shortened(stage.name), time(stage), LoopWords.dropOut(stage)].compactMap { $0 }
    }

    static func time(_ stage: LoopStage) -> String {
        guard stage.median != nil else { return LoopWords.time(stage) }
        return "\(LoopWords.time(stage)) · \(LoopWords.kind(stage)) · n \(ValueText.grouped(stage.n))"
    }

    /// The picture in words, for people who do not see it.
    static func description(_ stages: [LoopStage]) -> String {
        let words = stages.map { stage in
            "\(stage.name) (\(LoopWords.side(stage.side))) \(time(stage))" + (LoopWords.dropOut(stage).map { ", \($0)" } ?? "")
        }
        return "Widths are median times. \(words.joined(separator: "; "))."
    }

    private static func shortened(_ name: String) -> String { name.count > 24 ? name.prefix(23) + "…" : name }
}
