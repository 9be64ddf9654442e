/// A fast hash of bytes: products of 64 by 64 bits folded to 64, eight bytes a step. Not against people who want collisions.
///
/// Source: the folded multiply of wyhash (Wang Yi, public domain).
package enum TextHash {
    // Two constants, and not a pair: a pair is made when it is first asked for, and every step would ask whether it is there.
    private static let first: UInt64 = 0x9e37_79b9_7f4a_7c15
    private static let second: UInt64 = 0xe703_7ed1_a0b4_28db

    @inline(__always)
    static func folded(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }

    /// A hash of several numbers, one after the other.
    @inline(__always)
    package static func mixed(_ hash: UInt64, _ number: UInt64) -> UInt64 { folded(hash ^ number, second) }

    /// Four hashes side by side, of every fourth word each: one would wait for its own products. With the bits that any of the
    /// bytes has, and how many bytes are hashed: whole words of all four. Complexity: O(length).
    package static func lanes(_ bytes: UnsafeRawBufferPointer) -> (hashes: [UInt64], bits: UInt64, length: Int) {
        var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
        var bits: UInt64 = 0
        var position = 0
        while position &+ 32 <= bytes.count {
            func word(_ offset: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: position &+ offset, as: UInt64.self) }
            let words = (word(0), word(8), word(16), word(24))
            bits |= words.0 | words.1 | words.2 | words.3
            lanes = (mixed(lanes.0, words.0), mixed(lanes.1, words.1), mixed(lanes.2, words.2), mixed(lanes.3, words.3))
            position &+= 32
        }
        return ([lanes.0, lanes.1, lanes.2, lanes.3], bits, position)
    }

    /// Complexity: O(length).
    @inline(__always)
    package static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(bytes)
        let length = raw.count
        var hash = first ^ UInt64(truncatingIfNeeded: length)
        var position = 0
        while position + 8 <= length {
            hash = folded(hash ^ raw.loadUnaligned(fromByteOffset: position, as: UInt64.self), second)
            position += 8
        }
        if position < length {
            var rest: UInt64 = 0
            if length >= 8 {
                rest = raw.loadUnaligned(fromByteOffset: length - 8, as: UInt64.self)
            } else if length >= 4 {
                let (head, tail) = (raw.loadUnaligned(as: UInt32.self), raw.loadUnaligned(fromByteOffset: length - 4, as: UInt32.self))
                rest = UInt64(head) << 32 | UInt64(tail)
            } else {
                for offset in position..<length { rest = rest << 8 | UInt64(raw[offset]) }
            }
            hash = folded(hash ^ rest, second)
        }
        return folded(hash, first)
    }
}
