import HoneFacts
import HoneLoop
import HoneMetrics

/// Every number beside its own last two years, and sentences on where the time goes.
extension ScorecardPage {
    static func process(_ page: ScorecardPage) -> Node {
        let scorecard = page.scorecard
        var content: [Node] = []
        if scorecard.process.isEmpty {
            content.append(Tag.p("No process number can be given yet; what is missing stands under “Cannot say”. ", next("hone doctor")))
        } else {
            content.append(
                DataTable(
                    caption: "Process, \(DayText.window(scorecard.window)), each beside its own two years by quarter", name: "process",
                    headers: ["metric", "now", "range", "two years", "n", "role"], numeric: [1, 4], rows: scorecard.process.map(row)
                ).node)
        }
        if scorecard.process.contains(where: { $0.history.contains(nil) && $0.history.contains { $0 != nil } }) {
            content.append(
                Tag.p([.class: "soft"], "A small cross stands for a quarter without a number: before the record, too few, or not read."))
        }
        let patterns = SignWords.lines(scorecard.signs)
        if !patterns.isEmpty { content.append(Tag.ul([.class: "patterns"], patterns.map { Tag.li(.text($0)) })) }
        if !scorecard.flow.isEmpty { content.append(Tag.ul([.class: "flow"], scorecard.flow.map { Tag.li(.text($0)) })) }
        if !page.emptyPages.contains("loop.html") {
            content.append(Tag.p(Tag.a([.href: "loop.html"], "Stage by stage, from idea to working product")))
        }
        let meaning = Tag.a([.href: "glossary.html"], "what the words and numbers mean")
        let charts = scorecard.process.isEmpty ? "Charts" : "Charts of these numbers"
        content.append(
            page.emptyPages.contains("metrics.html")
                ? Tag.p(meaning) : Tag.p(Tag.a([.href: "metrics.html"], .text(charts)), " · ", meaning))
        return block("process", "Process", content)
    }

    /// A number with its unit in one line; a long unit may go on in the next.
    private static func bound(_ text: String) -> String {
        let words = text.split(separator: " ")
        guard words.count > 3 || words.count == 3 && words[2].count > 2, let first = words.first else {
            return words.joined(separator: "\u{a0}")
        }
        return "\(first)\u{a0}\(words.dropFirst().joined(separator: " "))"
    }

    private static func range(_ text: String) -> Node {
        // A short one is not broken at its dash; words are.
        text.isEmpty ? "–" : text.count > 14 ? .text(text) : Tag.span([.class: "whole"], .text(text))
    }

    private static func row(_ row: Scorecard.ProcessRow) -> [Node] {
        let spark = Sparkline(
            name: row.name, values: row.history, counts: row.historyCounts, unit: row.observation.unit, end: row.observation.window.to,
            breaks: row.breaks)
        return [
            .group([
                Tag.a([.href: "#\(row.observation.metric)"], .text(row.name)),
                row.observation.signs.isEmpty ? .nothing : .text(" \(SignWords.mark)"),
            ]), Tag.strong(.text(bound(row.nowText))),
            range(row.rangeText), row.history.contains { $0 != nil } ? spark.node : "–",
            .text(ValueText.grouped(row.observation.n)), .text(row.role),
        ]
    }
}
