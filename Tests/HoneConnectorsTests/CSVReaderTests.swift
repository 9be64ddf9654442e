import Testing

@testable import HoneConnectors

@Suite struct CSVReaderTests {
    private func rows(_ text: String, delimiter: UInt8? = nil) -> [[String]] {
        var reader = CSVReader(CSVText(utf8: Array(text.utf8)), delimiter: delimiter)
        var rows: [[String]] = []
        while let records = reader.next(limit: 3) {
            for record in 0..<records.count {
                rows.append(
                    (0..<records.fieldCount(record)).compactMap { column in
                        records.field(record, column).map { String(decoding: records.base($0)[$0.start..<$0.end], as: UTF8.self) }
                    })
            }
        }
        return rows
    }

    private func records(_ text: String) throws -> CSVRecords {
        var reader = CSVReader(CSVText(utf8: Array(text.utf8)), delimiter: 44)
        let records = reader.next()
        return try #require(records)
    }

    @Test(arguments: ["\n", "\r\n", "\r"]) func `any line end separates records, with or without one at the end`(_ end: String) {
        let expected = [["a", "b"], ["1", "2"]]
        #expect(rows("a,b\(end)1,2\(end)") == expected)
        #expect(rows("a,b\(end)1,2") == expected)
    }

    @Test func `quotes keep delimiters, line breaks and doubled quotes`() {
        #expect(
            rows("\"a,b\",\"c\nd\",\"e \"\"f\"\"\",\"\",\"\"\"\"\nx,,\"y\",,z", delimiter: 44) == [
                ["a,b", "c\nd", "e \"f\"", "", "\""], ["x", "", "y", "", "z"],
            ])
    }

    @Test func `spaces are part of a field and a quote inside a field is only a sign`() {
        #expect(rows(" a , 5\" pipe ,b", delimiter: 44) == [[" a ", " 5\" pipe ", "b"]])
    }

    @Test func `a delimiter at the end leaves an empty field`() {
        #expect(rows("a,b,\n1,2,", delimiter: 44) == [["a", "b", ""], ["1", "2", ""]])
    }

    @Test func `blank lines are no records, a quoted empty field is one`() {
        #expect(rows("\n\na\n   \n\n\"\"\nb\n\n", delimiter: 44) == [["a"], [""], ["b"]])
    }

    @Test(arguments: [",", ";", "\t", "|"]) func `the delimiter is found from the first records`(_ sign: String) {
        let text = "key\(sign)title\(sign)done\nA-1\(sign)\"one, two; three | four\"\(sign)2026-01-01\nA-2\(sign)x\(sign)2026-01-02\n"
        #expect(rows(text).map(\.count) == [3, 3, 3])
    }

    @Test func `a spreadsheet's sep line gives the delimiter and is no record`() throws {
        var reader = CSVReader(CSVText(utf8: Array("sep=;\r\na;b\r\n1;2\r\n".utf8)))
        let batch = reader.next()
        let records = try #require(batch)
        #expect(records.count == 2)
        #expect(records.lines == [2, 3])
        #expect(records.text(1, 1) == "2")
    }

    @Test func `each record knows the physical line it begins on`() throws {
        let records = try records("a,b\r\n\r\n\"x\r\ny\",1\r\n\"p\n\nq\",2\rlast,3")
        #expect(records.lines == [1, 3, 5, 8])
        #expect(records.lastLines == [1, 4, 7, 8])
    }

    @Test func `text behind a closing quote is kept and marked`() throws {
        let records = try records("\"a\"b,c\n\"d\",e")
        #expect(records.text(0, 0) == "ab")
        #expect(records.faults == [.strayQuote, .none])
    }

    @Test func `a quote that is never closed marks its record and loses none before it`() throws {
        let records = try records("a,b\n1,\"2\n3,4\n5,6")
        #expect(records.faults == [.none, .unterminated])
        #expect(records.lines == [1, 2])
        #expect(records.lastLines == [1, 4])
    }

    @Test func `a NUL byte and a field beyond the longest mark only their record`() throws {
        let long = String(repeating: "é", count: CSVReader.longestField + 1)
        let fits = String(repeating: "é", count: CSVReader.longestField)
        let records = try records("a,b\n1,\u{0}\n2,\(long)\n3,\(fits)\n4,x")
        #expect(records.faults == [.none, .nul, .tooLong, .none, .none])
    }

    @Test func `a record of very many fields keeps the first ones`() throws {
        let records = try records(String(repeating: ",", count: 100_000) + "\na,b")
        #expect(records.fieldCount(0) == CSVReader.widestRecord)
        #expect(records.text(1, 1) == "b")
    }

    @Test(arguments: 0..<40) func `whatever is written is read back`(_ seed: Int) {
        var random = CSVRandom(state: UInt64(seed))
        let signs: [Character] = ["a", "b", "\"", ",", ";", "\n", "\r", "\r\n", " ", "é", "日", "😀", "\t", "|"]
        let delimiter: Character = [",", ";", "\t", "|"][seed % 4]
        let width = 2 + random.below(5)
        let table = (0..<random.below(60) + 1).map { _ in
            (0..<width).map { _ in String((0..<random.below(8)).map { _ in signs[random.below(signs.count)] }) }
        }
        let end = ["\n", "\r\n", "\r"][seed % 3]
        let text = table.map { row in
            row.map { field in
                let needsQuotes = field.unicodeScalars.contains { "\"\r\n".unicodeScalars.contains($0) } || field.contains(delimiter)
                return needsQuotes || random.below(4) == 0 ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
            }.joined(separator: String(delimiter))
        }.joined(separator: end)
        let read = rows(text, delimiter: delimiter.asciiValue)
        #expect(read.map { $0.map { Array($0.utf8) } } == table.map { $0.map { Array($0.utf8) } })
    }
}
