import HoneFacts
import Testing

@testable import HoneConnectors

/// Files that are stored while they are read give the facts that the same files give whole.
@Suite struct CSVStreamTests {
    /// What a file brings when it is read whole, because a column that names people is learned first, and as a stream.
    private func bothWays(_ bytes: [UInt8], columns: [String: String], _ name: String = "export.csv") async throws -> (
        CSVOutcome, CSVOutcome
    ) {
        let folder = try CSVFolder()
        try folder.write(bytes, to: name)
        let table = SettingsValue.table(columns.mapValues(SettingsValue.text))
        let stream = try await folder.read(CSVSettings(["columns": table], path: name))
        let whole = try await folder.read(CSVSettings(["columns": table, "people": .list([.text("title")])], path: name))
        return (stream, whole)
    }

    private func expectSame(_ one: CSVOutcome, _ other: CSVOutcome) async throws {
        for family in [FactFamily.transition, .item] {
            func sorted(_ outcome: CSVOutcome) async throws -> [String] {
                try await outcome.facts(family).map { fact in fact.id + fact.values.sorted { $0.key < $1.key }.description }.sorted()
            }
            #expect(try await sorted(one) == sorted(other))
        }
        #expect(one.reading.recordCount == other.reading.recordCount)
    }

    /// Whether a file is read without being in memory whole.
    private func isStreamed(_ bytes: [UInt8], columns: [String: String], encoding: String? = nil) throws -> Bool {
        let folder = try CSVFolder()
        try folder.write(bytes)
        let file = CSVFile(path: "export.csv", directory: folder.path)
        guard case .descriptor(let descriptor, let byteCount) = file.opened() else { return false }
        defer { CSVFile.close(descriptor) }
        let settings = try CSVSettings(csv: "export.csv", columns: columns, encoding: encoding)
        var reading = CSVImport(settings: settings, zone: .utc, mask: { $0 })
        guard var cutter = CSVCutter(CSVPieces(descriptor), of: file, seen: nil, for: &reading) else { return false }
        var stream = CSVStream(reading, cutter.columns, byteCount: byteCount, origin: "")
        while true {
            switch stream.next() {
            case .batch: continue
            case .hungry: if let cut = cutter.next() { stream.take(cut) } else { return false }
            case .end: return true
            case .givenUp: return false
            }
        }
    }

    private static let columns = ["key": "item", "status": "status", "changedOn": "at"]

    @Test(arguments: 0..<20) func `accents, emoji and composed letters stream`(_ seed: Int) async throws {
        let log = CSVMadeLog(seed: seed)
        let columns = log.columns.filter { $0.key != "title" }
        let mark: [UInt8] = seed % 2 == 0 ? [0xEF, 0xBB, 0xBF] : []
        #expect(try isStreamed(mark + Array(log.csv.utf8), columns: columns))
        let (stream, whole) = try await bothWays(mark + Array(log.csv.utf8), columns: columns)
        try await expectSame(stream, whole)
        #expect(stream.codes == whole.codes)
    }

    /// Plain rows are taken in blocks: an odd one ends a block wherever it stands, and one block may name an item often.
    @Test(arguments: 0..<12) func `rows that are odd in every way stand anywhere among many plain ones`(_ seed: Int) async throws {
        var random = CSVRandom(state: UInt64(seed) &* 977 + 5)
        var text = "item,type,title,status,at,asked\n"
        let statuses = ["open", "doing", "a longer status", "done", "x", "in review twice now"]
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        for row in 0..<3_000 {
            let second = row / (seed % 3 + 1)
            let at = "2026-03-\(two(1 + second / 1_000))T1\(second / 600 % 10):\(two(second / 60 % 60)):\(two(second % 60))Z"
            let key = ["W00\(random.below(90))", "A-\(random.below(40))", "\(random.below(9))", "key\(row)x"][random.below(4)]
            var fields = [key, ["bug", "task", "", "story"][random.below(4)], "Ada", statuses[random.below(6)], at, "2026-02-01"]
            switch random.below(seed < 6 ? 40 : 400) {
            case 0: fields[3] = "\"a, b\""
            case 1: fields[1] = " bug "
            case 2: fields[1] = "N/A"
            case 3: fields[4] = "never"
            case 4: fields[3] = ""
            case 5: fields[5] += "\r"
            case 6: fields = Array(fields.dropLast(3))
            case 7: fields[3] = "\"two\nlines\""
            case 8: fields[1] = "t\tab"
            case 9: text += "\n" + fields.joined(separator: ",") + "\n"
            case 10: fields[0] = ""
            case 11: fields[5] = ""
            default: break
            }
            text += fields.joined(separator: ",") + "\n"
        }
        let columns = ["key": "item", "kind": "type", "status": "status", "changedOn": "at", "requestedOn": "asked"]
        #expect(try isStreamed(Array(text.utf8), columns: columns))
        let (stream, whole) = try await bothWays(Array(text.utf8), columns: columns)
        try await expectSame(stream, whole)
        // A file that is read whole names rows that are there twice last.
        func lines(_ outcome: CSVOutcome) -> [String] { outcome.reading.diagnostics.map { "\($0.line ?? 0) \($0.code)" }.sorted() }
        #expect(lines(stream) == lines(whole))
    }

