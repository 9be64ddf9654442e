import Foundation
import HoneTestSupport
import Testing

/// Health checks on the built binary: from opening to closing, and what somebody finds who has the files and all tokens.
@Suite struct HealthCheckTests {
    static func tool() throws -> CommandLineTool {
        let tool = try CommandLineTool()
        #expect(try tool.run("init", "--yes", "--product", "Alloy", "--timezone", "UTC").code == 0)
        return tool
    }

    /// Opens a check and gives out tokens.
    static func opened(_ tool: CommandLineTool, team: Int, _ more: String...) throws -> [String] {
        let made = try tool.run(["health", "open", "--team", "\(team)"] + more)
        #expect(made.code == 0, "\(made.errors)")
        let tokens = try tool.run("health", "tokens").output.split(separator: "\n").map(String.init)
        #expect(tokens.count == team && Set(tokens).count == team)
        return tokens
    }

    static func files(_ tool: CommandLineTool) throws -> [String: Data] {
        let folder = tool.folder.file(".hone")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).reduce(into: [:]) {
            $0[$1] = try Data(contentsOf: folder.appendingPathComponent($1))
        }
    }

    @discardableResult
    static func answer(_ tool: CommandLineTool, _ token: String, _ answers: String, _ more: String...) throws -> CommandLineTool.Outcome {
        try tool.run(["health", "answer", "--token", token, "--answers", answers] + more)
    }

    @Test func `from opening to the results, of which nobody can tell who said what`() throws {
        let tool = try Self.tool()
        let tokens = try Self.opened(tool, team: 7)
        #expect(try tool.run("health", "show").output.contains("0 of 7 tokens were used"))
        // "safety" gets a number from four people only.
        let sheets = ["4444454444", "5555535555", "3333323333", "444442?444", "5555533555", "22222?2222"].map { sheet in
            String(sheet.prefix(5)) + sheet.dropFirst(5)
        }
        for (token, sheet) in zip(tokens, sheets) {
            let outcome = try Self.answer(tool, token.uppercased().replacing("-", with: ""), sheet, "--comment", "mail me: ann@example.org")
            #expect(outcome.code == 0 && outcome.output == "Your answer is in the box. Thank you.\n", "\(outcome.errors)")
        }
        #expect(try Self.answer(tool, tokens[0], sheets[0]).errors.contains("This token was used"))
        #expect(try Self.answer(tool, "abcd-efgh", sheets[0]).code == 64)
        #expect(try Self.answer(tool, tokens[6], "123").errors.contains("There are 10 statements and 3 answers"))
        #expect(try Self.answer(tool, tokens[6], "123456789a").code == 64)
        for arguments in [["health", "show", "1"], ["health", "print"], ["health", "show", "1", "--format", "json"]] {
            #expect(try tool.run(arguments).code == 64, "\(arguments)")
        }
        let closed = try tool.run("health", "close")
        #expect(closed.code == 0 && closed.output.contains("6 of 7 people answered"), "\(closed.errors)")
        #expect(closed.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        let shown = try tool.run("health", "show", "--comments").output
        #expect(shown.contains("COMMENTS") && !shown.contains("ann@example.org"))
        #expect(try tool.run("health", "list").output.contains("6 of 7"))
        #expect(try Self.answer(tool, tokens[6], sheets[0]).errors.contains("No health check is open"))
        let page = try tool.run("health", "print")
        let html = try String(contentsOf: tool.folder.file("health.html"), encoding: .utf8)
        #expect(page.output == "health.html\n" && !html.contains("mail me") && !html.contains("<script"))
        #expect(try tool.run("decision", "verify").code == 0)
    }

    @Test func `whoever has every file and every token finds neither an answer nor its token when it is closed`() throws {
        let tool = try Self.tool()
        let tokens = try Self.opened(tool, team: 6)
        for (place, token) in tokens.enumerated() {
            try Self.answer(tool, token, "1234512345", "--comment", "secret words number \(place)")
        }
        let open = try Self.files(tool)
        #expect(open.keys.contains { $0.hasPrefix("health-") && $0.hasSuffix(".key") })
        // While it is open the store holds no comment that can be read, no token, and no time but that of the opening.
        for (name, bytes) in open {
            #expect(bytes.range(of: Data("secret words".utf8)) == nil, "\(name)")
            for token in tokens { #expect(bytes.range(of: Data(token.utf8)) == nil, "\(name)") }
        }
        #expect((open["store.sqlite-wal"]?.count ?? 0) == 0)
        #expect(try tool.run("health", "close").code == 0)
        let closed = try Self.files(tool)
        #expect(!closed.keys.contains { $0.hasSuffix(".key") })
        try tool.run("decision", "export", "log.jsonl")
        let log = try String(contentsOf: tool.folder.file("log.jsonl"), encoding: .utf8)
        let store = try tool.run("store", "export").output
        for text in [log, store] {
            #expect(!text.contains("secret words") && !tokens.contains { text.contains($0) } && !text.contains("health_"))
        }
        // What the log says of answers is one line of counts a statement.
        #expect(log.split(separator: "\n").count == 2 && log.contains("\"answers flow\":\"0 0 0 6 0 0\""))
        #expect(try tool.run("store", "erase", "--yes").code == 0)
        #expect(!FileManager.default.fileExists(atPath: tool.folder.file(".hone").path))
    }

    @Test func `people who answer at once lose nothing, whatever is killed meanwhile`() throws {
        let tool = try Self.tool()
        let tokens = try Self.opened(tool, team: 16)
        let scratch = try TemporaryFolder()
        func start(_ place: Int) throws -> Process {
            try tool.start(
                ["health", "answer", "--token", tokens[place], "--answers", "4444444444"], output: scratch.file("o\(place)"),
                errors: scratch.file("e\(place)"))
        }
        let processes = try (0..<6).map(start)
        for process in processes { process.waitUntilExit() }
        #expect(processes.allSatisfy { $0.terminationStatus == 0 })
        var reported = 6
        for place in 6..<16 {
            let process = try start(place)
            usleep(UInt32(place - 6) * 6_000)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            if try Data(contentsOf: scratch.file("o\(place)")).isEmpty == false { reported += 1 }
        }
        // Whoever was not told that it is in the box may try again, and is told if it was.
        var (again, refused) = (0, 0)
        for place in 6..<16 {
            let outcome = try Self.answer(tool, tokens[place], "4444444444")
            if outcome.code == 0 { again += 1 } else { refused += 1 }
        }
        #expect(refused >= reported - 6 && again + refused == 10)
        let closed = try tool.run("health", "close", "--discard")
        #expect(closed.output.contains("16 of 16 people answered"), "\(closed.output)\(closed.errors)")
    }

    @Test func `a closing that is killed has closed the check with all answers, or not at all`() throws {
        let tool = try Self.tool()
        let scratch = try TemporaryFolder()
        for (trial, delay) in [UInt32(20_000), 60_000, 120_000, 250_000].enumerated() {
            for token in try Self.opened(tool, team: 3, "--team-only") {
                #expect(try Self.answer(tool, token, "3333333333", "--consent").code == 0)
            }
            let process = try tool.start(["health", "close"], output: scratch.file("o\(trial)"), errors: scratch.file("e\(trial)"))
            usleep(delay)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            // Closed already, or still open with all three.
            let again = try tool.run("health", "close")
            #expect(again.code == 0 || again.errors.contains("No health check is open"), "\(again.errors)")
            #expect(try tool.run("health", "show", "\(trial + 1)").output.contains("teamwork             3"))
            #expect(try !Self.files(tool).keys.contains { $0.hasSuffix(".key") })
        }
        #expect(try tool.run("decision", "verify").code == 0)
    }

    @Test func `facts are erased and the box stays, and a report has the page of the last check`() throws {
        let tool = try Self.tool()
        #expect(try tool.run("sync").code == 0)
        let tokens = try Self.opened(tool, team: 5)
        #expect(try Self.answer(tool, tokens[0], "4444444444").code == 0)
        #expect(try tool.run("scorecard").output.contains("health check    open since 22 Nov 2026"))
        #expect(try tool.run("store", "erase", "--facts", "--yes").code == 0)
        #expect(try tool.run("sync").code == 0)
        for token in tokens.dropFirst() { #expect(try Self.answer(tool, token, "4444444444").code == 0) }
        #expect(try tool.run("health", "close").output.contains("5 of 5 people answered"))
        #expect(try tool.run("scorecard", "--format", "json").output.contains("5 of 5 people answered on 22 Nov 2026"))
        #expect(try tool.run("report").code == 0)
        let html = try String(contentsOf: tool.folder.file("hone-report/health.html"), encoding: .utf8)
        #expect(html.contains("5 of 5 people answered"))
    }

    @Test func `a full disk takes no answer and uses no token`() throws {
        let tool = try Self.tool()
        let tokens = try Self.opened(tool, team: 5)
        let refused = try tool.run(["health", "answer", "--token", tokens[0], "--answers", "5555555555"], fileBlocks: 4)
        #expect(refused.code != 0 && !refused.output.contains("Thank you"))
        #expect(try Self.answer(tool, tokens[0], "5555555555").code == 0)
    }

    @Test func `a team that is too small agrees first, and nothing of it leaves the product`() throws {
        let tool = try Self.tool()
        #expect(try tool.run("health", "open", "--team", "4").errors.contains("--team-only"))
        let tokens = try Self.opened(tool, team: 4, "--team-only")
        #expect(try Self.answer(tool, tokens[0], "1111111111").errors.contains("--consent"))
        for (token, level) in zip(tokens, ["1", "2", "4", "5"]) {
            #expect(try Self.answer(tool, token, String(repeating: level, count: 10), "--consent").code == 0)
        }
        let closed = try tool.run("health", "close")
        #expect(closed.code == 0 && closed.output.contains("private to the team, not anonymous") && closed.output.contains("flow"))
        for arguments in [["health", "print"], ["health", "show", "--format", "json"], ["health", "show", "--format", "markdown"]] {
            let outcome = try tool.run(arguments)
            #expect(outcome.code == 64 && outcome.errors.contains("private to a team"), "\(arguments)")
        }
        try tool.run("decision", "export", "log.jsonl")
        let log = try String(contentsOf: tool.folder.file("log.jsonl"), encoding: .utf8)
        #expect(!log.contains("answers flow") && !log.contains("answered"))
        #expect(try !tool.run("store", "export").output.contains("median"))
    }

    @Test func `results travel with the decisions, and an open box stays where it was opened`() throws {
        let (one, two) = (try Self.tool(), try Self.tool())
        let tokens = try Self.opened(one, team: 5)
        try one.run("decision", "export", "log.jsonl")
        try two.run("decision", "import", one.folder.file("log.jsonl").path)
        let elsewhere = try Self.answer(two, tokens[0], "5555555555")
        #expect(elsewhere.code == 74 && elsewhere.errors.contains("opened in another store"))
        for token in tokens { try Self.answer(one, token, "5555555555") }
        try one.run("health", "close")
        try one.run("decision", "export", "log.jsonl")
        #expect(try two.run("decision", "import", one.folder.file("log.jsonl").path).code == 0)
        #expect(try two.run("health", "show").output.contains("5 of 5 people answered"))
        #expect(try two.run("health", "show", "--comments").output.contains("No comments are kept here"))
    }

    @Test func `statements of a team's own are asked, and the form for paper shows them without a token`() throws {
        let tool = try Self.tool()
        try tool.folder.write("meetings: Our meetings are worth their time.\n", to: "ours.txt")
        let tokens = try Self.opened(tool, team: 5, "--questions", "ours.txt", "--no-comments")
        #expect(try Self.answer(tool, tokens[0], "55555555555", "--comment", "x").errors.contains("takes no comments"))
        try tool.folder.write("\(tokens[0])\n5 5 5 5 5 5 5 5 5 5 4\n", to: "sheet.txt")
        #expect(try tool.run("health", "answer", "--sheet", "sheet.txt").code == 0)
        #expect(try tool.run("health", "print", "--form").output == "health-form.html\n")
        let form = try String(contentsOf: tool.folder.file("health-form.html"), encoding: .utf8)
        #expect(form.contains("Our meetings are worth their time.") && !tokens.contains { form.contains($0) })
        try tool.folder.write("Wrong\n", to: "wrong.txt")
        #expect(try tool.run("health", "close").errors.contains("1 of 5 have answered"))
        #expect(try tool.run("health", "close", "--discard").code == 0)
        #expect(try tool.run("health", "open", "--team", "5", "--questions", "wrong.txt").errors.contains("wrong.txt:1"))
    }

    @Test func `a check whose key is lost can be given up, and it is said what is lost`() throws {
        let tool = try Self.tool()
        let tokens = try Self.opened(tool, team: 6)
        for token in tokens.dropLast() { try Self.answer(tool, token, "4444444444") }
        let key = try #require(try Self.files(tool).keys.first { $0.hasSuffix(".key") })
        try FileManager.default.removeItem(at: tool.folder.file(".hone/\(key)"))
        let refused = try tool.run("health", "close")
        #expect(refused.code == 74 && refused.errors.contains("hone health close --discard"), "\(refused.errors)")
        let closed = try tool.run("health", "close", "--discard")
        #expect(closed.code == 0, "\(closed.errors)")
        let said = closed.output.replacing("\n", with: " ")
        #expect(said.contains("what 5 people answered could not be opened") && !said.contains("of 6 people answered"), "\(said)")
        #expect(closed.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(try tool.run("health", "show").output.contains("closed without its key"))
        // Nothing was shown, so no pause is asked.
        #expect(try tool.run("health", "open", "--team", "6").code == 0)
        #expect(try tool.run("decision", "verify").code == 0)
    }

    @Test func `a second check waits some weeks, and is told from when it may be`() throws {
        let tool = try Self.tool()
        for token in try Self.opened(tool, team: 5) { try Self.answer(tool, token, "4444444444") }
        #expect(try tool.run("health", "close").code == 0)
        let soon = try tool.run("health", "open", "--team", "6")
        #expect(soon.code == 64 && soon.errors.contains("from 13 Dec 2026 on"), "\(soon.errors)")
        #expect(try !Self.files(tool).keys.contains { $0.hasSuffix(".key") })
        let later = try tool.run(["health", "open", "--team", "6"], environment: ["HONE_NOW": "2026-12-13T08:00:00Z"])
        #expect(later.code == 0, "\(later.errors)")
    }
}
