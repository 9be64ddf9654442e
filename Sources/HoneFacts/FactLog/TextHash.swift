/// A fast hash of bytes: products of 64 by 64 bits folded to 64, eight bytes a step. Not against people who want collisions.
///
/// Source: the folded multiply of wyhash (Wang Yi, public domain).
package enum TextHash {
    private static let (first, second): (UInt64, UInt64) = (0x9e37_79b9_7f4a_7c15, 0xe703_7ed1_a0b4_28db)

    @inline(__always)
    static func folded(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }

    /// A hash of several numbers, one after the other.
    @inline(__always)
    package static func mixed(_ hash: UInt64, _ number: UInt64) -> UInt64 { folded(hash ^ number, second) }

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
