import Foundation
import HoneFacts
import Testing

@testable import HoneConnectors

@Suite struct GitHubFaultTests {
    @Test func `every line that cannot be used is named, and the others are used`() async throws {
        let good = GitHubLine.issue(1)
        let outcome = try await GitHubFolder().read(lines: [
            good, "{\"type\":\"issue\"", "", "17", "{\"type\":\"wiki\"}", "{\"type\":\"issue\"}", good.replacing("\"number\":1,", with: ""),
            good.replacing("\"number\":1,", with: "\"number\":\"Ann\","), good.replacing("\"number\":1,", with: "\"number\":-1,"),
            good.replacing("2026-01-05T10", with: "2026-02-30T10"), good.replacing("\"created_at\"", with: "\"made\""),
            GitHubLine.issue(2, ",\"pull_request\":{\"url\":\"x\"}"), GitHubLine.issue(3, ",\"pull_request\":null"),
            good.replacing("\"html_url\"", with: "\"address\""), "\u{0}\u{1}", "{\"type\":\"issue\",\"issue\":{\"number\":1e99}}",
        ])
        #expect(try await outcome.facts(.item).map(\.id) == ["#1", "#3"])
        #expect(
            outcome.reading.diagnostics.map { "\($0.line ?? 0) \($0.code)" } == [
                "2 bad-json", "4 bad-json", "5 unknown-type", "6 unknown-type", "7 no-number", "8 bad-json", "9 no-number",
                "10 no-such-date", "11 no-such-date", "12 issue-is-change", "14 no-repository", "15 bad-json", "16 bad-json",
            ])
        #expect(outcome.reading.diagnostics.allSatisfy { $0.file == "export.jsonl" && !$0.message.contains("Ann") })
        #expect(outcome.reading.diagnostics.filter { $0.severity == .note }.map(\.code) == ["issue-is-change"])
        #expect(outcome.reading.diagnostics[5].field == "issue.number")
        #expect(outcome.reading.recordCount == 15)
        #expect(outcome.reading.notes == ["export.jsonl: 15 objects: 2 issues, 0 changes, 0 reviews; 13 objects not used."])
    }

    @Test func `of two objects with one number the last is used and both lines are named`() async throws {
        let outcome = try await GitHubFolder().read(lines: [
            GitHubLine.issue(1), GitHubLine.issue(2), GitHubLine.issue(1).replacing("Title", with: "Newer"),
        ])
        let items = try await outcome.facts(.item)
        #expect(items.map { $0.values["title"] } == [.text("Newer"), .text("Title")])
        #expect(outcome.codes == ["duplicate-number"])
        #expect(outcome.reading.diagnostics[0].message == "Lines 1 and 3 both describe #1; the last one is used.")
    }

    @Test func `a timeline with fields of unexpected kinds does not cost its change`() async throws {
        let events = [
            "{}", "{\"event\":7}", "{\"event\":\"labeled\",\"actor\":\"ann\",\"id\":{}}",
            "{\"event\":\"reviewed\",\"user\":[],\"id\":null,"
                + "\"submitted_at\":\"2026-01-06T00:00:00Z\"}",
        ]
        let outcome = try await GitHubFolder().read(lines: [GitHubLine.pull(1, events: events)])
        #expect(try await outcome.facts(.review).map(\.id) == ["!1:3"])
        #expect(outcome.reading.diagnostics.isEmpty)
    }

    @Test func `line ends of Windows, a byte order mark and a missing last line end are read`() async throws {
        let folder = try GitHubFolder()
        try folder.folder.write("\u{feff}" + GitHubLine.issue(1) + "\r\n\r\n" + GitHubLine.issue(2), to: "export.jsonl")
        let outcome = try await folder.read()
        #expect(try await outcome.facts(.item).map(\.id) == ["#1", "#2"])
        #expect(outcome.reading.diagnostics.isEmpty)
    }

    @Test func `an array of objects is read like lines`() async throws {
        let folder = try GitHubFolder()
        let tricky = GitHubLine.issue(1).replacing("Title", with: "A \\\"] \\\\").replacing(",", with: ",\n")
        try folder.folder.write("[\n" + tricky + ",\n 17, " + GitHubLine.pull(2) + "\n]\n", to: "export.jsonl")
        let outcome = try await folder.read()
        #expect(try await outcome.facts(.item).map { $0.values["title"] } == [.text("A \"] \\")])
        #expect(try await outcome.facts(.change).map(\.id) == ["!2"])
        #expect(outcome.codes == ["bad-json"])
        #expect(outcome.reading.diagnostics[0].line == 2 + tricky.count { $0 == "\n" } + 1)
    }

    @Test func `a file without one usable object is refused and not taken for read`() async throws {
        let folder = try GitHubFolder()
        for text in ["{}\n", "[", "key,done\n1,2026-01-01\n", " \n"] {
            try folder.folder.write(text, to: "export.jsonl")
            let outcome = try await folder.read()
            #expect(outcome.codes.last == "no-objects")
            #expect(outcome.reading.position == nil)
        }
    }

    @Test func `an empty list is what stands behind the last page`() async throws {
        let folder = try GitHubFolder()
        try folder.folder.write(" [\n]\n", to: "export.jsonl")
        let outcome = try await folder.read()
        #expect(outcome.reading.diagnostics.isEmpty && outcome.reading.position != nil)
        #expect(outcome.reading.notes == ["export.jsonl: an empty list, as behind the last page."])
    }

    @Test func `a missing file, an empty one and damaged gzip are refused`() async throws {
        let folder = try GitHubFolder()
        #expect(try await folder.read("none.jsonl").codes == ["no-such-file"])
        try folder.folder.write([], to: "empty.jsonl")
        #expect(try await folder.read("empty.jsonl").codes == ["empty-file"])
        try folder.folder.write([0x1f, 0x8b, 8, 0, 1, 2, 3], to: "damaged.jsonl.gz")
        #expect(try await folder.read("damaged.jsonl.gz").codes == ["damaged-gzip"])
    }

    @Test func `a file cut anywhere ends in facts or diagnostics`() async throws {
        let folder = try GitHubFolder()
        let whole = Array((GitHubLine.issue(1) + "\n" + GitHubLine.pull(2, events: [GitHubLine.review("1", by: "null")])).utf8)
        for length in stride(from: 1, to: whole.count, by: 7) {
            for start in [[], [UInt8(ascii: "[")]] {
                try folder.folder.write(start + whole[..<length], to: "export.jsonl")
                let outcome = try await folder.read()
                #expect(outcome.live > 0 || !outcome.reading.diagnostics.isEmpty)
            }
        }
    }
}
