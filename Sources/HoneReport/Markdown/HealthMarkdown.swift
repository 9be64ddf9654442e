import HoneFacts
package import HoneLoop

/// A closed health check as Markdown.
package struct HealthMarkdown {
    let picture: HealthPicture

    package init(_ picture: HealthPicture) { self.picture = picture }

    package var text: String {
        let words = HealthWords(picture)
        let comparison = picture.beforeOn.map { ["since \(DayText.day($0))"] } ?? []
        let rows = picture.rows.map { row in
            [MarkdownText.escaped(row.question.text)] + HealthNumbers.cells(row.cell) + [MarkdownText.escaped(words.agreeing(row))]
                + comparison.map { _ in words.moved(row) }
        }
        let table = MarkdownText.table(
            ["statement"] + HealthNumbers.headers + ["agree"] + comparison, rows, numeric: Set(1...6))
        let notes = words.notes.map { "- " + MarkdownText.escaped($0) }.joined(separator: "\n")
        return ["# " + MarkdownText.escaped(picture.product), MarkdownText.escaped(words.heading), table, notes].joined(separator: "\n\n")
    }
}
