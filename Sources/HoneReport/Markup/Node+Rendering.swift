extension Node {
    /// The node as text; the same node always gives the same text.
    package var rendered: String {
        var text = ""
        render(into: &text)
        return text
    }

    private func render(into output: inout String) {
        switch self {
        case .text(let text): output += Self.escaped(text)
        case .stylesheet(let sheet): output += "\n\(sheet.css)\n"
        case .group(let nodes): for node in nodes { node.render(into: &output) }
        case .element(let tag, let attributes, let children):
            output += "<\(tag.rawValue)"
            for (name, value) in attributes { output += " \(name.rawValue)=\"\(Self.escaped(value))\"" }
            output += ">"
            if tag.isVoid { return }
            let content = children.flatMap(\.flattened)
            let isLines = !tag.holdsText && !content.isEmpty && content.allSatisfy(\.isBlock)
            for node in content {
                if isLines { output += "\n" }
                node.render(into: &output)
            }
            output += "\(isLines ? "\n" : "")</\(tag.rawValue)>"
        }
    }

    private var flattened: [Node] {
        if case .group(let nodes) = self { nodes.flatMap(\.flattened) } else { [self] }
    }

    private var isBlock: Bool {
        if case .element(let tag, _, _) = self { tag.isBlock } else { false }
    }

    /// Safe between tags and between double quotes. Control characters, which no HTML or XML may hold,
    /// and those that turn the direction of writing become U+FFFD.
    package static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\n", "\t": result.unicodeScalars.append(scalar)
            case "\0"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{fffe}", "\u{ffff}",
                "\u{202a}"..."\u{202e}", "\u{2066}"..."\u{2069}":
                result += "\u{fffd}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
