import Subprocess

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// Runs git so that it only reads: nothing is written into the repository, nothing fetched, and no program that the
/// repository's configuration names is started.
struct GitProcess: Sendable {
    /// How a git command ended.
    struct Ending: Sendable {
        let isSuccess: Bool
        let status: String
        /// The last line git wrote to its error stream. May hold a name: mask it before showing.
        let lastErrorLine: String
    }

    private let executable: Executable
    private let environment: Environment
    private let directory: String

    /// - Parameters:
    ///   - program: a name to be found on the PATH, or a path.
    ///   - inherited: the surrounding environment, of which only where to find programs and the user's settings is kept.
    init(program: String, directory: String, inherited: [String: String]) {
        let folders = inherited["PATH"] ?? Self.usualPath
        executable = Self.executable(program, folders: folders)
        self.directory = directory
        var variables: [Environment.Key: String] = [
            "LC_ALL": "C",
            "GIT_OPTIONAL_LOCKS": "0",
            "GIT_TERMINAL_PROMPT": "0",
            // History is read as it was committed, and not as replacements and grafts of this clone show it.
            "GIT_NO_REPLACE_OBJECTS": "1",
            "GIT_GRAFT_FILE": "/dev/null",
            "GIT_NO_LAZY_FETCH": "1",
            // Older than GIT_NO_LAZY_FETCH and to the same end: no transport may be used.
            "GIT_ALLOW_PROTOCOL": "none",
            // git writes full buffers, not one write a commit.
            "GIT_FLUSH": "0",
            "GIT_PAGER": "cat",
            "PATH": folders,
            // With glibc, keeps the memory of one file's contents for the next one instead of giving it back to the system.
            "MALLOC_MMAP_THRESHOLD_": "1073741824", "MALLOC_TRIM_THRESHOLD_": "1073741824", "MALLOC_TOP_PAD_": "16777216",
        ]
        for name in ["HOME", "XDG_CONFIG_HOME"] {
            if let value = inherited[name], let key = Environment.Key(rawValue: name) { variables[key] = value }
        }
        environment = .custom(variables)
    }

    private static let usualPath = "/usr/local/bin:/usr/bin:/bin"

    /// Looks a program up once: started by its name, it would be tried in every folder of the path, each time.
    private static func executable(_ program: String, folders: String) -> Executable {
        if program.contains("/") { return .path(FilePath(program)) }
        for folder in folders.split(separator: ":") {
            let path = folder + "/" + program
            let isFolder = FileManager.default.fileExists(atPath: path + "/.")
            if !isFolder, FileManager.default.isExecutableFile(atPath: path) { return .path(FilePath(path)) }
        }
        return .name(program)
    }

    private static let configuration = [
        // Unchanged lines around a change, which nobody reads: counts are the same with one as with three. With none, git leaves out the end
        // that two files share before it compares them, and a few counts are others.
        "diff.context=1",
        "core.quotePath=false", "core.fsmonitor=false", "core.hooksPath=/dev/null", "core.untrackedCache=false", "gc.auto=0",
        "maintenance.auto=false", "log.showSignature=false", "log.showRoot=true", "diff.renames=true", "diff.renameLimit=1000",
        "diff.algorithm=default", "diff.relative=false", "diff.ignoreSubmodules=none", "color.ui=false", "protocol.allow=never",
        "advice.graftFileDeprecated=false", "i18n.logOutputEncoding=UTF-8", "format.pretty=medium", "log.date=default",
    ]

    /// Runs a command and hands over its output piece by piece while it runs; `piece` slows git down to its own pace.
    func stream(_ arguments: [String], input: [UInt8] = [], piece: ([UInt8]) async throws -> Void) async throws -> Ending {
        try await told {
            let result = try await run(
                executable, arguments: complete(arguments), environment: environment,
                input: .fileDescriptor(try GitInput.descriptor(of: input), closeAfterSpawningProcess: true), output: .sequence,
                error: .sequence
            ) { execution in
                async let complaint = Self.lastLine(of: execution.standardError)
                for try await buffer in execution.standardOutput {
                    try await piece(buffer.withUnsafeBytes { Array($0) })
                }
                return try await complaint
            }
            return Ending(
                isSuccess: result.terminationStatus.isSuccess, status: "\(result.terminationStatus)", lastErrorLine: result.closureResult)
        }
    }

    private func complete(_ arguments: [String]) -> Arguments {
        Arguments(["--no-pager", "-C", directory] + Self.configuration.flatMap { ["-c", $0] } + arguments)
    }

    /// Says that there is no git where it cannot be started.
    private func told<Result>(_ work: () async throws -> Result) async throws -> Result {
        do {
            return try await work()
        } catch let error as SubprocessError where error.code == .executableNotFound || error.code == .spawnFailed {
            throw GitError.gitMissing
        }
    }

    /// Runs a command with a long answer that is needed as a whole. It goes through a file, because git fills a pipe with
    /// 4 KB at a time and this process would be woken for each.
    func longAnswer(_ arguments: [String], input: [UInt8]) async throws -> (bytes: [UInt8], ending: Ending) {
        let file = try ScratchFile.open()
        do {
            let ending = try await told {
                let result = try await run(
                    executable, arguments: complete(arguments), environment: environment,
                    input: .fileDescriptor(try GitInput.descriptor(of: input), closeAfterSpawningProcess: true),
                    output: .fileDescriptor(file, closeAfterSpawningProcess: false), error: .sequence
                ) { try await Self.lastLine(of: $0.standardError) }
                return Ending(
                    isSuccess: result.terminationStatus.isSuccess, status: "\(result.terminationStatus)",
                    lastErrorLine: result.closureResult)
            }
            let bytes = try ScratchFile.contents(file)
            try file.close()
            return (bytes, ending)
        } catch {
            try? file.close()
            throw error
        }
    }

    /// Runs a command with a short answer.
    func answer(_ arguments: [String], input: [UInt8] = []) async throws -> (bytes: [UInt8], ending: Ending) {
        var bytes: [UInt8] = []
        let ending = try await stream(arguments, input: input) { bytes += $0 }
        return (bytes, ending)
    }

    /// Reads an error stream to its end, so that git never waits for it, and keeps its last line.
    private static func lastLine(of stream: SubprocessOutputSequence) async throws -> String {
        var tail: [UInt8] = []
        for try await buffer in stream {
            buffer.withUnsafeBytes { tail.append(contentsOf: $0) }
            if tail.count > 8_192 { tail.removeFirst(tail.count - 4_096) }
        }
        let newline = UInt8(ascii: "\n")
        let lines = tail.split(whereSeparator: { $0 == newline || $0 == UInt8(ascii: "\r") })
        // Advice of git follows the line that says what is wrong.
        let verdict = lines.last { $0.starts(with: "fatal:".utf8) || $0.starts(with: "error:".utf8) } ?? lines.last ?? []
        return String(decoding: verdict, as: UTF8.self)
    }
}
