import HoneMetrics

/// The list of a metric's section: what it means, what this number stands on, what to mind.
extension MetricSection {
    var meaning: [(String, Node)] {
        guard let definition else { return [] }
        return [("formula", .text(definition.formula)), ("needs", .text(definition.needs))]
    }

    func evidence(_ words: ObservationWords) -> [(String, Node)] { words.facts.map { ($0.label, .text($0.text)) } }

    var caution: [(String, Node)] {
        guard let definition else { return [] }
        var caution: [(String, Node)] = [("misuse", .text(definition.misuse))]
        if !definition.guards.isEmpty { caution.append(("read beside", .group(guards(definition)))) }
        if !definition.citations.isEmpty {
            caution.append(("sources", Tag.ul(definition.citations.map { Tag.li(ReferenceText($0).nodes) })))
        }
        let examples = DefinitionWords(definition).examples
        if !examples.isEmpty {
            caution.append(
                (examples.count == 1 ? "example" : "examples", Tag.ul(examples.map { Tag.li(.text("\($0.text) = \($0.answer)")) })))
        }
        return caution
    }

    private func guards(_ definition: MetricDefinition) -> [Node] {
        definition.guards.enumerated().flatMap { index, id in
            [index > 0 ? ", " : .nothing, sections.contains(id) ? Tag.a([.href: "#\(id)"], .text(id)) : .text(id)]
        }
    }
}

/// A citation whose DOI or URL can be followed.
struct ReferenceText {
    let nodes: [Node]

    init(_ citation: String) {
        nodes = citation.split(separator: " ", omittingEmptySubsequences: false).enumerated().flatMap { index, word -> [Node] in
            let space: Node = index > 0 ? " " : .nothing
            let trimmed = word.last.map { ",;.".contains($0) } == true ? word.dropLast() : word
            let rest = Node.text(String(word.dropFirst(trimmed.count)))
            if trimmed.hasPrefix("doi:") {
                return [space, Tag.a([.href: "https://doi.org/" + trimmed.dropFirst(4)], .text(String(trimmed))), rest]
            }
            if trimmed.hasPrefix("https://") { return [space, Tag.a([.href: String(trimmed)], .text(String(trimmed))), rest] }
            return [space, .text(String(word))]
        }
    }
}
