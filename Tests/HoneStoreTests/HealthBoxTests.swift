import Foundation
import GRDB
import HoneFacts
import HoneLoop
import HoneStatistics
import HoneTestSupport
import Synchronization
import Testing

@testable import HoneStore

/// The box of a health check, looked at by somebody who reads the files and knows every token.
@Suite struct HealthBoxTests {
    static let check = "0123456789abcdef"

    /// What sealed sheets look like: bytes of one length that say nothing.
    static func sheets(_ count: Int, _ generator: inout SeededGenerator) -> [[UInt8]] {
        (0..<count).map { _ in (0..<688).map { _ in UInt8(truncatingIfNeeded: generator.next()) } }
    }

    static func marks(_ count: Int, _ generator: inout SeededGenerator) -> [String] {
        (0..<count).map { _ in Digest.forTests.fingerprint([UInt8](String(generator.next()).utf8)) }
    }

    static func shuffled<Element>(_ elements: [Element], _ generator: inout SeededGenerator) -> [Element] {
        var (rest, result) = (elements, [Element]())
        while !rest.isEmpty { result.append(rest.remove(at: generator.index(below: rest.count))) }
        return result
    }

    /// All bytes that lie in a folder.
    static func bytes(of folder: TemporaryFolder) throws -> Data {
        try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted().reduce(into: Data()) {
            $0.append(try Data(contentsOf: folder.file($1)))
        }
    }

    @Test func `the file is the same byte for byte, whoever answered first and whoever gave which sheet`() async throws {
        var generator = SeededGenerator(seed: 1)
        let folder = try TemporaryFolder()
        let (marks, sheets) = (Self.marks(6, &generator), Self.sheets(5, &generator))
        let base = try Store(path: folder.file("base").path)
        try await base.admit(marks, to: Self.check)
        try base.queue.close()
        var files: Set<Data> = []
        for trial in 0..<24 {
            let file = folder.file("\(trial)")
            try FileManager.default.copyItem(at: folder.file("base"), to: file)
            let store = try Store(path: file.path)
            // The same five of six answer, in any order, with the sheets dealt anew.
            let pairs = zip(Self.shuffled(Array(marks.prefix(5)), &generator), Self.shuffled(sheets, &generator))
            for (mark, sheet) in pairs { try await store.cast(sheet, mark: mark, in: Self.check) }
            try store.queue.close()
            #expect((try? Data(contentsOf: folder.file("\(trial)-wal")))?.isEmpty ?? true)
            files.insert(try Data(contentsOf: file))
        }
        #expect(files.count == 1)
    }

    @Test func `who reads every byte and knows every token joins them to sheets no better than chance`() async throws {
        var generator = SeededGenerator(seed: 2)
        let trials = 30
        var (hits, plainHits) = (0, 0)
        for _ in 0..<trials {
            let folder = try TemporaryFolder()
            let store = try Store(path: folder.file("a.sqlite").path)
            let (marks, sheets) = (Self.marks(6, &generator), Self.sheets(6, &generator))
            try await store.admit(marks, to: Self.check)
            for place in Self.shuffled(Array(0..<6), &generator) {
                try await store.cast(sheets[place], mark: marks[place], in: Self.check)
            }
            // The store is still open: its write-ahead log is read too, if there is anything in it.
            hits += Self.attack(try Self.bytes(of: folder), marks, sheets)
            plainHits += try await Self.attackOnRowsInOrder(marks, sheets, &generator)
        }
        // Fixed points of a random pairing: mean 1 and variance 1 a trial; four standard deviations on either side.
        let spread = 4 * Double(trials).squareRoot()
        #expect(abs(Double(hits - trials)) < spread, "\(hits) of \(trials * 6)")
        // The same attack finds all where rows are kept as they come, so it is no blunt one.
        #expect(plainHits == trials * 6, "\(plainHits)")
    }

    /// Guesses that what lies further back came later, for marks and for sheets.
    /// - Returns: how many guesses are right.
    static func attack(_ bytes: Data, _ marks: [String], _ sheets: [[UInt8]]) -> Int {
        func place(_ needle: some DataProtocol) -> Int { bytes.range(of: Data(needle), options: .backwards)?.lowerBound ?? -1 }
        let markOrder = marks.indices.sorted { place(Array(marks[$0].utf8)) < place(Array(marks[$1].utf8)) }
        let sheetOrder = sheets.indices.sorted { place(sheets[$0].prefix(64)) < place(sheets[$1].prefix(64)) }
        return zip(markOrder, sheetOrder).count { $0 == $1 }
    }

