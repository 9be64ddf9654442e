import Foundation
import HoneFacts
import Testing

@testable import HoneConnectors

@Suite(.enabled(if: CSVSharedData.isPresent), .serialized) struct GitHubRealFilesTests {
    private static let names = (0...2).map { "github-issues-pulls-0\($0).jsonl.gz" }

    @Test func `secp256k1 gives its issues, changes and reviews, and no login is in any text`() async throws {
        let folder = try GitHubFolder()
        let data = try #require(CSVSharedData.folder) + "/projects/secp256k1/"
        var notes: [String] = []
        var recordCount = 0
        for name in Self.names {
            try FileManager.default.createSymbolicLink(atPath: folder.folder.path + "/" + name, withDestinationPath: data + name)
            let outcome = try await folder.read(name)
            #expect(outcome.reading.diagnostics.isEmpty)
            notes += outcome.reading.notes
            recordCount += outcome.reading.recordCount
        }
        #expect(recordCount == 1_825)
        #expect(notes.first == "github-issues-pulls-00.jsonl.gz: 892 objects: 282 issues, 610 changes, 639 reviews.")
        let items = try #require(try await folder.log.read(.item).first)
        let changes = try #require(try await folder.log.read(.change).first)
        let reviews = try #require(try await folder.log.read(.review).first)
        #expect(try await Array(folder.log.read(.item)).count == 1)
        #expect(items.count == 517 && changes.count == 1_308 && reviews.count == 2_592)
        #expect((0..<items.count).count { items.texts("status")[$0] == "open" } == 81)
        #expect(items.integers("finished_at").count { $0 == Instant.missing } == 81)
        let (merged, closed) = (changes.integers("merged_at"), changes.integers("closed_at"))
        #expect(merged.count { $0 != Instant.missing } == 944)
        #expect(zip(merged, closed).count { $0 == Instant.missing && $1 != Instant.missing } == 290)
        #expect(zip(merged, closed).count { $0 == Instant.missing && $1 == Instant.missing } == 74)
        let hours = firstReviewHours(changes, reviews)
        #expect(hours.count == 750)
        #expect(abs((hours[374] + hours[375]) / 2 - 12.59) < 0.005)
        #expect(reviews.integers("is_bot").allSatisfy { $0 == 0 })
        for name in Self.names { #expect(try await folder.read(name).appended == AppendCount()) }
        #expect(Set(items.texts("title").values).count { $0.contains(NameMask.replacement) } > 10)
        expectNoLogin(in: [items, changes, reviews], logins: try logins())
    }

    /// Sorted hours from opening a change to the first review by another account.
    private func firstReviewHours(_ changes: FactBatch, _ reviews: FactBatch) -> [Double] {
        var first: [String: Int64] = [:]
        let (isAuthor, isBot) = (reviews.integers("is_author"), reviews.integers("is_bot"))
        for row in 0..<reviews.count where isAuthor[row] == 0 && isBot[row] == 0 {
            let change = reviews.texts("change")[row]
            first[change] = min(first[change] ?? .max, Instant(rawValue: reviews.integers("reviewed_at")[row]).seconds)
        }
        let opened = changes.integers("opened_at").map { Instant(rawValue: $0).seconds }
        return zip(changes.ids, opened).compactMap { id, opened in first[id].map { Double($0 - opened) / 3_600 } }.sorted()
    }

    /// Logins of the people in all three files, found without the reader under test.
    private func logins() throws -> Set<String> {
        var logins: Set<String> = []
        for name in Self.names {
            let bytes = try #require(Gzip.inflated(CSVSharedData.bytes("projects/secp256k1/" + name)))
            let text = bytes + [0]
            text.withUnsafeBytes { raw in
                let buffer = raw.assumingMemoryBound(to: CChar.self)
                var position = 0
                while let login = Self.value("\"login\":\"", in: buffer, from: position) {
                    position = login.end
                    // In an account the type stands some lines after the login.
                    guard let type = Self.value("\"type\":\"", in: buffer, from: position), type.text == "User" else { continue }
                    logins.insert(login.text.lowercased())
                }
            }
        }
        #expect(logins.count > 150)
        return logins.subtracting(["ghost"])
    }

    private static func value(_ lead: String, in buffer: UnsafeBufferPointer<CChar>, from start: Int) -> (text: String, end: Int)? {
        guard let base = buffer.baseAddress, let found = strstr(base + start, lead) else { return nil }
        let first = found - UnsafeMutablePointer(mutating: base) + lead.utf8.count
        guard let end = buffer[first...].firstIndex(of: 34) else { return nil }
        return (String(decoding: buffer[first..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self), end)
    }

    /// Compares whole words, with the hyphens that logins can have and without.
    private func expectNoLogin(in batches: [FactBatch], logins: Set<String>) {
        var words: Set<String> = []
        for batch in batches {
            var texts = Set(batch.ids + [batch.origin])
            for case .texts(let column) in batch.columns { texts.formUnion(column.values) }
            for text in texts {
                for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" }) {
                    words.insert(String(word))
                    words.formUnion(word.split(separator: "-").map(String.init))
                }
            }
        }
        #expect(words.count > 2_000)
        #expect(words.intersection(logins).isEmpty)
    }
}
