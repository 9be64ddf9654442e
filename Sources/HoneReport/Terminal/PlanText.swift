package import HoneLoop

/// The plan of a phased product on a terminal: its figures, its phases, and its lines where they are asked for.
package struct PlanText {
    let picture: PhasedPicture
    let lines: [PlanLine]
    let width: Int
    let isStyled: Bool

    /// - Parameter lines: empty where only the figures are asked for.
    package init(_ picture: PhasedPicture, lines: [PlanLine], width: Int, isStyled: Bool) {
        (self.picture, self.lines, self.width, self.isStyled) = (picture, lines, width, isStyled)
    }

    package var text: String {
        var page = TerminalPage(width: width, isStyled: isStyled)
        let words = PlanWords(picture, lines: lines)
        PhasedText(picture).append(to: &page)
        if let figures = words.figures {
            page.gap()
            page.append(TextTable(headers: figures.headers, rows: figures.rows, width: page.width - 2, numeric: [1, 2]).text, indent: 2)
        }
        if !lines.isEmpty {
            page.gap()
            let table = words.lineTable
            page.append(TextTable(headers: table.headers, rows: table.rows, width: page.width - 2, numeric: [4, 7]).text, indent: 2)
        }
        return page.text
    }

    package var markdown: String {
        let words = PlanWords(picture, lines: lines)
        var parts = [PhasedMarkdown(picture).text]
        if let figures = words.figures { parts.append(MarkdownText.table(figures.headers, figures.rows, numeric: [1, 2])) }
        if !lines.isEmpty {
            let table = words.lineTable
            parts.append(MarkdownText.table(table.headers, table.rows.map { $0.map(MarkdownText.escaped) }, numeric: [4, 7]))
        }
        return parts.joined(separator: "\n\n")
    }
}
