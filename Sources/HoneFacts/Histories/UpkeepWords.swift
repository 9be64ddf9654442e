/// Words with which people say that a commit improves the code itself and not what it does for its users.
enum UpkeepWords {
    /// By first letter, from `a`.
    private static let beginnings: [[[UInt8]]] = {
        let words = [
            "refactor", "clean up", "cleanup", "clean-up", "tidy", "simplif", "rename", "restructure", "reorgani", "dedup", "remove dead",
            "remove unused", "moderni", "extract", "decouple", "deprecat",
        ].map { Array($0.utf8) }
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).map { letter in words.filter { $0.first == letter } }
    }()

    /// Whether a word of the subject, in UTF-8, begins with one of them. An estimate: words are cheap. Complexity: O(bytes).
    static func areIn(_ subject: UnsafeBufferPointer<UInt8>) -> Bool {
        let beginnings = beginnings
        var isInWord = false
        for start in 0..<subject.count {
            let byte = lowered(subject[start])
            let isFirstOfWord = !isInWord
            isInWord = isLetter(byte)
            guard isFirstOfWord, isInWord, byte < 128 else { continue }
            for word in beginnings[Int(byte) - 97] where begins(subject, at: start, with: word) { return true }
        }
        return false
    }

    private static func begins(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, with word: [UInt8]) -> Bool {
        bytes.count - start >= word.count && word.indices.allSatisfy { lowered(bytes[start + $0]) == word[$0] }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte | 32 : byte }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 97 && byte <= 122 || byte >= 128 }
}
