import GRDB
import HoneFacts
import HoneLoop

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads what was kept, as of one instant of the log, and brings it up to that instant.
///
/// Of a segment that was there before, the kept rows are read and not the segment, unless something else counts in it by now: rows
/// that a later version has taken the place of, or an item that was left out until a new fact spoke of it.
struct KeptReader {
    private let database: Database
    private let token: Store.Token
    private let zone: ZoneTable
    private let isCounted: (String) -> Bool
    static let families = FactFamily.allCases.filter { $0.itemColumn != nil }
    /// More new facts than this, and reading everything costs no more.
    private static let mostNewFacts = 100_000

    /// Only a reading of all facts can tell.
    struct Unusable: Error {}

    init(_ database: Database, _ token: Store.Token, _ zone: ZoneTable, _ isCounted: @escaping (String) -> Bool) {
        (self.database, self.token, self.zone, self.isCounted) = (database, token, zone, isCounted)
    }

    func reading() throws -> KeptReading {
        let position = try Store.position(database)
        guard position.retractionCount == token.position.retractionCount, position.lastSegment >= token.position.lastSegment,
            position.supersededIDCount == token.position.supersededIDCount
        else { throw Unusable() }
        var state = KeptState(fold: try fold(), points: try points())
        let names = try segmentNames()
        let new = names.filter { $0.sequence > token.position.lastSegment && isCounted($0.origin) }
        guard new.allSatisfy({ Self.families.contains($0.family) }),
            new.reduce(0, { $0 + $1.rowCount }) <= Self.mostNewFacts
        else { throw Unusable() }
        let texts = try Self.texts(database)
        let newSegments = try new.compactMap { try segment($0.sequence, texts) }
        var changes = try KeptChanges(newSegments)
        let settled = try settled(of: changes.touched)
        try changes.look(at: newSegments, settled, codeCount: token.position.itemCodeCount, zone)

        // Items that were left out until now, in ascending order.
        var returning: [String: [Int32]] = [:]
        for (origin, codes) in changes.touched {
            let live = state.fold.live[origin] ?? LiveItems()
            returning[origin] = codes.filter { live.place(of: Int64($0)) < 0 }.sorted()
            for code in returning[origin] ?? [] {
                guard let item = settled[origin]?[code], item.isSettled else { continue }
                guard state.fold.leftOut.remove(item) else { throw Unusable() }
            }
            state.fold.live[origin, default: LiveItems()].add(returning[origin] ?? [])
        }
        let old = names.filter { $0.sequence <= token.position.lastSegment && Self.families.contains($0.family) && isCounted($0.origin) }
        var parts: [FactFamily: [FactSegment]] = [:]
        var moved: [Int64] = []
        for name in old {
            if !name.isMoved, !name.mayHold(returning[name.origin] ?? []) {
                guard let kept = try keptRows(of: name, texts) else { continue }
                parts[name.family, default: []].append(kept)
            } else {
                moved.append(name.sequence)
                guard let segment = try segment(name.sequence, texts) else { continue }
                parts[name.family, default: []].append(segment)
            }
        }
        for segment in newSegments { parts[segment.family, default: []].append(segment) }
        moved += newSegments.map(\.sequence)
        state.fold.position = position
        state.points.forget(from: CalendarDay(number: changes.affectedFrom))
        return KeptReading(
            state: state, facts: FactTables(segments: parts, position: position, of: state.fold.live), changes: changes,
            settled: settled, movedSegments: moved)
    }

    /// What is known of a segment without its body.
    private struct Name {
        let sequence: Int64
        let family: FactFamily
        let origin: String
        let isNative: Bool
        let rowCount: Int
        let codes: ClosedRange<Int64>
        let supersededCount: Int
        /// As it was when its live rows were kept; nil where none are.
        let keptCount: Int?

        /// Whether a live row of it may not count any longer.
        var isMoved: Bool { keptCount.map { $0 != supersededCount } ?? false }

        /// Whether it may hold facts of items that are in ascending order.
        func mayHold(_ items: [Int32]) -> Bool {
            guard !isNative else { return !items.isEmpty }
            var (low, high) = (0, items.count)
            while low < high {
                let middle = (low + high) / 2
                if Int64(items[middle]) < codes.lowerBound { low = middle + 1 } else { high = middle }
            }
            return low < items.count && Int64(items[low]) <= codes.upperBound
        }
    }

