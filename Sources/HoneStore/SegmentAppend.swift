import GRDB
import HoneFacts

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Appends one batch: finds out which of its facts are new, changed or known, and writes the first two as segments.
///
/// Nothing is looked up fact by fact. Segments that may hold facts of the batch, by the range of their codes and instants, are
/// decoded and walked once; an import that goes forward in time touches the last one or none.
struct SegmentAppend {
    let batch: FactBatch
    let codes: (origin: Int64, source: Int64)
    let recordedAt: Int64
    /// The family's columns in the log's numbering, and the native ids where there are any.
    let columns: [SegmentColumn]
    /// Columns that are left out there, as no row knows them, with what stands in the log for that.
    private let unknown: [(name: String, rest: Int64)]
    private let identity: [[Int64]]
    /// Where the columns of `identity` stand in `columns`.
    let identityColumns: [Int]
    /// Where the first text of an identity, and its instant, stand in `identity`.
    let (codePlace, instantPlace): (Int?, Int?)
    /// Rows whose code is smaller may be known; all others are new to the log.
    private let knownCodeCount: Int64
    /// Positions of rows by the hash of their identity, the last one of each.
    private var slots: [Int32]
    /// The row before with the same identity, or -1.
    private var previous: [Int32]
    private var known: [Known?]

    /// The latest version of a fact in the log.
    private struct Known {
        var segment: Int64
        var row: Int
        var isTakenBack: Bool
        var isSame: Bool
        /// Whether it came from another source.
        var isForeign: Bool
    }

    init(_ batch: FactBatch, origin: Int64, source: Int64, recordedAt: Int64, texts: inout StoreTexts, _ database: Database) throws {
        self.batch = batch
        codes = (origin, source)
        self.recordedAt = recordedAt
        let family = batch.family
        for numbering in LogTexts.numberings(of: family) { try texts.load(numbering, database) }
        var columns: [SegmentColumn] = []
        var unknown: [(name: String, rest: Int64)] = []
        var firstNew: [String: Int] = [:]
        func add(_ name: String, _ column: FactColumn, _ numbering: String) {
            if name != SegmentColumn.id, !family.identity.contains(name), column.isUnknown {
                if case .texts = column { return unknown.append((name, 0)) }
                return unknown.append((name, Instant.missing))
            }
            switch column {
            case .integers(let values): columns.append(SegmentColumn(name: name, isText: false, values: values))
            case .texts(let column):
                firstNew[name] = texts.count(numbering)
                columns.append(SegmentColumn(name: name, isText: true, values: texts.codes(column, numbering)))
            }
        }
        for (schema, column) in zip(family.columns, batch.columns) { add(schema.name, column, schema.numbering(in: family)) }
        var names = family.identity
        if case .native(let ids) = batch.identity {
            add(SegmentColumn.id, .texts(ids), LogTexts.ids(family))
            names = [SegmentColumn.id]
        }
        (self.columns, self.unknown) = (columns, unknown)
        identityColumns = names.compactMap { name in columns.firstIndex { $0.name == name } }
        let chosen = identityColumns.map { columns[$0] }
        identity = chosen.map(\.values)
        codePlace = chosen.firstIndex(where: \.isText)
        instantPlace = chosen.firstIndex { column in family.columns.contains { $0.name == column.name && $0.kind == .instant } }
        knownCodeCount = codePlace.flatMap { firstNew[chosen[$0].name] }.map(Int64.init) ?? .max
        slots = []
        previous = []
        known = []
    }

    private func hash(_ identity: [[Int64]], _ row: Int) -> Int {
        var hash: UInt64 = 0x9e37_79b9_7f4a_7c15
        for column in identity { hash = TextHash.mixed(hash, UInt64(bitPattern: column[row])) }
        return Int(truncatingIfNeeded: hash >> 1)
    }

