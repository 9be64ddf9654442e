import HoneFacts

/// SipHash-2-4: a hash of 64 bits that tells nothing of a text to whoever has not the key. Aumasson and Bernstein 2012,
/// doi:10.1007/978-3-642-34931-7_28.
package struct KeyedHash: Hashable, Sendable {
    private let key: (UInt64, UInt64)

    init(key first: UInt64, _ second: UInt64) {
        key = (first, second)
    }

    /// Under the store's salt.
    /// - Parameter purpose: what the hashes are for; those of another purpose are others.
    init(_ digest: Digest, for purpose: String) {
        let halves = [1, 2].map { UInt64(digest.pseudonym("\(purpose) \($0)").prefix(16), radix: 16) ?? 0 }
        self.init(key: halves[0], halves[1])
    }

    /// Complexity: O(bytes).
    func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var state = State(key)
        var (word, count) = (UInt64(0), 0)
        for byte in bytes {
            word |= UInt64(byte) << UInt64(8 * (count & 7))
            count += 1
            if count & 7 == 0 {
                state.take(word)
                word = 0
            }
        }
        state.take(word | UInt64(truncatingIfNeeded: count) << 56)
        return state.end()
    }

    private struct State {
        var (a, b, c, d): (UInt64, UInt64, UInt64, UInt64)

        init(_ key: (UInt64, UInt64)) {
            a = key.0 ^ 0x736f_6d65_7073_6575
            b = key.1 ^ 0x646f_7261_6e64_6f6d
            c = key.0 ^ 0x6c79_6765_6e65_7261
            d = key.1 ^ 0x7465_6462_7974_6573
        }

        mutating func take(_ word: UInt64) {
            d ^= word
            for _ in 0..<2 { round() }
            a ^= word
        }

        mutating func end() -> UInt64 {
            c ^= 0xff
            for _ in 0..<4 { round() }
            return a ^ b ^ c ^ d
        }

        private mutating func round() {
            a &+= b
            b = b << 13 | b >> 51
            b ^= a
            a = a << 32 | a >> 32
            c &+= d
            d = d << 16 | d >> 48
            d ^= c
            a &+= d
            d = d << 21 | d >> 43
            d ^= a
            c &+= b
            b = b << 17 | b >> 47
            b ^= c
            c = c << 32 | c >> 32
        }
    }

    package static func == (left: KeyedHash, right: KeyedHash) -> Bool { left.key == right.key }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(key.0)
        hasher.combine(key.1)
    }
}
