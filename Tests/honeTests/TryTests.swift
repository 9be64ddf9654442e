import Foundation
import HoneTestSupport
import Testing

/// `hone try`: the page that `hone init`, `hone sync` and `hone scorecard` would make, without leaving anything.
@Suite struct TryTests {
    private static let board = """
        Key,Type,Created,Status,Changed
        A-1,Story,2026-08-01,Backlog,2026-08-01
        A-1,Story,2026-08-01,Doing,2026-08-20
        A-1,Story,2026-08-01,Done,2026-09-04
        A-2,Bug,2026-08-03,Backlog,2026-08-03
        A-2,Bug,2026-08-03,Doing,2026-09-09
        A-2,Bug,2026-08-03,Done,2026-10-12
        A-3,Story,2026-09-15,Backlog,2026-09-15
        A-3,Story,2026-09-15,Doing,2026-11-02

        """

    /// Files and folders below one, with what is in them.
    private static func listing(_ folder: TemporaryFolder) throws -> [String: Data?] {
        let names = FileManager.default.enumerator(atPath: folder.url.path)?.compactMap { $0 as? String } ?? []
        return Dictionary(uniqueKeysWithValues: names.map { ($0, try? Data(contentsOf: folder.file($0))) })
    }

    /// A page without its sentence on a hone.yaml that says more than a guess.
    private static func page(_ arguments: [String], _ tool: CommandLineTool) throws -> String {
        let outcome = try tool.run(arguments)
        #expect(outcome.code == 0, "\(arguments): \(outcome.errors)")
        return outcome.output
    }

    @Test(arguments: ["table", "json", "markdown"])
    func `it is the page of init, sync and scorecard, and leaves nothing`(format: String) throws {
        let tool = try CommandLineTool()
        try tool.folder.write(Self.board, to: "board.csv")
        let options = ["--product", "Shop", "--timezone", "Europe/London", "board.csv"]
        let before = try Self.listing(tool.folder)
        let tried = try Self.page(["try", "--format", format] + options, tool)
        #expect(try Self.listing(tool.folder) == before)

        #expect(try tool.run(["init", "--yes"] + options).code == 0)
        #expect(try tool.run("sync").code == 0)
        #expect(try tried == Self.page(["scorecard", "--format", format], tool))
        #expect(tried.contains("Shop"))
        let days = ["--from", "2026-08-01", "--to", "2026-10-01", "--format", format]
        #expect(try Self.page(["try"] + options + days, tool) == Self.page(["scorecard"] + days, tool))
    }

