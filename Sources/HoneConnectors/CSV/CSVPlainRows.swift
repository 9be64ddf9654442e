/// Finds the fields of ordinary records at memory speed: as many as the header has, quotes only around whole fields, no line
/// break inside them. Anything else is left to `CSVReader`, which is right about every record.
struct CSVPlainRows {
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

    /// The position behind the record that begins at `start`, or nil where it is not plain or not all here.
    /// - Parameter fields: where each field starts and ends, two numbers a field.
    /// - Complexity: O(bytes of the record).
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
                    while index < end, !stops[Int(bytes[index])] { index += 1 }
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
