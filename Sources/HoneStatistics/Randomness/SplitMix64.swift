/// The SplitMix64 generator: turns one seed, even a poor one such as 0 or 1, into well-mixed words.
///
/// Hone uses it only to seed ``SeededGenerator``. Not for secrets.
///
/// Source: G. L. Steele, D. Lea and C. H. Flood (2014), doi:10.1145/2660193.2660195; constants from S. Vigna's
/// public-domain `splitmix64.c`.
public struct SplitMix64: RandomNumberGenerator, Sendable, Hashable {
    private var state: UInt64

    /// Starts the sequence of `seed`; every seed is fine, and the same seed gives the same words on every platform.
    ///
    /// - Parameter seed: any 64 bits.
    /// - Complexity: O(1).
    public init(seed: UInt64) {
        state = seed
    }

    /// The next 64 bits.
    ///
    /// - Complexity: O(1).
    public mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
        return word ^ (word >> 31)
    }
}
