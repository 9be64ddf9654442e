/// Finds the fields of ordinary records without an object a record.
protocol PlainRows {
    /// Fields of a record.
    var width: Int { get }
    /// The position behind the record that begins at `start`, or nil where it is not plain or not all here.
    /// - Parameter fields: where each field starts and ends, two numbers a field.
    /// - Complexity: O(bytes of the record).
    func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into fields: UnsafeMutableBufferPointer<Int>) -> Int?
}

/// Finds the fields of ordinary records at memory speed: as many as the header has, quotes only around whole fields, no line
/// break inside them. Anything else is left to `CSVReader`, which is right about every record.
struct CSVPlainRows: PlainRows {
    let delimiter: UInt8
    let width: Int
    /// The delimiter in each byte of a word.
    private let pattern: UInt64
    private static let quote = UInt8(ascii: "\"")
    private static let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)

    init(delimiter: UInt8, width: Int) {
        self.delimiter = delimiter
        self.width = width
        pattern = Self.ones &* UInt64(delimiter)
    }

    /// The highest bit of each of the eight bytes from `index` on that is a delimiter or a sign before 14: the ends of lines and
    /// NUL are among them. Behind the last byte all are marked.
    ///
    /// Source: H. S. Warren, Hacker's Delight, 2nd edition, 2012, chapter 6: finding a zero byte in a word.
    @inline(__always)
    private func marks(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
        var word: UInt64 = 0
        if index &+ 8 <= bytes.count {
            word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
        } else {
            for offset in index..<max(index, bytes.count) { word |= UInt64(bytes[offset]) << UInt64(8 &* (offset &- index)) }
        }
        let different = word ^ pattern
        let isOther = (different & ~Self.highs) &+ Self.ones &* 0x7f | different
        let isLetter = (word & ~Self.highs) &+ Self.ones &* (0x80 - 14) | word
        return ~(isOther & isLetter) & Self.highs
    }

    @inline(__always)
    func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into fields: UnsafeMutableBufferPointer<Int>) -> Int? {
        let raw = UnsafeRawBufferPointer(bytes)
        var (index, first, field) = (start, start, 0)
        var marks = marks(raw, index)
        while first < raw.count {
            var stop = first
            if raw[first] == Self.quote {
                first += 1
                guard let last = closingQuote(raw, first) else { return nil }
                (fields[field &* 2], fields[field &* 2 &+ 1]) = (first, last)
                stop = last + 1
                // The sign behind the quote is looked at here, what follows from there on.
                (index, marks) = (stop + 1, self.marks(raw, stop + 1))
            } else {
                repeat {
                    while marks == 0 {
                        index &+= 8
                        marks = self.marks(raw, index)
                    }
                    stop = index &+ marks.trailingZeroBitCount / 8
                    marks &= marks &- 1
                } while stop < raw.count && !isStop(raw[stop])
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
