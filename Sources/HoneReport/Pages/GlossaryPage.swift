package import HoneFacts
import HoneLoop
package import HoneMetrics

/// The words of Hone and the definition of every metric, as one self-contained web page.
package struct GlossaryPage: Sendable {
    let product: String
    let definitions: [MetricDefinition]
    let today: CalendarDay
    let zone: String
    /// Files of pages beside this one on which the evidence shows nothing: no link leads there.
    let emptyPages: Set<String>

    package init(product: String, definitions: [MetricDefinition], today: CalendarDay, zone: String, emptyPages: Set<String> = []) {
        (self.product, self.definitions, self.today, self.zone) = (product, definitions, today, zone)
        self.emptyPages = emptyPages
    }

    package var html: String {
        let document = Tag.html(
            [.lang: "en"], PageFrame.head("\(product): glossary", [MetricsStyle.sheet]),
            Tag.body(
                Tag.a([.class: "skip", .href: "#content"], "Skip to the words"), heading,
                Tag.main([.id: "content", .tabindex: "-1"], [words, index] + families), PageFrame.footing(today: today, zone: zone)))
        return "<!DOCTYPE html>\n\(document.rendered)\n"
    }

    private var heading: Node {
        Tag.header(
            [.class: "title"], Tag.h1(.text(product)), Tag.p([.class: "subtitle"], "Glossary: what the words and the numbers mean"),
            Tag.p(
                [.class: "back"], Tag.a([.href: "index.html"], "the scorecard"),
                emptyPages.contains("metrics.html") ? .nothing : .group([" · ", Tag.a([.href: "metrics.html"], "charts")])))
    }

    private var words: Node {
        Tag.section(
            [.id: "words", .class: "chart-group", .ariaLabelledBy: "words-label"], Tag.h2([.id: "words-label"], "Words"),
            Tag.dl([.class: "glossary"], Glossary.words.map { Tag.div(Tag.dt(.text($0.word)), Tag.dd(.text($0.meaning))) }))
    }

    private var index: Node {
        Tag.section(
            [.class: "chart-group", .ariaLabelledBy: "metrics-label"], Tag.h2([.id: "metrics-label"], "Metrics"),
            Tag.p("A metric is no KPI: computing one puts it on no scorecard."),
            Tag.nav(
                [.ariaLabel: "Metrics"],
                Tag.ul([.class: "index"], definitions.map { Tag.li(Tag.a([.href: "#\($0.id)"], .text($0.name))) })))
    }

    private var families: [Node] {
        MetricFamily.allCases.compactMap { family in
            let members = definitions.filter { $0.family == family }
            guard !members.isEmpty else { return nil }
            let id = "family-\(family.rawValue)"
            return Tag.section(
                [.class: "behind", .ariaLabelledBy: id], Tag.h2([.id: id], .text(DefinitionWords.family(family))),
                .group(members.map(entry)))
        }
    }

    private func entry(_ definition: MetricDefinition) -> Node {
        let words = DefinitionWords(definition)
        var facts: [(String, Node)] = words.facts.filter { $0.label != "read beside" }.map { ($0.label, .text($0.text)) }
        if !definition.guards.isEmpty { facts.append(("read beside", .group(guards(definition)))) }
        if !definition.citations.isEmpty {
            facts.append(("sources", Tag.ul(definition.citations.map { Tag.li(ReferenceText($0).nodes) })))
        }
        if !words.examples.isEmpty {
            facts.append(("examples", Tag.ul(words.examples.map { Tag.li(.text("\($0.text) = \($0.answer)")) })))
        }
        return Tag.section(
            [.id: definition.id, .class: "metric", .ariaLabelledBy: "\(definition.id)-label"],
            Tag.h3([.id: "\(definition.id)-label"], .text(definition.name)), Tag.p([.class: "question"], .text(definition.question)),
            Tag.dl([.class: "facts"], facts.map { Tag.div(Tag.dt(.text($0.0)), Tag.dd($0.1)) }))
    }

    private func guards(_ definition: MetricDefinition) -> [Node] {
        definition.guards.enumerated().flatMap { index, id in
            [
                index > 0 ? ", " : .nothing,
                definitions.contains { $0.id == id } ? Tag.a([.href: "#\(id)"], .text(id)) : .text(id),
            ]
        }
    }
}
