import ArgumentParser
import Foundation
import HoneLoop
import HoneStore
import HoneWorkflows

struct DemoWrite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Write a made-up sample product into this folder, and read it.",
        discussion: """
            A made-up shop with two years of sprints: issues, changes, a git repository
            and retrospectives, in the folder demo/. The same day gives the same product.

            Example: mkdir sample && cd sample && hone demo && hone scorecard
            """)

    func run() async throws {
        let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
        let folder = here.appendingPathComponent("demo")
        let file = here.appendingPathComponent(Workspace.fileName)
        for path in [file, folder] where FileManager.default.fileExists(atPath: path.path) {
            throw Failure(.usage, "There is a \(path.lastPathComponent) here already. Make an empty folder, and call hone demo in it.")
        }
        // The day begins at midnight UTC, so that its product is the same at each hour.
        let simulation = DemoSimulation(now: try Clock.now() / 86_400 * 86_400)
        let changes = DemoChanges(simulation)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            func write(_ text: String, _ name: String) throws {
                try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
            }
            try write(DemoTracker(simulation: simulation).lines, "issues.jsonl")
            try write(changes.lines, "changes.jsonl")
            try write(DemoRetros(simulation: simulation).text, "retros.md")
            try Self.yaml.write(to: file, atomically: true, encoding: .utf8)
        } catch {
            throw Failure(.storeUnusable, "The sample cannot be written here. Look at the permissions of the folder and at the disk.")
        }
        try makeRepository(DemoRepository(changes.changes, simulation).text, in: folder.appendingPathComponent("shop.git"))
        try await read()
        Console.print("Wrote a made-up product into hone.yaml and demo/, and read it.")
        Console.print("Look at it: hone scorecard, hone loop, hone retro health, hone metric list, hone report")
    }

    private func makeRepository(_ stream: String, in folder: URL) throws {
        for (arguments, input) in [
            (["init", "--quiet", "--bare", "--initial-branch=main", folder.path], ""),
            (
                ["--git-dir", folder.path, "fast-import", "--quiet", "--done"], stream
            ),
        ] {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["git"] + arguments
            let pipe = Pipe()
            process.standardInput = pipe
            do {
                try process.run()
                try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
                try pipe.fileHandleForWriting.close()
            } catch {
                throw Failure(.storeUnusable, "git could not be called to make the sample's repository. Install git, and try again.")
            }
            process.waitUntilExit()
            guard process.terminationStatus == 0 else {
                throw Failure(.storeUnusable, "git could not make the sample's repository. Look at the space on the disk.")
            }
        }
    }

    private func read() async throws {
        let workspace = try Workspace.current()
        let store = try workspace.openOrMakeStore()
        let outcomes = try await CollectFacts(
            log: store, sources: workspace.sources(digest: workspace.digest(for: store)), now: workspace.now
        ).run { Console.progress("reading \($0)") }
        Console.endProgress()
        try OutcomeReport(outcomes, isVerbose: false).print()
        let decisions = [
            Decision(.addGoal, decidedAt: workspace.now, subject: "run", text: "The checkout stays up for sellers"),
            Decision(.addGoal, decidedAt: workspace.now, subject: "improve", text: "A new seller is live within a day"),
            Decision(.note, decidedAt: workspace.now, text: "Reviews wait for days before anybody looks"),
        ]
        for decision in decisions { try await store.append(decision) }
        let retros = try RetroImport.parse(["demo/retros.md"])
        try await retros.run()
    }

    private static let yaml = """
        # A made-up sample product, written by hone demo. Nothing in it is real.
        product: Sample shop (made up)
        timezone: UTC
        life_cycle:
          - kind: scrum
        iteration:
          days: 14
        sources:
          - git: demo/shop.git
          - jira: demo/issues.jsonl
          - github: demo/changes.jsonl
        stages:
          - {name: Backlog, kind: backlog}
          - {name: Ready, kind: wait}
          - {name: In progress, kind: active}
          - {name: In review, kind: wait}
          - {name: Testing, kind: active}
          - {name: Done, kind: done}
        commitment: Ready
        cancelled_reasons: [Won't Fix, Duplicate]
        work_kinds:
          - {kind: feature, type: [Story]}
          - {kind: bug, type: [Bug]}
          - {kind: refactoring, type: [Technical task]}
          - {kind: tool, type: [Tooling]}
          - {kind: other, type: [Task]}

        """
}
