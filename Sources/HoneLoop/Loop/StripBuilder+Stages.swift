import HoneFacts
import HoneMetrics

extension StripBuilder {
    /// The stages with their codes and what was measured of each, before anything is counted.
    func empty(_ rows: MeasuredRows) -> [(code: Int, stage: LoopStage, part: MeasuredRows?)] {
        if source == .stages {
            let items = histories.items
            let codes = (0..<items.mappedStageCount).filter { items.stages[$0].kind != .done && items.stages[$0].kind != .cancelled }
            let parts = rows.parts.suffix(codes.count)
            return zip(codes, parts).map { code, part in
                let stage = items.stages[code]
                let side: LoopStage.Side = code < items.commitment ? .product : .team
                let named = LoopStage(
                    name: stage.name, meaning: "", group: stage.group, kind: stage.kind, side: side, isDefault: false)
                return (code, named, part.rows)
            }
        }
        let kinds: [Stage.Kind] = [.backlog, .active, .wait]
        return zip(Stage.Group.allCases, kinds).enumerated().map { code, pair in
            let part = rows.parts.first { $0.name == "group: \(pair.0.rawValue)" }
            let stage = LoopStage(
                name: pair.0.rawValue.prefix(1).uppercased() + pair.0.rawValue.dropFirst(), meaning: meaning(pair.0), group: pair.0,
                kind: pair.1,
                side: pair.0 == .idea ? .product : .team, isDefault: true)
            return (code, stage, part?.rows)
        }
    }

    private func meaning(_ group: Stage.Group) -> String {
        source == .git ? DefaultStages.gitMeaning(group) : DefaultStages(histories).meaning(group)
    }
}
