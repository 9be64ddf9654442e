package import HoneMetrics

/// A definition on a terminal: what `hone metric explain` prints.
package struct DefinitionText {
    let definition: MetricDefinition
    let width: Int
    let isStyled: Bool

    package init(_ definition: MetricDefinition, width: Int, isStyled: Bool) {
        self.definition = definition
        self.width = width
        self.isStyled = isStyled
    }

    package var text: String {
        let words = DefinitionWords(definition)
        var page = TerminalPage(width: width, isStyled: isStyled)
        page.paragraph(definition.name, weight: .bold)
        page.paragraph(definition.question)
        page.gap()
        for fact in words.facts { page.labelled(fact.label, fact.text, at: 15, indent: 2, weight: .dim) }
        for (index, source) in definition.citations.enumerated() {
            page.labelled(index == 0 ? "sources" : "", source, at: 15, indent: 2, weight: .dim)
        }
        if !words.examples.isEmpty {
            page.gap()
            page.paragraph("WORKED EXAMPLES", weight: .bold)
        }
        for example in words.examples {
            page.paragraph(example.text, indent: 2)
            page.paragraph("= " + example.answer, indent: 4)
        }
        return page.text
    }
}