    private func segmentNames() throws -> [Name] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT s.sequence, s.family, o.name, s.is_native, s.row_count, s.low_code, s.high_code, d.row_count, k.superseded_count
                FROM segment s NOT INDEXED JOIN origin o ON o.code = s.origin_code LEFT JOIN superseded d ON d.segment = s.sequence
                LEFT JOIN kept_rows k ON k.segment = s.sequence ORDER BY s.sequence
                """)
        var names: [Name] = []
        while let row = try rows.next() {
            let (low, high): (Int64, Int64) = (row[5], row[6])
            guard let family = FactFamily(rawValue: row[1]), low <= high else { throw Unusable() }
            names.append(
                Name(
                    sequence: row[0], family: family, origin: row[2], isNative: row[3], rowCount: row[4], codes: low...high,
                    supersededCount: row[7] ?? 0, keptCount: row[8]))
        }
        return names
    }

    private func fold() throws -> KeptFold {
        guard
            let row = try Row.fetchOne(database, sql: "SELECT live_from, last_finished_on, checksum, left_out FROM kept_fold"),
            let numbers = try SegmentBody.columns(of: try checked(row[3], row[2])).columns.first?.values,
            let leftOut = SettledTally(numbers: numbers)
        else { throw Unusable() }
        var live: [String: LiveItems] = [:]
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT o.name, k.ordered_count, k.checksum, k.body FROM kept_live k JOIN origin o ON o.code = k.origin_code")
        while let row = try rows.next() {
            live[row[0]] = try LiveItems(bytes: try checked(row[3], row[2]), orderedCount: row[1])
        }
        return KeptFold(
            digest: token.digest, now: token.now, position: token.position, liveFrom: CalendarDay(number: row[0]), live: live,
            leftOut: leftOut, lastFinishedOn: row[1])
    }

    private func points() throws -> HistoryPoints {
        var points: [HistoryPoints.Key: HistoryPoint] = [:]
        let rows = try Row.fetchCursor(database, sql: "SELECT metric, version, from_day, to_day, n, value, p85, eligible FROM kept_point")
        while let row = try rows.next() {
            let window = Window(from: CalendarDay(number: row[2]), to: CalendarDay(number: row[3]))
            points[.init(metric: row[0], version: row[1], window: window)] = HistoryPoint(
                n: row[4], eligible: row[7], value: row[5], p85: row[6])
        }
        return HistoryPoints(points)
    }

    /// The chunks in which some items stand.
    private func settled(of codes: [String: Set<Int32>]) throws -> [String: SettledItems] {
        var settled: [String: SettledItems] = [:]
        for (origin, codes) in codes {
            var items = SettledItems()
            for number in Set(codes.map(SettledItems.chunk)).sorted() {
                let row = try Row.fetchOne(
                    database,
                    sql: """
                        SELECT k.checksum, k.body FROM kept_item k JOIN origin o ON o.code = k.origin_code
                        WHERE o.name = ? AND k.chunk = ?
                        """, arguments: [origin, number])
                if let row { try items.read(try checked(row[1], row[0]), asChunk: number) }
            }
            settled[origin] = items
        }
        return settled
    }

    private func keptRows(of name: Name, _ texts: LogTexts) throws -> FactSegment? {
        guard name.keptCount != nil else { return nil }
        let row = try Row.fetchOne(database, sql: "SELECT checksum, body FROM kept_rows WHERE segment = ?", arguments: [name.sequence])
        return try row.map { row in
            FactSegment(
                sequence: name.sequence, family: name.family, origin: name.origin, isNative: false, body: try checked(row[1], row[0]),
                superseded: [], texts: texts, isOfPlaces: true)
        }
    }

    private func segment(_ sequence: Int64, _ texts: LogTexts) throws -> FactSegment? {
        try Self.segment(sequence, texts, database)?.facts
    }

    /// A segment, and how many of its rows a later version has taken the place of.
    static func segment(
        _ sequence: Int64, _ texts: LogTexts, _ database: Database
    ) throws -> (facts: FactSegment, supersededCount: Int)? {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT s.family, o.name, s.is_native, s.checksum, s.body, d.row_count, d.rows FROM segment s
                JOIN origin o ON o.code = s.origin_code LEFT JOIN superseded d ON d.segment = s.sequence WHERE s.sequence = ?
                """, arguments: [sequence])
        guard let row, let family = FactFamily(rawValue: row[0]) else { return nil }
        let facts = FactSegment(
            sequence: sequence, family: family, origin: row[1], isNative: row[2],
            body: try Store.checked(row[4], row[3], segment: sequence, family), superseded: (row[6] as Data?).map { Array($0) } ?? [],
            texts: texts)
        return (facts, row[5] ?? 0)
    }

    /// The texts that pages read; keys and titles are not among them.
    static func texts(_ database: Database) throws -> LogTexts {
        var texts = StoreTexts()
        let unread = Self.families.reduce(into: Set<String>()) { $0.formUnion(LogTexts.unreadNumberings(of: $1)) }
        let numberings = Self.families.reduce(into: Set<String>()) { $0.formUnion(LogTexts.numberings(of: $1)) }.subtracting(unread)
        for numbering in numberings { try texts.load(numbering, database) }
        return texts.log(numberings, unread: unread)
    }

    private func checked(_ body: Data, _ checksum: Int64) throws -> [UInt8] {
        let bytes = Array(body)
        guard StoreChecksum.of(bytes) == checksum else { throw Unusable() }
        return bytes
    }
}
