import HoneLoop

/// The box of one stage: work filled, waiting hatched, both untold pale, nothing known an empty frame.
enum StageBox {
    static func nodes(_ stage: LoopStage, _ x: Double, _ y: Double, _ width: Double, _ height: Double) -> [Node] {
        if stage.median == nil { return [Hatch.frame(x, y, width, height)] }
        // Dates alone do not tell waiting from work.
        if stage.isDefault { return [Drawing.box(x, y, width, height, opacity: "0.35", name: "accent"), Hatch.frame(x, y, width, height)] }
        return stage.isWaiting ? Hatch.box(x, y, width, height) : [Drawing.box(x, y, width, height, opacity: "1", name: "accent")]
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
