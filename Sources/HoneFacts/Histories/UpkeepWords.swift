/// Words with which people say that a commit improves the code itself and not what it does for its users.
enum UpkeepWords {
    private static let beginnings = [
        "refactor", "clean up", "cleanup", "clean-up", "tidy", "simplif", "rename", "restructure", "reorgani", "dedup", "remove dead",
        "remove unused", "moderni", "extract", "decouple", "deprecat",
    ].map { Array($0.utf8) }

    /// By letter, from `a`: whether one of them begins with it.
    private static let isFirst: [Bool] = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { letter in
        beginnings.contains { $0.first == letter }
    }

    /// Whether a word of the subject, in UTF-8, begins with one of them. An estimate: words are cheap. Complexity: O(bytes).
    static func areIn(_ subject: UnsafeBufferPointer<UInt8>) -> Bool {
        var isInWord = false
        for start in subject.indices {
            let byte = lowered(subject[start])
            let isFirstOfWord = !isInWord
            isInWord = isLetter(byte)
            guard isFirstOfWord, isInWord, byte < 128, isFirst[Int(byte) - 97] else { continue }
            if beginnings.contains(where: { begins(subject[start...], with: $0) }) { return true }
        }
        return false
    }

    private static func begins(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, with word: [UInt8]) -> Bool {
        bytes.count >= word.count && zip(bytes, word).allSatisfy { lowered($0) == $1 }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte | 32 : byte }

    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte) || byte >= 128 }
}
