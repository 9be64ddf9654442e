import HoneFacts
import HoneStatistics

@testable import HoneLoop
@testable import HoneMetrics

extension Sample {
    typealias Row = (name: String, kind: Stage.Kind, median: Double, n: Int, dropped: Int)

    /// A board of six stages, now and a year ago; the last one is tiny beside the first, as it is in life.
    static var loop: LoopPicture {
        let now: [Row] = [
            ("Backlog", .backlog, 190, 128, 14), ("Ready", .wait, 44, 128, 2), ("Doing", .active, 31, 128, 5),
            ("Review queue", .wait, 52, 119, 0), ("Review", .active, 3.5, 119, 1), ("Trial", .wait, 20, 7, 0),
        ]
        let past: [Row] = [
            ("Backlog", .backlog, 120, 96, 9), ("Ready", .wait, 70, 96, 1), ("Doing", .active, 40, 96, 6),
            ("Review queue", .wait, 30, 90, 0),
            ("Review", .active, 5, 90, 0), ("Trial", .wait, 0, 0, 0),
        ]
        let yearAgo = Window(from: window.from + -364, to: window.to + -364)
        return LoopPicture(
            product: "Alloy", lifeCycle: "Scrum, sprints of 14 days", zone: "Europe/Berlin", today: today, evidenceEndsOn: nil,
            source: .stages, now: strip(window, now), yearAgo: strip(yearAgo, past), yearAgoWindow: yearAgo, yearAgoCount: 96,
            coverage: [
                .init(id: "commit-item", what: "commits that lead to a work item", joined: 1034, of: 1391),
                .init(id: "change-item", what: "merged changes that name a work item", joined: 288, of: 311),
            ])
    }

    /// Where nobody mapped stages, and nothing is known a year ago.
    static var datedLoop: LoopPicture {
        var picture = loop
        picture.source = .dates
        picture.now = strip(window, [("Idea", .backlog, 300, 40, 6), ("Prototype", .active, 30, 38, 1), ("Product", .wait, 90, 12, 0)])
        for (index, meaning) in ["requested to the first sign of work", "first sign of work to merge", "merge, or finish, to release"]
            .enumerated()
        {
            picture.now.stages[index].isDefault = true
            picture.now.stages[index].meaning = meaning
            picture.now.stages[index].visits = nil
            picture.now.stages[index].of = 44
        }
        picture.now.stages[2].passage?.fate = nil
        picture.now.stages[2].passage?.inIt = nil
        (picture.now.reentered, picture.now.skipped, picture.now.n, picture.now.of) = (nil, nil, 12, 44)
        picture.now.excluded = ["unreleased": 32]
        (picture.yearAgo, picture.yearAgoCount) = (nil, 4)
        return picture
    }

    static var bareLoop: LoopPicture {
        var picture = loop
        picture.source = .nothing("Neither transitions nor a git history to read stages from.")
        picture.now = LoopStrip(window: window, stages: [], n: 0, of: 0, excluded: [:], hours: LargestSum(size: 0))
        (picture.yearAgo, picture.yearAgoCount, picture.coverage) = (nil, 0, [])
        picture.evidenceEndsOn = today
        return picture
    }

    /// Texts that try to be more than text.
    static var hostileLoop: LoopPicture {
        var picture = loop
        picture.product = "<script>&\""
        picture.now.stages[2].name = "</svg><script>alert('x')</script> \u{1b}[31m \u{202e} | *a*"
        picture.now.stages[5].name = String(repeating: "many words ", count: 20)
        return picture
    }

    static var loops: [LoopPicture] { [loop, datedLoop, bareLoop, hostileLoop] }

    private static func strip(_ window: Window, _ rows: [Row]) -> LoopStrip {
        let all = rows[0].n
        let stages = rows.map { row in
            var stage = LoopStage(
                name: row.name, meaning: "", group: row.kind == .backlog ? .idea : row.name == "Product" ? .product : .prototype,
                kind: row.kind, side: row.kind == .backlog ? .product : .team, isDefault: false)
            (stage.n, stage.of) = (row.n, all)
            if row.n > 0 { (stage.median, stage.p85, stage.p95) = (row.median, row.median * 2.5, row.median * 4) }
            stage.totalHours = row.median * 1.5 * Double(row.n)
            let again = row.kind == .active ? 9 : 0
            stage.visits = .init(count: row.n + again, cameBack: again, skipped: all - row.n)
            let fate = Passage.Fate(wentOn: row.n, droppedHere: row.dropped, stillHere: 3)
            stage.passage = Passage(
                fate: fate, leftCount: row.n + row.dropped, leftPerWeek: Double(row.n + row.dropped) / 12, inIt: 3)
            return stage
        }
        let hours = stages.filter { $0.side == .team }.map { $0.totalHours / Double(all) }
        var sums = LargestSum(size: hours.count)
        for _ in 0..<all { sums.add(hours) }
        var strip = LoopStrip(
            window: window, stages: stages, n: all, of: all + 2, excluded: ["no-transitions": 2], reentered: 9, skipped: 11, hours: sums)
        strip.beforeStart = BeforeStart(share: 0.61, n: all, of: all + 2, meanDays: 17.4)
        return strip
    }
}
