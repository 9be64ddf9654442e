/// Some codes, a bit for each from the least one on: whether a code is one of them, and whether one lies between two others, takes a
/// few steps however many there are.
struct CodeMarks: Sendable {
    private let least: Int64
    private let words: [UInt64]
    /// By word, the least code that stands in it or behind it.
    private let next: [Int64]

    /// - Parameter codes: in any order; nil where there is none.
    /// - Complexity: O(codes + (greatest - least) / 64).
    init?(_ codes: [Int32]) {
        guard let low = codes.min(), let high = codes.max() else { return nil }
        let least = Int64(low)
        var words = [UInt64](repeating: 0, count: Int(Int64(high) - least) / 64 + 1)
        for code in codes {
            let place = Int(Int64(code) - least)
            words[place / 64] |= 1 << UInt64(place % 64)
        }
        var (next, following) = ([Int64](repeating: .max, count: words.count), Int64.max)
        for (place, word) in words.enumerated().reversed() {
            if word != 0 { following = least + Int64(place * 64 + word.trailingZeroBitCount) }
            next[place] = following
        }
        (self.least, self.words, self.next) = (least, words, next)
    }

    /// Which of many codes are among them, with their positions. Complexity: O(many).
    func find(in many: UnsafeBufferPointer<Int64>, _ found: (_ position: Int, _ code: Int32) -> Void) {
        let span = UInt64(words.count) &* 64
        words.withUnsafeBufferPointer { words in
            for position in many.indices {
                // A code below the least one is far behind the greatest without its sign.
                let place = UInt64(bitPattern: many[position] &- least)
                if place < span, words[Int(place &>> 6)] &>> (place & 63) & 1 == 1 {
                    found(position, Int32(truncatingIfNeeded: many[position]))
                }
            }
        }
    }

    /// Whether one of them is not below the first and not above the second code. Complexity: O(1).
    func mayHold(_ low: Int64, _ high: Int64) -> Bool {
        guard low > least else { return high >= least }
        let place = Int(low &- least)
        guard place >= 0, place / 64 < words.count else { return false }
        let rest = words[place / 64] >> UInt64(place % 64)
        if rest != 0 { return low + Int64(rest.trailingZeroBitCount) <= high }
        return place / 64 + 1 < words.count && next[place / 64 + 1] <= high
    }
}
