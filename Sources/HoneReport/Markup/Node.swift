/// A piece of an HTML or SVG document. Text is escaped when it is rendered; there is no way to add raw markup.
package indirect enum Node: Sendable {
    case element(Tag, [(Attribute, String)], [Node])
    case text(String)
    /// The content of a `style` element, a constant of the program.
    case stylesheet(Stylesheet)
    /// Several nodes in a place where one is asked for.
    case group([Node])

    /// Nothing at all: what an `if` without `else` gives.
    package static let nothing = Node.group([])
}

extension Node: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) { self = .text(value) }
}

/// CSS that is written in the source. A `StaticString` cannot hold anything that came from evidence.
package struct Stylesheet: Sendable {
    let css: StaticString

    package init(_ css: StaticString) {
        self.css = css
    }
}

extension Tag {
    /// `Tag.p("text")`, `Tag.p([.class: "lead"], "text", Tag.strong("more"))`.
    package func callAsFunction(_ children: Node...) -> Node { .element(self, [], children) }

    package func callAsFunction(_ attributes: KeyValuePairs<Attribute, String>, _ children: Node...) -> Node {
        callAsFunction(attributes, children)
    }

    package func callAsFunction(_ children: [Node]) -> Node { .element(self, [], children) }

    package func callAsFunction(_ attributes: KeyValuePairs<Attribute, String>, _ children: [Node]) -> Node {
        .element(self, attributes.map { ($0.key, $0.value) }, children)
    }
}
