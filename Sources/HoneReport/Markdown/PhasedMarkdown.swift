import HoneLoop

/// Phases, gates and the improvement lane as Markdown: the body of a section.
struct PhasedMarkdown {
    let words: PhasedWords

    init(_ picture: PhasedPicture) {
        words = PhasedWords(picture)
    }

    var text: String {
        var parts = [bullets(words.sentences.all)]
        if !words.sentences.next.isEmpty { parts.append("Next: \(MarkdownText.next(words.sentences.next))") }
        for table in [words.phases, words.lane] {
            guard let table else { continue }
            parts.append(
                MarkdownText.table(table.headers, table.rows.map { $0.map(MarkdownText.escaped) }, numeric: table.numeric))
        }
        if !words.gates.isEmpty {
            parts.append(
                words.gates.map { gate in
                    "- \(MarkdownText.escaped(gate.text))" + (gate.next.isEmpty ? "" : " \(MarkdownText.next(gate.next))")
                }.joined(separator: "\n"))
        }
        if !words.lessons.isEmpty { parts.append("Learned:\n\n" + bullets(words.lessons)) }
        return parts.joined(separator: "\n\n")
    }

    private func bullets(_ lines: [String]) -> String { lines.map { "- " + MarkdownText.escaped($0) }.joined(separator: "\n") }
}
