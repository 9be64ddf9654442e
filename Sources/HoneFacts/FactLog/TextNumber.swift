/// A text that ends with a number, as the keys of trackers do, in parts that tell it from every other one: `PROJ-123` is
/// `PROJ-` and 123, `W00000123` is `W` and 123 in eight digits.
struct TextNumber {
    /// The text without its number, in the order of bytes from the lowest up.
    let (head, headEnd): (UInt64, UInt64)
    let number: UInt32
    /// How long the head is and how many digits the number has, if it begins with zeros: what the other parts do not say.
    let form: UInt32

    /// One by one: a pair would be made when it is first asked for, and asked about at each look.
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080
    private static let mostDigits = 8
    private static let longestHead = 16

    /// The last digits of a text, eight at most, and what stands before them; nil where that is longer than 16 bytes or not
    /// ASCII, for a text that does not end with a digit, and for a digest.
    /// Source: the product of pairs is that of D. Lemire, "Quickly parsing eight digits", 2018.
    @inline(__always)
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        let raw = UnsafeRawBufferPointer(text)
        let length = raw.count
        guard length > 0, length <= Self.longestHead + Self.mostDigits, raw[length - 1] &- 48 < 10 else { return nil }
        let first = Self.first(raw)
        let last = length < 8 ? first << UInt64(64 - 8 * length) : Self.word(raw, length - 8)
        // A byte of a digit is its value, any other one is ten or more; the highest byte is the last of the text.
        let values = last ^ Self.ones &* 0x30
        let others = (values | ((values & ~Self.highs) &+ Self.ones &* 0x76)) & Self.highs
        let digits = others.leadingZeroBitCount / 8
        let headLength = length - digits
        guard headLength <= Self.longestHead, !Self.isDigest(raw) else { return nil }
        (head, headEnd) = Self.head(raw, first, headLength)
        guard (head | headEnd) & Self.highs == 0 else { return nil }
        var sum = digits == 8 ? values : values & ~(UInt64.max >> UInt64(8 * digits))
        let hasZeros = sum >> UInt64(64 - 8 * digits) & 0xff == 0
        sum = sum &* 10 &+ sum >> 8
        let (even, odd) = (sum & 0x0000_00ff_0000_00ff, sum >> 16 & 0x0000_00ff_0000_00ff)
        number = UInt32(truncatingIfNeeded: (even &* 0x000f_4240_0000_0064 &+ odd &* 0x0000_2710_0000_0001) >> 32)
        form = UInt32(truncatingIfNeeded: headLength << 4 | (hasZeros ? digits : 0))
    }

    /// Whether it is a pseudonym: 16 hexadecimal digits, letters among them. Those do not count up: nearly each would have a page of
    /// codes for itself.
    private static func isDigest(_ text: UnsafeRawBufferPointer) -> Bool {
        guard text.count == 16 else { return false }
        var holdsLetter = false
        for byte in text where byte &- 48 >= 10 {
            guard byte &- 97 < 6 else { return false }
            holdsLetter = true
        }
        return holdsLetter
    }

    /// The first eight bytes, the first one lowest; zeros behind the end of a shorter text.
    @inline(__always)
    private static func first(_ text: UnsafeRawBufferPointer) -> UInt64 {
        let length = text.count
        if length >= 8 { return word(text, 0) }
        if length >= 4 {
            let (low, high) = (text.loadUnaligned(as: UInt32.self), text.loadUnaligned(fromByteOffset: length - 4, as: UInt32.self))
            return UInt64(low.littleEndian) | UInt64(high.littleEndian) << UInt64(8 * (length - 4))
        }
        var word: UInt64 = 0
        for offset in 0..<length { word |= UInt64(text[offset]) << UInt64(8 * offset) }
        return word
    }

    @inline(__always)
    private static func head(_ text: UnsafeRawBufferPointer, _ first: UInt64, _ length: Int) -> (UInt64, UInt64) {
        if length < 8 { return (first & ~(UInt64.max << UInt64(8 * length)), 0) }
        if length == 8 { return (first, 0) }
        // The eight bytes up to the end of the head, without those of `first`.
        return (first, word(text, length - 8) >> UInt64(8 * (16 - length)))
    }

    @inline(__always)
    private static func word(_ text: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        text.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
    }
}
