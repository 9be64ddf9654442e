/// Words with which people say that a commit improves the code itself and not what it does for its users.
enum UpkeepWords {
    private static let beginnings = [
        "refactor", "clean up", "cleanup", "clean-up", "tidy", "simplif", "rename", "restructure", "reorgani", "dedup", "remove dead",
        "remove unused", "moderni", "extract", "decouple", "deprecat",
    ].map { Array($0.utf8) }

    /// Whether a word of the subject begins with one of them. An estimate: words are cheap. Complexity: O(bytes).
    static func areIn(_ subject: String) -> Bool {
        let bytes = subject.utf8.map { $0 >= 65 && $0 <= 90 ? $0 | 32 : $0 }
        for start in bytes.indices where start == 0 || !isLetter(bytes[start - 1]) {
            if beginnings.contains(where: { bytes[start...].starts(with: $0) }) { return true }
        }
        return false
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte) || byte >= 128 }
}
