import HoneFacts
import HoneLoop
import HoneMetrics

/// What frames the page: its title and its first lines.
extension ScorecardPage {
    static func heading(_ scorecard: Scorecard) -> Node {
        let words = ScorecardWords(scorecard)
        return Tag.header(
            [.class: "title"], Tag.h1(.text(scorecard.product)), Tag.p([.class: "subtitle"], .text(words.subtitle)),
            Tag.p([.class: "soft"], .text("Evidence on \(DayText.day(scorecard.today)): \(words.evidence)")),
            words.evidenceEnds.map { Tag.p([.class: "remark"], .text($0)) } ?? .nothing,
            scorecard.notes.isEmpty ? .nothing : Tag.p([.class: "soft"], .text("Context: \(scorecard.notes.joined(separator: " "))")))
    }

    /// The first lines of the page: what reached users, in sentences, with the weeks of the year beside them.
    static func workingSoftware(_ page: ScorecardPage) -> Node {
        var content = [
            Tag.div(
                [.class: "sentences"],
                page.scorecard.workingSoftware.enumerated().map { index, sentence in
                    Tag.p(index == 0 ? [.class: "lead"] : [:], .text(sentence))
                } + (hasTrends(page) ? [] : [releases(page)]))
        ]
        if page.hasWeeks { content.append(Tag.figure(page.weeks.node)) }
        return block("working-software", "Working software", [Tag.div([.class: "beside"], content)])
    }

    /// Whether there is a week to show.
    var hasWeeks: Bool { charts.contains { $0.count > 0 } }

    /// The week-by-week chart. Without work items the weeks count what came to the default branch, merged or committed to it.
    var weeks: WeeklyColumns {
        let hasItems = observations.contains { $0.metric == "throughput" && $0.isAvailable }
        return WeeklyColumns(
            noun: hasItems ? "items finished" : "changes to the default branch", weeks: charts.map { ($0.monday, $0.count) },
            window: scorecard.window,
            breaks: scorecard.breaks)
    }
}
