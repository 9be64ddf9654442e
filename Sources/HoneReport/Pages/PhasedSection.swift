import HoneLoop

/// Phases, gates and the improvement lane as a section of a web page.
struct PhasedSection {
    let words: PhasedWords

    init(_ picture: PhasedPicture) {
        words = PhasedWords(picture)
    }

    var node: Node {
        let sentences = words.sentences.all
        var content = [
            Tag.div(
                [.class: "sentences"],
                sentences.enumerated().map { index, sentence in Tag.p(index == 0 ? [.class: "lead"] : [:], .text(sentence)) }
                    + [Tag.p(ScorecardPage.next(words.sentences.next))])
        ]
        if let phases = words.phases { content += table("Phases: planned, done and spent, and their gates", phases) }
        if let lane = words.lane { content += table("The improvement lane across the phases", lane) }
        content += words.gates.map { gate in Tag.p(.text(gate.text + " "), ScorecardPage.next(gate.next)) }
        if !words.lessons.isEmpty {
            content += [Tag.h3("Learned at the gates"), Tag.ul([.class: "flow"], words.lessons.map { Tag.li(.text($0)) })]
        }
        return ScorecardPage.block("phases", "Phases", content)
    }

    private func table(_ title: String, _ table: PhasedWords.Table) -> [Node] {
        [
            Tag.h3(.text(title)),
            DataTable(caption: title, headers: table.headers, numeric: table.numeric, rows: table.rows.map { $0.map { .text($0) } }).node,
        ]
    }
}
