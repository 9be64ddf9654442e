import Foundation
import HoneTestSupport
import Testing

/// What commands never replace or delete, and options that have no use.
@Suite struct OthersFilesTests {
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

    @Test func `a linked store is not called erased, and nothing behind the link is deleted`() throws {
        let tool = try CorrectionTests.repository()
        try tool.run("sync")
        let (link, elsewhere) = (tool.folder.file(".hone"), tool.folder.file("elsewhere"))
        try FileManager.default.moveItem(at: link, to: elsewhere)
        try tool.folder.write("mine", to: "elsewhere/letter.txt")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: elsewhere)
        let refused = try tool.run("store", "erase", "--yes")
        #expect(refused.code == 64 && refused.errors.contains("is a link to"), "\(refused.errors)")
        for name in ["letter.txt", "store.sqlite", "salt"] {
            #expect(FileManager.default.fileExists(atPath: elsewhere.appendingPathComponent(name).path), "\(name)")
        }
        #expect(try tool.run("store", "erase", "--facts", "--yes").code == 0)
    }
}
