/// Issues of the same repository that a text closes by word: `fixes #12`, `Closes: #1, #2 and #3`.
///
/// `owner/repo#12` belongs to another repository and is none of them.
enum ClosingWords {
    private static let words: Set<String> = [
        "close", "closes", "closed", "fix", "fixes", "fixed", "resolve", "resolves", "resolved",
    ]
    private static let hash = UInt8(ascii: "#")
    private static let colon = UInt8(ascii: ":")

    /// Where each number stands, with its hash sign. Complexity: O(bytes).
    static func occurrences(in text: ArraySlice<UInt8>) -> [(position: Int, key: String)] {
        text.withUnsafeBufferPointer { text in
            var found: [(position: Int, key: String)] = []
            /// Behind the last number found: a list may go on there.
            var end: Int?
            var place = 0
            while let position = ByteSearch.next(hash, in: text, from: place) {
                place = position + 1
                let digits = text[place...].prefix { (48...57).contains($0) }
                guard let first = digits.first, first != 48, digits.count <= 8,
                    digits.endIndex == text.count || !isWord(text[digits.endIndex])
                else { continue }
                guard followsWord(text[..<position]) || end.map({ isSeparator(text[$0..<position]) }) ?? false else { continue }
                found.append((position, "#" + String(decoding: digits, as: UTF8.self)))
                end = digits.endIndex
            }
            return found
        }
    }

    /// Whether a closing word ends the text, with a colon or space behind it.
    private static func followsWord(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var rest = text
        while let last = rest.last, isSpace(last) { rest = rest.dropLast() }
        if rest.last == colon { rest = rest.dropLast() }
        guard rest.count < text.count else { return false }
        let word = rest.suffix(10).reversed().prefix { isLetter($0) }.reversed().map { $0 | 0x20 }
        guard words.contains(String(decoding: word, as: UTF8.self)) else { return false }
        return rest.count == word.count || !isWord(rest[rest.endIndex - word.count - 1])
    }

    /// `,`, `and`, `&` or both, between two numbers.
    private static func isSeparator(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let plain = String(decoding: text.filter { !isSpace($0) }.map { $0 | 0x20 }, as: UTF8.self)
        return [",", "and", ",and", "&"].contains(plain)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }
    private static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || (48...57).contains(byte) || byte == 0x5F || byte >= 0x80 }
}
