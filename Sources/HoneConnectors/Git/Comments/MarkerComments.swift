/// The comments in which a text owns up to a debt: those with one of four words, whole and in capitals. One that goes on over lines
/// counts by line.
struct MarkerComments: Hashable, Sendable {
    /// What each says, as a number, in order. Two may say the same.
    let texts: [UInt64]

    var count: Int { texts.count }

    /// Put together, so that nobody takes this line for one of them.
    private static let words = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "XX" + "X"].map { Array($0.utf8) }

    /// Nil for a kind of file of which it is not known how comments are written. Complexity: O(bytes).
    init?(_ bytes: ArraySlice<UInt8>, path: String) {
        guard let style = CommentStyle(path: path) else { return nil }
        self.init(bytes, style)
    }

    init(_ bytes: ArraySlice<UInt8>, _ style: CommentStyle) {
        var texts: [UInt64] = []
        // Most files have none of the words at all.
        if Self.holdWord(bytes) {
            CommentLines.read(bytes, style) { comment in
                if Self.holdWord(comment) { texts.append(NameWord.hash(Self.trimmed(comment))) }
            }
        }
        self.texts = texts
    }

    private static func holdWord(_ bytes: ArraySlice<UInt8>) -> Bool {
        words.contains { word in
            ByteSearch.occurrences(of: word, in: bytes).contains { start in
                let end = start + word.count
                let isOpen = start == bytes.startIndex || !isInWord(bytes[start - 1])
                return isOpen && (end == bytes.endIndex || !isInWord(bytes[end]))
            }
        }
    }

    private static func isInWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || (9...13).contains(byte) }
        return bytes.drop(while: isBlank).reversed().drop { isBlank($0) }.reversed()[...]
    }
}
