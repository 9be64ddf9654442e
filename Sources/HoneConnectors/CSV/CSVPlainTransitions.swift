internal import HoneFacts

/// Takes plain records into transitions without an object a row. What is in any way odd is left to `CSVTransitions.add`.
struct CSVPlainTransitions {
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

    let rows: Rows
    /// The texts that are mapped: their place in a block, and their column.
    private let texts: [(field: Int, column: Int)]
    /// Of the instants; negative where one is not mapped.
    private let (changedOn, requestedOn): (Int, Int)
    private let zone: ZoneTable
    private let dateFormat: DateFormat?
    /// Where each field of a record starts and ends, and what a walk notes behind them.
    private var fields: [Int]
    private var block = CSVPlainBlock()
    /// The last day that was read, and its text.
    private var day: (text: (UInt64, UInt16), number: Int64)?

    /// The same as `Instant.missing`, which is a call into another module for each row.
    private static let missing = Int64.min

    /// Nil where the settings ask something of every row that needs the right and slow way.
    init?(_ settings: CSVSettings, _ columns: CSVColumns, rows: Rows, zone: ZoneTable) {
        guard settings.shape == .transition, columns.filter.isEmpty, columns.position(.labels) == nil, columns.key != nil,
            columns.position(.status) != nil
        else { return nil }
        texts = CSVPlainBlock.texts.map(columns.rawPosition).enumerated().filter { $0.element >= 0 }.map { ($0.offset, $0.element) }
        changedOn = columns.rawPosition(.changedOn)
        requestedOn = columns.rawPosition(.requestedOn)
        self.zone = zone
        dateFormat = settings.dateFormat
        self.rows = rows
        fields = [Int](repeating: 0, count: rows.scratchCount)
    }

    /// Takes records from `position` on until one is not plain, the batch is full, or a row is out of order; returns how many.
    mutating func take(
        _ bytes: UnsafeBufferPointer<UInt8>, position: inout Int, line: inout Int, into table: inout CSVTransitions,
        _ diagnostics: inout CSVDiagnostics
    ) -> Int {
        let first = line
        while !table.isOutOfOrder, !table.isFull {
            let limit = min(CSVPlainBlock.mostRows, table.room)
            switch rows {
            case .fields(let rows): cut(rows, bytes, from: position, limit: limit)
            case .objects(let rows): cut(rows, bytes, from: position, limit: limit)
            }
            guard block.count > 0 else { break }
            for (field, _) in texts {
                block.look(up: field, in: &table.texts[plain: field], of: bytes)
            }
            table.take(block, line: line, &diagnostics)
            position = block.ends[block.count - 1]
            line += block.count
            if block.count < limit { break }
        }
        return line - first
    }

    /// Fills the block with the next records, up to one that is not plain: something is missing or unusual, or it is not all here.
    @inline(__always)
    private mutating func cut(_ rows: some PlainRows, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int) {
        var (rows, position, row) = (rows, start, 0)
        let texts = texts
        // Block and fields change hands for the walk, so that it holds the only reference to their arrays and none is copied.
        var (scratch, filled) = ([Int](), CSVPlainBlock.none)
        swap(&scratch, &fields)
        swap(&filled, &block)
        texts.withUnsafeBufferPointer { texts in
            scratch.withUnsafeMutableBufferPointer { fields in
                filled.withUnsafeMutableRows { ranges, changes, requests, ends in
                    let read = UnsafeBufferPointer(fields)
                    // Whether one of its fields is too long, the right and slow way knows.
                    while row < limit, let next = rows.scan(bytes, from: position, into: fields),
                        next &- position <= CSVReader.longestField, Self.note(texts, bytes, read, row, in: ranges),
                        let changedAt = instant(changedOn, bytes, read), changedAt != Self.missing,
                        let requestedAt = instant(requestedOn, bytes, read)
                    {
                        (changes[row], requests[row], ends[row]) = (changedAt, requestedAt, next)
                        position = next
                        row &+= 1
                    }
                }
            }
        }
        filled.count = row
        swap(&scratch, &fields)
        swap(&filled, &block)
    }

    /// Notes where the texts of a record are; false where one may need a closer look.
    @inline(__always)
    private static func note(
        _ texts: UnsafeBufferPointer<(field: Int, column: Int)>, _ bytes: UnsafeBufferPointer<UInt8>, _ fields: UnsafeBufferPointer<Int>,
        _ row: Int, in ranges: UnsafeMutableBufferPointer<Int>
    ) -> Bool {
        for (field, column) in texts {
            let (start, end) = (fields[column &* 2], fields[column &* 2 &+ 1])
            // A key and a status are never empty.
            guard start == end ? field > 1 : isOrdinary(bytes, start, end) else { return false }
            let place = (field &* CSVPlainBlock.mostRows &+ row) &* 2
            (ranges[place], ranges[place &+ 1]) = (start, end)
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
