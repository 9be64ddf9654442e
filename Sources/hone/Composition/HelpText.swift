/// Help as the argument parser writes it, for a terminal of some width: it leaves the line of usage as long as it comes.
enum HelpText {
    /// - Complexity: O(characters).
    static func fitted(_ help: String, width: Int) -> String {
        help.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasPrefix("USAGE: ") && line.count > width ? usage(line, width: width) : String(line)
        }.joined(separator: "\n")
    }

    /// Broken between options, never between one and its value.
    private static func usage(_ line: Substring, width: Int) -> String {
        var words: [String] = []
        var depth = 0
        for word in line.split(separator: " ").map(String.init) {
            let isValue = depth == 0 && word.hasPrefix("<") && words.last?.hasPrefix("--") == true
            if depth > 0 || isValue { words[words.count - 1] += " " + word } else { words.append(word) }
            depth += word.count { $0 == "[" } - word.count { $0 == "]" }
        }
        var lines: [String] = []
        for word in words {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(lines.isEmpty ? word : "         " + word)
            }
        }
        return lines.joined(separator: "\n")
    }
}