    /// Whether each text's rows go forward in time, or texts come once each in the order of their codes, so that no two rows can speak of
    /// the same fact: most imports do.
    private var goesForward: Bool {
        guard let codePlace else { return false }
        guard let instantPlace else {
            let codes = identity[codePlace]
            return zip(codes, codes.dropFirst()).allSatisfy(<)
        }
        let own = batch.texts(columns[identityColumns[codePlace]].name)
        let instants = identity[instantPlace]
        // The batch's own codes lie closer together than those of the log.
        var latest = [Int64](repeating: .min, count: own.table.count)
        for (row, code) in own.codes.enumerated() {
            guard instants[row] > latest[Int(code)] else { return false }
            latest[Int(code)] = instants[row]
        }
        return true
    }

    /// - Parameter isLookedUp: whether rows of the log will be looked for among those of the batch.
    private mutating func index(isLookedUp: Bool) {
        previous = []
        guard isLookedUp || !goesForward else { return }
        var size = 64
        while size < batch.count * 2 { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
        previous = [Int32](repeating: -1, count: batch.count)
        for row in 0..<batch.count {
            var slot = hash(identity, row) & (size - 1)
            while slots[slot] >= 0, !identity.allSatisfy({ $0[Int(slots[slot])] == $0[row] }) { slot = (slot + 1) & (size - 1) }
            previous[row] = slots[slot]
            slots[slot] = Int32(row)
        }
    }

    /// The last row of the batch that speaks of a fact.
    private func row(of identity: [[Int64]], _ other: Int) -> Int? {
        var slot = hash(identity, other) & (slots.count - 1)
        while slots[slot] >= 0 {
            let row = Int(slots[slot])
            if zip(self.identity, identity).allSatisfy({ $0[row] == $1[other] }) { return row }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// - Throws: what the database throws; `StoreError` for a segment that is damaged.
    mutating func run(_ database: Database) throws -> AppendCount {
        let candidates = try candidates(database)
        index(isLookedUp: !candidates.isEmpty)
        if candidates.isEmpty, previous.isEmpty {
            try write(nil, [], database)
            return AppendCount(added: batch.count)
        }
        known = [Known?](repeating: nil, count: batch.count)
        for candidate in candidates { try look(candidate, database) }
        let found = sorted()
        for (segment, rows) in found.superseded { try Superseded.add(rows, to: segment, database) }
        try write(found.kept, found.supersededHere, database)
        return found.count
    }

    /// What becomes of the rows of the batch.
    private struct Sorted {
        var count = AppendCount()
        var kept: [Int] = []
        /// Rows of the log, by segment, and of this batch that a later version takes the place of.
        var superseded: [Int64: [Int]] = [:]
        var supersededHere: Set<Int> = []
    }

    /// The version of a fact that the next row is compared with.
    private struct Current {
        /// Of the log, as long as no row of the batch has taken its place.
        var known: Known?
        /// The last row of the batch that speaks of it.
        var row: Int?
        var isRowKept = false
    }

    private func sorted() -> Sorted {
        var sorted = Sorted()
        let last = lastRows()
        var current = known.map { Current(known: $0) }
        for row in 0..<batch.count {
            let isRetracted = batch.isRetracted(row)
            let version = current[last[row]]
            let isUnchanged: Bool
            if let before = version.row {
                isUnchanged = isRetracted == batch.isRetracted(before) && isSame(columns, before, row)
            } else if let known = version.known {
                isUnchanged = known.isTakenBack ? isRetracted : !isRetracted && known.isSame
            } else {
                sorted.count.added += 1
                sorted.kept.append(row)
                current[last[row]] = Current(known: nil, row: row, isRowKept: true)
                continue
            }
            if isUnchanged {
                sorted.count.unchanged += 1
                if version.row == nil { current[last[row]].row = row }
                continue
            }
            sorted.count.changed += 1
            if let known = version.known, !known.isTakenBack {
                sorted.superseded[known.segment, default: []].append(known.row)
                if known.isForeign { sorted.count.overruled += 1 }
            }
            if let before = version.row, version.isRowKept { sorted.supersededHere.insert(before) }
            sorted.kept.append(row)
            current[last[row]] = Current(known: nil, row: row, isRowKept: true)
        }
        return sorted
    }

    /// For each row, the last row of the batch that speaks of the same fact: where the log's version was noted.
    private func lastRows() -> [Int] {
        var last = Array(0..<batch.count)
        for row in stride(from: batch.count - 1, through: 0, by: -1) where previous[row] >= 0 { last[Int(previous[row])] = last[row] }
        return last
    }

    private func isSame(_ other: [SegmentColumn], _ left: Int, _ right: Int) -> Bool {
        for column in columns where column.name != SegmentColumn.id {
            let rest = column.isText ? 0 : Instant.missing
            let value = other.first { $0.name == column.name }?.values[left] ?? rest
            if value != column.values[right] { return false }
        }
        return unknown.allSatisfy { name, rest in (other.first { $0.name == name }?.values[left] ?? rest) == rest }
    }

    private struct Candidate {
        let sequence: Int64
        let source: Int64
        let body: [UInt8]
    }

    /// Segments that may hold a fact of the batch, oldest first.
    private func candidates(_ database: Database) throws -> [Candidate] {
        var (low, high) = (Int64.max, Int64.min)
        var (earliest, latest) = (Int64.max, Int64.min)
        let codes = codePlace.map { identity[$0] } ?? [Int64](repeating: 0, count: batch.count)
        let instants = instantPlace.map { identity[$0] } ?? codes
        for row in codes.indices where codes[row] < knownCodeCount {
            (low, high) = (min(low, codes[row]), max(high, codes[row]))
            (earliest, latest) = (min(earliest, instants[row]), max(latest, instants[row]))
        }
        guard low <= high else { return [] }
        if instantPlace == nil { (earliest, latest) = (.min, .max) }
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT sequence, checksum, body, source_code FROM segment
                WHERE family = ? AND origin_code = ? AND is_native = ? AND low_code <= ? AND high_code >= ?
                AND low_instant <= ? AND high_instant >= ? ORDER BY sequence
                """,
            arguments: [batch.family.rawValue, self.codes.origin, batch.isNative, high, low, latest, earliest])
        return try rows.map {
            Candidate(sequence: $0[0], source: $0[3], body: try Store.checked($0[2], $0[1], segment: $0[0], batch.family))
        }
    }

    /// Notes which facts of the batch a segment has a version of.
    private mutating func look(_ candidate: Candidate, _ database: Database) throws {
        let (stored, rowCount) = try Store.decoded(candidate.body, segment: candidate.sequence, batch.family)
        let names = batch.isNative ? [SegmentColumn.id] : batch.family.identity
        let theirs = names.map { name in
            stored.first { $0.name == name }?.values
                ?? [Int64](repeating: columns.first { $0.name == name }?.isText == true ? 0 : Instant.missing, count: rowCount)
        }
        let retracted = stored.first { $0.name == SegmentColumn.retracted }?.values
        let superseded = try Superseded.rows(of: candidate.sequence, database)
        for row in 0..<rowCount {
            guard let mine = self.row(of: theirs, row) else { continue }
            let isOld = !superseded.isEmpty && superseded[row / 8] >> UInt8(row % 8) & 1 == 1
            let first = firstRow(mine)
            known[mine] = Known(
                segment: candidate.sequence, row: row, isTakenBack: retracted?[row] == 1 || isOld, isSame: isSame(stored, row, first),
                isForeign: candidate.source != codes.source)
        }
    }

    /// The first row of the batch that speaks of the same fact: the one the log's version is compared with.
    private func firstRow(_ row: Int) -> Int {
        var first = row
        while previous[first] >= 0 { first = Int(previous[first]) }
        return first
    }
}
