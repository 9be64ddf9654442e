internal import HoneFacts

/// Cuts plain records of changes of status without an object a record. What is in any way odd is left to a `RecordReader`.
struct CSVPlainCutter {
    /// How records are written.
    enum Rows {
        case fields(CSVPlainRows)
        case objects(JSONPlainRows)

        /// Numbers that a walk needs for the fields of a record, and for itself.
        var scratchCount: Int {
            switch self {
            case .fields(let rows): rows.width * 2 + rows.noteCount
            case .objects(let rows): rows.width * 2 + rows.noteCount
            }
        }

        /// The right and slow way, over bytes that are valid UTF-8.
        func reader(_ bytes: [UInt8], position: Int, line: Int) -> any RecordReader {
            switch self {
            case .fields(let rows): CSVReader(bytes, delimiter: rows.delimiter, position: position, line: line)
            case .objects(let rows): JSONLinesReader(bytes, keys: rows.keys, position: position, line: line)
            }
        }
    }

    /// What a walk over some records writes to.
    private struct Scratch {
        static let mostRows = 256
        /// Where each field of a record starts and ends, and what a walk notes behind them.
        var fields: [Int]
        /// Where each mapped text starts and ends, two numbers a record, text after text.
        var ranges: [UInt32]
        var changedAt = [Int64](repeating: 0, count: mostRows)
        var requestedAt = [Int64](repeating: 0, count: mostRows)

        @inline(__always)
        mutating func withUnsafeMutable(
            _ body: (
                UnsafeMutableBufferPointer<Int>, UnsafeMutableBufferPointer<UInt32>, UnsafeMutableBufferPointer<Int64>,
                UnsafeMutableBufferPointer<Int64>
            ) -> Void
        ) {
            fields.withUnsafeMutableBufferPointer { fields in
                ranges.withUnsafeMutableBufferPointer { ranges in
                    changedAt.withUnsafeMutableBufferPointer { changedAt in
                        requestedAt.withUnsafeMutableBufferPointer { body(fields, ranges, changedAt, $0) }
                    }
                }
            }
        }
    }

    let rows: Rows
    /// The texts that are mapped.
    private let texts: [(field: Int, column: Int)]
    /// Of the instants; negative where one is not mapped.
    private let (changedOn, requestedOn): (Int, Int)
    private let zone: ZoneTable
    private let dateFormat: DateFormat?
    private var scratch: Scratch
    /// The last day that was read, and its text.
    private var day: (text: (UInt64, UInt16), number: Int64)?

    /// The same as `Instant.missing`, which is a call into another module for each row.
    private static let missing = Int64.min

    /// Nil where the settings ask something of every row that needs the right and slow way.
    init?(_ settings: CSVSettings, _ columns: CSVColumns, rows: Rows, zone: ZoneTable) {
        guard settings.shape == .transition, columns.filter.isEmpty, columns.position(.labels) == nil, columns.key != nil,
            columns.position(.status) != nil
        else { return nil }
        texts = CSVPlainBlock.mapped(columns)
        changedOn = columns.rawPosition(.changedOn)
        requestedOn = columns.rawPosition(.requestedOn)
        self.zone = zone
        dateFormat = settings.dateFormat
        self.rows = rows
        scratch = Scratch(
            fields: [Int](repeating: 0, count: rows.scratchCount),
            ranges: [UInt32](repeating: 0, count: texts.count * Scratch.mostRows * 2))
    }

    /// Texts of a record beside its key.
    var textCount: Int { texts.count - 1 }

    /// Cuts records from `position` on, up to one that is not plain: something is missing or unusual, or it is not all here.
    /// Complexity: O(their bytes).
    mutating func cut(_ bytes: UnsafeBufferPointer<UInt8>, position: inout Int, line: inout Int, into cut: inout CSVCut) {
        let first = cut.rowCount
        var isOdd = bytes.count > CSVCut.mostBytes
        while !isOdd {
            switch rows {
            case .fields(let rows): isOdd = !fill(&cut, rows, bytes, &position)
            case .objects(let rows): isOdd = !fill(&cut, rows, bytes, &position)
            }
        }
        cut.closePart(from: first, line: line)
        line += cut.rowCount - first
    }

