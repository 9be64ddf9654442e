internal import HoneFacts

/// Reads changes of status while they go into the log: a window of the file, plain records at once, others one by one.
///
/// It serves UTF-8 whose rows come in the order of time for each item. Bytes that are not valid UTF-8 mean another encoding, which
/// only the whole file can tell: then, and for rows out of order, the file is read whole. What was stored by then is what the
/// whole file says too.
struct CSVStream {
    private let file: CSVFile
    private var window: CSVWindow
    /// Whether the text is UTF-8 whatever comes: by its mark, by the settings, or because all of it was looked at.
    private var isSurelyUTF8: Bool
    private var reading: CSVImport
    private var table: CSVTransitions
    private var places = CSVPlaces()
    private let columns: CSVColumns
    private var plain: CSVPlainTransitions
    private let origin: String
    private var nextItemGroup = 0
    /// Bytes of the file; nil once a batch was taken, and for a packed one.
    private var expectedByteCount: Int?

    /// Nil where the file has to be read whole.
    /// - Parameters:
    ///   - first: piece of the file.
    ///   - byteCount: of the file; nil where it is packed.
    ///   - seen: what one look at all of the file found, if there was one.
    init?(
        _ first: inout CSVPiece, of file: CSVFile, byteCount: Int?, seen: CSVWindow?, settings: CSVSettings, zone: ZoneTable,
        origin: String,
        mask: @escaping @Sendable (String) -> String
    ) {
        guard [.automatic, .utf8].contains(settings.encoding) else { return nil }
        self.file = file
        var window = CSVWindow()
        window.take(&first)
        expectedByteCount = byteCount
        guard let text = CSVText(beginning: window.bytes) else { return nil }
        isSurelyUTF8 = settings.encoding == .utf8 || text.start > 0 || seen?.isUTF8 ?? false
        guard Self.isReadable(window, of: file, &isSurelyUTF8) else { return nil }
        reading = CSVImport(settings: settings, zone: zone, mask: mask)
        var (position, line) = (text.start, 1)
        let columns: CSVColumns?
        let rows: CSVPlainTransitions.Rows
        if settings.isJSONLines {
            var names = JSONNames(wanted: settings.columnNames)
            _ = names.look(text.bytes, from: text.start, isAtEnd: window.isAtEnd)
            if !names.isComplete, !window.isAtEnd {
                guard let all = file.names(wanted: settings.columnNames) else { return nil }
                names = all
            }
            columns = reading.columns(names)
            rows = .objects(JSONPlainRows(keys: JSONKeys(columns?.used ?? [])))
        } else {
            var reader = CSVReader(text, delimiter: settings.delimiter)
            columns = reading.columns(&reader)
            (position, line) = (reader.position, reader.line)
            rows = .fields(CSVPlainRows(delimiter: reader.delimiter, width: columns?.width ?? 0))
        }
        guard let columns, position < text.bytes.count, let plain = CSVPlainTransitions(settings, columns, rows: rows, zone: zone)
        else { return nil }
        self.columns = columns
        self.plain = plain
        (window.position, window.line) = (position, line)
        self.window = window
        table = CSVTransitions(mask: mask, holdsRows: false)
        self.origin = origin
    }

    /// Whether what is in view can be read as it stands. Text beyond ASCII may still turn out to be of another encoding further
    /// down, so the first of it has the whole file looked at before any of it is stored.
    private static func isReadable(_ window: CSVWindow, of file: CSVFile, _ isSurelyUTF8: inout Bool) -> Bool {
        guard window.isUTF8 else { return false }
        if window.hasWideBytes, !isSurelyUTF8 { isSurelyUTF8 = file.seen()?.isUTF8 ?? false }
        return !window.hasWideBytes || isSurelyUTF8
    }

    enum Next {
        case batch(FactBatch)
        /// The next piece of the file has to come into view.
        case hungry
        /// All is read.
        case end
        /// The file has to be read whole.
        case givenUp
    }

    /// The next facts: changes of status, then the items. Complexity: O(bytes read).
    mutating func next() -> Next {
        while !table.isFull {
            if table.isOutOfOrder { return .givenUp }
            if window.position < window.bytes.count {
                takePlain()
                if table.isFull || table.isOutOfOrder { continue }
                guard takeOne() else { return .hungry }
            } else if window.isAtEnd {
                break
            } else {
                return .hungry
            }
        }
        let batch = table.takeBatch(origin: origin, &places)
        if let byteCount = expectedByteCount {
            table.makeRoom(times: Double(byteCount) / Double(max(1, window.byteCount)))
            expectedByteCount = nil
        }
        if !batch.isEmpty { return .batch(batch) }
        guard nextItemGroup < table.itemGroupCount else { return .end }
        defer { nextItemGroup += 1 }
        return .batch(table.itemGroup(nextItemGroup, origin, &places))
    }

    /// False where the rest of the file cannot be read this way.
    mutating func take(_ piece: inout CSVPiece) -> Bool {
        window.take(&piece)
        return Self.isReadable(window, of: file, &isSurelyUTF8)
    }

    private mutating func takePlain() {
        let bytes = window.bytes
        var (position, line) = (window.position, window.line)
        let count = bytes.withUnsafeBufferPointer { bytes in
            plain.take(bytes, position: &position, line: &line, into: &table, &reading.diagnostics)
        }
        reading.count(count)
        (window.position, window.line) = (position, line)
    }

    /// Takes the record at the position in the right and slow way; false where more of the file has to come into view first.
    private mutating func takeOne() -> Bool {
        guard window.position < window.bytes.count else { return true }
        var reader = plain.rows.reader(window.bytes, position: window.position, line: window.line)
        let records = reader.next(limit: 1)
        // What looks like the end of a record may be the end of the window.
        if !window.isAtEnd, reader.position >= window.bytes.count { return false }
        if let records { reading.add(records, columns, &table) }
        (window.position, window.line) = (reader.position, reader.line)
        return true
    }

    var fingerprint: String { window.fingerprint.text }
    var outcome: (diagnostics: [Diagnostic], note: String, recordCount: Int) {
        (reading.diagnostics.all, reading.note(table.summary), reading.recordCount)
    }
}
