/// Text inside Markdown that cannot become markup, and the table that several documents use.
package enum MarkdownText {
    package static func escaped(_ text: String) -> String {
        let characters = Array(TextWrap.plain(text))
        var result = ""
        for (index, character) in characters.enumerated() {
            if character == "<" {
                // Written as an entity, because not every reader of Markdown knows that it may be escaped.
                result += "&lt;"
                continue
            }
            if needsEscape(characters, index) { result.append("\\") }
            result.append(character)
        }
        return result
    }

    private static func needsEscape(_ characters: [Character], _ index: Int) -> Bool {
        switch characters[index] {
        case "\\", "`", "*", "[", "]", ">", "|", "&", "~": true
        // Between letters an underscore is one; at the edge of a word it would be emphasis.
        case "_": index == 0 || index + 1 == characters.count || !isWord(characters[index - 1]) || !isWord(characters[index + 1])
        // At the beginning of a line these make headings and lists.
        case "#", "-", "+", "=": index == 0
        case ".", ")":
            index > 0 && (index + 1 == characters.count || characters[index + 1] == " ") && characters[..<index].allSatisfy(\.isNumber)
        default: false
        }
    }

    private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    /// A command as code. Back-ticks cannot be escaped in there, so they become quotes.
    static func code(_ text: String) -> String { "`\(String(TextWrap.plain(text).map { $0 == "`" ? "'" : $0 }))`" }

    /// The next step: a command as code, a hint as text, nothing where there is none.
    static func next(_ step: String) -> String {
        step.hasPrefix("hone ") || step.hasPrefix("git ") ? code(step) : escaped(step)
    }

    /// Cells are given as Markdown; a bar inside code would end its cell.
    package static func table(_ headers: [String], _ rows: [[String]], numeric: Set<Int> = []) -> String {
        let rule = headers.indices.map { numeric.contains($0) ? "---:" : "---" }
        return ([headers, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }
}
