/// Name of an object: a SHA-1, in numbers that sort as its bytes do.
struct ObjectName: Equatable {
    let first: UInt64
    let second: UInt64
    let third: UInt32

    static let byteCount = 20
    /// Git knows the tree without entries where no file holds it.
    static let emptyTree = ObjectName(first: 0x4b82_5dc6_42cb_6eb9, second: 0xa060_e54b_f8d6_9288, third: 0xfbee_4904)

    private init(first: UInt64, second: UInt64, third: UInt32) { (self.first, self.second, self.third) = (first, second, third) }

    /// - Parameter bytes: of which 20 can be read.
    init(at bytes: UnsafeRawPointer) {
        first = UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
        second = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        third = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
    }

    /// Nil for anything but 40 hexadecimal digits as git prints them.
    init?(hex: UnsafeRawBufferPointer) {
        guard hex.count == 2 * Self.byteCount, let first = Self.number(hex, 0..<16), let second = Self.number(hex, 16..<32),
            let third = Self.number(hex, 32..<40)
        else { return nil }
        (self.first, self.second, self.third) = (first, second, UInt32(truncatingIfNeeded: third))
    }

    init?(hex: ArraySlice<UInt8>) {
        let name = hex.withUnsafeBytes { ObjectName(hex: $0) }
        guard let name else { return nil }
        self = name
    }

    private static func number(_ hex: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt64? {
        var value: UInt64 = 0
        for place in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
            let digits = UInt64(littleEndian: hex.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            guard let eight = eight(digits) else { return nil }
            value = value << 32 | eight
        }
        return value
    }

    /// The number that eight digits are, all at once: a byte each, the first one lowest.
    private static func eight(_ digits: UInt64) -> UInt64? {
        let each: UInt64 = 0x0101_0101_0101_0101
        let letters = digits >> 6 & each
        let low = digits & (each &* 0x0f)
        // `0` to `9` begin with 3, and `a` to `f` with 6 and not with a zero behind it; neither goes further than that.
        guard digits & (each &* 0xf0) == each &* 0x30 &+ letters &* 0x30, (low &+ each &* 6 &+ letters &* 3) & (each &* 0xf0) == 0,
            (low &+ letters &* 15) >> 4 & each == letters
        else { return nil }
        var value = (low &+ letters &* 9).byteSwapped
        value = (value | value >> 4) & 0x00ff_00ff_00ff_00ff
        value = (value | value >> 8) & 0x0000_ffff_0000_ffff
        return (value | value >> 16) & 0xffff_ffff
    }

    /// The digits again.
    var hex: String {
        func digits(_ number: UInt64, _ count: Int) -> String {
            let text = String(number, radix: 16)
            return String(repeating: "0", count: count - text.utf8.count) + text
        }
        return digits(first, 16) + digits(second, 16) + digits(UInt64(third), 8)
    }

    static func < (left: ObjectName, right: ObjectName) -> Bool {
        (left.first, left.second, left.third) < (right.first, right.second, right.third)
    }
}
