package import HoneFacts

/// Facts from one CSV export: work items with dates, or their changes of status.
///
/// The file is read again when its bytes or its mapping change. Rows that are known by number replace those of the last
/// reading; rows with keys are added to what is known.
package struct CSVSource: FactSource {
    package let origin: String
    /// What the facts say they come from: the tracker, or the file itself where its rows are only numbered.
    package let factOrigin: String
    private let settings: CSVSettings
    private let directory: String
    private let zone: ZoneTable
    private let digest: Digest
    private let mask: @Sendable (String) -> String

    /// - Parameters:
    ///   - directory: where a relative path starts.
    ///   - zone: of clock times without an offset: the source's own, else the product's.
    ///   - mask: takes people's names out of a text.
    package init(
        settings: CSVSettings, directory: String, zone: ZoneTable, digest: Digest, mask: @escaping @Sendable (String) -> String
    ) {
        origin = "csv:" + settings.path
        factOrigin = settings.numbersRows ? origin : "csv:" + settings.tracker
        self.settings = settings
        self.directory = directory
        self.zone = zone
        self.digest = digest
        self.mask = mask
    }

    package func readsAnew(since cursor: String) -> Bool {
        guard let previous = CSVPosition(cursor) else { return false }
        return previous.mapping != CSVPosition.mapping(settings, zone: zone, digest: digest)
    }

    package func facts(
        since cursor: String?, into sink: @Sendable ([FactBatch]) async throws -> Void
    ) async throws -> SourceReading {
        let bytes: [UInt8]
        switch CSVFile(path: settings.path, directory: directory).content() {
        case .refused(let diagnostic): return SourceReading(diagnostics: [diagnostic])
        case .bytes(let content): bytes = content
        }
        let position = CSVPosition(bytes: bytes, settings: settings, zone: zone, digest: digest)
        let previous = cursor.flatMap(CSVPosition.init)
        if let previous, previous.isSameReading(as: position) {
            return SourceReading(notes: ["\(settings.path) has not changed since it was last read."])
        }
        switch settings.shape {
        case .item: return try await read(bytes, CSVItems(mask: mask), position, previous, into: sink)
        case .transition: return try await read(bytes, CSVTransitions(mask: mask), position, previous, into: sink)
        }
    }

    private func read(
        _ bytes: [UInt8], _ empty: some CSVTable, _ position: CSVPosition, _ previous: CSVPosition?,
        into sink: @Sendable ([FactBatch]) async throws -> Void
    ) async throws -> SourceReading {
        var table = empty
        var reading = CSVImport(settings: settings, zone: zone, mask: mask)
        guard reading.read(bytes, into: &table) else { return SourceReading(diagnostics: reading.diagnostics.all) }
        for index in 0..<table.groupCount {
            try Task.checkCancellation()
            try await sink([table.group(index, origin: factOrigin)])
        }
        let retracted = try await retract(table, of: previous?.rowCount ?? 0, into: sink)
        var position = position
        position.rowCount = settings.numbersRows ? reading.recordCount : 0
        let skipped = reading.diagnostics.skippedCount
        var note = "\(settings.path): \(reading.recordCount) rows, \(table.summary)"
        if skipped > 0 { note += "; \(skipped) rows were not used" }
        if retracted > 0 { note += "; \(retracted) rows of the last reading are gone" }
        return SourceReading(
            position: position.text, diagnostics: reading.diagnostics.all, notes: [note + "."], recordCount: reading.recordCount)
    }

    /// Takes back the numbered rows of the last reading that this one does not have; they belong to the file, not to the tracker.
    /// Returns how many.
    private func retract(
        _ table: some CSVTable, of rowCount: Int, into sink: @Sendable ([FactBatch]) async throws -> Void
    ) async throws -> Int {
        var gone = FactBatch(.item, origin: origin)
        var total = 0
        for number in 1..<rowCount + 1 where !settings.numbersRows || !table.hasItem(String(number)) {
            gone.append(id: String(number), isRetracted: true)
            total += 1
            guard gone.count == CSVItems.groupSize else { continue }
            try await sink([gone])
            gone = FactBatch(.item, origin: origin)
        }
        if !gone.isEmpty { try await sink([gone]) }
        return total
    }
}
