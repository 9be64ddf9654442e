internal import HoneFacts

/// Learns the names in the columns that name people, so that they can be masked in the texts. The cells are not stored.
struct CSVPeople {
    private(set) var known = KnownPeople()
    /// Columns that were found in some file.
    private(set) var foundColumns: Set<String> = []

    /// Reads the columns of one file. Complexity: O(bytes).
    mutating func learn(_ bytes: [UInt8], _ settings: CSVSettings) {
        guard let text = CSVText.decoded(bytes, as: settings.encoding, file: settings.path).text else { return }
        guard var file = RecordFile(text, path: settings.path, delimiter: settings.delimiter) else { return }
        let columns = settings.people.flatMap { name in
            let found = file.header.columns(named: name)
            if !found.isEmpty { foundColumns.insert(name) }
            return found
        }
        guard !columns.isEmpty else { return }
        var interner = CSVInterner()
        while let records = file.reader.next() {
            for record in 0..<records.count {
                for column in columns {
                    guard let cell = records.field(record, column).map(records.trimmed) else { continue }
                    let base = records.base(cell)
                    if !CSVRow.isUnknown(base, cell.start, cell.end) { _ = interner.code(base, cell.start, cell.end) }
                }
            }
        }
        for text in interner.texts.dropFirst() { add(text) }
    }

    /// A cell can hold several people, and addresses beside names.
    private mutating func add(_ text: String) {
        for part in text.split(whereSeparator: { ";|/&".contains($0) }) {
            let words = part.split(whereSeparator: { $0.isWhitespace || "<>,".contains($0) })
            for mail in words where mail.contains("@") { known.add(mail: String(mail)) }
            known.add(name: words.filter { !$0.contains("@") }.joined(separator: " "))
        }
    }
}
