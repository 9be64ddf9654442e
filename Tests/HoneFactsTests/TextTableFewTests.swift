import Testing

@testable import HoneFacts

/// A few texts, looked for in a table that nobody has looked into.
@Suite struct TextTableFewTests {
    /// As a log reads it: texts that are known to be new, none of which can be found yet.
    private static func read(_ texts: [String]) -> TextTable {
        var table = TextTable([""])
        var (bytes, ends) = ([UInt8](), [UInt32]())
        for text in texts {
            bytes += text.utf8
            ends.append(UInt32(bytes.count))
        }
        table.append(new: bytes, ends: ends)
        return table
    }

    private static let stored =
        (1...5_000).map { "W\(String(repeating: "0", count: 8 - "\($0)".count))\($0)" } + ["a", "ab", "long name 7"]

    @Test(arguments: [
        ["W00000001", "W00005000", "W00005001"], ["ab", "a", "b", "W00000777", ""], ["long name 7", "ong name 7", "xlong name 7"],
        ["Stra\u{df}e", "W00000002"],
    ]) func `they get the codes that a look-up of each would give`(names: [String]) {
        let other = TextTable(names)
        let codes = (0..<Int32(names.count)).map { $0 }
        var few = Self.read(Self.stored)
        var one = Self.read(Self.stored)
        let found = few.codes(adding: other, codes)
        #expect(found == names.map { one.code(adding: $0) })
        #expect(few.texts == one.texts)
        // And what was added is found from then on.
        #expect(few.codes(adding: other, codes) == found)
        #expect(names.map { few.code(adding: $0) } == found)
    }

    @Test func `a table that is walked stays one that nobody has looked into`() {
        var table = Self.read(Self.stored)
        _ = table.codes(adding: TextTable(["W00000009", "new"]), [0, 1])
        #expect(table.unindexedCount == Self.stored.count + 1)
        #expect(table.code(adding: "new") == Int32(Self.stored.count + 1))
        #expect(table.unindexedCount == 0)
    }
}
