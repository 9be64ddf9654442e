import HoneLoop

/// Phases, gates and the improvement lane on a terminal: a section of a page.
struct PhasedText {
    let words: PhasedWords

    init(_ picture: PhasedPicture) {
        words = PhasedWords(picture)
    }

    func append(to page: inout TerminalPage) {
        page.paragraph("PHASES", weight: .bold)
        for sentence in words.sentences.all { page.paragraph(sentence, indent: 2) }
        page.next(words.sentences.next, indent: 4)
        for table in [words.phases, words.lane] {
            guard let table else { continue }
            page.gap()
            page.append(
                TextTable(headers: table.headers, rows: table.rows, width: page.width - 2, numeric: table.numeric).text, indent: 2)
        }
        if !words.gates.isEmpty { page.gap() }
        for gate in words.gates {
            page.paragraph(gate.text, indent: 2)
            page.next(gate.next, indent: 4)
        }
        if !words.lessons.isEmpty {
            page.gap()
            page.paragraph("learned", indent: 2)
        }
        for lesson in words.lessons { page.paragraph(lesson, indent: 4) }
    }
}
