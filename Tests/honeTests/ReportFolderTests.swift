import Foundation
import HoneTestSupport
import Testing

/// Where a report is written, and what it never replaces.
@Suite struct ReportFolderTests {
    @Test func `a file of somebody else is not replaced, a report of before is`() throws {
        let tool = try CorrectionTests.repository()
        try FileManager.default.createDirectory(at: tool.folder.file("site"), withIntermediateDirectories: true)
        try FileManager.default.createDirectory(at: tool.folder.file("notes"), withIntermediateDirectories: true)
        try tool.folder.write("my own page", to: "site/index.html")
        try tool.run("sync")
        let refused = try tool.run("report", "--output", "site")
        #expect(refused.code == 64 && refused.errors.contains("site has a file index.html that is no report's"))
        #expect(try String(contentsOf: tool.folder.file("site/index.html"), encoding: .utf8) == "my own page")
        try tool.folder.write("my own notes", to: "notes/readme.txt")
        for _ in 1...2 { #expect(try tool.run("report", "--output", "notes").code == 0) }
        #expect(try String(contentsOf: tool.folder.file("notes/readme.txt"), encoding: .utf8) == "my own notes")
    }

    @Test func `an option that makes no difference to a number is named`() throws {
        let tool = try CorrectionTests.repository()
        try tool.run("sync")
        let idle = try tool.run("metric", "show", "release-frequency", "--elapsed")
        #expect(idle.code == 0 && idle.errors.contains("--elapsed"))
        #expect(try !tool.run("metric", "show", "release-frequency").errors.contains("makes no difference"))
    }
}
