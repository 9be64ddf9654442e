extension SeededGenerator {
    /// Starts one of many sequences of the same seed, so that parts of a simulation can be computed in any order or apart.
    ///
    /// SplitMix64 walks through its 64-bit state by adding a constant, so its words can be reached without the ones before:
    /// stream `s` is seeded by words 4s to 4s + 3. Stream 0 is the sequence of ``init(seed:)``.
    ///
    /// - Parameters:
    ///   - seed: any 64 bits; print and store it with the result.
    ///   - stream: which of the sequences, such as the number of a resample; negative numbers are streams as well.
    /// - Complexity: O(1).
    ///
    /// Source: G. L. Steele, D. Lea and C. H. Flood (2014), doi:10.1145/2660193.2660195.
    public init(seed: UInt64, stream: Int) {
        self.init(seed: seed &+ UInt64(bitPattern: Int64(stream)) &* 4 &* 0x9e37_79b9_7f4a_7c15)
    }
}