    /// The control: the same people, kept as rows in the order of their answers.
    static func attackOnRowsInOrder(_ marks: [String], _ sheets: [[UInt8]], _ generator: inout SeededGenerator) async throws -> Int {
        let folder = try TemporaryFolder()
        let order = shuffled(Array(0..<marks.count), &generator)
        let queue = try DatabaseQueue(path: folder.file("b.sqlite").path)
        try await queue.write { database in
            try database.execute(
                sql: "CREATE TABLE used (id INTEGER PRIMARY KEY, mark TEXT); CREATE TABLE sheet (id INTEGER PRIMARY KEY, sealed BLOB)")
        }
        for place in order {
            try await queue.write { database in
                try database.execute(sql: "INSERT INTO used (mark) VALUES (?)", arguments: [marks[place]])
                try database.execute(sql: "INSERT INTO sheet (sealed) VALUES (?)", arguments: [Data(sheets[place])])
            }
        }
        // Row ids tell the order of both.
        let (used, kept) = try await queue.read { database in
            (
                try String.fetchAll(database, sql: "SELECT mark FROM used ORDER BY id"),
                try Data.fetchAll(database, sql: "SELECT sealed FROM sheet ORDER BY id")
            )
        }
        return zip(used, kept).count { mark, sheet in marks.firstIndex(of: mark) == sheets.firstIndex(of: [UInt8](sheet)) }
    }

