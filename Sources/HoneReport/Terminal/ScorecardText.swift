import HoneFacts
package import HoneLoop
import HoneMetrics

/// The scorecard on a terminal: the same content in the same order as the page, in plain text.
package struct ScorecardText {
    let scorecard: Scorecard
    let width: Int
    let isStyled: Bool

    /// - Parameter isStyled: bold and dim; off under NO_COLOR or where there is no terminal.
    package init(_ scorecard: Scorecard, width: Int, isStyled: Bool) {
        self.scorecard = scorecard
        self.width = width
        self.isStyled = isStyled
    }

    package var text: String {
        var page = TerminalPage(width: width, isStyled: isStyled)
        heading(&page)
        page.gap()
        workingSoftware(&page)
        page.gap()
        goals(&page)
        page.gap()
        process(&page)
        page.gap()
        capability(&page)
        page.gap()
        if let phased = scorecard.phased {
            PhasedText(phased).append(to: &page)
            page.gap()
        }
        if !scorecard.learning.isEmpty {
            for (index, sentence) in scorecard.learning.enumerated() { page.labelled(index == 0 ? "LEARNING" : "", sentence, at: 12) }
            page.gap()
        }
        improvement(&page)
        page.gap()
        for line in words.threeLines {
            let label = line.label + ":"
            page.labelled(label, line.text, at: label.count + 1)
        }
        page.gap()
        cannotSay(&page)
        return page.text
    }

    var words: ScorecardWords { ScorecardWords(scorecard) }

    private func heading(_ page: inout TerminalPage) {
        let rest = " · \(words.subtitle)"
        let product = TextWrap.plain(scorecard.product)
        if product.count + rest.count <= page.width {
            page.append(page.styled(product, .bold) + rest)
        } else {
            page.paragraph(product, weight: .bold)
            page.paragraph(words.subtitle)
        }
        page.paragraph("evidence: \(words.evidence)")
        if let ends = words.evidenceEnds { page.paragraph(ends) }
        if !scorecard.notes.isEmpty { page.paragraph("context: \(scorecard.notes.joined(separator: " "))") }
    }

    private func workingSoftware(_ page: inout TerminalPage) {
        for (index, sentence) in scorecard.workingSoftware.enumerated() {
            page.labelled(index == 0 ? "WORKING SOFTWARE" : "", sentence, at: 18)
        }
    }

    private func cannotSay(_ page: inout TerminalPage) {
        if scorecard.cannotSay.isEmpty { page.labelled("CANNOT SAY", "Nothing here is missing for lack of evidence.", at: 12) }
        for (place, group) in words.gaps.enumerated() {
            for (index, gap) in group.rows.enumerated() {
                page.labelled(place == 0 && index == 0 ? "CANNOT SAY" : "", "\(gap.what): \(gap.why)", at: 12)
            }
            // Beside the last of several it would look like its own.
            if group.rows.count > 1, !group.next.isEmpty { page.paragraph("for all of these", indent: 12) }
            page.next(group.next, indent: 12)
        }
    }
}
