internal import HoneFacts

/// Takes plain records into transitions without an object a row. What is in any way odd is left to `CSVTransitions.add`.
struct CSVPlainTransitions {
    /// How records are written.
    enum Rows {
        case fields(CSVPlainRows)
        case objects(JSONPlainRows)

        /// The right and slow way, over bytes that are valid UTF-8.
        func reader(_ bytes: [UInt8], position: Int, line: Int) -> any RecordReader {
            switch self {
            case .fields(let rows): CSVReader(bytes, delimiter: rows.delimiter, position: position, line: line)
            case .objects(let rows): JSONLinesReader(bytes, keys: rows.keys, position: position, line: line)
            }
        }
    }

    let rows: Rows
    private let columns: CSVColumns
    private let zone: ZoneTable
    private let dateFormat: DateFormat?
    private var fields: [Int]
    /// The last day that was read, and its text.
    private var day: (text: (UInt64, UInt16), number: Int64)?

    /// Nil where the settings ask something of every row that needs the right and slow way.
    init?(_ settings: CSVSettings, _ columns: CSVColumns, rows: Rows, zone: ZoneTable) {
        guard settings.shape == .transition, columns.filter.isEmpty, columns.position(.labels) == nil, columns.key != nil else {
            return nil
        }
        self.columns = columns
        self.zone = zone
        dateFormat = settings.dateFormat
        self.rows = rows
        fields = [Int](repeating: 0, count: columns.width * 2)
    }

    /// Takes records from `position` on until one is not plain, the batch is full, or a row is out of order; returns how many.
    mutating func take(
        _ bytes: UnsafeBufferPointer<UInt8>, position: inout Int, line: inout Int, into table: inout CSVTransitions,
        _ diagnostics: inout CSVDiagnostics
    ) -> Int {
        switch rows {
        case .fields(let rows): take(rows, bytes, position: &position, line: &line, into: &table, &diagnostics)
        case .objects(let rows): take(rows, bytes, position: &position, line: &line, into: &table, &diagnostics)
        }
    }

    @inline(__always)
    private mutating func take(
        _ rows: some PlainRows, _ bytes: UnsafeBufferPointer<UInt8>, position: inout Int, line: inout Int,
        into table: inout CSVTransitions, _ diagnostics: inout CSVDiagnostics
    ) -> Int {
        var count = 0
        var scratch = fields
        scratch.withUnsafeMutableBufferPointer { fields in
            while !table.isFull, !table.isOutOfOrder, let next = rows.scan(bytes, from: position, into: fields) {
                // Whether one of its fields is too long, the right and slow way knows.
                guard next - position <= CSVReader.longestField else { break }
                guard let step = step(bytes, UnsafeBufferPointer(fields), line, &table) else { break }
                table.take(step, &diagnostics)
                position = next
                line += 1
                count += 1
            }
        }
        return count
    }

    /// Nil where something of the record is missing or unusual.
    @inline(__always)
    private mutating func step(
        _ bytes: UnsafeBufferPointer<UInt8>, _ fields: UnsafeBufferPointer<Int>, _ line: Int, _ table: inout CSVTransitions
    ) -> CSVTransitions.Step? {
        guard let changedAt = instant(.changedOn, bytes, fields), changedAt != Instant.missing,
            let requestedAt = instant(.requestedOn, bytes, fields), let key = code(.key, bytes, fields, &table.texts.keys), key != 0,
            let status = code(.status, bytes, fields, &table.texts.statuses), status != 0,
            let type = code(.kind, bytes, fields, &table.texts.types), let title = code(.title, bytes, fields, &table.texts.titles),
            let stream = code(.stream, bytes, fields, &table.texts.streams), let reason = code(.reason, bytes, fields, &table.texts.reasons)
        else { return nil }
        return CSVTransitions.Step(
            key: key, status: status, changedAt: changedAt,
            described: CSVDescription(
                kind: .init(type: type, labels: 0, stream: stream, reason: reason), title: title, requestedAt: requestedAt),
            line: Int32(truncatingIfNeeded: line))
    }

    /// The code of a field; 0 where it is not mapped or empty, nil where its text may need a closer look.
    @inline(__always)
    private func code(
        _ field: CSVField, _ bytes: UnsafeBufferPointer<UInt8>, _ fields: UnsafeBufferPointer<Int>, _ interner: inout CSVInterner
    ) -> Int32? {
        let column = columns.rawPosition(field)
        guard column >= 0 else { return 0 }
        let (start, end) = (fields[column * 2], fields[column * 2 + 1])
        if start == end { return 0 }
        // Spaces around it; a word for "not known", none of which is longer than four letters and all of which hold a sign of these.
        guard bytes[start] > 32, bytes[end - 1] > 32 else { return nil }
        if end - start <= 4 {
            let first = bytes[start] | 32
            if first == UInt8(ascii: "n") || bytes[start] == UInt8(ascii: "-") || first == UInt8(ascii: "|") { return nil }
            if bytes[start] == UInt8(ascii: "\\") { return nil }
        }
        return interner.code(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    }

    /// The instant of a field; `Instant.missing` where it is not mapped or empty, nil where the text is none.
    @inline(__always)
    private mutating func instant(
        _ field: CSVField, _ bytes: UnsafeBufferPointer<UInt8>, _ fields: UnsafeBufferPointer<Int>
    ) -> Int64? {
        let column = columns.rawPosition(field)
        guard column >= 0 else { return Instant.missing }
        let (start, end) = (fields[column * 2], fields[column * 2 + 1])
        if start == end { return Instant.missing }
        if dateFormat == nil, end - start == 20, let raw = clock(UnsafeRawBufferPointer(bytes), start) { return raw }
        let text = Array(bytes[start..<end])
        if CSVRow.isUnknown(text, 0, text.count) { return nil }
        if let dateFormat { return dateFormat.instant(text, 0..<text.count, zone: zone)?.rawValue }
        return DateFormat.isoInstant(text, 0..<text.count, zone: zone)?.rawValue
    }

    /// `yyyy-MM-ddTHH:mm:ssZ`, the day looked up where it is that of the row before; nil for anything else.
    @inline(__always)
    private mutating func clock(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int64? {
        guard bytes[start + 10] == UInt8(ascii: "T"), bytes[start + 13] == 58, bytes[start + 16] == 58,
            bytes[start + 19] == UInt8(ascii: "Z")
        else { return nil }
        let text = (
            bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self), bytes.loadUnaligned(fromByteOffset: start + 8, as: UInt16.self)
        )
        let number: Int64
        if let day, day.text == text {
            number = day.number
        } else {
            guard let found = DateFormat.isoInstant(Array(bytes[start..<start + 10]), 0..<10, zone: zone)?.day else { return nil }
            number = Int64(found.number)
            day = (text, number)
        }
        @inline(__always) func pair(_ offset: Int) -> Int64 {
            let (tens, ones) = (bytes[start + offset] &- 48, bytes[start + offset + 1] &- 48)
            return tens < 10 && ones < 10 ? Int64(tens) * 10 + Int64(ones) : 99
        }
        let (hour, minute, second) = (pair(11), pair(14), pair(17))
        guard hour < 24, minute < 60, second < 60 else { return nil }
        return (number * 86_400 + hour * 3_600 + minute * 60 + second) * 2
    }
}
