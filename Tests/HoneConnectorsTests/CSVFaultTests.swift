import HoneFacts
import Testing

@testable import HoneConnectors

/// Exports with one thing wrong, made from a seed: nothing crashes, and every record is a fact or is named.
@Suite struct CSVFaultTests {
    enum Fault: CaseIterable {
        case none, truncated, wrongEncoding, wrongColumns, noSuchDate, duplicates, longField, nulBytes, traversal, lostQuote, ragged, random
    }

    struct Input {
        var bytes: [UInt8]
        var columns: [String: String]
        var encoding: String?
        var isRefused = false
    }

    static func input(_ seed: Int) -> Input {
        var random = CSVRandom(state: UInt64(seed) &* 7_919)
        let fault = Fault.allCases[seed % Fault.allCases.count]
        let isTransition = seed / 12 % 2 == 0
        var rows = (0..<40 + random.below(60)).map { row in
            ["K-\(row / (isTransition ? 3 : 1))", "título, \"\(row)\"", "s\(row % 5)", "2026-0\(1 + row % 9)-1\(random.below(9))"]
        }
        var columns = ["key": "Key", "title": "Title", "status": "Status"]
        columns[isTransition ? "changedOn" : "finishedOn"] = "Day"
        var input = Input(bytes: [], columns: columns)
        let spot = random.below(rows.count)
        switch fault {
        case .noSuchDate:
            for row in 0..<10 { rows[(spot + row) % rows.count][3] = ["2026-02-30", "31/04/2026", "soon", "2026-1-1"][row % 4] }
        case .duplicates: rows += rows[..<20]
        case .longField: rows[spot][1] = String(repeating: "x", count: 1_000_000)
        case .nulBytes: rows[spot][2] = "a\u{0}b"
        case .traversal:
            rows[spot][0] = "../../../etc/passwd"
            rows[(spot + 1) % rows.count][0] = "/dev/zero; DROP TABLE facts"
        case .wrongColumns:
            input.columns["title"] = ["../Title/x", "", "Titel", "\u{0}"][1 + random.below(3)]
            if input.columns["title"] == "" { input.columns["title"] = "Nothing like it" }
            input.isRefused = true
        default: break
        }
        var text =
            (["Key,Title,Status,Day"]
            + rows.map { row in row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") })
            .joined(separator: ["\n", "\r\n", "\r"][seed / 12 % 3])
        if fault == .ragged { text += "\n\"K-x\"\n\"K-y\",b\n,,,,,,,\n\"K-z\",b,c,2026-01-01,more,and more\n" }
        var bytes = Array(text.utf8)
        switch fault {
        case .truncated: bytes = Array(bytes[..<max(30, random.below(bytes.count))])
        case .wrongEncoding:
            bytes = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            if seed / 24 % 2 == 0 {
                bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
            } else {
                input.isRefused = true
            }
            input.encoding = "utf-8"
        case .lostQuote: bytes.remove(at: bytes.indices.filter { $0 > 40 && bytes[$0] == 34 }[random.below(bytes.count / 12)])
        case .random: for _ in 0..<50 { bytes[22 + random.below(bytes.count - 22)] = UInt8(random.below(256)) }
        default: break
        }
        input.bytes = bytes
        return input
    }

    @Test(arguments: 0..<240) func `every record of a bad export is a fact or named`(_ seed: Int) async throws {
        let folder = try CSVFolder()
        let input = Self.input(seed)
        try folder.write(input.bytes)
        let settings = try CSVSettings(csv: "export.csv", columns: input.columns, encoding: input.encoding)
        let outcome = try await folder.read(settings)
        let diagnostics = outcome.reading.diagnostics
        #expect(diagnostics.allSatisfy { $0.file == "export.csv" })
        #expect(diagnostics.allSatisfy { $0.severity != .skipped || $0.line != nil })
        if input.isRefused || diagnostics.contains(where: { $0.severity == .refused }) {
            #expect(diagnostics.contains { $0.severity == .refused })
            #expect(outcome.live == 0 && outcome.reading.recordCount == 0)
            return
        }
        let skipped = diagnostics.count { $0.severity == .skipped }
        let replaced = diagnostics.count { $0.code == "duplicate-key" }
        let family: FactFamily = settings.shape == .item ? .item : .transition
        let facts = try await outcome.facts(family)
        #expect(outcome.reading.recordCount == facts.count + skipped + replaced)
        #expect(outcome.reading.recordCount > 0)
        #expect(Set(facts.map { Array($0.id.utf8) }).count == facts.count)
        let again = CSVCounts()
        let source = CSVSource(settings: settings, directory: folder.path, zone: .utc, digest: .plain, mask: { $0 })
        _ = try await source.facts(since: nil) { try await again.add(outcome.log.append($0, recordedAt: 1, cursor: nil), live: 0) }
        let total = await again.total
        #expect(total.added == 0 && total.changed == 0)
    }

    @Test(arguments: 0..<60) func `bytes at random end without facts or with named records`(_ seed: Int) async throws {
        var random = CSVRandom(state: UInt64(seed))
        let folder = try CSVFolder()
        let signs: [UInt8] = seed % 2 == 0 ? Array(0...255) : Array("a,\"\n\r;\t0-1".utf8)
        try folder.write(Array("a,b\n".utf8) + (0..<2_000).map { _ in signs[random.below(signs.count)] })
        let outcome = try await folder.read(CSVSettings(csv: "export.csv", columns: ["key": "a", "title": "b"], delimiter: ","))
        let diagnostics = outcome.reading.diagnostics
        let unused = diagnostics.count { $0.severity == .skipped || $0.code == "duplicate-key" }
        let isRefused = diagnostics.contains { $0.severity == .refused }
        #expect(isRefused || outcome.reading.recordCount == outcome.live + unused)
    }

    @Test func `very many columns are refused`() async throws {
        let folder = try CSVFolder()
        let outcome = try await folder.read(String(repeating: "a,", count: 50_000) + "\n1,2\n", columns: ["key": "a"])
        #expect(outcome.codes == ["too-many-columns"])
    }

    @Test func `a header that cannot be read is refused`() async throws {
        let folder = try CSVFolder()
        #expect(try await folder.read("\"ID,Name\nA,b\n", columns: ["key": "ID"]).codes == ["unreadable-header"])
    }

    @Test func `no message holds control characters or a masked name`() async throws {
        let folder = try CSVFolder()
        try folder.write("ID,Ann\u{1b}[31m,Other\nA,5 Ann\u{7}\u{1b}[0m,x\n")
        let mask: @Sendable (String) -> String = { $0.replacing("Ann", with: "[name]") }
        for columns in [["key": "ID", "finishedOn": "Ann\u{1b}[31m"], ["key": "Nothing"]] {
            let outcome = try await folder.read(CSVSettings(csv: "export.csv", columns: columns), mask: mask)
            let messages = outcome.reading.diagnostics.map { $0.message + $0.advice }
            #expect(!messages.isEmpty)
            #expect(messages.allSatisfy { !$0.contains("Ann") && !$0.contains("\u{1b}") && !$0.contains("\u{7}") })
        }
    }
}
