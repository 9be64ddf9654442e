import Foundation
import HoneTestSupport
import Testing

/// The built binary, run in a folder of its own.
struct CommandLineTool {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    struct Outcome {
        let code: Int32
        let output: String
        let errors: String
    }

    /// The binary that was built with these tests, or the one that `HONE_BINARY` names (`make test-release`).
    static let binary =
        ProcessInfo.processInfo.environment["HONE_BINARY"].map { URL(fileURLWithPath: $0) }
        ?? URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("hone")

    /// - Parameter fileBlocks: how large a file may become, in blocks of 512 bytes.
    func start(
        _ arguments: [String], environment: [String: String] = [:], fileBlocks: Int? = nil, output: URL, errors: URL
    ) throws -> Process {
        for file in [output, errors] where !FileManager.default.fileExists(atPath: file.path) {
            _ = FileManager.default.createFile(atPath: file.path, contents: nil)
        }
        let process = Process()
        process.executableURL = Self.binary
        process.arguments = arguments
        if let fileBlocks {
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", "ulimit -f \(fileBlocks); exec \"$0\" \"$@\"", Self.binary.path] + arguments
        }
        process.currentDirectoryURL = folder.url
        let inherited = ProcessInfo.processInfo.environment.filter { ["PATH", "HOME", "LANG"].contains($0.key) }
        process.environment = inherited.merging(["NO_COLOR": "1", "HONE_NOW": "2026-11-22T12:00:00Z"]) { $1 }.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        DiskClock.set(folder.url, to: process.environment?["HONE_NOW"] ?? "")
        try process.run()
        return process
    }

    @discardableResult
    func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
        try run(arguments, environment: environment)
    }

    @discardableResult
    func run(_ arguments: [String], environment: [String: String] = [:], fileBlocks: Int? = nil) throws -> Outcome {
        let scratch = try TemporaryFolder()
        let (output, errors) = (scratch.file("out"), scratch.file("err"))
        let process = try start(arguments, environment: environment, fileBlocks: fileBlocks, output: output, errors: errors)
        process.waitUntilExit()
        func text(_ file: URL) throws -> String { String(decoding: try Data(contentsOf: file), as: UTF8.self) }
        return Outcome(code: process.terminationStatus, output: try text(output), errors: try text(errors))
    }

    /// A command that has to work, at noon of a day.
    func mustRun(_ arguments: [String], on day: String) throws {
        let outcome = try run(arguments, environment: ["HONE_NOW": "\(day)T12:00:00Z"])
        #expect(outcome.code == 0, "\(arguments): \(outcome.output) \(outcome.errors)")
    }

    /// One observation as `hone metric show` prints it.
    func show(_ metric: String, _ arguments: String..., environment: [String: String] = [:]) throws -> Shown {
        let outcome = try run(["metric", "show", metric] + arguments + ["--format", "json"], environment: environment)
        #expect(outcome.code == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(Shown.self, from: Data(outcome.output.utf8))
    }

    struct Shown: Decodable {
        let n: Int
        let eligible: Int
        let excluded: [String: Int]
        let flags: [String: Int]
        let value: Double?
        let mean: Double?
        let unit: String
        let percentiles: [String: Double]?
        let available: Bool
        let unavailableReason: String?
        let parts: [Part]?

        struct Part: Decodable {
            let name: String
            let n: Int
            let value: Double?
            let partial: Bool?
        }
    }

    func git(_ arguments: String..., name: String = "Nobody", mail: String = "nobody@example.org", at: String = "2026-03-02T10:00:00Z")
        throws
    {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git"] + arguments
        process.currentDirectoryURL = folder.url
        process.environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "HOME": folder.url.path, "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": name, "GIT_AUTHOR_EMAIL": mail, "GIT_COMMITTER_NAME": name, "GIT_COMMITTER_EMAIL": mail,
            "GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at,
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "git \(arguments)")
    }
}
