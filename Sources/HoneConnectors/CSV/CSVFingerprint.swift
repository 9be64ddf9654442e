internal import HoneFacts

/// Tells one file's bytes from another's: a fast hash, piece by piece. Not against people who want two files to look alike.
struct CSVFingerprint {
    static let pieceSize = 1_048_576

    private var hash: UInt64 = 0x9e37_79b9_7f4a_7c15
    private var count = 0

    /// Takes a whole piece, or the last one, and says whether a byte beyond ASCII is among its bytes. Complexity: O(bytes).
    @discardableResult
    mutating func add(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !piece.isEmpty else { return false }
        let (lanes, bits, length) = TextHash.lanes(UnsafeRawBufferPointer(piece))
        let rest = UnsafeBufferPointer(rebasing: piece[length...])
        for lane in lanes + [TextHash.hash(rest)] { hash = TextHash.mixed(hash, lane) }
        count += piece.count
        return bits & 0x8080_8080_8080_8080 != 0 || rest.contains { $0 >= 0x80 }
    }

    var text: String { "fold4-" + String(hash, radix: 16) + "-" + String(count) }

    static func of(_ bytes: [UInt8]) -> String {
        var print = CSVFingerprint()
        bytes.withUnsafeBufferPointer { all in
            var start = 0
            while start < all.count {
                print.add(UnsafeBufferPointer(rebasing: all[start..<min(start + pieceSize, all.count)]))
                start += pieceSize
            }
        }
        return print.text
    }
}
