import Testing

@testable import HoneFacts

/// Texts that end with a number are found in another way than the rest: a dictionary knows what is right for all of them.
@Suite struct NumberedTextsTests {
    private struct Numbers {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
    }

    private static let heads = [
        "", "W", "#", "PROJ-", "A-B-", "a1b", "7", "00", "w\u{0}", "\u{0}", "exactly8", "exactly-9", "sixteen letters.",
        "seventeen letters",
        "caf\u{e9}-", "cafe\u{301}-", "\u{212A}-", "\u{1F680}", "Team ", "9999999", "\u{2039}person\u{203A} ", "\u{2039}caf\u{e9} ",
        "\u{2039}cafe\u{301} ",
    ]

    /// Numbers of all lengths, with zeros before them or not, close together and far apart.
    private static func text(_ numbers: inout Numbers) -> String {
        let head = heads[Int(numbers.next() % UInt64(heads.count))]
        let digits = Int(numbers.next() % 12)
        guard digits > 0 else { return head }
        let span: UInt64 = [3, 900, 40_000, 100_000_000_000][Int(numbers.next() % 4)]
        let number = String(numbers.next() % span)
        let zeros = numbers.next() % 2 == 0 ? max(0, digits - number.count) : 0
        return head + String(repeating: "0", count: zeros) + number + (numbers.next() % 16 == 0 ? "x" : "")
    }

    @Test(arguments: 1...6) func `codes are those of a dictionary, looked up one by one, many at once and after texts were appended`(
        _ seed: UInt64
    ) {
        var numbers = Numbers(state: seed)
        var (table, known, texts) = (TextTable(), [String: Int32](), [String]())
        for _ in 0..<40 {
            let asked = (0..<250).map { _ in Self.text(&numbers) }
            let expected = asked.map { text -> Int32 in
                // Only signs beyond ASCII are equal to others, and only among themselves.
                let name = text.utf8.allSatisfy { $0 < 0x80 } ? text : text + "\u{e9}"
                if let code = known[name] { return code }
                known[name] = Int32(texts.count)
                texts.append(text)
                return Int32(texts.count - 1)
            }
            switch numbers.next() % 3 {
            case 0: #expect(asked.map { table.code(adding: $0) } == expected)
            case 1: #expect(Self.codes(asked, &table) == expected)
            default:
                for (text, code) in zip(asked, expected) where Int(code) == table.count {
                    var text = text
                    text.withUTF8 { table.append(new: $0) }
                }
                #expect(asked.map { table.code(of: $0) } == expected)
            }
            #expect(asked.map { table.code(of: $0) } == expected)
            #expect(table.code(of: "never 1") == nil)
        }
        #expect(table.count == texts.count)
        #expect(zip(table.texts, texts).allSatisfy { Array($0.utf8) == Array($1.utf8) })
    }

    private static func codes(_ texts: [String], _ table: inout TextTable) -> [Int32] {
        var (bytes, ranges): ([UInt8], [UInt32]) = ([], [])
        for text in texts {
            ranges.append(UInt32(bytes.count))
            bytes += text.utf8
            ranges.append(UInt32(bytes.count))
        }
        var codes = [Int32](repeating: 0, count: texts.count)
        bytes.withUnsafeBufferPointer { bytes in
            ranges.withUnsafeBufferPointer { ranges in
                codes.withUnsafeMutableBufferPointer { table.codes(adding: ranges, of: bytes, into: $0) }
            }
        }
        return codes
    }

    @Test func `numbers far apart take no page each, and are found all the same`() {
        var table = TextTable()
        let texts = (0..<20_000).map { "K-\($0 * 4_999)" } + (0..<20_000).map { "K-\($0 * 5 + 1)" }
        let distinct = Array(Set(texts)).sorted()
        for (code, text) in distinct.enumerated() { #expect(table.code(adding: text) == Int32(code)) }
        for (code, text) in distinct.enumerated().reversed() { #expect(table.code(adding: text) == Int32(code)) }
        #expect(table.count == distinct.count)
    }

    @Test func `the parts of a text say which one it is`() {
        let numbers = ["", "1", "01", "001", "10", "010", "12345678", "012345678", "00000000"]
        let texts = Self.heads.flatMap { head in numbers.map { head + $0 } }
        var seen: [String: String] = [:]
        for text in texts {
            var copy = text
            guard let parts = copy.withUTF8({ TextNumber($0) }) else { continue }
            let name = "\(parts.head) \(parts.headEnd) \(parts.number) \(parts.form)"
            #expect(seen[name, default: text] == text)
            seen[name] = text
        }
        #expect(seen.count > 90)
    }

    @Test(arguments: [
        ("03622292e7d7a185", false), ("aaaaaaaaaaaaaaa1", false), ("1234567890123456", true), ("ABCDEF0123456789", true),
        ("03622292e7d7a18", true), ("03622292e7d7a1855", true), ("PROJECTKEY-12345", true), ("03622292e7d7g185", true),
    ])
    func `a pseudonym has no number, and is found all the same`(text: String, hasNumber: Bool) {
        var copy = text
        #expect(copy.withUTF8 { TextNumber($0) != nil } == hasNumber)
        var table = TextTable(["", "A-1", text])
        #expect(table.code(of: text) == 2 && table.code(adding: text) == 2)
    }
}
