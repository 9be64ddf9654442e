/// Numbers that a text says it closes: `Fixes #12`, `closes: #3, #4`. Those of other repositories (`owner/name#12`) are not ours.
///
/// Source: https://docs.github.com/issues/tracking-your-work-with-issues/using-issues/linking-a-pull-request-to-an-issue
enum ClosingWords {
    private static let words: Set<[UInt8]> = Set(
        ["close", "closes", "closed", "fix", "fixes", "fixed", "resolve", "resolves", "resolved"].map { Array($0.utf8) })
    private static let longest = 8

    /// `#12` in the order of first appearance. Complexity: O(bytes).
    static func numbers(in text: [UInt8]) -> [String] {
        var found: [String] = []
        var position = 0
        while let hash = text[position...].firstIndex(of: UInt8(ascii: "#")) {
            position = hash + 1
            guard hasClosingWord(text, before: hash) else { continue }
            // One word closes a whole list.
            var next: Int? = hash
            while let start = next {
                let digits = text[(start + 1)...].prefix { (48...57).contains($0) }
                guard !digits.isEmpty, digits.count <= 9, digits.first != 48 else { break }
                let number = "#" + String(decoding: digits, as: UTF8.self)
                if !found.contains(number) { found.append(number) }
                position = digits.endIndex
                let rest = text[digits.endIndex...].drop { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ") }
                next = rest.startIndex > digits.endIndex && rest.first == UInt8(ascii: "#") ? rest.startIndex : nil
            }
        }
        return found
    }

    private static func hasClosingWord(_ text: [UInt8], before hash: Int) -> Bool {
        var end = hash
        while end > 0, text[end - 1] == UInt8(ascii: " ") || text[end - 1] == UInt8(ascii: ":") { end -= 1 }
        guard end < hash else { return false }
        var start = end
        while start > 0, isLetter(text[start - 1]), end - start <= longest { start -= 1 }
        return words.contains(text[start..<end].map { $0 | 0x20 })
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }
}
