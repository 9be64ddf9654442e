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
        for index in range {
            let byte = hex[index]
            let isLetter = byte > 57
            guard isLetter ? byte >= 97 && byte <= 102 : byte >= 48 else { return nil }
            value = value << 4 | UInt64(byte &- (isLetter ? 87 : 48))
        }
        return value
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
