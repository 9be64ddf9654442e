import Foundation
import Testing

@testable import HoneConnectors

/// Pieces that are unpacked without zlib: as zlib does, or not at all.
struct SmallPiecesTests {
    /// A file that git packed with a level of compression, as it lies there, and what is in it.
    private func piece(_ fixture: GitFixture, _ content: [UInt8], level: Int) throws -> (packed: [UInt8], whole: [UInt8]) {
        let name = try fixture.git("-c", "core.looseCompression=\(level)", "hash-object", "-w", "--stdin", input: content)
        let path = "\(fixture.path)/objects/\(name.prefix(2))/\(name.dropFirst(2))"
        // In a pack other objects follow.
        let packed = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) + [UInt8](repeating: 0x55, count: 24)
        try FileManager.default.removeItem(atPath: path)
        return (packed, Array("blob \(content.count)\0".utf8) + content)
    }

    /// Nil where it is left to zlib.
    private func unpacked(_ packed: [UInt8], count: Int, _ pieces: borrowing SmallPieces) -> [UInt8]? {
        var target = [UInt8](repeating: 0, count: count)
        let isDone = packed.withUnsafeBytes { source in target.withUnsafeMutableBytes { pieces.inflate(source, into: $0) } }
        return isDone ? target : nil
    }

    @Test func `bytes that were not packed, and those with the codes that everybody knows`() throws {
        let fixture = try GitFixture(bare: true)
        let pieces = SmallPieces()
        let contents: [[UInt8]] = [
            [1], Array("short".utf8), (0..<60).map { UInt8($0 * 4) }, [UInt8](repeating: 65, count: 300),
            Array(repeating: [1, 2, 200], count: 90).flatMap { $0 },
            Array("100644 a name\0and 100644 another name\0and 100644 a name again".utf8),
        ]
        var doneCount = 0
        for content in contents {
            for level in [0, 1, 9] {
                let (packed, whole) = try piece(fixture, content, level: level)
                let found = unpacked(packed, count: whole.count, pieces)
                #expect(found == nil || found == whole)
                if found != nil { doneCount += 1 }
                #expect(unpacked(packed, count: whole.count - 1, pieces) == nil)
                #expect(unpacked(packed, count: whole.count + 1, pieces) == nil)
                for place in 0..<(packed.count - 24) {
                    for bit in 0..<8 {
                        var flipped = packed
                        flipped[place] ^= 1 << UInt8(bit)
                        let odd = unpacked(flipped, count: whole.count, pieces)
                        // What a flip does not change is the level that was asked for.
                        #expect(odd == nil || odd == whole)
                    }
                }
                for count in 0..<packed.count { _ = unpacked(Array(packed[..<count]), count: whole.count, pieces) }
            }
        }
        #expect(doneCount >= 14)
    }
}
