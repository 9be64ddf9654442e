/// Finds the fields of ordinary records without an object a record.
protocol PlainRows {
    /// Fields of a record.
    var width: Int { get }
    /// The position behind the record that begins at `start`, or nil where it is not plain or not all here.
    /// - Parameter fields: where each field starts and ends, two numbers a field.
    ///   It may remember what it has seen of `bytes`, so that a walk over others begins with a copy that has walked over none.
    /// - Complexity: O(bytes of the record).
    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into fields: UnsafeMutableBufferPointer<Int>) -> Int?
}

/// Finds the fields of ordinary records at memory speed: as many as the header has, quotes only around whole fields, no line
/// break inside them. Anything else is left to `CSVReader`, which is right about every record.
struct CSVPlainRows: PlainRows {
    let delimiter: UInt8
    let width: Int
    /// The delimiter in each byte of a word.
    private let pattern: UInt64
    private static let quote = UInt8(ascii: "\"")
    /// One by one: a pair would be made when it is first asked for, and asked about at each look.
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    init(delimiter: UInt8, width: Int) {
        self.delimiter = delimiter
        self.width = width
        pattern = Self.ones &* UInt64(delimiter)
    }

    /// Where the 64 bytes begin that were looked at last, and a bit for each of them that is behind the last stop and may be one.
    private var (block, marks): (Int, UInt64) = (Int.min / 2, 0)
    private static let blockLength = 64

    /// A bit for each of the 64 bytes from `index` on, the first one lowest, that is a delimiter or a sign before 14: the ends of
    /// lines and NUL are among them. Behind the last byte all are marked.
    ///
    /// Source: H. S. Warren, Hacker's Delight, 2nd edition, 2012, chapter 6: finding a zero byte in a word; and chapter 7: gathering
    /// the high bits by a product.
    @inline(__always)
    private func marks(_ bytes: UnsafeRawBufferPointer, from index: Int) -> UInt64 {
        guard index &+ Self.blockLength <= bytes.count else { return lastMarks(bytes, from: index) }
        var result: UInt64 = 0
        for place in 0..<8 {
            let word = bytes.loadUnaligned(fromByteOffset: index &+ place &* 8, as: UInt64.self).littleEndian
            let different = word ^ pattern
            let isOther = (different & ~Self.highs) &+ Self.ones &* 0x7f | different
            let isLetter = (word & ~Self.highs) &+ Self.ones &* (0x80 - 14) | word
            let high = ~(isOther & isLetter) & Self.highs
            result |= (((high &>> 7) &* 0x0102_0408_1020_4080) &>> 56) &<< UInt64(place &* 8)
        }
        return result
    }

    private func lastMarks(_ bytes: UnsafeRawBufferPointer, from index: Int) -> UInt64 {
        var result: UInt64 = 0
        for place in 0..<Self.blockLength {
            let isMarked = index + place >= bytes.count || isStop(bytes[index + place])
            if isMarked { result |= 1 << UInt64(place) }
        }
        return result
    }

    /// Looks for stops from a position on.
    @inline(__always)
    private mutating func seek(_ bytes: UnsafeRawBufferPointer, _ position: Int) {
        let offset = position &- block
        if offset >= 0, offset < Self.blockLength {
            marks &= UInt64.max &<< UInt64(offset)
        } else {
            (block, marks) = (position, marks(bytes, from: position))
        }
    }

    /// The next stop, or a position behind the last byte.
    @inline(__always)
    private mutating func nextStop(_ bytes: UnsafeRawBufferPointer) -> Int {
        while true {
            while marks == 0 {
                block &+= Self.blockLength
                marks = marks(bytes, from: block)
            }
            let stop = block &+ marks.trailingZeroBitCount
            marks &= marks &- 1
            if stop >= bytes.count || isStop(bytes[stop]) { return stop }
        }
    }

    @inline(__always)
    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into fields: UnsafeMutableBufferPointer<Int>) -> Int? {
        let raw = UnsafeRawBufferPointer(bytes)
        var (first, field) = (start, 0)
        seek(raw, start)
        while first < raw.count {
            var stop: Int
            if raw[first] == Self.quote {
                first += 1
                guard let last = closingQuote(raw, first) else { return nil }
                (fields[field &* 2], fields[field &* 2 &+ 1]) = (first, last)
                // The sign behind the quote is looked at here, what follows from there on.
                stop = last + 1
                seek(raw, stop + 1)
            } else {
                stop = nextStop(raw)
                (fields[field &* 2], fields[field &* 2 &+ 1]) = (first, stop)
            }
            guard stop < raw.count else { return nil }
            field &+= 1
            if raw[stop] == delimiter {
                guard field < width else { return nil }
                first = stop &+ 1
                continue
            }
            guard field == width else { return nil }
            if raw[stop] == 10 { return stop &+ 1 }
            return raw[stop] == 13 && stop + 1 < raw.count && raw[stop + 1] == 10 ? stop + 2 : nil
        }
        return nil
    }

    /// Whether a byte ends a field outside of quotes, or makes its record one that is not plain.
    @inline(__always)
    private func isStop(_ byte: UInt8) -> Bool { byte == delimiter || byte == 10 || byte == 13 || byte == 0 }

    /// Where a quoted field ends; nil where it holds more than text of one line.
    @inline(__always)
    private func closingQuote(_ bytes: UnsafeRawBufferPointer, _ first: Int) -> Int? {
        var index = first
        while index < bytes.count, bytes[index] != Self.quote, bytes[index] != 10, bytes[index] != 13, bytes[index] != 0 { index += 1 }
        return index < bytes.count && bytes[index] == Self.quote ? index : nil
    }
}
