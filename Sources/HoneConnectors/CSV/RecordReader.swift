/// Reads the records of an export, a batch at a time.
protocol RecordReader {
    /// Where the next record begins, and on which line.
    var position: Int { get }
    var line: Int { get }
    /// The next records, or nil at the end. Complexity: O(bytes read).
    mutating func next(limit: Int) -> CSVRecords?
    /// Adds the next record to others of the same bytes, or passes a blank line. Complexity: O(bytes read).
    mutating func next(into records: inout CSVRecords)
}

extension RecordReader {
    mutating func next() -> CSVRecords? { next(limit: 4_096) }
}

/// The header of an export, and a reader that stands behind it.
struct RecordFile {
    let header: CSVHeader
    var reader: any RecordReader

    /// Nil where there is no record.
    init?(_ text: CSVText, path: String, delimiter: UInt8?) {
        if JSONLinesReader.isName(path) {
            var names = JSONNames(wanted: nil)
            _ = names.look(text.bytes, from: text.start, isAtEnd: true)
            guard names.objectCount > 0 else { return nil }
            header = CSVHeader(names: names.all)
            reader = JSONLinesReader(text, keys: JSONKeys(names.all))
        } else {
            var reader = CSVReader(text, delimiter: delimiter)
            guard let first = reader.next(limit: 1) else { return nil }
            header = CSVHeader(first)
            self.reader = reader
        }
    }
}
