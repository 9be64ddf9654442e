/// Finds the fields of ordinary records without an object a record.
protocol PlainRows {
    /// Fields of a record.
    var width: Int { get }
    /// Numbers that a walk writes down for itself, behind those of `fields`.
    var noteCount: Int { get }
    /// The position behind the record that begins at `start`, or nil where it is not plain or not all here.
    /// - Parameter fields: where each field starts and ends, two numbers a field; behind them, room for `noteCount` numbers.
    ///   It may remember what it has seen of `bytes`, so that a walk over others begins with a copy that has walked over none.
    /// - Complexity: O(bytes of the record).
    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into fields: UnsafeMutableBufferPointer<Int>) -> Int?
}

/// Finds the fields of ordinary records at memory speed: as many as the header has, quotes only around whole fields, no line
/// break inside them. Anything else is left to `CSVReader`, which is right about every record.
struct CSVPlainRows: PlainRows {
    let delimiter: UInt8
    let width: Int
    var noteCount: Int { CSVStops.room(needed: width) }
    private var stops: CSVStops
    private static let quote = UInt8(ascii: "\"")

    init(delimiter: UInt8, width: Int) {
        self.delimiter = delimiter
        self.width = width
        stops = CSVStops(delimiter: delimiter)
    }

    @inline(__always)
    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into fields: UnsafeMutableBufferPointer<Int>) -> Int? {
        let raw = UnsafeRawBufferPointer(bytes)
        let places = UnsafeMutableBufferPointer(rebasing: fields[(width &* 2)...])
        guard stops.seek(raw, from: start, needed: width, places) else { return nil }
        var (first, next) = (start, stops.next)
        for field in 0..<width {
            var stop: Int
            if raw[first] == Self.quote {
                first += 1
                guard let last = closingQuote(raw, first), stops.seek(raw, from: last + 1, needed: width - field, places) else {
                    return nil
                }
                (stop, next) = (places[stops.next], stops.next &+ 1)
                guard stop == last + 1 else { return nil }
                (fields[field &* 2], fields[field &* 2 &+ 1]) = (first, last)
            } else {
                (stop, next) = (places[next], next &+ 1)
                (fields[field &* 2], fields[field &* 2 &+ 1]) = (first, stop)
            }
            first = stop &+ 1
            guard field == width &- 1 || raw[stop] == delimiter else { return nil }
        }
        stops.next = next
        switch raw[first &- 1] {
        case 10: return first
        case 13: return first < raw.count && raw[first] == 10 ? first &+ 1 : nil
        default: return nil
        }
    }

    /// Where a quoted field ends; nil where it holds more than text of one line.
    @inline(__always)
    private func closingQuote(_ bytes: UnsafeRawBufferPointer, _ first: Int) -> Int? {
        var index = first
        while index < bytes.count, bytes[index] != Self.quote, bytes[index] != 10, bytes[index] != 13, bytes[index] != 0 { index += 1 }
        return index < bytes.count && bytes[index] == Self.quote ? index : nil
    }
}
