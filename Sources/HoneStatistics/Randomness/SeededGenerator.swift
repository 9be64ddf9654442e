/// The generator of every simulation: xoshiro256**, its state filled by SplitMix64, the same on every platform.
///
/// A number drawn with the standard library's `random(in:using:)` may change with the Swift version; ``index(below:)``
/// and ``unit()`` are written down here and will not. Not for secrets.
///
/// Source: D. Blackman and S. Vigna (2021), Scrambled Linear Pseudorandom Number Generators, doi:10.1145/3460772.
public struct SeededGenerator: RandomNumberGenerator, Sendable, Hashable {
    private var s0: UInt64
    private var s1: UInt64
    private var s2: UInt64
    private var s3: UInt64

    /// Starts the sequence of `seed`; every seed is fine.
    ///
    /// - Parameter seed: any 64 bits; print and store it with the result.
    /// - Complexity: O(1).
    public init(seed: UInt64) {
        var words = SplitMix64(seed: seed)
        self.init(state: (words.next(), words.next(), words.next(), words.next()))
    }

    /// Starts from a whole state, which must not be all zero, as the published test vectors do.
    package init(state: (UInt64, UInt64, UInt64, UInt64)) {
        (s0, s1, s2, s3) = state
    }

    /// The next 64 bits.
    ///
    /// - Complexity: O(1).
    public mutating func next() -> UInt64 {
        let result = Self.rotated(s1 &* 5, by: 7) &* 9
        let shifted = s1 << 17
        s2 ^= s0
        s3 ^= s1
        s1 ^= s2
        s0 ^= s3
        s2 ^= shifted
        s3 = Self.rotated(s3, by: 45)
        return result
    }

    /// A whole number drawn evenly from 0..<`bound`, without the bias of a remainder.
    ///
    /// - Parameter bound: how many different answers there are; below 1 the answer is 0 and nothing is drawn.
    /// - Complexity: O(1) expected; more than two words are almost never drawn.
    ///
    /// Source: D. Lemire (2019), Fast Random Integer Generation in an Interval, doi:10.1145/3230636.
    public mutating func index(below bound: Int) -> Int {
        guard bound > 0 else { return 0 }
        let range = UInt64(bound)
        var product = range.multipliedFullWidth(by: next())
        // The remainder is below the range, so most draws are spared the division.
        if product.low < range {
            let rejected = (0 &- range) % range
            while product.low < rejected { product = range.multipliedFullWidth(by: next()) }
        }
        return Int(product.high)
    }

    /// A number drawn evenly from the 2^53 multiples of 2^-53 in 0..<1.
    ///
    /// - Complexity: O(1).
    public mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    private static func rotated(_ word: UInt64, by bits: UInt64) -> UInt64 {
        (word << bits) | (word >> (64 - bits))
    }
}
