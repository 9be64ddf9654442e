import Testing

@testable import HoneFacts

@Suite struct SegmentTests {
    private struct Numbers {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var z = state
            z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
            z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
            return z ^ z >> 31
        }
    }

    @Test(arguments: 0..<64) func `integers of every width come back`(width: Int) throws {
        var numbers = Numbers(state: UInt64(width))
        for count in [1, 2, 127, 128, 129, 1_000] {
            var values = (0..<count).map { _ in Int64(bitPattern: numbers.next()) >> Int64(63 - width) }
            try check(values)
            values.sort()
            try check(values)
            for index in values.indices where index % 3 == 0 { values[index] = Instant.missing }
            try check(values)
        }
    }

    @Test func `the ends of the range come back`() throws {
        try check([Int64.max, .min + 1, 0, -1, .max, 1])
        try check([Int64](repeating: Instant.missing, count: 300))
        try check([Int64](repeating: -7, count: 300))
        try check([])
    }

    private func check(_ values: [Int64]) throws {
        let columns = [SegmentColumn(name: "a", isText: false, values: values), SegmentColumn(name: "b", isText: true, values: values)]
        let body = SegmentBody.bytes(columns, rowCount: values.count)
        let read = try SegmentBody.columns(of: body)
        #expect(read.rowCount == values.count)
        #expect(read.columns.map(\.values) == [values, values])
        #expect(read.columns.map(\.name) == ["a", "b"])
    }

    @Test func `a segment that is cut off or longer is refused, wherever`() throws {
        let values = (0..<300).map { Int64($0 * $0 % 977) }
        let body = SegmentBody.bytes([SegmentColumn(name: "a", isText: false, values: values)], rowCount: 300)
        for end in 0..<body.count { #expect(throws: SegmentDamage.self) { try SegmentBody.columns(of: Array(body[..<end])) } }
        #expect(throws: SegmentDamage.self) { try SegmentBody.columns(of: body + [0]) }
    }

    @Test func `bytes at random are refused or read, and never end the program`() {
        var numbers = Numbers(state: 1)
        let values = (0..<300).map { Int64($0 * $0 % 977) }
        let body = SegmentBody.bytes([SegmentColumn(name: "a", isText: false, values: values)], rowCount: 300)
        for _ in 0..<3_000 {
            var broken = body
            for _ in 0...(numbers.next() % 3) {
                broken[Int(numbers.next() % UInt64(body.count))] = UInt8(truncatingIfNeeded: numbers.next())
            }
            _ = try? SegmentBody.columns(of: broken)
        }
    }

    @Test func `increasing instants take few bytes`() {
        let values = (0..<6_400).map { Int64($0) * 32 + Int64($0 % 7) }
        let body = SegmentBody.bytes([SegmentColumn(name: "changed_at", isText: false, values: values)], rowCount: values.count)
        #expect(body.count < values.count)
    }
}

@Suite struct TextTableTests {
    @Test func `texts keep the code of their first appearance, however many there are`() {
        var table = TextTable()
        let texts = (0..<100_000).map { $0 % 3 == 0 ? "W\($0)" : "a longer key of \($0) \u{1F680}" }
        for (code, text) in texts.enumerated() { #expect(table.code(adding: text) == Int32(code)) }
        for (code, text) in texts.enumerated().reversed() { #expect(table.code(adding: text) == Int32(code) && table[Int32(code)] == text) }
        #expect(table.count == texts.count)
        #expect(table.code(of: "never") == nil)
    }

    @Test func `texts that are equal by Unicode's rules share a code`() {
        var table = TextTable(["caf\u{e9}"])
        #expect(table.code(adding: "cafe\u{301}") == 0)
        #expect(table.code(of: "cafe\u{301}") == 0)
        #expect(TextTable(["a", "", "a\u{0}"]).count == 3)
    }

    @Test func `texts written as segments come back`() throws {
        let table = TextTable(["", "W00000001", "W00000002", "W0000001", "x", "", "\u{1F680}\u{1F6F0}", "\u{1F680}"])
        var read = TextTable([""])
        try TextCoding.read(TextCoding.body(table, from: 1), count: table.count - 1, into: &read)
        #expect(read.texts == table.texts)
        #expect(throws: SegmentDamage.self) {
            var other = TextTable([""])
            try TextCoding.read(Array(TextCoding.body(table, from: 1).dropLast()), count: table.count - 1, into: &other)
        }
    }
}
