import Foundation
import HoneTestSupport
import Testing

/// An export that lies there, beside a repository that is read on: nobody knows what its tracker has seen since.
@Suite struct OldExportTests {
    private static let yaml = """
        product: Alloy
        timezone: UTC
        sources:
          - git: .
          - csv: items.csv
            columns: {key: ID, startedOn: Started, finishedOn: Done}

        """

    private static func day(_ week: Int, _ offset: Int) -> String {
        let monday = Date(timeIntervalSince1970: 1_767_571_200)
        return String(ISO8601DateFormatter().string(from: monday.addingTimeInterval(Double(week * 7 + offset) * 86_400)).prefix(10))
    }

    @Test func `weeks behind an export that nobody renewed are not weeks without work`() throws {
        let tool = try CommandLineTool()
        let items = "ID,Started,Done\n" + (0..<21).map { "I-\($0),\(Self.day($0, 0)),\(Self.day($0, 2))\n" }.joined()
        try tool.folder.write(items, to: "items.csv")
        try tool.folder.write(Self.yaml, to: "hone.yaml")
        try tool.git("init", "-q")
        try tool.git("commit", "-q", "--allow-empty", "-m", "begun", at: "2026-05-29T10:00:00Z")
        func sync(on day: String) throws -> String {
            let outcome = try tool.run("sync", environment: ["HONE_NOW": "\(day)T12:00:00Z"])
            #expect(outcome.code == 0, "\(outcome.errors)")
            return outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        func finished(on day: String) throws -> CommandLineTool.Shown {
            try tool.show("throughput", "--from", "2026-06-15", "--to", "2026-08-09", environment: ["HONE_NOW": "\(day)T12:00:00Z"])
        }
        let first = try sync(on: "2026-06-01")
        #expect(!first.contains("days ago"))
        try tool.git("commit", "-q", "--allow-empty", "-m", "went on", at: "2026-08-07T10:00:00Z")
        let old = try sync(on: "2026-08-10")
        #expect(old.contains("It speaks up to 2026-06-01, 70 days ago: nothing is known of the days since. Export it anew."), "\(old)")
        let unknown = try finished(on: "2026-08-10")
        #expect(!unknown.available && unknown.unavailableReason?.hasPrefix("Nothing was read of it since 2026-06-01") == true)
        // Exported again, with nothing new in it: now it is known that nothing was finished.
        try tool.folder.write(items, to: "items.csv")
        #expect(try !sync(on: "2026-08-11").contains("days ago"))
        let known = try finished(on: "2026-08-11")
        #expect(known.available && known.value == 0)
    }
}
