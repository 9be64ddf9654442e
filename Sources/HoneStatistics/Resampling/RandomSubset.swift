/// So many of many, every subset equally likely, as bits.
///
/// Each index is taken by a coin of about the right chance, 64 of them with one word for each binary digit of the chance; then
/// single ones, evenly drawn, are added or taken out until the number is right. No index is treated differently from another, so
/// all subsets of the right size have the same probability. It draws n / 64 words and about √n more, where a shuffle would draw n.
struct RandomSubset {
    private let count: Int
    private let size: Int
    /// Numerator of the chance, odd, over 2^digits.
    private let numerator: Int
    private let digits: Int
    /// Bit i of word w is index 64 w + i.
    private(set) var words: [UInt64]

    /// - Parameters:
    ///   - count: from which to choose, 1 or more.
    ///   - size: how many, in 0...count.
    init(of count: Int, choosing size: Int) {
        self.count = count
        self.size = size
        // The nearest multiple of 1/256, without certainty either way.
        let nearest = min(255, max(1, Int((Double(size) / Double(count) * 256).rounded())))
        let shared = nearest.trailingZeroBitCount
        numerator = nearest >> shared
        digits = 8 - shared
        words = [UInt64](repeating: 0, count: (count + 63) / 64)
    }

    func contains(_ index: Int) -> Bool {
        words[index >> 6] >> UInt64(index & 63) & 1 == 1
    }

    /// Chooses anew.
    mutating func draw(from generator: inout SeededGenerator) {
        let (numerator, digits, count) = (numerator, digits, count)
        let lastBits = UInt64.max >> UInt64((64 - count & 63) & 63)
        var chosen = 0
        words.withUnsafeMutableBufferPointer { words in
            for index in words.indices {
                // From the last digit on: 1 is "either", which halves the distance to certain; 0 is "both", which halves the chance.
                var coins: UInt64 = 0
                for digit in 0..<digits {
                    let word = generator.next()
                    coins = numerator >> digit & 1 == 1 ? coins | word : coins & word
                }
                if index == words.count - 1 { coins &= lastBits }
                words[index] = coins
                chosen += coins.nonzeroBitCount
            }
            while chosen != size {
                let index = generator.index(below: count)
                let bit: UInt64 = 1 << UInt64(index & 63)
                let isChosen = words[index >> 6] & bit != 0
                if isChosen == (chosen > size) {
                    words[index >> 6] ^= bit
                    chosen += isChosen ? -1 : 1
                }
            }
        }
    }
}
