/// Breaks text into lines of a width, at spaces; a word that is wider than a line is broken where it must be.
package enum TextWrap {
    /// Sentences, a line each, broken at a width; what goes on begins under its beginning.
    package static func sentences(_ text: String, width: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            let indent = String(line.prefix { $0 == " " })
            return lines(String(line.dropFirst(indent.count)), width: width - indent.count).map { indent + $0 }
        }.joined(separator: "\n")
    }

    static func lines(_ text: String, width: Int) -> [String] {
        let width = max(1, width)
        let text = plain(text)
        if text.count <= width { return [text] }
        var lines: [String] = []
        var line = ""
        // A number keeps its sign, and a sample its size.
        let glued = text.replacing(" %", with: "\u{a0}%").replacing("(n ", with: "(n\u{a0}")
        for word in glued.split(separator: " ").map({ $0.replacing("\u{a0}%", with: " %").replacing("(n\u{a0}", with: "(n ") }) {
            if !line.isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
            while line.count > width {
                lines.append(String(line.prefix(width)))
                line = String(line.dropFirst(width))
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }

    /// Text that cannot steer a terminal: line breaks become spaces, other control characters and those that turn the
    /// direction of writing become U+FFFD.
    static func plain(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t", "\u{2028}", "\u{2029}": result.append(" ")
            case "\0"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{202a}"..."\u{202e}", "\u{2066}"..."\u{2069}": result.append("\u{fffd}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// Text with spaces behind it up to a width, or in front of it.
    static func padded(_ text: String, _ width: Int, atRight: Bool = false) -> String {
        let space = String(repeating: " ", count: max(0, width - text.count))
        return atRight ? space + text : text + space
    }
}
