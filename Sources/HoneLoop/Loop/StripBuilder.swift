import HoneFacts
import HoneMetrics
import HoneStatistics

/// Builds the stages of one window from what stage time measured and from the ways through the stages.
struct StripBuilder {
    let source: LoopPicture.Source
    /// What `stage-time` measured; nil where it cannot.
    let rows: MeasuredRows?
    let histories: Histories
    let interpretation: Interpretation
    let now: Int64
    private let paths: LoopPaths?

    init(source: LoopPicture.Source, rows: MeasuredRows?, histories: Histories, interpretation: Interpretation, now: Int64) {
        (self.source, self.rows, self.histories) = (source, rows, histories)
        (self.interpretation, self.now) = (interpretation, now)
        let zone = interpretation.zone
        switch source {
        case .stages: paths = LoopPaths(transitions: histories.items, zone)
        case .dates: paths = LoopPaths(dates: histories, zone)
        case .git: paths = LoopPaths(git: histories.git, zone)
        case .nothing: paths = nil
        }
    }

    func strip(_ window: Window) -> LoopStrip {
        let context = MeasureContext(interpretation: interpretation, window: window, now: histories.now, span: window)
        var strip = LoopStrip(
            window: window, stages: [], n: 0, of: 0, excluded: [:], beforeStart: source == .git ? nil : BeforeStart(histories, context))
        guard let rows, let paths else { return strip }
        let positions = rows.positions(in: window).filter { rows.exclusion[$0] != MeasuredRows.cancelled }
        let kept = Set(positions.filter { rows.exclusion[$0] == nil }.map { Int(rows.index[$0]) })
        strip.n = kept.count
        strip.of = positions.count
        for position in positions { rows.exclusion[position].map { strip.excluded[$0, default: 0] += 1 } }
        let passages = LoopPassages(paths, window: window, zone: interpretation.zone, now: now).passages
        strip.stages = empty.map { code, stage, part in
            var stage = stage
            if let part { Self.measure(part, window, kept, &stage) }
            if source == .stages { stage.visits = visits(of: code, kept) }
            stage.passage = passage(passages[code], stage)
            return stage
        }
        if source == .stages {
            func flagged(_ flag: String) -> Int { positions.count { rows.flags[$0].contains(flag) } }
            strip.reentered = flagged("re-entered-stage")
            strip.skipped = flagged("skipped-stage")
        }
        return strip
    }

    /// The stages with their codes and what was measured of each, before anything is counted.
    private var empty: [(code: Int, stage: LoopStage, part: MeasuredRows?)] {
        if source == .stages {
            let items = histories.items
            let codes = (0..<items.mappedStageCount).filter { items.stages[$0].kind != .done && items.stages[$0].kind != .cancelled }
            let parts = (rows?.parts ?? []).suffix(codes.count)
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
            let part = rows?.parts.first { $0.name == "group: \(pair.0.rawValue)" }
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

    private static func measure(_ part: MeasuredRows, _ window: Window, _ kept: Set<Int>, _ stage: inout LoopStage) {
        let positions = part.positions(in: window).filter { part.exclusion[$0] != MeasuredRows.cancelled }
        let sorted = positions.filter { part.exclusion[$0] == nil }.map { part.value[$0] }.sorted()
        stage.n = sorted.count
        stage.of = positions.count
        stage.median = Quantile.median(sorted: sorted)
        stage.p85 = Quantile.nearestRank(sorted: sorted, percent: 85)
        stage.p95 = Quantile.nearestRank(sorted: sorted, percent: 95)
        // From git alone a change may be merged before the window that it is released in.
        for position in 0..<part.count where part.exclusion[position] == nil && kept.contains(Int(part.index[position])) {
            stage.totalHours += part.value[position]
        }
    }

    private func visits(of code: Int, _ finished: Set<Int>) -> LoopStage.Visits {
        var visits = LoopStage.Visits(count: 0, cameBack: 0, skipped: 0)
        for item in finished {
            let count = histories.items.visits(of: item).count { $0.stage == code }
            visits.count += count
            visits.cameBack += max(0, count - 1)
            visits.skipped += count == 0 ? 1 : 0
        }
        return visits
    }

    /// What a source cannot say is left out: only transitions know everything that drops out.
    private func passage(_ passage: Passage, _ stage: LoopStage) -> Passage? {
        var passage = passage
        switch (source, stage.group) {
        case (.dates, .product):
            (passage.fate, passage.inIt) = (nil, nil)
        case (.git, .idea): return nil
        case (.git, .prototype):
            (passage.fate, passage.inIt) = (nil, nil)
        default: break
        }
        return passage
    }
}
