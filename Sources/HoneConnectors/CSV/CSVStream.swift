internal import HoneFacts

/// Takes changes of status while they go into the log, cut by cut.
///
/// Rows have to come in the order of time for each item. Where they do not, the file is read whole: what was stored by then is what
/// the whole file says too.
struct CSVStream {
    private var reading: CSVImport
    private var table: CSVTransitions
    private var places = CSVPlaces()
    private let columns: CSVColumns
    private let origin: String
    private var block: CSVPlainBlock
    private var cut: CSVCut?
    /// The first part of the cut that is not taken whole, and the first plain record that is not taken.
    private var (part, row) = (0, 0)
    private var nextItemGroup = 0
    /// Bytes of the file; nil once a batch was taken, and for a packed one.
    private var expectedByteCount: Int?

    /// - Parameters:
    ///   - reading: that `columns` were found for.
    ///   - byteCount: of the file; nil where it is packed.
    init(_ reading: CSVImport, _ columns: CSVColumns, byteCount: Int?, origin: String) {
        table = CSVTransitions(mask: reading.mask, holdsRows: false)
        block = CSVPlainBlock(columns)
        (self.reading, self.columns, expectedByteCount, self.origin) = (reading, columns, byteCount, origin)
    }

    enum Next {
        case batch(FactBatch)
        /// The next cut has to come.
        case hungry
        /// All is read.
        case end
        /// The file has to be read whole.
        case givenUp
    }

    /// The records of the next piece of the file, once all of the one before are taken.
    mutating func take(_ cut: CSVCut) {
        self.cut = cut
        (part, row) = (0, 0)
        block.learn(cut, &table.texts)
    }

    /// The next facts: changes of status, then the items. Complexity: O(bytes of the texts).
    mutating func next() -> Next {
        guard let cut else { return .hungry }
        while !table.isFull, part < cut.parts.count {
            takeRows(of: cut)
            if table.isOutOfOrder { return .givenUp }
        }
        guard table.isFull || cut.isLast else { return .hungry }
        let batch = table.takeBatch(origin: origin, &places)
        if let byteCount = expectedByteCount {
            table.makeRoom(times: Double(byteCount) / Double(max(1, cut.byteCount)))
            expectedByteCount = nil
        }
        if !batch.isEmpty { return .batch(batch) }
        guard nextItemGroup < table.itemGroupCount else { return .end }
        defer { nextItemGroup += 1 }
        return .batch(table.itemGroup(nextItemGroup, origin, &places))
    }

    private mutating func takeRows(of cut: CSVCut) {
        switch cut.parts[part] {
        case .odd(let record):
            reading.add(cut.odd, record..<record + 1, columns, &table)
            part += 1
        case .plain(let rows, let line):
            let taken = row..<min(rows.upperBound, row + table.room, row + CSVPlainBlock.mostRows)
            block.take(taken, of: cut, &table.texts)
            table.take(block, line: line + row - rows.lowerBound, &reading.diagnostics)
            reading.count(taken.count)
            row = taken.upperBound
            if row == rows.upperBound { part += 1 }
        }
    }

    var fingerprint: String { cut?.fingerprint.text ?? "" }
    var outcome: (diagnostics: [Diagnostic], note: String, recordCount: Int) {
        (reading.diagnostics.all, reading.note(table.summary), reading.recordCount)
    }
}
