import HoneLoop

/// Stages as blocks of characters, as long as their median times: waiting light, work full, both untold between.
enum StageBar {
    static func text(_ stage: LoopStage, largest: Double, cells: Int) -> String {
        guard let median = stage.median, largest > 0 else { return "" }
        let count = max(1, Int((median / largest * Double(cells)).rounded()))
        return String(repeating: stage.isDefault ? "▒" : stage.isWaiting ? "░" : "█", count: min(cells, count))
    }

    /// A whole strip on one line, its stages apart by bars.
    static func strip(_ strip: LoopStrip, largest: Double, cells: Int) -> String {
        let room = max(strip.stages.count, cells - 2 * strip.stages.count)
        return strip.stages.map { text($0, largest: largest, cells: room) }.joined(separator: "│")
    }
}
