import HoneFacts
package import HoneLoop
import HoneMetrics

/// The cells and sentences of the loop that are the same in every form.
package struct LoopWords {
    let picture: LoopPicture

    package init(_ picture: LoopPicture) {
        self.picture = picture
    }

    var sentences: LoopSentences { LoopSentences(picture) }

    /// `Scrum, sprints of 14 days · 12 weeks to 22 Nov 2026`.
    var subtitle: String { "\(picture.lifeCycle) · \(DayText.window(picture.now.window))" }

    static let title = "From idea to working product"

    /// Said where the evidence is older than the window that a page of today would have.
    var evidenceEnds: String? {
        picture.evidenceEndsOn.map {
            "The evidence ends on \(DayText.day($0)); this page stands for the \(DayText.length(picture.now.window)) before."
        }
    }

    /// The command that gives the picture again.
    var command: String { "hone loop --from \(picture.now.window.from) --to \(picture.now.window.to)" }

    /// The step that would tell more; empty where the stages are those of hone.yaml.
    var next: String { picture.source == .stages ? "" : picture.source == .dates ? "stages in hone.yaml" : "hone doctor" }

    static func side(_ side: LoopStage.Side) -> String { side == .product ? "product side" : "team side" }

    static func kind(_ stage: LoopStage) -> String {
        if stage.isDefault { return "work and waiting" }
        return stage.isWaiting ? "waiting" : "work"
    }

    /// The usual time in a stage. Below eleven only the range is given.
    static func time(_ stage: LoopStage) -> String {
        guard stage.median != nil else { return stage.isDefault ? "not known" : "none" }
        if stage.isSmallSample { return "up to \(hours(stage.p95))" }
        return hours(stage.median)
    }

    static func most(_ stage: LoopStage) -> String {
        stage.median == nil ? "–" : stage.isSmallSample ? "too few" : hours(stage.p85)
    }

    private static func hours(_ value: Double?) -> String { ValueText.text(value, unit: .hours) }

    static func count(_ number: Int?) -> String { number.map(ValueText.grouped) ?? "–" }

    /// `2 of 20 dropped out`, what the strip says under a stage; nil where drop-out is not known.
    static func dropOut(_ stage: LoopStage) -> String? {
        guard let fate = stage.passage?.fate, fate.entered > 0 else { return nil }
        return fate.droppedHere == 0
            ? "none of \(ValueText.grouped(fate.entered)) dropped out"
            : "\(ValueText.grouped(fate.droppedHere)) of \(ValueText.grouped(fate.entered)) dropped out"
    }

    /// Where the time went: one row a stage.
    var times: (headers: [String], numeric: Set<Int>, rows: [[String]]) {
        let rows = picture.now.stages.map { stage in
            let share = picture.now.teamShare(of: stage).map { "\(ValueText.percent($0)) %" } ?? "–"
            let name = stage.meaning.isEmpty ? stage.name : "\(stage.name) (\(stage.meaning))"
            return [
                name, Self.side(stage.side), Self.kind(stage), Self.time(stage), Self.most(stage),
                stage.n == stage.of ? Self.count(stage.n) : "\(Self.count(stage.n)) of \(Self.count(stage.of))", share,
            ]
        }
        return (["stage", "side", "kind", "half within", "85 % within", "n", "share of team side"], [3, 4, 5, 6], rows)
    }

    /// What went on and what dropped out: one row a stage.
    var passages: (headers: [String], rows: [[String]]) {
        let rows = picture.now.stages.map { stage in
            let (fate, passage) = (stage.passage?.fate, stage.passage)
            let counts = [fate?.entered, fate?.wentOn, fate?.droppedHere, fate?.stillHere].map(Self.count)
            let never = fate?.neverLeft.map { "\(ValueText.percent($0)) %" } ?? "–"
            let rate = passage.map { ValueText.short($0.leftPerWeek) } ?? "–"
            return [stage.name] + counts + [never, rate, Self.count(passage?.inIt)]
        }
        return (["stage", "entered", "went on", "dropped out", "still in it", "never left", "left a week", "in it at the end"], rows)
    }

    /// Visits of finished items; nil where visits are not known.
    var visits: (headers: [String], rows: [[String]])? {
        let rows = picture.now.stages.compactMap { stage in
            stage.visits.map { [stage.name] + [$0.count, $0.cameBack, $0.skipped].map { Self.count($0) } }
        }
        return rows.isEmpty ? nil : (["stage", "visits", "came back", "skipped"], rows)
    }

    /// Which stages improvements touch, and how far those are; nil where nobody has said of any.
    var improvements: (sentence: String, headers: [String], numeric: Set<Int>, rows: [[String]])? {
        guard let coverage = picture.improvements else { return nil }
        let steps = ImprovementCoverage.Step.allCases
        let everywhere = coverage.everywhere.total > 0 ? [coverage.everywhere] : []
        let rows = (coverage.rows + everywhere).map { row in
            [row.stage.isEmpty ? "no stage in particular" : row.stage] + steps.map { "\(row.counts[$0] ?? 0)" }
        }
        return (coverage.sentence, ["stage"] + steps.map(\.rawValue), Set(1...steps.count), rows)
    }

    var joins: (headers: [String], rows: [[String]])? {
        guard !picture.coverage.isEmpty else { return nil }
        let rows = picture.coverage.map { row in
            let share = "\(ValueText.percent(Double(row.joined) / Double(max(1, row.of)))) %"
            return [row.what, share, "\(ValueText.grouped(row.joined)) of \(ValueText.grouped(row.of))"]
        }
        return (["what", "share", "count"], rows)
    }

    /// What the columns of the passages mean.
    var passageNote: String {
        let to = DayText.day(picture.now.window.to + -1)
        return "Of what entered a stage in these \(DayText.length(picture.now.window)), as it stood at the end of \(to). "
            + "Dropped out: cancelled or returned from there, and never went on."
    }
}
