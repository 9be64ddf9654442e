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
    /// Whether a byte ends a field outside of quotes, or makes its record one that is not plain.
    private let stops: [Bool]
    private static let quote = UInt8(ascii: "\"")

    init(delimiter: UInt8, width: Int) {
        self.delimiter = delimiter
        self.width = width
        var stops = [Bool](repeating: false, count: 256)
        for byte in [delimiter, 10, 13, 0] { stops[Int(byte)] = true }
        self.stops = stops
    }

    /// Where a field outside of quotes ends: eight bytes a step, of which a delimiter or a control sign is looked at.
    ///
    /// Source: H. S. Warren, Hacker's Delight, 2nd edition, 2012, chapter 6: finding a zero byte in a word.
    @inline(__always)
    private func stop(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ stops: UnsafeBufferPointer<Bool>) -> Int {
        let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        let raw = UnsafeRawBufferPointer(bytes)
        let pattern = ones &* UInt64(delimiter)
        var index = start
        while index &+ 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let different = word ^ pattern
            let hits = ((different &- ones) & ~different | (word &- ones &* 14) & ~word) & highs
            if hits == 0 {
                index &+= 8
                continue
            }
            index &+= hits.trailingZeroBitCount / 8
            if stops[Int(raw[index])] { return index }
            index &+= 1
        }
        while index < raw.count, !stops[Int(raw[index])] { index &+= 1 }
        return index
    }

    @inline(__always)
    func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into fields: UnsafeMutableBufferPointer<Int>) -> Int? {
        stops.withUnsafeBufferPointer { stops in
            let end = bytes.count
            var index = start
            var field = 0
            while true {
                if index < end, bytes[index] == Self.quote {
                    index += 1
                    let first = index
                    while index < end, bytes[index] != Self.quote, bytes[index] != 10, bytes[index] != 13, bytes[index] != 0 { index += 1 }
                    guard index < end, bytes[index] == Self.quote else { return nil }
                    fields[field * 2] = first
                    fields[field * 2 + 1] = index
                    index += 1
                    guard index < end, stops[Int(bytes[index])] else { return nil }
                } else {
                    fields[field * 2] = index
                    index = stop(bytes, index, stops)
                    guard index < end else { return nil }
                    fields[field * 2 + 1] = index
                }
                field += 1
                let byte = bytes[index]
                index += 1
                if byte == delimiter {
                    guard field < width else { return nil }
                    continue
                }
                if byte == 13 {
                    guard index < end, bytes[index] == 10 else { return nil }
                    index += 1
                } else if byte != 10 {
                    return nil
                }
                return field == width ? index : nil
            }
        }
    }
}
