internal import HoneFacts

/// Cuts a file into records while it is read: a window of the file, plain records at once, others one by one.
///
/// It serves UTF-8. Bytes that are not valid mean another encoding, which only the whole file can tell.
struct CSVCutter {
    let columns: CSVColumns
    private let file: CSVFile
    private var pieces: CSVPieces
    private var window: CSVWindow
    /// Whether what is in view is cut already.
    private var isCut = false
    /// Whether the text is UTF-8 whatever comes: by its mark, by the settings, or because all of it was looked at.
    private var isSurelyUTF8: Bool
    private var plain: CSVPlainCutter
    /// Plain records of the last cut.
    private var rowCount = 0

    /// Nil where the file has to be read whole.
    /// - Parameters:
    ///   - pieces: from the beginning of the file.
    ///   - seen: what one look at all of the file found, if there was one.
    ///   - reading: that the columns of the file are found for.
    init?(_ pieces: CSVPieces, of file: CSVFile, seen: CSVWindow?, for reading: inout CSVImport) {
        let settings = reading.settings
        var pieces = pieces
        var window = CSVWindow()
        guard [.automatic, .utf8].contains(settings.encoding), window.take(from: &pieces), let text = CSVText(beginning: window.bytes)
        else { return nil }
        isSurelyUTF8 = settings.encoding == .utf8 || text.start > 0 || seen?.isUTF8 ?? false
        guard Self.isReadable(window, of: file, &isSurelyUTF8) else { return nil }
        var (position, line) = (text.start, 1)
        let columns: CSVColumns?
        let rows: CSVPlainCutter.Rows
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
        guard let columns, position < text.bytes.count,
            let plain = CSVPlainCutter(settings, columns, rows: rows, zone: reading.zone)
        else { return nil }
        (window.position, window.line) = (position, line)
        (self.columns, self.plain, self.window, self.pieces, self.file) = (columns, plain, window, pieces, file)
    }

    /// Whether what is in view can be read as it stands. Text beyond ASCII may still turn out to be of another encoding further
    /// down, so the first of it has the whole file looked at before any of it is stored.
    private static func isReadable(_ window: CSVWindow, of file: CSVFile, _ isSurelyUTF8: inout Bool) -> Bool {
        guard window.isUTF8 else { return false }
        if window.hasWideBytes, !isSurelyUTF8 { isSurelyUTF8 = file.seen()?.isUTF8 ?? false }
        return !window.hasWideBytes || isSurelyUTF8
    }

    /// The next records, of one piece where a record does not fill all of it; nil behind the last one, and where the rest of the file cannot
    /// be read this way. Complexity: O(bytes read).
    mutating func next() -> CSVCut? {
        while let cut = nextPiece() {
            // A record that goes on behind the piece is held once and not once a cut.
            if cut.isLast || !cut.parts.isEmpty { return cut }
        }
        return nil
    }

    private mutating func nextPiece() -> CSVCut? {
        if isCut {
            guard !window.isAtEnd, window.take(from: &pieces), Self.isReadable(window, of: file, &isSurelyUTF8) else { return nil }
        }
        isCut = true
        var cut = CSVCut(of: window, textCount: plain.textCount, rowCount: rowCount)
        let bytes = window.bytes
        while window.position < bytes.count {
            bytes.withUnsafeBufferPointer { plain.cut($0, position: &window.position, line: &window.line, into: &cut) }
            guard cutOne(into: &cut) else { break }
        }
        rowCount = cut.rowCount
        return cut
    }

    /// Takes the record at the position in the right and slow way; false where the rest is none, or not all here.
    private mutating func cutOne(into cut: inout CSVCut) -> Bool {
        guard window.position < window.bytes.count else { return false }
        var reader = plain.rows.reader(window.bytes, position: window.position, line: window.line)
        // What looks like the end of a record may be the end of the window.
        guard cut.addOdd(from: &reader, isWhole: { window.isAtEnd || $0 < window.bytes.count }) else { return false }
        (window.position, window.line) = (reader.position, reader.line)
        return true
    }
}
