package import HoneMetrics

/// One observation on a terminal: the answer, what it stands on, its parts, and the command that gives it again.
package struct ObservationText {
    let observation: Observation
    let definition: MetricDefinition
    let width: Int
    let isStyled: Bool

    package init(_ observation: Observation, _ definition: MetricDefinition, width: Int, isStyled: Bool) {
        self.observation = observation
        self.definition = definition
        self.width = width
        self.isStyled = isStyled
    }

    package var text: String {
        let words = ObservationWords(observation, definition)
        var page = TerminalPage(width: width, isStyled: isStyled)
        page.paragraph(definition.name, weight: .bold)
        page.paragraph(definition.question)
        page.gap()
        page.paragraph(words.answer, indent: 2, weight: observation.isAvailable ? .bold : nil)
        if !observation.isAvailable { page.next("hone doctor", indent: 2) }
        page.gap()
        for fact in words.facts { page.labelled(fact.label, fact.text, at: 17, indent: 2, weight: .dim) }
        if !definition.guards.isEmpty {
            page.labelled("read beside", definition.guards.joined(separator: ", "), at: 17, indent: 2, weight: .dim)
        }
        if let parts = words.parts {
            page.gap()
            let numeric = Set(parts.headers.indices.filter { $0 > 0 && parts.headers[$0] != "left out" })
            page.append(TextTable(headers: parts.headers, rows: parts.rows, width: page.width - 2, numeric: numeric).text, indent: 2)
        }
        page.gap()
        page.paragraph("> " + words.command, indent: 2, weight: .dim)
        return page.text
    }
}
