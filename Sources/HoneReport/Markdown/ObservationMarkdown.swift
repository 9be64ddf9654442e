package import HoneMetrics

/// One observation as Markdown: the answer, what it stands on, its parts, and the command that gives it again.
package struct ObservationMarkdown {
    let observation: Observation
    let definition: MetricDefinition

    package init(_ observation: Observation, _ definition: MetricDefinition) {
        self.observation = observation
        self.definition = definition
    }

    package var text: String {
        let words = ObservationWords(observation, definition)
        var parts = ["## \(definition.name)", MarkdownText.escaped(definition.question), "**\(MarkdownText.escaped(words.answer))**"]
        var facts = words.facts
        if !definition.guards.isEmpty { facts.append(("read beside", definition.guards.joined(separator: ", "))) }
        parts.append(facts.map { "- \($0.label): \(MarkdownText.escaped($0.text))" }.joined(separator: "\n"))
        if let table = words.parts {
            let numeric = Set(table.headers.indices.filter { $0 > 0 && table.headers[$0] != "left out" })
            parts.append(MarkdownText.table(table.headers, table.rows.map { $0.map(MarkdownText.escaped) }, numeric: numeric))
        }
        parts.append(MarkdownText.code(observation.isAvailable ? words.command : "hone doctor"))
        return parts.joined(separator: "\n\n")
    }
}