    /// Adds the next records to a cut, as many as are written down at once; false where one is not plain.
    @inline(__always)
    private mutating func fill(
        _ cut: inout CSVCut, _ rows: some PlainRows, _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int
    ) -> Bool {
        var (rows, start, row) = (rows, position, 0)
        let (texts, isRequestMapped) = (texts, requestedOn >= 0)
        // The scratch space changes hands for the walk, so that it holds the only reference to it and none is copied.
        var filled = Scratch(fields: [], ranges: [], changedAt: [], requestedAt: [])
        swap(&filled, &scratch)
        texts.withUnsafeBufferPointer { texts in
            filled.withUnsafeMutable { fields, ranges, changes, requests in
                let read = UnsafeBufferPointer(fields)
                // Whether one of its fields is too long, the right and slow way knows.
                while row < Scratch.mostRows, let next = rows.scan(bytes, from: start, into: fields),
                    next &- start <= CSVReader.longestField, Self.note(texts, bytes, read, row, in: ranges),
                    let changedAt = instant(changedOn, bytes, read), changedAt != Self.missing,
                    let requestedAt = instant(requestedOn, bytes, read)
                {
                    (changes[row], requests[row]) = (changedAt, requestedAt)
                    start = next
                    row &+= 1
                }
                guard row > 0 else { return }
                cut.add(
                    changed: UnsafeBufferPointer(rebasing: changes[..<row]),
                    requested: UnsafeBufferPointer(rebasing: requests[..<(isRequestMapped ? row : 0)])
                ) { text in
                    let first = text * Scratch.mostRows * 2
                    return UnsafeBufferPointer(rebasing: ranges[first..<first + row * 2])
                }
            }
        }
        swap(&filled, &scratch)
        position = start
        return row == Scratch.mostRows
    }

    /// Notes where the texts of a record are; false where one may need a closer look.
    @inline(__always)
    private static func note(
        _ texts: UnsafeBufferPointer<(field: Int, column: Int)>, _ bytes: UnsafeBufferPointer<UInt8>, _ fields: UnsafeBufferPointer<Int>,
        _ row: Int, in ranges: UnsafeMutableBufferPointer<UInt32>
    ) -> Bool {
        var place = row &* 2
        for (field, column) in texts {
            let (start, end) = (fields[column &* 2], fields[column &* 2 &+ 1])
            // A key and a status are never empty.
            guard start == end ? field > 1 : isOrdinary(bytes, start, end) else { return false }
            (ranges[place], ranges[place &+ 1]) = (UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: end))
            place &+= Scratch.mostRows &* 2
        }
        return true
    }

    /// Whether no spaces are around a text and it is no word for "not known", none of which is longer than four letters and all
    /// of which begin with one of these signs.
    @inline(__always)
    private static func isOrdinary(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        guard bytes[start] > 32, bytes[end &- 1] > 32 else { return false }
        // Few texts begin like this, but the lengths of texts change from row to row: a processor guesses the first, and not the second.
        let first = bytes[start] | 32
        let mayBeUnknown =
            first == UInt8(ascii: "n") || bytes[start] == UInt8(ascii: "-") || first == UInt8(ascii: "|")
            || bytes[start] == UInt8(ascii: "\\")
        return !mayBeUnknown || end &- start > 4
    }

    /// The instant of a field; `Instant.missing` where it is not mapped or empty, nil where the text is none.
    @inline(__always)
    private mutating func instant(
        _ column: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ fields: UnsafeBufferPointer<Int>
    ) -> Int64? {
        guard column >= 0 else { return Self.missing }
        let (start, end) = (fields[column &* 2], fields[column &* 2 &+ 1])
        if start == end { return Self.missing }
        if dateFormat == nil, end &- start == 20, let raw = clock(UnsafeRawBufferPointer(bytes), start) { return raw }
        return unusualInstant(Array(bytes[start..<end]))
    }

    private func unusualInstant(_ text: [UInt8]) -> Int64? {
        if CSVRow.isUnknown(text, 0, text.count) { return nil }
        if let dateFormat { return dateFormat.instant(text, 0..<text.count, zone: zone)?.rawValue }
        return DateFormat.isoInstant(text, 0..<text.count, zone: zone)?.rawValue
    }

    /// `yyyy-MM-ddTHH:mm:ssZ`, the day looked up where it is that of the row before; nil for anything else.
    @inline(__always)
    private mutating func clock(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int64? {
        // `HH:mm:ss` with `00:00:00` taken off: a digit is its value, and a colon 0.
        let word = bytes.loadUnaligned(fromByteOffset: start + 11, as: UInt64.self).littleEndian ^ 0x3030_3a30_303a_3030
        let isClock = (word &+ 0x7676_7676_7676_7676 | word) & 0x8080_8080_8080_8080 == 0 && word & 0x0000_ff00_00ff_0000 == 0
        guard isClock, bytes[start + 10] == UInt8(ascii: "T"), bytes[start + 19] == UInt8(ascii: "Z") else { return nil }
        let pairs = word &* 10 &+ word >> 8
        let (hour, minute, second) = (pairs & 0xff, pairs >> 24 & 0xff, pairs >> 48 & 0xff)
        guard hour < 24, minute < 60, second < 60, let day = day(bytes, start) else { return nil }
        return (day * 86_400 + Int64(hour * 3_600 + minute * 60 + second)) * 2
    }

    /// The number of a day `yyyy-MM-dd`.
    @inline(__always)
    private mutating func day(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int64? {
        let text = (
            bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self), bytes.loadUnaligned(fromByteOffset: start + 8, as: UInt16.self)
        )
        if let day, day.text == text { return day.number }
        guard let found = DateFormat.isoInstant(Array(bytes[start..<start + 10]), 0..<10, zone: zone)?.day else { return nil }
        day = (text, Int64(found.number))
        return Int64(found.number)
    }
}
