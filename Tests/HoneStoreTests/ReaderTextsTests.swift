import Foundation
import GRDB
import HoneFacts
import HoneTestSupport
import Testing

@testable import HoneStore

/// Texts that a reader has numbered itself are the same facts as texts that the store looks up.
@Suite struct ReaderTextsTests {
    /// A reader that numbers its keys in the order in which it meets them.
    private struct Reader {
        let mark = TextTable.Mark()
        var keys = TextTable([""])

        /// The last three texts, and those that the rows name, as a reader of a log would hand them over.
        mutating func column(_ names: [String]) -> TextColumn {
            let codes = names.map { keys.code(adding: $0) }
            guard let last = codes.max(), last > 0 else { return TextColumn(names) }
            let first = max(1, last - 2)
            var named: [Int32] = []
            for code in codes where code > 0 && code < first && !named.contains(code) { named.append(code) }
            var own = TextTable([""])
            own.append(new: keys, from: first, through: last)
            own.append(new: keys, named)
            let numbers = codes.map { code in
                code == 0 ? 0 : code >= first ? code - first + 1 : last - first + 2 + Int32(named.firstIndex(of: code) ?? 0)
            }
            return TextColumn(codes: numbers, table: own, readerCodes: ReaderCodes(mark: mark, recent: first...last, older: named))
        }
    }

    private static func batch(_ items: TextColumn, at start: Int64) -> FactBatch {
        FactBatch(
            byColumns: .transition, origin: "csv",
            columns: [
                .texts(items), .texts(TextColumn(items.codes.map { $0 % 2 == 0 ? "Doing" : "Done" })),
                .integers(items.codes.indices.map { start + Int64($0) * 2 }), .integers([Int64](repeating: 0, count: items.count)),
            ])
    }

    private static func rows(_ store: Store) async throws -> [String] {
        try await store.read(.transition).flatMap { batch in
            (0..<batch.count).map { "\(batch.texts("item")[$0]) \(batch.integers("changed_at")[$0])" }
        }
    }

    @Test(arguments: 1...40) func `the facts are the same, whoever else numbers texts of the same log`(seed: Int) async throws {
        var generator = StoreHistoryTests.Numbers(state: UInt64(seed))
        let folder = try TemporaryFolder()
        let (path, plainPath) = (folder.file("a.sqlite").path, folder.file("b.sqlite").path)
        var (store, plain) = (try Store(path: path), try Store(path: plainPath))
        var readers = [Reader(), Reader()]
        for step in 0..<12 {
            let names = (0..<Int(generator.next() % 9)).map { _ in
                let number = generator.next() % UInt64(4 + step * 3)
                return ["", "A-\(number)", "caf\u{e9} \(number)", "cafe\u{301} \(number)", "no number"][Int(generator.next() % 5)]
            }
            let which = Int(generator.next() % 3)
            let start = Int64(step) * 1_000
            // A reader may number a text of which no row is told.
            if generator.next() % 4 == 0 { _ = readers[Int(generator.next() % 2)].keys.code(adding: "C-\(step)") }
            let column = which < 2 ? readers[which].column(names) : TextColumn(names)
            #expect((which == 2 || names.allSatisfy(\.isEmpty)) == (column.readerCodes == nil))
            let count = try await store.append([Self.batch(column, at: start)], recordedAt: start, cursor: nil)
            let expected = try await plain.append([Self.batch(TextColumn(names), at: start)], recordedAt: start, cursor: nil)
            #expect(count.added == expected.added)
            // Another program may have the store open, and add to it in between.
            switch generator.next() % 4 {
            case 0: store = try Store(path: path)
            case 1:
                let other = TextColumn(["B-\(step)", "A-1"])
                for path in [path, plainPath] {
                    _ = try await Store(path: path).append([Self.batch(other, at: start + 500)], recordedAt: start, cursor: nil)
                }
            default: break
            }
        }
        #expect(try await Self.rows(store) == Self.rows(plain))
        #expect(try await Self.rows(Store(path: path)) == Self.rows(Store(path: plainPath)))
    }

    @Test func `what a transaction that failed had added is added again`() async throws {
        let folder = try TemporaryFolder()
        let store = try Store(path: folder.file("a.sqlite").path)
        var reader = Reader()
        let first = reader.column(["A-1", "A-2"])
        try await store.write { try $0.execute(sql: "CREATE TRIGGER full BEFORE INSERT ON segment BEGIN SELECT RAISE(ABORT, 'full'); END") }
        await #expect(throws: StoreError.self) { try await store.append([Self.batch(first, at: 0)], recordedAt: 1, cursor: nil) }
        try await store.write { try $0.execute(sql: "DROP TRIGGER full") }
        _ = try await store.append([Self.batch(reader.column(["A-2", "A-3"]), at: 0)], recordedAt: 1, cursor: nil)
        #expect(try await Self.rows(store) == ["A-2 0", "A-3 2"])
    }

    @Test func `a column that was added to has its texts looked up`() {
        var reader = Reader()
        var column = reader.column(["A-1", "A-2"])
        #expect(column.readerCodes != nil)
        column.append("A-3")
        #expect(column.readerCodes == nil)
    }
}
