import HoneFacts
package import HoneLoop

/// Releases as Markdown, a line each.
package struct ReleasesMarkdown {
    let picture: ReleasesPicture

    package init(_ picture: ReleasesPicture) { self.picture = picture }

    package var text: String {
        let words = ReleaseWords(picture)
        var parts = ["# \(escaped(picture.product)): releases", "**\(escaped(words.lead))**"]
        guard !picture.rows.isEmpty else { return (parts + [escaped(ReleaseWords.noneNext)]).joined(separator: "\n\n") }
        parts.append(MarkdownText.table(words.table.headers, words.table.rows.map { $0.map(escaped) }))
        parts.append(list(words.notes + [words.leftOut].compactMap(\.self)))
        if let inherited = picture.inherited {
            let words = InheritedWords(inherited)
            parts += ["## \(InheritedWords.title)", escaped(words.sentence)]
            if let table = words.table {
                let numeric = Set(1..<table.headers.count)
                parts.append(MarkdownText.table(table.headers, table.rows.map { $0.map(escaped) }, numeric: numeric))
                parts.append(escaped(InheritedWords.note))
            }
        }
        if !words.gaps.isEmpty { parts += ["## Cannot say", list(words.gaps)] }
        return parts.joined(separator: "\n\n")
    }

    private func list(_ lines: [String]) -> String { lines.map { "- " + escaped($0) }.joined(separator: "\n") }

    private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
}