    /// A window is a piece of the fingerprint; the letter lies over its edge in every way there is.
    @Test(arguments: ["é", "漢", "😀"]) func `a letter over the edge of a window is one letter`(_ letter: String) async throws {
        let edge = 2 * CSVFingerprint.pieceSize
        for offset in 0...letter.utf8.count {
            var text = "item,status,at\n"
            let row = "A,x\(String(repeating: "y", count: 3_000)),2026-01-01\n"
            while text.utf8.count < edge - 10_000 { text += row }
            text += "B," + String(repeating: "z", count: edge - text.utf8.count - 2 - offset) + letter + ",2026-01-02\n"
            text += "C,\(letter),2026-01-03\n"
            let bytes = Array(text.utf8)
            #expect(try isStreamed(bytes, columns: Self.columns))
            let folder = try CSVFolder()
            try folder.write(bytes)
            let facts = try await folder.read(CSVSettings(csv: "export.csv", columns: Self.columns)).facts(.transition)
            let statuses = facts.suffix(2).compactMap { fact in if case .text(let text) = fact.values["status"] { text } else { nil } }
            #expect(statuses.map(\.last) == [letter.last, letter.last])
        }
    }

    /// A piece has room in front of it for less than the longest field.
    @Test(arguments: [40_000, 65_536, 95_000]) func `a long record lies over the edge of a piece`(_ before: Int) async throws {
        var text = "item,status,at,title\n"
        let row = "A,x,2026-01-01,\(String(repeating: "y", count: 900))\n"
        while text.utf8.count < CSVFingerprint.pieceSize - before - 2_000 { text += row }
        text += "A,z,2026-01-02,\(String(repeating: "w", count: CSVFingerprint.pieceSize - before - text.utf8.count - 16))\n"
        #expect(text.utf8.count == CSVFingerprint.pieceSize - before)
        text += "B,é,2026-01-03,\(String(repeating: "v", count: 99_000))\nC,y,2026-01-04,u\n"
        let (stream, whole) = try await bothWays(Array(text.utf8), columns: Self.columns)
        #expect(try isStreamed(Array(text.utf8), columns: Self.columns))
        #expect(try await stream.facts(.transition).suffix(2).map { $0.values["status"] } == ["é", "y"].map { .text($0) })
        #expect(stream.reading.recordCount == whole.reading.recordCount && stream.codes == whole.codes)
    }

    @Test func `bytes that are not UTF-8 far behind an accent are read as windows-1252, the accent too`() async throws {
        var bytes = Array("item,status,at\nA,pr\u{ea}t,2026-01-01\n".utf8)
        let row = Array("B,s,2026-01-02\n".utf8)
        while bytes.count < 5_000_000 { bytes += row }
        bytes += Array("C,caf".utf8) + [0xE9] + Array(",2026-01-03\n".utf8)
        #expect(try !isStreamed(bytes, columns: Self.columns))
        let folder = try CSVFolder()
        try folder.write(bytes)
        let outcome = try await folder.read(CSVSettings(csv: "export.csv", columns: Self.columns))
        #expect(outcome.codes.first == "encoding-guessed")
        #expect(try await outcome.facts(.transition).map { $0.values["status"] } == ["prÃªt", "s", "café"].map { .text($0) })
    }

    @Test func `half a letter at the end of a file is not valid`() throws {
        #expect(try !isStreamed(Array("item,status,at\nA,x,2026-01-01\nB,y,2026-01-02".utf8) + [0xC3], columns: Self.columns))
        #expect(try isStreamed(Array("item,status,at\nA,x,2026-01-01\nB,é".utf8), columns: Self.columns))
    }

    @Test func `a field that is too long is refused in a stream as in a whole file`() async throws {
        let text = "item,status,at,more\nA,x,2026-01-01,\(String(repeating: "é", count: 100_001))\nB,y,2026-01-02,z\n"
        let (stream, whole) = try await bothWays(Array(text.replacing("more", with: "title").utf8), columns: Self.columns)
        #expect(stream.codes == ["field-too-long"] && whole.codes == stream.codes)
        try await expectSame(stream, whole)
    }

    @Test func `rows that had to be sorted are counted in the note`() async throws {
        let folder = try CSVFolder()
        let outcome = try await folder.read("item,status,at\nA,Done,2026-01-02\nA,Idea,2026-01-01\n", columns: Self.columns)
        #expect(outcome.reading.notes == ["export.csv: 2 rows, 2 changes of status, 1 item."])
    }
}
