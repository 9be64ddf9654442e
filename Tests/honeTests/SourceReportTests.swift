import HoneTestSupport
import Testing

/// What `hone sync` and its neighbours say of sources, on the built binary.
@Suite struct SourceReportTests {
    @Test func `a source that cannot be read says so where it is told of, and has nothing new to say`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write("id,done\n1,2026-01-01\n", to: "a.csv")
        try tool.folder.write("id,done\n,2026-01-01\n", to: "c.csv")
        let source = { (file: String) in "  - csv: \(file)\n    columns: {key: id, finishedOn: done}\n" }
        try tool.folder.write("product: x\nsources:\n\(source("a.csv"))\(source("b.csv"))\(source("c.csv"))", to: "hone.yaml")
        let first = try tool.run("sync")
        #expect(first.code == 65 && first.output.contains("csv:b.csv: could not be read\n"), "\(first.output)")
        #expect(first.output.contains("csv:c.csv: nothing could be used\n") && !first.output.contains("nothing new"))
        #expect(first.errors.contains("  b.csv: There is no such file.") && first.errors.contains("  Its only row could not be used."))
        #expect(first.errors.hasSuffix("Not read: csv:b.csv, csv:c.csv. The others were read.\n"), "\(first.errors)")
        let again = try tool.run("sync")
        #expect(again.output.contains("csv:a.csv: nothing new\n") && again.output.contains("csv:b.csv: could not be read\n"))
        #expect(try tool.run("import", "csv", "b.csv").errors.hasSuffix("\nNot read: csv:b.csv.\n"))
    }
}
