/// Bytes that cannot be what was once written.
package struct SegmentDamage: Error, CustomStringConvertible {
    package let description: String
}

/// Writes numbers and texts one after the other.
struct SegmentWriter {
    private(set) var bytes: [UInt8] = []

    mutating func byte(_ value: UInt8) { bytes.append(value) }

    /// Seven bits a byte, lowest first.
    mutating func number(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func number(_ value: Int) { number(UInt64(value)) }

    /// Small numbers of either sign take few bytes.
    mutating func signed(_ value: Int64) { number(Self.zigzag(value)) }

    mutating func text(_ text: String) {
        number(text.utf8.count)
        bytes += text.utf8
    }

    mutating func raw(_ more: [UInt8]) { bytes += more }

    mutating func raw(_ more: UnsafeRawBufferPointer) { bytes.append(contentsOf: more) }

    static func zigzag(_ value: Int64) -> UInt64 { UInt64(bitPattern: value << 1 ^ value >> 63) }

    static func unzigzag(_ value: UInt64) -> Int64 { Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1) }
}

/// Reads what `SegmentWriter` wrote.
struct SegmentReader {
    let bytes: UnsafeRawBufferPointer
    private(set) var position = 0

    init(_ bytes: UnsafeRawBufferPointer, at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    var isAtEnd: Bool { position == bytes.count }

    /// What is not read yet.
    var rest: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[position...]) }

    mutating func byte() throws(SegmentDamage) -> UInt8 {
        guard position < bytes.count else { throw Self.cutOff }
        defer { position += 1 }
        return bytes[position]
    }

    @inline(__always)
    mutating func number() throws(SegmentDamage) -> UInt64 {
        if position < bytes.count, bytes[position] < 0x80 {
            defer { position &+= 1 }
            return UInt64(bytes[position])
        }
        return try longNumber()
    }

    private mutating func longNumber() throws(SegmentDamage) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let next = try byte()
            value |= UInt64(next & 0x7f) << shift
            if next < 0x80 { return value }
            shift += 7
            guard shift < 64 else { throw SegmentDamage(description: "a number is too long") }
        }
    }

    /// A number of things that take at least `size` bits each, or less than `limit` of them.
    mutating func count(limit: Int) throws(SegmentDamage) -> Int {
        let value = try number()
        guard value <= UInt64(limit) else { throw SegmentDamage(description: "a count is too large") }
        return Int(value)
    }

    mutating func signed() throws(SegmentDamage) -> Int64 { SegmentWriter.unzigzag(try number()) }

    mutating func text() throws(SegmentDamage) -> String { String(decoding: try raw(count(limit: bytes.count)), as: UTF8.self) }

    mutating func raw(_ count: Int) throws(SegmentDamage) -> UnsafeRawBufferPointer {
        guard count >= 0, count <= bytes.count - position else { throw Self.cutOff }
        defer { position += count }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
    }

    static var cutOff: SegmentDamage { SegmentDamage(description: "it is cut off") }
}
