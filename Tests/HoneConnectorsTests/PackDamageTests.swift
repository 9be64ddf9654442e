import Foundation
import HoneFacts
import Testing

@testable import HoneConnectors

/// Packs, indices, trees and differences that are not as they should be end in an answer or are left to git, and never in a crash.
struct PackDamageTests {
    private struct Random {
        var state: UInt64

        mutating func next(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
    }

    /// A packed history whose files only come and change, so that nothing of it is left to git.
    private func packed() throws -> (fixture: GitFixture, folder: String, files: [String]) {
        let fixture = try GitFixture(bare: true)
        var stream = ""
        for commit in 1...60 {
            stream += "commit refs/heads/main\nmark :\(commit)\ncommitter M <m@example.org> \(1_700_000_000 + commit) +0000\ndata 2\nc\n"
            for file in 0..<(commit == 1 ? 40 : 2) {
                let path = "folder\((commit * 7 + file) % 5)/inner\(file % 3)/file-\((commit * 11 + file) % 60).txt"
                stream += "M 100644 inline \(path)\ndata \(String(commit).utf8.count)\n\(commit)\n"
            }
            stream += "\n"
        }
        try fixture.git("fast-import", "--quiet", input: Array(stream.utf8))
        try fixture.git("repack", "-q", "-a", "-d", "-f")
        let folder = fixture.path + "/objects"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/pack").filter {
            $0.hasSuffix(".pack") || $0.hasSuffix(".idx")
        }
        return (fixture, folder, files.sorted())
    }

    @Test(arguments: [".idx", ".pack"])
    func `flipped bytes`(ending: String) async throws {
        let (fixture, folder, files) = try packed()
        let git = fixture.source().git
        let headers = try await GitHeaders.read(Array("HEAD\n".utf8), with: git)
        let hasFiles = [Bool](repeating: true, count: headers.count)
        #expect(try await TouchedFiles.read(headers, hasFiles, in: folder, .withRenames, with: git) != nil)
        let name = try #require(files.first { $0.hasSuffix(ending) })
        let path = folder + "/pack/" + name
        let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        var random = Random(state: 7)
        var leftCount = 0
        for _ in 0..<400 {
            var bytes = whole
            for _ in 0...random.next(3) {
                let place = random.next(4) == 0 ? random.next(min(bytes.count, 2_000)) : random.next(bytes.count)
                bytes[place] = random.next(3) == 0 ? UInt8(random.next(256)) : bytes[place] ^ UInt8(1 << random.next(8))
            }
            if random.next(8) == 0 { bytes.removeLast(random.next(bytes.count)) }
            // Another file each time: the old one may still be mapped.
            try FileManager.default.removeItem(atPath: path)
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            do {
                if try await TouchedFiles.read(headers, hasFiles, in: folder, .withRenames, with: git) == nil { leftCount += 1 }
            } catch is GitError {
                leftCount += 1
            }
        }
        #expect(leftCount > 40)
    }

    private func isApplied(_ bytes: UnsafeRawBufferPointer, to base: [UInt8]) -> Bool {
        guard let difference = try? Difference(bytes), difference.size < 1_000 else { return false }
        let target = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, difference.size), alignment: 1)
        defer { target.deallocate() }
        let room = UnsafeMutableRawBufferPointer(rebasing: target[..<difference.size])
        return base.withUnsafeBytes { (try? difference.apply(to: $0, into: room)) != nil }
    }

    @Test func `differences of any bytes`() {
        var random = Random(state: 3)
        let base = [UInt8](repeating: 65, count: 100)
        var goodCount = 0
        for _ in 0..<20_000 {
            var bytes: [UInt8] = [100, UInt8(random.next(128))]
            for _ in 0..<random.next(12) { bytes.append(UInt8(random.next(256))) }
            if random.next(3) == 0 { bytes = [100, 10, 0x91, UInt8(random.next(110)), 10] }
            if bytes.withUnsafeBytes({ isApplied($0, to: base) }) { goodCount += 1 }
        }
        #expect(goodCount > 1_000 && goodCount < 19_000)
    }

    @Test func `trees of any bytes`() {
        var random = Random(state: 5)
        let entry = Array("100644 name\0".utf8) + [UInt8](repeating: 7, count: 20)
        var endCount = 0
        for _ in 0..<20_000 {
            var bytes = (0..<random.next(4)).flatMap { _ in entry }
            for _ in 0..<random.next(4) where !bytes.isEmpty { bytes[random.next(bytes.count)] = UInt8(random.next(256)) }
            bytes.removeLast(random.next(3) == 0 ? random.next(bytes.count + 1) : 0)
            // A buffer of its own size, so that a look beyond its end is one that tools see.
            let raw = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
            defer { raw.deallocate() }
            raw.copyBytes(from: bytes)
            do {
                var cursor = try TreeCursor(UnsafeRawBufferPointer(rebasing: raw[..<bytes.count]))
                var other = cursor
                try TreeCursor.skipEqual(&cursor, &other)
                #expect(cursor.isAtEnd)
                cursor = try TreeCursor(UnsafeRawBufferPointer(rebasing: raw[..<bytes.count]))
                while !cursor.isAtEnd {
                    try cursor.read()
                    cursor.advance()
                }
                endCount += 1
            } catch {}
        }
        #expect(endCount > 5_000 && endCount < 19_500)
    }
}
