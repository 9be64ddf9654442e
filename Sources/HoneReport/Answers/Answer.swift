/// What a command answers: a sentence first, then the numbers behind it, a small chart where it helps, and what to keep in mind.
package struct Answer {
    package var sentence: String
    package var facts: [(label: String, text: String)] = []
    /// Ready-made lines no wider than the terminal.
    package var chart: [String] = []
    package var remarks: [String] = []

    package init(sentence: String, facts: [(label: String, text: String)] = [], chart: [String] = [], remarks: [String] = []) {
        (self.sentence, self.facts, self.chart, self.remarks) = (sentence, facts, chart, remarks)
    }

    /// For a terminal. No line is wider than `width`.
    package func text(width: Int, isStyled: Bool) -> String {
        var page = TerminalPage(width: width, isStyled: isStyled)
        page.paragraph(sentence, weight: .bold)
        if !facts.isEmpty {
            page.gap()
            let column = min(26, (facts.map(\.label.count).max() ?? 0) + 4)
            for fact in facts { page.labelled(fact.label, fact.text, at: column, indent: 2, weight: .dim) }
        }
        if !chart.isEmpty {
            page.gap()
            for line in chart { if line.isEmpty { page.gap() } else { page.append(line, indent: 2) } }
        }
        if !remarks.isEmpty { page.gap() }
        for remark in remarks { page.paragraph(remark, indent: 2) }
        return page.text
    }

    /// For a document.
    package var markdown: String {
        var parts = [MarkdownText.escaped(sentence)]
        if !facts.isEmpty {
            parts.append(
                MarkdownText.table(["what", "value"], facts.map { [MarkdownText.escaped($0.label), MarkdownText.escaped($0.text)] }))
        }
        if !chart.isEmpty { parts.append("```\n" + chart.joined(separator: "\n") + "\n```") }
        if !remarks.isEmpty { parts.append(remarks.map { "- " + MarkdownText.escaped($0) }.joined(separator: "\n")) }
        return parts.joined(separator: "\n\n")
    }
}
