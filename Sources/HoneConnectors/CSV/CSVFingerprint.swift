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
        // Four hashes side by side, of every fourth word each: one would wait for its own products.
        var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
        var signs: UInt64 = 0
        let raw = UnsafeRawBufferPointer(piece)
        var position = 0
        while position &+ 32 <= raw.count {
            func word(_ offset: Int) -> UInt64 { raw.loadUnaligned(fromByteOffset: position &+ offset, as: UInt64.self) }
            let words = (word(0), word(8), word(16), word(24))
            signs |= words.0 | words.1 | words.2 | words.3
            lanes.0 = TextHash.mixed(lanes.0, words.0)
            lanes.1 = TextHash.mixed(lanes.1, words.1)
            lanes.2 = TextHash.mixed(lanes.2, words.2)
            lanes.3 = TextHash.mixed(lanes.3, words.3)
            position &+= 32
        }
        let rest = UnsafeBufferPointer(rebasing: piece[position...])
        for lane in [lanes.0, lanes.1, lanes.2, lanes.3, TextHash.hash(rest)] { hash = TextHash.mixed(hash, lane) }
        count += piece.count
        return signs & 0x8080_8080_8080_8080 != 0 || rest.contains { $0 >= 0x80 }
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
