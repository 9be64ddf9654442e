import HoneFacts
import HoneLoop

/// The sections of the loop page: the time, what goes on, how the sources join, and how to get it again.
extension LoopPage {
    var time: Node {
        let sentences = words.sentences
        var content = [
            Tag.div([.class: "sentences"], sentences.all.dropFirst().map { Tag.p(.text($0)) } + [ScorecardPage.next(words.next)])
        ]
        // Strips are as wide as their times; without one they are lines of nothing, and the table says what is known.
        if picture.now.stages.contains(where: { $0.median != nil }) || picture.yearAgo != nil {
            content.append(Tag.div([.class: "strips"], strips))
        }
        if !picture.now.stages.isEmpty { content.append(table("Time in each stage", words.times)) }
        return ScorecardPage.block("time", "Where the time goes", content)
    }

    /// The strip a year ago above that of now, on one scale.
    private var strips: [Node] {
        let all = [picture.yearAgo, picture.now].compactMap { $0 }
        let largest = all.map { $0.stages.reduce(0) { $0 + ($1.median ?? 0) } }.max() ?? 0
        let longest = all.flatMap(\.stages).compactMap(\.median).max() ?? 0
        var nodes = picture.yearAgo == nil ? [Tag.p([.class: "soft"], .text(words.sentences.yearAgo))] : []
        for strip in all {
            let isNow = strip.window == picture.now.window
            let title = "\(isNow ? "Now" : "A year ago"), \(DayText.window(strip.window))"
            nodes.append(
                Tag.figure(
                    Tag.figcaption(.text(isNow ? "\(title): widths are median times, waiting is hatched" : words.sentences.yearAgo)),
                    StageStrip(title: title, stages: strip.stages, largest: largest).node,
                    StageStack(title: title, stages: strip.stages, largest: longest).node))
        }
        return nodes
    }

    var passages: Node {
        guard !picture.now.stages.isEmpty else { return .nothing }
        let rows = words.passages
        var content = [
            Tag.p(.text(words.passageNote)),
            table("What went on and what dropped out", (rows.headers, Set(1..<rows.headers.count), rows.rows)),
        ]
        if let visits = words.visits {
            content.append(Tag.p("Visits of the finished items; coming back to a stage is one more visit."))
            content.append(table("Visits of finished items", (visits.headers, Set(1..<visits.headers.count), visits.rows)))
        }
        return ScorecardPage.block("passages", "What goes on", content)
    }

    /// Where somebody has said what an improvement touches.
    var improvements: Node {
        guard let rows = words.improvements else { return .nothing }
        return ScorecardPage.block(
            "improvements", "What improvement touches",
            [Tag.p(.text(rows.sentence)), table("Improvements by the stage they touch", (rows.headers, rows.numeric, rows.rows))])
    }

    /// For a phased product.
    var phases: Node { picture.phased.map { PhasedSection($0).node } ?? .nothing }

    var joins: Node {
        let rows = words.joins.map { table("How well the sources join", ($0.headers, [1, 2], $0.rows)) } ?? .nothing
        return ScorecardPage.block("joins", "How the sources join", [Tag.p(.text(words.sentences.withoutStory)), rows])
    }

    var again: Node {
        ScorecardPage.block(
            "again", "The same again",
            [
                Tag.p(ScorecardPage.next(words.command)),
                Tag.p("What the times mean: ", Tag.a([.href: "glossary.html#stage-time"], "stage time")),
            ])
    }

    private func table(_ caption: String, _ table: (headers: [String], numeric: Set<Int>, rows: [[String]])) -> Node {
        DataTable(caption: caption, headers: table.headers, numeric: table.numeric, rows: table.rows.map { $0.map { .text($0) } }).node
    }
}
