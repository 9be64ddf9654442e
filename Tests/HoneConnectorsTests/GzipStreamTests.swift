import Foundation
import HoneFacts
import Testing

@testable import HoneConnectors

/// Packed files that are read while they are unpacked.
@Suite struct GzipStreamTests {
    private static let columns = ["key": "item", "status": "status", "changedOn": "at"]

    /// Several windows of rows that do not repeat, packed by the program that everybody packs with.
    private static func log(rows: Int) -> String {
        "item,status,at\n"
            + (0..<rows).map { "W\($0),s\(($0 &* 2_654_435_761) % 1_000_003)é,2026-0\(1 + $0 % 9)-1\($0 % 10)\n" }.joined()
    }

    private static func packed(_ text: String) throws -> [UInt8] {
        let folder = try CSVFolder()
        try folder.write(text, to: "a")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-n", folder.path + "/a"]
        try process.run()
        process.waitUntilExit()
        return try [UInt8](Data(contentsOf: URL(fileURLWithPath: folder.path + "/a.gz")))
    }

    /// What comes out in pieces of a size; nil at damage.
    private func unpacked(_ bytes: [UInt8], step: Int) throws -> [UInt8]? {
        let folder = try CSVFolder()
        try folder.write(bytes, to: "a.gz")
        guard case .descriptor(let descriptor, _) = CSVFile(path: "a.gz", directory: folder.path).opened() else { return nil }
        defer { CSVFile.close(descriptor) }
        let stream = try #require(GzipStream(descriptor))
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: step)
        while true {
            guard let count = buffer.withUnsafeMutableBytes({ stream.read(into: $0) }) else { return nil }
            output += buffer[..<count]
            if count < step { return output }
        }
    }

    @Test(arguments: [1_000, 65_536, 262_144, 4_194_304]) func `pieces of any size make the whole`(_ step: Int) throws {
        let text = Self.log(rows: 60_000)
        let bytes = try Self.packed(text)
        #expect(try unpacked(bytes, step: step) == Array(text.utf8))
        // Two members are one text.
        #expect(try unpacked(bytes + Self.packed("more"), step: step) == Array((text + "more").utf8))
        // A text that ends where a piece ends.
        #expect(try unpacked(Self.packed(String(repeating: "x", count: step * 2)), step: step)?.count == step * 2)
    }

    @Test func `what is cut off, changed or followed by something else is damaged`() throws {
        let bytes = try Self.packed(Self.log(rows: 5_000))
        for count in [bytes.count - 1, bytes.count - 8, bytes.count / 2, 10, 3] {
            #expect(try unpacked(Array(bytes[..<count]), step: 65_536) == nil, "\(count)")
        }
        var changed = bytes
        changed[bytes.count - 6] ^= 1
        #expect(try unpacked(changed, step: 65_536) == nil)
        #expect(try unpacked(bytes + [1, 2, 3], step: 65_536) == nil)
        #expect(Gzip.inflated(bytes + [1, 2, 3]) == nil)
    }

    @Test func `a packed log brings the facts and the position of the log, and is known again`() async throws {
        let text = Self.log(rows: 20_000)
        let folder = try CSVFolder()
        try folder.write(text, to: "a.csv")
        try folder.write(Self.packed(text), to: "a.csv.gz")
        let plain = try await folder.read(CSVSettings(csv: "a.csv", columns: Self.columns))
        let log = MemoryFactLog()
        let packed = try await folder.read(CSVSettings(csv: "a.csv.gz", columns: Self.columns), into: log)
        #expect(packed.reading.position == plain.reading.position)
        #expect(packed.live == plain.live && packed.live == 40_000)
        let again = try await folder.read(CSVSettings(csv: "a.csv.gz", columns: Self.columns), into: log)
        #expect(again.live == 0 && again.reading.notes == ["a.csv.gz has not changed since it was last read."])
    }

    @Test func `nothing is stored of a log whose end is damaged`() async throws {
        let folder = try CSVFolder()
        // More rows than a batch has, so that some would be stored before the end comes into view.
        var bytes = try Self.packed("item,status,at\n" + (0..<350_000).map { "\($0),s,2026-01-01\n" }.joined())
        bytes[bytes.count - 6] ^= 1
        try folder.write(bytes, to: "a.csv.gz")
        let outcome = try await folder.read(CSVSettings(csv: "a.csv.gz", columns: Self.columns))
        #expect(outcome.codes == ["damaged-gzip"] && outcome.live == 0)
    }
}
