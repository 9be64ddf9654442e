import HoneFacts
import HoneMetrics
import HoneStatistics

/// Builds the stages of one window from what stage time measured and from the ways through the stages.
struct StripBuilder {
    let source: LoopPicture.Source
    /// What `stage-time` measured of all windows together; nil where it measures each window by itself, or cannot.
    private let whole: MeasuredRows?
    let histories: Histories
    private let interpretation: Interpretation
    private let now: Int64
    private let paths: LoopPaths?

    init(_ histories: Histories, _ interpretation: Interpretation, now: Int64) {
        (self.histories, self.interpretation, self.now) = (histories, interpretation, now)
        let zone = interpretation.zone
        if StageTime.standsOnStages(histories.items) {
            (source, whole, paths) = (.stages, nil, LoopPaths(transitions: histories.items, zone))
            return
        }
        // Whether dates or git are what there is to measure shows in all of them only.
        let today = zone.day(atSeconds: now)
        let context = MeasureContext(interpretation: interpretation, window: Window(from: today, to: today), now: now)
        switch StageTime().measure(histories, context) {
        case .unavailable(let reason): (source, whole, paths) = (.nothing(reason), nil, nil)
        case .rows(let rows) where rows.subject == .integrations:
            (source, whole, paths) = (.git, rows, LoopPaths(git: histories.git, zone))
        case .rows(let rows): (source, whole, paths) = (.dates, rows, LoopPaths(dates: histories, zone))
        }
    }

    func strip(_ window: Window) -> LoopStrip {
        let context = MeasureContext(interpretation: interpretation, window: window, now: histories.now, span: window)
        var strip = LoopStrip(
            window: window, stages: [], n: 0, of: 0, excluded: [:], beforeStart: source == .git ? nil : BeforeStart(histories, context),
            hours: LargestSum(size: 0))
        guard let paths, let rows = rows(context) else { return strip }
        let positions = rows.positions(in: window).filter { rows.exclusion[$0] != MeasuredRows.cancelled }
        let keptPositions = positions.filter { rows.exclusion[$0] == nil }
        let (kept, days) = (keptPositions.map { Int(rows.index[$0]) }, keptPositions.map { rows.endDay[$0] })
        var placeOfRow = [Int32](repeating: -1, count: source == .git ? histories.git.integrations.count : histories.items.count)
        for (place, row) in kept.enumerated() { placeOfRow[row] = Int32(place) }
        strip.n = kept.count
        strip.of = positions.count
        for position in positions { rows.exclusion[position].map { strip.excluded[$0, default: 0] += 1 } }
        let passages = LoopPassages(paths, window: window, zone: interpretation.zone, now: now).passages
        let visits = source == .stages ? visits(of: kept) : []
        var hours: [[Double]] = []
        strip.stages = empty(rows).map { code, stage, part in
            var stage = stage
            let hoursHere = part.map { Self.hours($0, placeOfRow, count: kept.count) } ?? []
            if let part { Self.measure(part, window, hoursHere, &stage) }
            if stage.side == .team { hours.append(hoursHere) }
            if source == .stages { stage.visits = visits[code] }
            stage.passage = passage(passages[code], stage)
            return stage
        }
        var byDay = HoursByDay(size: hours.count)
        for (place, day) in days.enumerated() { byDay.add(on: day) { hours[$0].isEmpty ? 0 : hours[$0][place] } }
        strip.hours = byDay.sums
        if source == .stages {
            func flagged(_ flag: String) -> Int { positions.count { rows.flags[$0].contains(flag) } }
            strip.reentered = flagged("re-entered-stage")
            strip.skipped = flagged("skipped-stage")
        }
        return strip
    }

    private func rows(_ context: MeasureContext) -> MeasuredRows? {
        guard source == .stages else { return whole }
        guard case .rows(let rows) = StageTime().measure(histories, context) else { return nil }
        return rows
    }

    /// Hours in a stage by the place of a finished item; 0 where it was not in it. From git alone a change may be merged before the window
    /// that it is released in.
    private static func hours(_ part: MeasuredRows, _ placeOfRow: [Int32], count: Int) -> [Double] {
        var hours = [Double](repeating: 0, count: count)
        for position in 0..<part.count where part.exclusion[position] == nil && placeOfRow[Int(part.index[position])] >= 0 {
            hours[Int(placeOfRow[Int(part.index[position])])] += part.value[position]
        }
        return hours
    }

    private static func measure(_ part: MeasuredRows, _ window: Window, _ hours: [Double], _ stage: inout LoopStage) {
        let positions = part.positions(in: window).filter { part.exclusion[$0] != MeasuredRows.cancelled }
        let sorted = Ascending.values(positions.filter { part.exclusion[$0] == nil }.map { part.value[$0] })
        stage.n = sorted.count
        stage.of = positions.count
        stage.median = Quantile.median(sorted: sorted)
        stage.p85 = Quantile.nearestRank(sorted: sorted, percent: 85)
        stage.p95 = Quantile.nearestRank(sorted: sorted, percent: 95)
        stage.totalHours = hours.reduce(0, +)
    }

    /// How finished items came through the stages, by stage code. Complexity: O(their visits + items x stages).
    private func visits(of items: [Int]) -> [LoopStage.Visits] {
        let (visits, stage) = (histories.items.visits, histories.items.visits.stage)
        var result = [LoopStage.Visits](repeating: .init(count: 0, cameBack: 0, skipped: 0), count: histories.items.stages.count)
        var counts = [Int](repeating: 0, count: result.count)
        for item in items {
            for place in counts.indices { counts[place] = 0 }
            for position in visits.range(of: item) { counts[Int(stage[position])] += 1 }
            for (place, count) in counts.enumerated() {
                result[place].count += count
                result[place].cameBack += max(0, count - 1)
                result[place].skipped += count == 0 ? 1 : 0
            }
        }
        return result
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
