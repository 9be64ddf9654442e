import HoneFacts
package import HoneLoop

/// The loop on a terminal: sentences first, then the stages, what goes on, and how the sources join.
package struct LoopText {
    let picture: LoopPicture
    let width: Int
    let isStyled: Bool

    /// - Parameter isStyled: bold and dim; off under NO_COLOR or where there is no terminal.
    package init(_ picture: LoopPicture, width: Int, isStyled: Bool) {
        self.picture = picture
        self.width = width
        self.isStyled = isStyled
    }

    var words: LoopWords { LoopWords(picture) }

    package var text: String {
        var page = TerminalPage(width: width, isStyled: isStyled)
        page.paragraph("\(picture.product) · \(words.subtitle)", weight: .bold)
        page.paragraph(LoopWords.title)
        if let ends = words.evidenceEnds { page.paragraph(ends) }
        page.gap()
        for (index, sentence) in words.sentences.all.enumerated() { page.paragraph(sentence, weight: index == 0 ? .bold : nil) }
        page.next(words.next, indent: 2)
        if !picture.now.stages.isEmpty {
            page.gap()
            strips(&page)
            page.gap()
            stages(&page)
            page.gap()
            page.paragraph("WHAT GOES ON", weight: .bold)
            page.paragraph(words.passageNote, indent: 2)
            table(words.passages.headers, words.passages.rows, &page)
            if let visits = words.visits {
                page.gap()
                page.paragraph("VISITS of finished items", weight: .bold)
                table(visits.headers, visits.rows, &page)
            }
        }
        if let improvements = words.improvements {
            page.gap()
            page.paragraph("WHAT IMPROVEMENT TOUCHES", weight: .bold)
            page.paragraph(improvements.sentence, indent: 2)
            table(improvements.headers, improvements.rows, &page)
        }
        if let phased = picture.phased {
            page.gap()
            PhasedText(phased).append(to: &page)
        }
        page.gap()
        page.paragraph("HOW THE SOURCES JOIN", weight: .bold)
        page.paragraph(words.sentences.withoutStory, indent: 2)
        if let joins = words.joins {
            page.append(TextTable(headers: [], rows: joins.rows, width: page.width - 2, numeric: [1, 2]).text, indent: 2)
        }
        page.gap()
        page.paragraph("> \(words.command)", indent: 2, weight: .dim)
        return page.text
    }

    /// The strip a year ago above that of now, on one scale.
    private func strips(_ page: inout TerminalPage) {
        page.paragraph("STAGES by median time: ░ waiting, █ work", weight: .bold)
        let all = [picture.yearAgo, picture.now].compactMap { $0 }
        let largest = all.map { $0.stages.reduce(0) { $0 + ($1.median ?? 0) } }.max() ?? 0
        for strip in all where largest > 0 {
            let label = strip.window == picture.now.window ? "now" : "a year ago"
            page.append("  " + TextWrap.padded(label, 12) + StageBar.strip(strip, largest: largest, cells: page.width - 14))
        }
        page.paragraph(words.sentences.yearAgo, indent: 2)
    }

    private func stages(_ page: inout TerminalPage) {
        if page.width < 64 { return stacked(&page) }
        let headers = ["stage", "median", "half within", "85 % within", "n", "dropped out"]
        let cells = picture.now.stages.map { stage in
            [stage.name, "", LoopWords.time(stage), LoopWords.most(stage), LoopWords.count(stage.n), dropped(stage)].map(TextWrap.plain)
        }
        let names = min(24, (cells.map { $0[0].count } + [12]).max() ?? 0) + 2
        let taken = (2..<headers.count).map { column in 2 + (cells.map { $0[column].count } + [headers[column].count]).reduce(0, max) }
        let room = max(4, page.width - 2 - names - 2 - taken.reduce(0, +))
        let longest = picture.now.stages.compactMap(\.median).max() ?? 0
        var rows: [[String]] = []
        for (index, stage) in picture.now.stages.enumerated() {
            if index == 0 || picture.now.stages[index - 1].side != stage.side { rows.append([LoopWords.side(stage.side)]) }
            var row = cells[index]
            row[0] = "· \(row[0])"
            row[1] = StageBar.text(stage, largest: longest, cells: room)
            rows.append(row)
        }
        page.append(TextTable(headers: headers, rows: rows, width: page.width - 2, numeric: [2, 3, 4, 5]).text, indent: 2)
    }

    /// Stages for a narrow terminal.
    private func stacked(_ page: inout TerminalPage) {
        let longest = picture.now.stages.compactMap(\.median).max() ?? 0
        for stage in picture.now.stages {
            page.paragraph("\(stage.name) (\(LoopWords.side(stage.side)), \(LoopWords.kind(stage)))", indent: 2)
            let bar = StageBar.text(stage, largest: longest, cells: page.width - 6)
            if !bar.isEmpty { page.append(bar, indent: 4) }
            let parts = [LoopWords.time(stage), "n \(LoopWords.count(stage.n))", LoopWords.dropOut(stage) ?? ""]
            page.paragraph(parts.filter { !$0.isEmpty }.joined(separator: " · "), indent: 4)
        }
    }

    private func dropped(_ stage: LoopStage) -> String {
        stage.passage?.fate.map { "\(LoopWords.count($0.droppedHere)) of \(LoopWords.count($0.entered))" } ?? "–"
    }

    private func table(_ headers: [String], _ rows: [[String]], _ page: inout TerminalPage) {
        page.append(
            TextTable(headers: headers, rows: rows, width: page.width - 2, numeric: Set(1..<headers.count)).text, indent: 2)
    }
}
