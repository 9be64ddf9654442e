package import HoneFacts

/// Facts from one CSV export: work items with dates, their changes of status, the time logged on them, or other facts.
///
/// The file is read again when its bytes, those of a joined file, or its mapping change. Rows that are known by number
/// replace those of the last reading; rows with keys are added to what is known.
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
    ///   - reading: 2, 3 ... where the same file is also read in another way; each way has a place of its own in the log.
    ///   - mask: takes people's names out of a text.
    package init(
        settings: CSVSettings, directory: String, zone: ZoneTable, digest: Digest, reading: Int = 1,
        mask: @escaping @Sendable (String) -> String
    ) {
        origin = Self.origin(settings.path, reading: reading)
        factOrigin = settings.numbersRows ? origin : settings.itemOrigin
        self.settings = settings
        self.directory = directory
        self.zone = zone
        self.digest = digest
        self.mask = mask
    }

    /// Of the file that was written last: a joined one may be what is renewed.
    package var writtenAt: Int64? {
        ([settings.path] + settings.joins.map(\.path)).compactMap { ExportFile(path: $0, directory: directory).writtenAt }.max()
    }

    package static func origin(_ path: String, reading: Int) -> String { "csv:" + path + (reading > 1 ? " (\(reading))" : "") }

    package func readsAnew(since cursor: String) -> Bool {
        guard let previous = CSVPosition(cursor) else { return false }
        return previous.mapping != CSVPosition.mapping(settings, zone: zone, digest: digest)
    }

    package func facts(
        since cursor: String?, into sink: @escaping @Sendable ([FactBatch]) async throws -> Void
    ) async throws -> SourceReading {
        if let reading = try await streamed(since: cursor, into: sink) { return reading }
        var files: [[UInt8]] = []
        for path in [settings.path] + settings.joins.map(\.path) {
            switch ExportFile(path: path, directory: directory).content() {
            case .refused(let diagnostic): return SourceReading(diagnostics: [diagnostic])
            case .bytes(let content): files.append(content)
            }
        }
        let position = CSVPosition(files: files, settings: settings, zone: zone, digest: digest)
        let previous = cursor.flatMap(CSVPosition.init)
        if let previous, previous.isSameReading(as: position) {
            return SourceReading(notes: ["\(settings.path) has not changed since it was last read."])
        }
        let learned = learnedMask(files)
        guard let mask = learned.mask else { return SourceReading(diagnostics: learned.diagnostics) }
        switch settings.shape {
        case .item:
            let table = CSVItems(repeats: settings.repeats, found: settings.found, mask: mask)
            return try await read(files, table, position, previous, mask, into: sink)
        case .transition: return try await read(files, CSVTransitions(mask: mask, holdsRows: true), position, previous, mask, into: sink)
        case .worklog: return try await read(files, CSVWorkLogs(mask: mask), position, previous, mask, into: sink)
        case .deployment, .incident, .build, .planLine, .measurement:
            return try await read(files, CSVOtherFacts(settings.shape, mask: mask), position, previous, mask, into: sink)
        }
    }

    /// Reads a file of changes of status while it is stored; nil where it has to be read whole.
    private func streamed(
        since cursor: String?, into sink: @escaping @Sendable ([FactBatch]) async throws -> Void
    ) async throws -> SourceReading? {
        guard settings.shape == .transition, settings.joins.isEmpty, settings.people.isEmpty else { return nil }
        let file = CSVFile(path: settings.path, directory: directory)
        let previous = cursor.flatMap(CSVPosition.init)
        guard case .descriptor(let descriptor, let byteCount) = file.opened() else { return nil }
        defer { CSVFile.close(descriptor) }
        let pieces = CSVPieces(descriptor)
        // Nothing is stored of a packed file whose end may be damaged, and nothing is read of one that was read before.
        let seen = previous != nil || pieces.isPacked ? file.seen() : nil
        if pieces.isPacked, seen == nil { return nil }
        if let previous, let seen,
            previous.isSameReading(as: CSVPosition(fingerprint: seen.fingerprint.text, settings: settings, zone: zone, digest: digest))
        {
            return SourceReading(notes: ["\(settings.path) has not changed since it was last read."])
        }
        var reading = CSVImport(settings: settings, zone: zone, mask: mask)
        let byteCountToCome = pieces.isPacked ? nil : byteCount
        guard let cutter = CSVCutter(pieces, of: file, seen: seen, for: &reading) else { return nil }
        var stream = CSVStream(reading, cutter.columns, byteCount: byteCountToCome, origin: factOrigin)
        let ahead = CSVCutsAhead(most: 2)
        async let making: Void = ahead.make(cutter)
        // One batch is stored while the next one is taken, and the pieces behind it are read and cut meanwhile.
        let isWhole = try await withThrowingTaskGroup(of: Void.self) { group in
            for await cut in ahead.cuts {
                ahead.askForOne()
                stream.take(cut)
                var next = stream.next()
                while case .batch(let batch) = next {
                    try Task.checkCancellation()
                    try await group.next()
                    group.addTask { try await sink([batch]) }
                    next = stream.next()
                }
                guard case .hungry = next else {
                    try await group.waitForAll()
                    if case .end = next { return true }
                    return false
                }
            }
            try await group.waitForAll()
            try Task.checkCancellation()
            return false
        }
        ahead.close()
        await making
        guard isWhole else { return nil }
        let outcome = stream.outcome
        let retracted = try await retract(numbered: previous?.rowCount ?? 0, into: sink)
        let position = CSVPosition(fingerprint: stream.fingerprint, settings: settings, zone: zone, digest: digest)
        let gone = retracted > 0 ? "; \(CountText.counted(retracted, "row")) of the last reading gone" : ""
        return SourceReading(
            position: position.text, diagnostics: outcome.diagnostics, notes: [outcome.note + gone + "."],
            recordCount: outcome.recordCount)
    }

    private func read(
        _ files: [[UInt8]], _ empty: some CSVTable, _ position: CSVPosition, _ previous: CSVPosition?,
        _ mask: @escaping @Sendable (String) -> String, into sink: @Sendable ([FactBatch]) async throws -> Void
    ) async throws -> SourceReading {
        var table = empty
        var reading = CSVImport(settings: settings, zone: zone, mask: mask)
        guard reading.read(files[0], into: &table) else { return SourceReading(diagnostics: reading.diagnostics.all) }
        let summary = table.summary
        var notes: [String] = []
        var diagnostics: [Diagnostic] = []
        for (join, bytes) in zip(settings.joins, files.dropFirst()) {
            var joining = CSVImport(settings: settings.joined(join), zone: zone, mask: mask)
            table.begin(join)
            guard joining.read(bytes, into: &table) else { return SourceReading(diagnostics: joining.diagnostics.all) }
            notes.append(joining.note(table.summary) + ".")
            diagnostics += joining.diagnostics.all
        }
        table.finish(&reading.diagnostics)
        // Rows that were held are counted only now; with a joined file the summary is that of the file.
        notes.insert(reading.note(settings.joins.isEmpty ? table.summary : summary), at: 0)
        let odd = table.oddities(in: zone)
        if !odd.isEmpty { notes.append("Noted: \(odd.joined(separator: ", ")). hone doctor says what each metric makes of it.") }
        for index in 0..<table.groupCount {
            try Task.checkCancellation()
            try await sink([table.group(index, origin: factOrigin)])
        }
        let retracted = try await retract(numbered: previous?.rowCount ?? 0, except: table.hasItem, into: sink)
        var position = position
        position.rowCount = settings.numbersRows ? reading.recordCount : 0
        if retracted > 0 { notes[0] += "; \(CountText.counted(retracted, "row")) of the last reading gone" }
        notes[0] += "."
        return SourceReading(
            position: position.text, diagnostics: reading.diagnostics.all + diagnostics, notes: notes, recordCount: reading.recordCount)
    }

    /// The mask, with the names in the columns that name people; nil with a refusal where no file has such a column.
    private func learnedMask(_ files: [[UInt8]]) -> (mask: (@Sendable (String) -> String)?, diagnostics: [Diagnostic]) {
        guard !settings.people.isEmpty else { return (mask, []) }
        var people = CSVPeople()
        people.learn(files[0], settings)
        for (join, bytes) in zip(settings.joins, files.dropFirst()) { people.learn(bytes, settings.joined(join)) }
        let absent = settings.people.filter { !people.foundColumns.contains($0) }
        guard absent.isEmpty else {
            return (
                nil,
                absent.map {
                    Diagnostic(
                        .refused, code: "missing-column", file: settings.path, line: 1, field: $0,
                        message: "No header has a column of this name for people.", advice: "Mend people, or check the delimiter.")
                }
            )
        }
        let names = NameMask(people.known)
        return ({ [mask] in names.masked(mask($0)) }, [])
    }

    /// Takes back the numbered rows of the last reading that this one does not have; they belong to the file, not to the tracker.
    /// Returns how many.
    private func retract(
        numbered rowCount: Int, except isThere: (String) -> Bool = { _ in false }, into sink: @Sendable ([FactBatch]) async throws -> Void
    ) async throws -> Int {
        var gone = FactBatch(byColumns: .item, origin: origin)
        var total = 0
        for number in 1..<rowCount + 1 where !settings.numbersRows || !isThere(String(number)) {
            gone.append(isRetracted: true, texts: ["key": String(number), "shape": "dates"])
            total += 1
            guard gone.count == CSVItems.groupSize else { continue }
            try await sink([gone])
            gone = FactBatch(byColumns: .item, origin: origin)
        }
        if !gone.isEmpty { try await sink([gone]) }
        return total
    }
}