    @Test func `what was guessed is told beside the page, not on it`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write(Self.board, to: "board.csv")
        let tried = try tool.run("try", "board.csv", "--format", "json")
        #expect(tried.errors.contains("The columns of board.csv were guessed from their names"), "\(tried.errors)")
        let page = try JSONSerialization.jsonObject(with: Data(tried.output.utf8)) as? [String: Any]
        #expect(page?["process"] != nil)
    }

    @Test func `rows that could not be used are told, and a file without any is no page`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write(Self.board + "A-4,Bug,2026-08-01,Done,soon\n,Bug,2026-08-01,Done,2026-08-04\n", to: "board.csv")
        let tried = try tool.run("try", "board.csv")
        #expect(tried.code == 0 && tried.output.contains("2 items finished"), "\(tried.output)")
        #expect(tried.errors.contains("board.csv:10") && tried.errors.contains("board.csv:11"), "\(tried.errors)")
        #expect(!tried.output.contains("board.csv:1"))
        try tool.folder.write("Key,Type,Status,Changed\n,Bug,Done,2026-08-04\n", to: "none.csv")
        let none = try tool.run("try", "none.csv")
        #expect(none.code == 65 && none.output.isEmpty && none.errors.contains("none.csv"), "\(none.output) \(none.errors)")
    }

    /// Two exports of one tracker, in two ways: what the first says of its items is no guess for the second.
    @Test(arguments: [
        [
            "Key,Type,Created,Status,Changed\nA-1,Story,2026-09-01,open,2026-09-01\nA-1,Story,2026-09-01,closed,2026-10-02\n",
            "Key,Type,Created,Status,Changed\nB-1,Bug,2026-09-01,Backlog,2026-09-01\nB-1,Bug,2026-09-01,Done,2026-10-04\n",
        ],
        [
            "Key,Created (UTC),Done (UTC)\nA-1,2026-09-01T23:30:00,2026-10-02T23:30:00\n",
            "Key,Created,Done\nA-1,2026-09-01T09:00:00,2026-10-04T09:00:00\nA-2,2026-09-01T09:00:00,2026-10-01T10:00:00\n",
        ],
        [
            "Key,Type,Created,Done\nA-1,Story,2026-09-01,2026-10-02\nA-2,Bug,2026-09-01,2026-10-03\n",
            "Key,Labels,Created,Done\nB-1,defect,2026-09-01,2026-10-02\nB-2,defect,2026-09-01,2026-10-04\n",
        ],
    ])
    func `several exports are guessed by themselves and read in their order`(files: [String]) throws {
        let tool = try CommandLineTool()
        for (number, text) in files.enumerated() { try tool.folder.write(text, to: "\(number).csv") }
        let options = ["--product", "Shop", "--timezone", "Europe/London", "0.csv", "1.csv"]
        let tried = try Self.page(["try"] + options, tool)
        #expect(try tool.run(["init", "--yes"] + options).code == 0)
        #expect(try tool.run("sync").code == 0)
        #expect(try tried == Self.page(["scorecard"], tool))
    }

    @Test func `a file without a usable row is told, and the others have their page`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write(Self.board, to: "board.csv")
        try tool.folder.write("Key,Type,Status,Changed\n,Bug,Done,2026-08-04\n", to: "none.csv")
        let tried = try tool.run("try", "board.csv", "none.csv", "./board.csv", "--format", "json")
        #expect(tried.code == 65 && tried.errors.contains("Not read: csv:none.csv. The others were read."), "\(tried.errors)")
        #expect(tried.errors.contains("./board.csv is named more than once") && tried.output.hasPrefix("{"), "\(tried.output.prefix(80))")
    }

    @Test func `a file that is no export is told, and the others have their page`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write(Self.board, to: "board.csv")
        try tool.folder.write("hello\nworld\n", to: "letter.csv")
        let options = ["--product", "Shop", "--timezone", "UTC"]
        let tried = try tool.run(["try", "letter.csv", "board.csv", "absent.csv"] + options)
        #expect(tried.code == 65 && tried.errors.contains("Left out of the page: letter.csv, absent.csv."), "\(tried.errors)")
        #expect(tried.errors.contains("letter.csv:1: The first line is not a header"), "\(tried.errors)")
        #expect(try tried.output == Self.page(["try", "board.csv"] + options, tool))
        try tool.folder.write("Key,Type,Status,Changed\n,Bug,Done,2026-08-04\n", to: "none.csv")
        let both = try tool.run("try", "letter.csv", "board.csv", "none.csv")
        #expect(
            both.errors.contains("Left out of the page: letter.csv.") && both.errors.contains("Not read: csv:none.csv."), "\(both.errors)")
        let none = try tool.run("try", "letter.csv", "absent.csv")
        #expect(none.code == 65 && none.output.isEmpty && none.errors.contains("None of these exports can be read."), "\(none.errors)")
    }

    @Test(arguments: [
        (["--commitment", "Nope"], "--commitment is 'Nope', which is no stage. The stages are Backlog, Doing, Done."),
        (["--holidays", "no.ics"], "--holidays is no.ics, which cannot be read."),
        (["--holidays", "letter.csv"], "--holidays cannot be used. letter.csv: The file names no day."),
        (["--from", "2026-12-01", "--to", "2026-11-01"], "--to is the day after the last one"),
    ])
    func `an option that cannot be used is told by its own name`(options: [String], sentence: String) throws {
        let tool = try CommandLineTool()
        try tool.folder.write(Self.board, to: "board.csv")
        try tool.folder.write("hello\nworld\n", to: "letter.csv")
        let tried = try tool.run(["try", "board.csv"] + options)
        #expect(tried.code == 64 && tried.output.isEmpty && tried.errors.contains(sentence), "\(tried.code) \(tried.errors)")
        guard options.first != "--from" else { return }
        let begun = try tool.run(["init", "--yes", "board.csv"] + options)
        #expect(begun.code == 64 && begun.errors.contains(sentence), "\(begun.code) \(begun.errors)")
        #expect(try !Self.listing(tool.folder).keys.contains("hone.yaml"))
    }

    @Test func `a hone yaml that is there is neither read nor changed, and that is told`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write(Self.board, to: "board.csv")
        try tool.folder.write("no: product\n", to: "hone.yaml")
        let tried = try tool.run("try", "board.csv")
        #expect(tried.code == 0 && tried.errors.contains("The hone.yaml here is not looked at"), "\(tried.errors)")
        #expect(tried.errors.contains("Time zone: UTC, because none was named") && tried.errors.contains("Nothing was written."))
    }

    @Test func `a sheet beside a Jira is read as that Jira's issues`() throws {
        let tool = try CommandLineTool()
        let issues = (1...4).map { number in
            """
            {"key":"A-\(number)","fields":{"created":"2026-09-0\(number)T10:00:00.000+0000","resolutiondate":"2026-10-2\(number)T10:00:00.000+0000",\
            "issuetype":{"name":"Bug"},"status":{"name":"Closed"},"resolution":{"name":"Fixed"}}}

            """
        }
        try tool.folder.write(issues.joined(), to: "issues.jsonl")
        try tool.folder.write("Key,Found\nA-1,before\nA-2,after\nA-3,after\n", to: "defects.csv")
        let options = ["--jira", "issues.jsonl", "--csv", "defects.csv", "--map", "key=Key,found=Found", "--product", "Shop"]
        let tried = try tool.run(["try"] + options)
        #expect(tried.output.contains("4 items finished"), "\(tried.output) \(tried.errors)")
        #expect(tried.errors.contains("defects.csv shares 3 keys with the Jira export"), "\(tried.errors)")
        #expect(try tool.run(["init", "--yes"] + options).code == 0)
        #expect(try tool.run("sync").code == 0)
        #expect(try tried.output == Self.page(["scorecard"], tool))
    }

    @Test func `a repository gives a page, and nothing is written into it`() throws {
        let tool = try CommandLineTool()
        for arguments in [
            ["init", "--quiet", "--initial-branch=main"], ["commit", "--quiet", "--allow-empty", "-m", "first"], ["tag", "v1"],
        ] {
            let git = Process()
            git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            git.arguments = ["git", "-C", tool.folder.url.path, "-c", "user.name=x", "-c", "user.email=x@example.com"] + arguments
            let dates = ["GIT_AUTHOR_DATE": "2026-11-10T10:00:00Z", "GIT_COMMITTER_DATE": "2026-11-10T10:00:00Z"]
            git.environment = ProcessInfo.processInfo.environment.merging(dates) { $1 }
            try git.run()
            git.waitUntilExit()
            #expect(git.terminationStatus == 0)
        }
        let before = try Self.listing(tool.folder)
        let tried = try tool.run("try")
        #expect(tried.code == 0 && tried.output.contains("1 release"), "\(tried.output) \(tried.errors)")
        #expect(try Self.listing(tool.folder) == before)
    }

    @Test func `without anything to read, and with a file that cannot be read, it says so`() throws {
        let tool = try CommandLineTool()
        let nothing = try tool.run("try")
        #expect(nothing.code == 64 && nothing.errors.contains("There is nothing to read here: name an export"), "\(nothing.errors)")
        #expect(nothing.output.isEmpty)
        let absent = try tool.run("try", "none.csv")
        #expect(absent.code == 65 && absent.errors.contains("none.csv"), "\(absent.errors)")
        try tool.folder.write(Self.board, to: "board.csv")
        let unnamed = try tool.run("try")
        #expect(unnamed.code == 64 && unnamed.errors.contains("There is nothing to read here: hone try 'board.csv'"), "\(unnamed.errors)")
        let zone = try tool.run("try", "board.csv", "--timezone", "Mars")
        #expect(zone.code == 64 && zone.errors.contains("--timezone is 'Mars'"), "\(zone.errors)")
    }
}
