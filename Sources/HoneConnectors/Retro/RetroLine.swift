/// One line of Markdown, as far as notes need it.
enum RetroLine {
    case blank
    /// Level 1 to 6; 7 is a line in bold or `Actions:`, which many use as one.
    case heading(Int, String)
    /// `box` is the sign between its brackets, where it has any.
    case bullet(indent: Int, box: Character?, String)
    case row([String])
    /// The line under a table's header.
    case rule
    case text(indent: Int, String)

    init(_ line: Substring) {
        var indent = 0
        var rest = line
        while let first = rest.first, first == " " || first == "\t" || first == ">" {
            indent += first == "\t" ? 4 : first == " " ? 1 : 0
            rest.removeFirst()
        }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        guard let first = rest.first else {
            self = .blank
            return
        }
        let hashes = rest.prefix { $0 == "#" }.count
        if (1...6).contains(hashes), rest.dropFirst(hashes).first == " " {
            self = .heading(hashes, RetroItemText.plain(String(rest.dropFirst(hashes)).filter { $0 != "#" }))
        } else if first == "|" {
            let cells = Self.cells(rest)
            let isRule = cells.allSatisfy { $0.contains("-") && $0.allSatisfy { "-: ".contains($0) } }
            self = isRule ? .rule : .row(cells)
        } else if let body = Self.bulletBody(rest) {
            self = Self.bullet(indent, body)
        } else if rest.count > 4, rest.hasPrefix("**"), rest.hasSuffix("**") || rest.hasSuffix("**:"),
            !rest.dropFirst(2).dropLast(3).contains("**")
        {
            self = .heading(7, RetroItemText.plain(String(rest)))
        } else if rest.last == ":", RetroSection(heading: String(rest)) != .other {
            self = .heading(7, RetroItemText.plain(String(rest)))
        } else {
            self = .text(indent: indent, String(rest))
        }
    }

    /// What follows `- `, `* `, `+ `, `• ` or `1. `; nil where nothing of these begins the line.
    private static func bulletBody(_ line: Substring) -> Substring? {
        let digits = line.prefix { $0.isASCII && $0.isNumber }.count
        if (1...3).contains(digits), ".)".contains(line.dropFirst(digits).first ?? " "), line.dropFirst(digits + 1).first == " " {
            return line.dropFirst(digits + 2)
        }
        if let first = line.first, "-*+•–".contains(first), line.dropFirst().first?.isWhitespace == true { return line.dropFirst(2) }
        if let first = line.first, "☐☑✅✔".contains(first) { return line }
        return nil
    }

    private static func bullet(_ indent: Int, _ body: Substring) -> RetroLine {
        let body = body.drop(while: \.isWhitespace)
        if body.first == "[", body.dropFirst(2).first == "]", let sign = body.dropFirst().first, RetroStatus(box: sign) != nil {
            return .bullet(indent: indent, box: sign, RetroOwner.trimmed(body.dropFirst(3)))
        }
        if body.hasPrefix("[]") { return .bullet(indent: indent, box: " ", RetroOwner.trimmed(body.dropFirst(2))) }
        if let first = body.first, "☐☑✅✔".contains(first) {
            return .bullet(indent: indent, box: first, RetroOwner.trimmed(body.dropFirst().drop { $0 == "\u{fe0f}" }))
        }
        return .bullet(indent: indent, box: nil, RetroOwner.trimmed(body))
    }

    private static func cells(_ line: Substring) -> [String] {
        var cells: [String] = []
        var cell = ""
        var isEscaped = false
        for character in line.dropFirst() {
            if character == "|", !isEscaped {
                cells.append(RetroOwner.trimmed(cell))
                cell = ""
            } else {
                if isEscaped, character == "|" { cell.removeLast() }
                cell.append(character)
            }
            isEscaped = character == "\\"
        }
        if !RetroOwner.trimmed(cell).isEmpty { cells.append(RetroOwner.trimmed(cell)) }
        return cells
    }
}
