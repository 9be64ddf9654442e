import Testing

@testable import HoneConnectors

/// What is cut at memory speed is what the right and slow reader says.
@Suite struct CSVPlainRowsTests {
    /// A record as it stands in a file, and whether it is plain.
    private struct Written {
        var text: String
        var isPlain = true
    }

    private static func record(_ width: Int, longest: Int, _ delimiter: Character, _ random: inout CSVRandom) -> Written {
        let signs: [Character] = ["a", "b", "é", "😀", " ", "-", "\t", "|", ";", ","].filter { $0 != delimiter }
        func field() -> String { String((0..<random.below(longest + 1)).map { _ in signs[random.below(signs.count)] }) }
        var fields = (0..<width).map { _ in random.below(6) == 0 ? "\"\(field())\(delimiter)\(delimiter)\(field())\"" : field() }
        // A blank line is no record for the other reader.
        if fields[0].allSatisfy(\.isWhitespace) { fields[0] = "k" }
        let end = random.below(3) == 0 ? "\r\n" : "\n"
        let place = random.below(width)
        let plain = fields
        switch random.below(14) {
        case 0: fields[place] = "\"two\nlines\""
        case 1: fields[place] = "\"a \"\"word\"\"\""
        case 2: fields[place] = "x\u{0}"
        case 3: fields[place] = "\"quoted\" and not"
        case 4: fields[place] = "a\rb"
        case 5: fields.append("one more")
        case 6 where width > 1: fields.removeLast()
        default: break
        }
        return Written(text: fields.joined(separator: String(delimiter)) + end, isPlain: fields == plain)
    }

    /// Short fields and long ones, few and more than are looked for at once.
    @Test(arguments: 0..<60) func `the fields of plain records, and no others`(_ seed: Int) {
        var random = CSVRandom(state: UInt64(seed) &* 7_177 + 3)
        let delimiter: Character = [",", ";", "\t", "|"][seed % 4]
        let (width, longest) = [(1, 9), (3, 9), (5, 40), (4, 2_500), (900, 3), (2_300, 2)][seed % 6]
        let records = (0..<(width > 100 ? 6 : 120)).map { _ in Self.record(width, longest: longest, delimiter, &random) }
        let bytes = Array(records.map(\.text).joined().utf8)
        var plain = CSVPlainRows(delimiter: delimiter.asciiValue ?? 0, width: width)
        var fields = [Int](repeating: 0, count: width * 2 + plain.noteCount)
        var position = 0
        for record in records {
            let end = position + record.text.utf8.count
            let next = bytes.withUnsafeBufferPointer { bytes in
                fields.withUnsafeMutableBufferPointer { plain.scan(bytes, from: position, into: $0) }
            }
            #expect(next == (record.isPlain ? end : nil), "\(record.text)")
            var reader = CSVReader(bytes, delimiter: plain.delimiter, position: position, line: 1)
            if next != nil, let read = reader.next(limit: 1) {
                let ranges = (0..<width).compactMap { read.field(0, $0) }.flatMap { [$0.start, $0.end] }
                #expect(Array(fields.prefix(width * 2)) == ranges && reader.position == end, "\(record.text)")
            }
            position = end
        }
        #expect(position == bytes.count)
    }

    /// As far as the bytes that are here go, a record that ends behind them is not plain.
    @Test func `a record that is not all here is left`() {
        let bytes = Array("a,bc,d\ne,f,\"g\"\n".utf8)
        for count in 0...bytes.count {
            var plain = CSVPlainRows(delimiter: 44, width: 3)
            var fields = [Int](repeating: 0, count: 6 + plain.noteCount)
            let found = fields.withUnsafeMutableBufferPointer { fields in
                bytes[..<count].withUnsafeBufferPointer { bytes in
                    let first = plain.scan(bytes, from: 0, into: fields)
                    return [first, first.flatMap { plain.scan(bytes, from: $0, into: fields) }]
                }
            }
            #expect(found == [count >= 7 ? 7 : nil, count >= 15 ? 15 : nil])
        }
    }
}
