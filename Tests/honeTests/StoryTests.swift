import Foundation
import HoneTestSupport
import Testing

/// The stories of Examples/, one a life cycle, played by the script that a reader runs, with the binary that was built.
@Suite struct StoryTests {
    private static let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Examples")

    /// What the story printed, and the product as it stood at its end.
    struct Story {
        let tool: CommandLineTool
        let text: String
        let lastDay: String

        func run(_ arguments: String...) throws -> CommandLineTool.Outcome {
            try tool.run(arguments, environment: ["HONE_NOW": "\(lastDay)T09:00:00Z"])
        }

        func improvements() throws -> [Improvement] {
            let outcome = try run("improvement", "list", "--all", "--format", "json")
            return try JSONDecoder().decode([Improvement].self, from: Data(outcome.output.utf8))
        }

        struct Improvement: Decodable {
            let state: String
            let decision: Decision?

            struct Decision: Decodable {
                let answer: String
                let effect: String?
            }
        }
    }

    /// Plays a story, holds its output against story.txt byte for byte (`HONE_RECORD=1` writes it), and checks what holds for each.
    static func play(_ name: String) throws -> Story {
        let tool = try CommandLineTool()
        let (output, errors) = (try TemporaryFolder(), Pipe())
        _ = FileManager.default.createFile(atPath: output.file("out").path, contents: nil)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [examples.appendingPathComponent(name).appendingPathComponent("story.sh").path, tool.folder.url.path]
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        process.environment = ["PATH": "\(CommandLineTool.binary.deletingLastPathComponent().path):\(path)", "HOME": tool.folder.url.path]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output.file("out"))
        process.standardError = errors
        try process.run()
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let text = String(decoding: try Data(contentsOf: output.file("out")), as: UTF8.self)
        #expect(process.terminationStatus == 0 && said.isEmpty, "\(said) \(text.suffix(1000))")

        let file = examples.appendingPathComponent(name).appendingPathComponent("story.txt")
        if ProcessInfo.processInfo.environment["HONE_RECORD"] == "1" { try Data(text.utf8).write(to: file) }
        let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        if recorded != text {
            let lines = zip(recorded.split(separator: "\n"), text.split(separator: "\n"))
            let first = lines.first { $0 != $1 }.map { "was: \($0)\nis:  \($1)" } ?? "one is longer than the other"
            Issue.record("\(name)/story.txt differs; HONE_RECORD=1 accepts the new one.\n\(first)")
        }

        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(!text.contains(tool.folder.url.path), "a story names no folder of this machine")
        let days = text.split(separator: "\n").filter { $0.hasPrefix("== ") }.map { String($0.dropFirst(3).prefix(10)) }
        let story = Story(tool: tool, text: text, lastDay: try #require(days.last))
        #expect(days == days.sorted() && days.count > 3)
        #expect(try !story.run("decision", "list", "--format", "json").output.contains("\"changesNothing\": true"))
        #expect(try story.run("decision", "verify").code == 0)
        #expect(try story.run("check").code == 0)
        try story.checkLedger()
        return story
    }

    @Test func `a Scrum team asks for an hour a day, gets it, and its reviews are better`() throws {
        let story = try Self.play("scrum")
        let improvements = try story.improvements()
        #expect(improvements[0].decision?.effect == "better" && improvements[0].decision?.answer == "keep")
        let briefs = try story.run("brief", "list", "--format", "json").output
        #expect(briefs.contains("yes, product owner: ") && briefs.contains("\"decided: keep; better\""))
        #expect(story.text.contains("Everybody has three working days to think") && story.text.contains("KPI 1, cycle time p85: agreed v1"))
        #expect(try story.run("kpi", "list", "--format", "json").output.contains("\"agreed v1, review 1 Jul 2026\""))
        #expect(story.text.contains("went to other work, decided by product owner"))
        #expect(story.text.contains("6 of 6 people answered") && story.text.contains("Skipped on purpose: half of us are in bed"))
        #expect(try story.tool.show("say-do", environment: ["HONE_NOW": "\(story.lastDay)T09:00:00Z"]).n > 20)
    }

    @Test func `a Kanban product cannot tell, and nobody speaks of sprints`() throws {
        let story = try Self.play("kanban")
        let improvements = try story.improvements()
        #expect(improvements[0].decision?.effect == "undetermined" && improvements[0].decision?.answer == "adapt")
        #expect(improvements[1].state == "parked" && improvements[2].state == "noted")
        #expect(try story.run("brief", "list", "--format", "json").output.contains("not now, until 1 Sep 2026, client"))
        #expect(story.text.contains("There is one in cycle-time.") && story.text.contains("kaizen event, 26 Jan 2026"))
        #expect(story.text.contains("periods of 4 weeks"))
        #expect(try story.run("report").code == 0)
        // The glossary defines every metric there is, those of sprints too.
        for page in ["index.html", "loop.html", "metrics.html", "scorecard.md"] {
            let text = try String(contentsOf: story.tool.folder.file("hone-report/\(page)"), encoding: .utf8)
            #expect(!text.lowercased().contains("sprint"), "\(page)")
        }
        #expect(!story.text.lowercased().contains("sprint"))
    }

    @Test func `a founder's bet is worse than what was, and is stopped; the next one gets its yes`() throws {
        let story = try Self.play("lean-startup")
        let improvements = try story.improvements()
        #expect(improvements[0].decision?.effect == "worse" && improvements[0].state == "decided: stop")
        #expect(improvements[1].state == "measuring")
        #expect(try story.run("brief", "list").output.contains("yes, sponsor"))
        #expect(story.text.contains("agreed v1, solo") && story.text.contains("--early-look at 6 weeks takes 8 values"))
        #expect(story.text.contains("1 of 1 by a success line that was fixed before the data"))
        #expect(story.text.contains("WHERE improvement lives: 1 learning review in 12 weeks"))
    }

    @Test func `a phased product meets its gates, and drops what changed nothing`() throws {
        let story = try Self.play("phased")
        let improvements = try story.improvements()
        #expect(improvements[0].decision?.effect == "no meaningful change" && improvements[0].decision?.answer == "drop")
        #expect(improvements[1].state == "declined" && improvements[2].state == "done")
        #expect(try story.run("brief", "list").output.contains("no, sponsor"))
        let gates = try story.run("gate", "list", "--format", "json").output
        #expect(gates.contains("go with 1 condition (none open) on 9 Jan 2026") && gates.contains("go on 24 Apr 2026"))
        #expect(story.text.contains("no-go on 10 Apr 2026, by sponsor: the drivers are not there"))
        #expect(story.text.contains("Baseline 2: 11 lines") && story.text.contains("Held against baseline 2"))
        #expect(story.text.contains("proposed by sponsor - not agreed") && story.text.contains("(exit code 1)"))
    }
}