    @Test func `each sheet lies in one place only, and after closing neither sheet nor token lies anywhere`() async throws {
        var generator = SeededGenerator(seed: 3)
        let folder = try TemporaryFolder()
        let store = try Store(path: folder.file("a.sqlite").path)
        let (marks, sheets) = (Self.marks(8, &generator), Self.sheets(8, &generator))
        // Of a team that is smaller than k, whose results stay with it.
        let terms = HealthTerms(
            packVersion: 1, questions: [HealthQuestion(id: "pace", text: "We can keep this pace.")], k: 9, teamSize: 8,
            allowsComments: true,
            sealingKey: "00ff")
        try await store.append(Decision(.openHealthCheck, decidedAt: 1, subject: Self.check, details: terms.details))
        let end = Decision(.closeHealthCheck, decidedAt: 9, subject: Self.check, until: CalendarDay(iso: "2026-11-14"))
        try await store.admit(marks, to: Self.check)
        for (mark, sheet) in zip(marks, sheets) {
            try await store.cast(sheet, mark: mark, in: Self.check)
            // A decision between two answers would date them, if the log knew of answers.
            try await store.append(Decision(.note, decidedAt: 5, text: "another thing"))
        }
        // The note above went through the log of changes; what it holds of the box is what the file holds.
        _ = try await store.queue.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        let open = try Self.bytes(of: folder)
        for sheet in sheets { #expect(Self.count(sheet.prefix(64), in: open) == 1) }
        for mark in marks { #expect(Self.count(Array(mark.utf8), in: open) == 1) }
        try await store.close(Self.check) { ballot in
            #expect(ballot.given == 8 && Set(ballot.sheets) == Set(sheets))
            #expect(ballot.sheets == ballot.sheets.sorted { $0.lexicographicallyPrecedes($1) })
            return HealthClosing(decision: end, remains: HealthRemains(comments: ["one comment"]))
        }
        // Whoever closes it a moment later is told, and takes nothing away.
        await #expect(throws: Refusal.overtaken()) {
            try await store.close(Self.check) { _ in HealthClosing(decision: end, remains: HealthRemains()) }
        }
        let closed = try Self.bytes(of: folder)
        for sheet in sheets { #expect(Self.count(sheet.prefix(64), in: closed) == 0) }
        for mark in marks { #expect(Self.count(Array(mark.utf8), in: closed) == 0) }
        #expect(try await store.remains(of: Self.check).comments == ["one comment"])
        #expect(try await store.decisions().last?.verb == .closeHealthCheck)
        await #expect(throws: Refusal.self) { try await store.cast(sheets[0], mark: marks[0], in: Self.check) }
    }

    static func count(_ needle: some DataProtocol, in bytes: Data) -> Int {
        var (count, from) = (0, bytes.startIndex)
        while let found = bytes.range(of: Data(needle), in: from..<bytes.endIndex) {
            (count, from) = (count + 1, found.upperBound)
        }
        return count
    }

    @Test func `no table of the box has a row id, a time or a column for both`() async throws {
        let folder = try TemporaryFolder()
        let store = try Store(path: folder.file("a.sqlite").path)
        let tables = try await store.read { database in
            try Row.fetchAll(database, sql: "SELECT name, sql FROM sqlite_master WHERE name LIKE 'health%' AND type = 'table'")
                .map { ($0[0] as String, $0[1] as String) }
        }
        #expect(tables.map(\.0).sorted() == ["health_comment", "health_median", "health_sheet", "health_token"])
        for (name, sql) in tables {
            #expect(sql.contains("WITHOUT ROWID") && !sql.contains("_at"), "\(name)")
            #expect(!(sql.contains("mark") && sql.contains("sealed")), "\(name)")
        }
    }

    @Test func `two stores on one file at once lose no answer, and a token counts once`() async throws {
        var generator = SeededGenerator(seed: 4)
        let folder = try TemporaryFolder()
        let path = folder.file("a.sqlite").path
        let stores = try [Store(path: path), Store(path: path)]
        let (marks, sheets) = (Self.marks(30, &generator), Self.sheets(31, &generator))
        try await stores[0].admit(marks, to: Self.check)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (place, store) in stores.enumerated() {
                group.addTask {
                    for number in stride(from: place, to: 30, by: 2) {
                        try await store.cast(sheets[number], mark: marks[number], in: Self.check)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await stores[0].counts(of: Self.check) == HealthCounts(given: 30, used: 30))
        let error = await #expect(throws: Refusal.self) { try await stores[1].cast(sheets[30], mark: marks[0], in: Self.check) }
        #expect(error == .usedToken)
        await #expect(throws: Refusal.unknownToken) { try await stores[1].cast(sheets[30], mark: "guessed", in: Self.check) }
        try await stores[1].close(Self.check) { ballot in
            #expect(Set(ballot.sheets) == Set(sheets.prefix(30)))
            return HealthClosing(decision: Decision(.note, decidedAt: 1), remains: HealthRemains())
        }
    }

    @Test func `where the disk is full the token is not used, and a closing that fails closes nothing`() async throws {
        var generator = SeededGenerator(seed: 5)
        let folder = try TemporaryFolder()
        let store = try Store(path: folder.file("a.sqlite").path)
        let (marks, sheets) = (Self.marks(3, &generator), Self.sheets(3, &generator))
        try await store.admit(marks, to: Self.check)
        try await store.cast(sheets[0], mark: marks[0], in: Self.check)
        let long = [UInt8](repeating: 1, count: 200_000)
        try await store.queue.writeWithoutTransaction { database in
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            try database.execute(sql: "PRAGMA max_page_count = \(pages + 1)")
        }
        let error = await #expect(throws: StoreError.self) { try await store.cast(long, mark: marks[1], in: Self.check) }
        #expect(error?.description.contains("disk is full") == true)
        #expect(try await store.counts(of: Self.check) == HealthCounts(given: 3, used: 1))
        await #expect(throws: Refusal.self) {
            try await store.close(Self.check) { _ in throw Refusal("too few") }
        }
        #expect(try await store.counts(of: Self.check) == HealthCounts(given: 3, used: 1))
        try await store.cast(sheets[1], mark: marks[1], in: Self.check)
        #expect(try await store.counts(of: Self.check).used == 2)
    }

    @Test func `the export of the store knows nothing of boxes, comments and medians`() async throws {
        let folder = try TemporaryFolder()
        let store = try Store(path: folder.file("a.sqlite").path)
        try await store.admit([String(repeating: "a", count: 64)], to: Self.check)
        try await store.close(Self.check) { _ in
            HealthClosing(
                decision: Decision(.note, decidedAt: 1, text: "the end"),
                remains: HealthRemains(comments: ["secret"], medians: HealthMedians(values: [3, nil])))
        }
        let seen = Seen()
        try await store.export { table, row in seen.add(table, "\(row)") }
        #expect(!seen.tables.contains { $0.hasPrefix("health") } && !seen.text.contains("secret") && seen.text.contains("the end"))
        #expect(try await store.remains(of: Self.check) == HealthRemains(comments: ["secret"], medians: HealthMedians(values: [3, nil])))
    }

    private final class Seen: Sendable {
        private let state = Mutex((tables: Set<String>(), text: ""))
        func add(_ table: String, _ row: String) {
            state.withLock {
                $0.tables.insert(table)
                $0.text += row
            }
        }
        var tables: Set<String> { state.withLock { $0.tables } }
        var text: String { state.withLock { $0.text } }
    }
}
