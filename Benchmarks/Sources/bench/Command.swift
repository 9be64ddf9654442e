import Dispatch
import Foundation
import Glibc
import Measurement

/// A program to be started and timed from outside. Its output goes to files, so nothing can fill a pipe and wait.
struct Command {
    var program: String
    var arguments: [String]
    var folder: String
    var environment: [String: String] = [:]
    /// Where standard output goes.
    var output = "/dev/null"
    var errors = "/dev/null"
    /// After this it is killed.
    var mostSeconds = 900.0

    /// A command that runs.
    struct Running {
        let processID: pid_t
        let command: Command
        let begun: ContinuousClock.Instant
    }

    /// How it ended.
    struct Ending {
        let usage: Usage
        /// The exit code; 128 and the signal's number for one that was killed.
        let code: Int32
        let wasStopped: Bool
    }

    /// The words of a command line, for messages.
    var words: String {
        ([(program as NSString).lastPathComponent] + arguments.map { ($0 as NSString).lastPathComponent }).joined(separator: " ")
    }

    func start() throws -> Running {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        let variables = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }.map { "\($0)=\($1)" }
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        var values = variables.map { strdup($0) } + [nil]
        defer { for pointer in words + values { free(pointer) } }
        var processID: pid_t = 0
        // The child begins where the runner stands; nothing else here depends on it, all paths are absolute.
        guard chdir(folder) == 0 else {
            throw Failure(what: folder, why: String(cString: strerror(errno)), advice: "Look at the rights of the work folder")
        }
        let begun = ContinuousClock.now
        let problem = posix_spawnp(&processID, program, &actions, nil, &words, &values)
        guard problem == 0 else {
            throw Failure(
                what: "\(program) cannot be started", why: String(cString: strerror(problem)),
                advice: "Install it, or name where it is (bench --help)")
        }
        return Running(processID: processID, command: self, begun: begun)
    }

    func run() throws -> Ending {
        try start().ending()
    }

    /// Runs it and wants exit code 0; the message quotes the end of what it said.
    @discardableResult
    func usage() throws -> Usage {
        var quoted = self
        let isKept = errors != "/dev/null"
        if !isKept { quoted.errors = Self.scratch }
        let ending = try quoted.run()
        if ending.wasStopped { throw Stopped(usage: ending.usage, words: words) }
        if ending.code != 0 {
            let said = (try? String(contentsOfFile: quoted.errors, encoding: .utf8)) ?? ""
            throw WrongAnswer(
                reason: "\(words) ended with code \(ending.code): \(said.suffix(300).split(separator: "\n").last ?? "it said nothing")")
        }
        return ending.usage
    }

    /// What it printed, for short outputs.
    func text() throws -> String {
        var captured = self
        captured.output = Self.scratch + ".out"
        try captured.usage()
        return try String(contentsOfFile: captured.output, encoding: .utf8)
    }

    private static let scratch = NSTemporaryDirectory() + "hone-bench-\(getpid())"

    /// Deletes what commands said last.
    static func removeScratch() {
        unlink(scratch)
        unlink(scratch + ".out")
    }
}

/// It took longer than the time it was given.
struct Stopped: Error {
    let usage: Usage
    let words: String
}

extension Command.Running {
    /// Waits for the end. The clock stops when the kernel says so, not at a poll.
    func ending() -> Command.Ending {
        let processID = processID
        let watch = DispatchWorkItem { kill(processID, SIGKILL) }
        DispatchQueue.global().asyncAfter(deadline: .now() + command.mostSeconds, execute: watch)
        var status: Int32 = 0
        var resources = rusage()
        while wait4(processID, &status, 0, &resources) < 0 && errno == EINTR {}
        watch.cancel()
        let wall = Self.seconds(ContinuousClock.now - begun)
        let cpu = Self.seconds(resources.ru_utime) + Self.seconds(resources.ru_stime)
        let signal = status & 0x7f
        return Command.Ending(
            usage: Usage(cpuSeconds: cpu, wallSeconds: wall, peakMebibytes: Double(resources.ru_maxrss) / 1_024),
            code: signal == 0 ? (status >> 8) & 0xff : 128 + signal, wasStopped: signal == SIGKILL && wall >= command.mostSeconds)
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }
}
