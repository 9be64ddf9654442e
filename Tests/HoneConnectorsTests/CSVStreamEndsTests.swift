import HoneFacts
import Testing

@testable import HoneConnectors

/// A file that is stored while it is read ends as whoever stores it says, while pieces behind it are cut.
@Suite struct CSVStreamEndsTests {
    private struct DiskIsFull: Error {}

    /// A source of some pieces more than its first batch.
    private static func source(in folder: CSVFolder) throws -> CSVSource {
        var bytes = Array("item,status,at\n".utf8)
        let row = Array("A,a status,2026-01-01T10:00:00Z\n".utf8)
        for number in 0..<400_000 { bytes += Array("K\(number)".utf8) + row.dropFirst() }
        #expect(bytes.count > 8 * CSVFingerprint.pieceSize)
        try folder.write(bytes)
        let settings = try CSVSettings(csv: "export.csv", columns: ["key": "item", "status": "status", "changedOn": "at"])
        return CSVSource(settings: settings, directory: folder.path, zone: .utc, digest: .plain, mask: { $0 })
    }

    @Test func `what storing fails with is what the reading fails with`() async throws {
        let folder = try CSVFolder()
        let source = try Self.source(in: folder)
        await #expect(throws: DiskIsFull.self) { _ = try await source.facts(since: nil) { _ in throw DiskIsFull() } }
    }

    @Test func `whoever cancels a reading gets no reading`() async throws {
        let folder = try CSVFolder()
        let source = try Self.source(in: folder)
        let (stored, store) = AsyncStream.makeStream(of: Void.self)
        let reading = Task {
            try await source.facts(since: nil) { _ in
                store.yield()
                try await Task.sleep(for: .seconds(600))
            }
        }
        for await _ in stored { break }
        reading.cancel()
        await #expect(throws: CancellationError.self) { _ = try await reading.value }
    }
}
