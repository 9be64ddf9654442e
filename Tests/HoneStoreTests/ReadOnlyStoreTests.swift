import Foundation
import GRDB
import HoneFacts
import HoneTestSupport
import Testing

@testable import HoneStore

/// A store in a folder in which nothing can be written: a backup, another user's, a disk that is full.
@Suite struct ReadOnlyStoreTests {
    private static let digest = Digest(pseudonym: { $0 }, fingerprint: { _ in "" })

    private func batch(_ name: String) -> FactBatch {
        var batch = FactBatch(.tag, origin: "a")
        batch.append(id: name, integers: ["tagged_at": 2], texts: ["name": name])
        return batch
    }

    /// The file is opened as it is, without a lock, a log or an index beside it; its path needs escapes.
    @Test func `what cannot be locked is read as it is, and not written`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a b?%#é.sqlite").path
        do {
            let store = try Store(path: path, digest: Self.digest)
            _ = try await store.append([batch("v1")], recordedAt: 1, cursor: nil)
            try store.queue.close()
        }
        // A folder where the lock should be: it can be opened by nobody, root included.
        try FileManager.default.removeItem(atPath: path + ".lock")
        try FileManager.default.createDirectory(atPath: path + ".lock", withIntermediateDirectories: false)
        let store = try Store(path: path, digest: Self.digest)
        #expect(try await store.read(.tag).map { $0.texts("name")[0] } == ["v1"])
        await #expect(throws: StoreError.self) { _ = try await store.append([self.batch("v2")], recordedAt: 2, cursor: nil) }
        #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
        // What was stored last may stand in a log: without it, the store would lack something.
        try Data([1]).write(to: URL(fileURLWithPath: path + "-wal"))
        #expect(throws: StoreError.self) { try Store(path: path, digest: Self.digest) }
    }

    @Test func `what is no store stays none`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("x.sqlite").path
        try Data("no database at all".utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.createDirectory(atPath: path + ".lock", withIntermediateDirectories: false)
        #expect(throws: StoreError.self) { try Store(path: path, digest: Self.digest) }
    }
}
