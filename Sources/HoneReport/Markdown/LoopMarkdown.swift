import HoneFacts
package import HoneLoop

/// The loop as Markdown, for a wiki or a retrospective's notes.
package struct LoopMarkdown {
    let picture: LoopPicture

    package init(_ picture: LoopPicture) {
        self.picture = picture
    }

    private var words: LoopWords { LoopWords(picture) }

    package var text: String {
        var parts = ["# \(escaped(picture.product)): from idea to working product", escaped(words.subtitle)]
        if let ends = words.evidenceEnds { parts.append(escaped(ends)) }
        let sentences = words.sentences
        parts.append("**\(escaped(sentences.bottleneck))**")
        parts.append((sentences.all.dropFirst() + [sentences.yearAgo]).map { "- " + escaped($0) }.joined(separator: "\n"))
        if !words.next.isEmpty { parts.append("Next: \(MarkdownText.next(words.next))") }
        if !picture.now.stages.isEmpty {
            parts += ["## Where the time goes", table(words.times.headers, words.times.rows, words.times.numeric)]
            if let past = picture.yearAgo {
                var before = picture
                before.now = past
                parts += [
                    "### A year ago, \(escaped(DayText.window(past.window)))",
                    table(words.times.headers, LoopWords(before).times.rows, words.times.numeric),
                ]
            }
            parts += ["## What goes on", escaped(words.passageNote), table(words.passages.headers, words.passages.rows)]
            if let visits = words.visits { parts += ["### Visits of finished items", table(visits.headers, visits.rows)] }
        }
        if let improvements = words.improvements {
            parts += [
                "## What improvement touches", escaped(improvements.sentence),
                table(improvements.headers, improvements.rows, improvements.numeric),
            ]
        }
        if let phased = picture.phased { parts += ["## Phases", PhasedMarkdown(phased).text] }
        parts += ["## How the sources join", escaped(sentences.withoutStory)]
        if let joins = words.joins { parts.append(table(joins.headers, joins.rows)) }
        parts.append(MarkdownText.code(words.command))
        return parts.joined(separator: "\n\n")
    }

    private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }

    private func table(_ headers: [String], _ rows: [[String]], _ numeric: Set<Int>? = nil) -> String {
        MarkdownText.table(headers, rows.map { $0.map(escaped) }, numeric: numeric ?? Set(1..<headers.count))
    }
}
