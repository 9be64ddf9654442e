/// A set of words by hashes that are even already, so that none is hashed again. Source: open addressing with linear probing.
struct HashedWords: Sendable {
    /// A power of two of them, at most half taken; 0 is free.
    private var slots: [UInt64]
    private var holdsZero = false

    /// Complexity: O(hashes).
    init(_ hashes: Set<UInt64>) {
        var count = 16
        while count < hashes.count * 2 { count *= 2 }
        slots = [UInt64](repeating: 0, count: count)
        for hash in hashes {
            if hash == 0 { holdsZero = true }
            slots[place(of: hash)] = hash
        }
    }

    func contains(_ hash: UInt64) -> Bool { hash == 0 ? holdsZero : slots[place(of: hash)] == hash }

    /// Where a hash stands, or the free slot where it would.
    private func place(of hash: UInt64) -> Int {
        slots.withUnsafeBufferPointer { slots in
            var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[place] != 0, slots[place] != hash { place = (place + 1) & (slots.count - 1) }
            return place
        }
    }
}
