internal import HoneFacts

/// Reads changes of status while they go into the log: a window of the file, plain records at once, others one by one.
///
/// It serves ASCII text whose rows come in the order of time for each item. A byte beyond ASCII may mean another encoding, and
/// only the whole file can tell: from there on, and for rows out of order, the file is read whole. What was stored by then is
/// what the whole file says too.
struct CSVStream {
    private var window: CSVWindow
    private var reading: CSVImport
    private var table: CSVTransitions
    private var places = CSVPlaces()
    private let columns: CSVColumns
    private let delimiter: UInt8
    private var plain: CSVPlainTransitions
    private let origin: String
    private var nextItemGroup = 0

    /// Nil where the file has to be read whole.
    init?(_ descriptor: Int32, settings: CSVSettings, zone: ZoneTable, origin: String, mask: @escaping @Sendable (String) -> String) {
        guard [.automatic, .utf8].contains(settings.encoding) else { return nil }
        window = CSVWindow(descriptor)
        guard window.advance(), !window.hasWideBytes else { return nil }
        guard let text = CSVText.decoded(window.bytes, as: settings.encoding, file: settings.path).text, text.start == 0 else { return nil }
        var reader = CSVReader(text, delimiter: settings.delimiter)
        reading = CSVImport(settings: settings, zone: zone, mask: mask)
        guard let columns = reading.columns(&reader), reader.position < window.bytes.count,
            let plain = CSVPlainTransitions(settings, columns, delimiter: reader.delimiter, zone: zone)
        else { return nil }
        self.columns = columns
        self.plain = plain
        delimiter = reader.delimiter
        window.position = reader.position
        window.line = reader.line
        table = CSVTransitions(mask: mask, holdsRows: false)
        self.origin = origin
    }

    enum Next {
        case batch(FactBatch)
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
                guard takeOne() else { continue }
            } else if window.isAtEnd {
                break
            } else if !advance() {
                return .givenUp
            }
        }
        let batch = table.takeBatch(origin: origin, &places)
        if !batch.isEmpty { return .batch(batch) }
        guard nextItemGroup < table.itemGroupCount else { return .end }
        defer { nextItemGroup += 1 }
        return .batch(table.itemGroup(nextItemGroup, origin))
    }

    /// False where the rest of the file cannot be read this way.
    private mutating func advance() -> Bool { window.advance() && !window.hasWideBytes }

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
        var reader = CSVReader(window.bytes, delimiter: delimiter, position: window.position, line: window.line)
        let records = reader.next(limit: 1)
        if !window.isAtEnd, reader.position >= window.bytes.count {
            // What looks like the end of a record may be the end of the window.
            if !advance() { table.giveUp() }
            return false
        }
        if let records { reading.add(records, columns, &table) }
        (window.position, window.line) = (reader.position, reader.line)
        return true
    }

    var fingerprint: String { window.fingerprint.text }
    var outcome: (diagnostics: [Diagnostic], note: String, recordCount: Int) {
        (reading.diagnostics.all, reading.note(table.summary), reading.recordCount)
    }
}
