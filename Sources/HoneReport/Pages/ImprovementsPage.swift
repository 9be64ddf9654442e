package import HoneFacts
package import HoneLoop

/// The improvements of a product as one self-contained page: the ledger first, then one after another with its picture.
package struct ImprovementsPage: Sendable {
    let product: String
    let agreements: Agreements
    let lines: ImprovementLines
    let zone: ZoneTable
    let today: CalendarDay

    package init(product: String, _ agreements: Agreements, _ lines: ImprovementLines, _ zone: ZoneTable, on today: CalendarDay) {
        (self.product, self.agreements, self.lines, self.zone, self.today) = (product, agreements, lines, zone, today)
    }

    package var html: String {
        let document = Tag.html(
            [.lang: "en"], PageFrame.head("\(product): improvements", [MetricsStyle.sheet, ImprovementsStyle.sheet]),
            Tag.body(
                Tag.a([.class: "skip", .href: "#content"], "Skip to the ledger"), heading,
                Tag.main([.id: "content", .tabindex: "-1"], [ledger] + shown.map(section)),
                PageFrame.footing(today: today, zone: zone.name)))
        return "<!DOCTYPE html>\n\(document.rendered)\n"
    }

    private var words: LedgerWords { LedgerWords(Ledger(agreements, zone)) }

    private var heading: Node {
        Tag.header(
            [.class: "title"], Tag.h1(.text(product)), Tag.p([.class: "subtitle"], "Improvements: what was believed, and what came of it"),
            Tag.p([.class: "remark lead"], .text(words.sentence)), Tag.p([.class: "back"], Tag.a([.href: "index.html"], "the scorecard")))
    }

    private var ledger: Node {
        let words = words
        guard !words.ledger.rows.isEmpty else { return .nothing }
        return Tag.section(
            [.class: "chart-group", .ariaLabelledBy: "ledger-label"], Tag.h2([.id: "ledger-label"], "Ledger"),
            Tag.dl([.class: "pairs"], words.facts.map { Tag.div(Tag.dt(.text($0.label)), Tag.dd(.text($0.text))) }),
            DataTable(
                caption: "What was decided", headers: LedgerWords.headers, numeric: [3],
                rows: words.ledger.rows.map { words.cells($0).map { .text($0) } }
            ).node)
    }

    /// What was only noted, or ticked without being measured, is in the list of the command line.
    private var shown: [Improvement] {
        agreements.improvements.filter { improvement in
            switch improvement.state {
            case .noted, .done, .declined: false
            default: true
            }
        }
    }

    private func section(_ improvement: Improvement) -> Node {
        let reading = lines.reading(improvement)
        let sheet = ImprovementSheet(improvement, reading, lines.words(improvement), agreements, zone: zone)
        let answer = sheet.answer(width: 80)
        let id = "improvement-\(improvement.number)"
        var content = [
            Tag.h2([.id: id], .text(answer.sentence)),
            Tag.dl([.class: "pairs"], answer.facts.map { Tag.div(Tag.dt(.text($0.label)), Tag.dd(.text($0.text))) }),
        ]
        if let pair = reading.flatMap({ BeforeAfterPair(improvement, $0) }), let drawing = BeforeAfterChart(pair).drawing {
            content.append(Tag.figure(drawing, Tag.figcaption(.text(BeforeAfterChart(pair).sentence))))
        }
        let next = lines.words(improvement).next
        if !next.isEmpty { content.append(Tag.p(ScorecardPage.next(next))) }
        return Tag.section([.class: "behind", .ariaLabelledBy: id], content)
    }
}
