/// Codes of the texts that a column with few different ones named last, known by all of their bytes without a hash of them.
struct CSVRecentTexts {
    /// Text of 16 bytes at most: its length, its first eight bytes and, where it is longer than those, its last eight.
    struct Text: Equatable {
        var (head, tail): (UInt64, UInt64) = (0, 0)
        var length = 0

        /// Nil for an empty text, a longer one, and one with less than eight bytes from its start to the end of `bytes`, or from their
        /// beginning to its end.
        @inline(__always)
        init?(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) {
            length = end &- start
            guard length > 0, length <= 16, start &+ 8 <= bytes.count, end >= 8 else { return nil }
            // Without a branch: the lengths of texts change from row to row.
            let headBits = UInt64(truncatingIfNeeded: 8 &* min(length, 8))
            head = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self).littleEndian & UInt64.max &>> (64 &- headBits)
            tail = bytes.loadUnaligned(fromByteOffset: end &- 8, as: UInt64.self).littleEndian & (length > 8 ? UInt64.max : 0)
        }

        init() {}

        @inline(__always)
        var slot: Int { Int(truncatingIfNeeded: ((head ^ tail << 1 ^ tail >> 63) &* 0x9e37_79b9_7f4a_7c15) >> 56) }
    }

    private var texts = [Text](repeating: Text(), count: 256)
    private var codes = [Int32](repeating: 0, count: 256)

    /// The code of a text, or -1.
    @inline(__always)
    func code(_ text: Text) -> Int32 {
        let slot = text.slot
        return texts[slot] == text ? codes[slot] : -1
    }

    @inline(__always)
    mutating func keep(_ code: Int32, _ text: Text) {
        texts[text.slot] = text
        codes[text.slot] = code
    }
}
