/// Lines of a terminal page as they are put together: labels, hanging indents, next steps. No line is wider than `width`.
struct TerminalPage {
    let width: Int
    let isStyled: Bool
    private(set) var lines: [String] = []

    init(width: Int, isStyled: Bool) {
        self.width = max(20, width)
        self.isStyled = isStyled
    }

    var text: String { lines.joined(separator: "\n") }

    enum Weight: String {
        case bold = "1"
        case dim = "2"
    }

    func styled(_ text: String, _ weight: Weight?) -> String {
        guard isStyled, let weight, !text.isEmpty else { return text }
        return "\u{1b}[\(weight.rawValue)m\(text)\u{1b}[0m"
    }

    mutating func gap() { lines.append("") }

    /// Ready-made lines, such as those of a table.
    mutating func append(_ text: String, indent: Int = 0) {
        let space = String(repeating: " ", count: indent)
        lines += text.split(separator: "\n", omittingEmptySubsequences: false).map { space + $0 }
    }

    /// Text that is wrapped at one indent.
    mutating func paragraph(_ text: String, indent: Int = 0, weight: Weight? = nil) {
        let space = String(repeating: " ", count: indent)
        lines += TextWrap.lines(text, width: width - indent).map { space + styled($0, weight) }
    }

    /// A label with text that begins at a column and hangs there. A label too wide for that stands on a line of its own.
    mutating func labelled(_ label: String, _ text: String, at column: Int, indent: Int = 0, weight: Weight? = .bold) {
        let space = String(repeating: " ", count: indent)
        let label = TextWrap.plain(label)
        if indent + label.count + 1 > column {
            paragraph(label, indent: indent, weight: weight)
            paragraph(text, indent: min(column, indent + 4))
            return
        }
        let body = TextWrap.lines(text, width: width - column)
        let padding = String(repeating: " ", count: column - indent - label.count)
        lines.append(space + styled(label, weight) + padding + (body.first ?? ""))
        lines += body.dropFirst().map { String(repeating: " ", count: column) + $0 }
    }

    /// The next step, on the last line where it fits beside what stands there, else on a line of its own.
    mutating func next(_ step: String, indent: Int) {
        guard !step.isEmpty else { return }
        let text = "> " + TextWrap.plain(step)
        let column = width - 34
        if let last = lines.last, !last.contains("\u{1b}"), last.count + 2 <= width - text.count {
            let start = last.count + 2 <= column && column + text.count <= width ? column : width - text.count
            lines[lines.count - 1] = TextWrap.padded(last, start) + styled(text, .dim)
        } else {
            paragraph(text, indent: indent, weight: .dim)
        }
    }
}
