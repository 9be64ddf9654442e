import Foundation
import Measurement

/// A git repository to read: a bare clone whose branch can be moved, and git's own figures about it.
struct GitWork {
    let name: String
    let place: Place
    let budget: Budget
    let repository: String
    private let branch: String
    private let head: String
    private let base: String
    let newCommits: Int
    let totals: Totals
    private let sums = Summed()

    /// The subjects whose store was summed.
    private final class Summed {
        private var subjects: Set<String> = []
        func insert(_ subject: String) -> Bool { subjects.insert(subject).inserted }
    }

    /// What git counts: the same figures must be in the store.
    struct Totals: Equatable {
        var commits = 0
        var fileChanges = 0
        var added = 0
        var deleted = 0
    }

    /// A repository made here, always the same.
    static func madeUp(commits: Int, place: Place) throws -> String {
        try place.cached("made-up-\(commits).git") { part in
            let stream = part + ".stream"
            try Command(program: place.bench, arguments: ["repository", "\(commits)", stream], folder: place.work).usage()
            try git(["init", "--quiet", "--bare", "--initial-branch=main", part], place: place).usage()
            try Command(
                program: "sh", arguments: ["-c", "exec git -C \"$0\" fast-import --quiet <\"$1\"", part, stream], folder: place.work
            ).usage()
            try git(["-C", part, "update-ref", "-d", "refs/heads/side"], place: place).usage()
            try git(["-C", part, "repack", "--quiet", "-a", "-d"], place: place).usage()
            unlink(stream)
        }
    }

    init(name: String, source: String, place: Place, budget: Budget) throws {
        (self.name, self.place, self.budget) = (name, place, budget)
        repository = try place.emptyFolder("clone-\(name)") + "/repository.git"
        let arguments = ["clone", "--quiet", "--bare", "--shared", "--no-tags", "--single-branch", source, repository]
        do {
            try Self.git(arguments, place: place).usage()
            branch = try Self.line(["-C", repository, "symbolic-ref", "HEAD"], place: place)
            head = try Self.line(["-C", repository, "rev-parse", "HEAD"], place: place)
            base = try Self.line(["-C", repository, "rev-parse", "HEAD~100"], place: place)
            newCommits = Int(try Self.line(["-C", repository, "rev-list", "--count", base + "..HEAD"], place: place)) ?? 0
        } catch let problem as WrongAnswer {
            throw Missing(reason: "the repository cannot be read: \(problem.reason)")
        }
        totals = try Self.totals(of: repository, place: place)
    }

    private static func git(_ arguments: [String], place: Place) -> Command {
        Command(program: "git", arguments: arguments, folder: place.work, environment: ["GIT_CONFIG_GLOBAL": "/dev/null"])
    }

    /// The history as `hone import git-log` reads it.
    static func printLog(of repository: String, to path: String, place: Place) throws {
        let format = "--format=commit%x09%H%x09%P%x09%an%x09%ae%x09%aI%x09%cn%x09%cI%x09%s"
        var log = git(["-C", repository, "log", "--numstat", "-M", format], place: place)
        log.output = path
        try log.usage()
    }

    private static func line(_ arguments: [String], place: Place) throws -> String {
        try git(arguments, place: place).text().trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func totals(of repository: String, place: Place) throws -> Totals {
        var totals = Totals(commits: Int(try line(["-C", repository, "rev-list", "--count", "HEAD"], place: place)) ?? 0)
        var log = git(["-C", repository, "log", "--numstat", "-M", "--format=", "HEAD"], place: place)
        log.output = place.work + "/runs/numstat.txt"
        try log.usage()
        for line in try TextLines(path: log.output) where !line.isEmpty {
            let fields = line.split(separator: "\t", maxSplits: 2)
            totals.fileChanges += 1
            totals.added += Int(fields[0]) ?? 0
            totals.deleted += fields.count > 1 ? Int(fields[1]) ?? 0 : 0
        }
        return totals
    }

    /// Moves the branch: to the newest commit, or a hundred before it.
    private func move(toHead: Bool) throws {
        try Self.git(["-C", repository, "update-ref", branch, toHead ? head : base], place: place).usage()
    }

    /// A full sync in a fresh folder, then the scorecard.
    func sync(_ subject: String, isOnOneCore: Bool = false, mostRounds: Int = .max) -> Subject {
        Subject(name: subject, mostRounds: mostRounds) {
            var folder = try HoneFolder.repository(at: place.emptyFolder("git"), hone: place.hone, repository: repository)
            folder.isOnOneCore = isOnOneCore
            folder.mostSeconds = budget.commandSeconds
            var sample = Sample(parts: [try folder.sync()])
            if !isOnOneCore { sample.parts.append(try folder.scorecard()) }
            try check(folder)
            return sample
        }
    }

    /// A sync of commits and touched paths in a fresh folder.
    func names(_ subject: String) -> Subject {
        Subject(name: subject) {
            var folder = try HoneFolder.repository(at: place.emptyFolder("git"), hone: place.hone, repository: repository)
            folder.mostSeconds = budget.commandSeconds
            let sample = Sample(parts: [try folder.sync(namesOnly: true)])
            try check(folder, of: subject, Totals(commits: totals.commits, fileChanges: totals.fileChanges))
            return sample
        }
    }

    /// `git log --raw -r` to nothing, in another clone of the same objects that has a commit-graph.
    func rawLog(_ subject: String) throws -> Subject {
        let clone = try place.emptyFolder("graph-\(name)") + "/repository.git"
        try Self.git(["clone", "--quiet", "--bare", "--shared", "--no-tags", "--single-branch", repository, clone], place: place).usage()
        try Self.git(["-C", clone, "commit-graph", "write", "--reachable"], place: place).usage()
        return Subject(name: subject) {
            var log = Self.git(["-C", clone, "log", "--raw", "-r", head], place: place)
            log.mostSeconds = budget.commandSeconds
            return Sample(parts: [try log.usage()])
        }
    }

    /// Sums what the store exports.
    /// - Parameter subject: one that counts no lines: it is summed the first time, and has to have as many rows later.
    private func check(_ folder: HoneFolder, of subject: String? = nil, _ expected: Totals? = nil) throws {
        let expected = expected ?? totals
        if let subject, !sums.insert(subject) {
            let rows = try folder.stored().rows
            let (commits, fileChanges) = (rows["commit"] ?? -1, rows["fileChange"] ?? -1)
            if (commits, fileChanges) != (expected.commits, expected.fileChanges) {
                throw WrongAnswer(reason: "\(commits) commits and \(fileChanges) file changes are stored, git counts \(expected)")
            }
            return
        }
        var export = folder.command(["store", "export"])
        export.output = place.work + "/runs/export.jsonl"
        try export.usage()
        var stored = Totals()
        for line in try TextLines(path: export.output) {
            if line.contains("\"table\":\"fact_commit\"") {
                stored.commits += 1
            } else if line.contains("\"table\":\"fact_file_change\"") {
                stored.fileChanges += 1
                stored.added += TextLines.number("added", in: line)
                stored.deleted += TextLines.number("deleted", in: line)
            }
        }
        if stored != expected { throw WrongAnswer(reason: "\(stored) are stored, git counts \(expected)") }
    }

    /// `git log` to nothing.
    func log(_ subject: String, _ arguments: [String], onlyNew: Bool = false) -> Subject {
        Subject(name: subject) {
            let range = onlyNew ? "\(base)..\(head)" : head
            var log = Self.git(["-C", repository, "log"] + arguments + [range], place: place)
            log.mostSeconds = budget.commandSeconds
            return Sample(parts: [try log.usage()])
        }
    }

    /// A folder that knows everything but the last hundred commits; each run begins from a copy of it.
    func newCommits(_ subject: String) throws -> Subject {
        let path = try place.emptyFolder("git-base")
        try move(toHead: false)
        let folder = try HoneFolder.repository(at: path, hone: place.hone, repository: repository)
        _ = try folder.sync()
        _ = try folder.scorecard()
        try move(toHead: true)
        return Subject(name: subject) {
            let fresh = try folder.copied(as: "git-new", place, budget)
            let sample = Sample(parts: [try fresh.sync(), try fresh.scorecard()])
            try check(fresh)
            return sample
        }
    }

    /// In the folder that the last run of newCommits left: nothing has changed since.
    func nothingNew(_ subject: String) -> Subject {
        Subject(name: subject) {
            let folder = HoneFolder(path: place.work + "/runs/git-new", hone: place.hone, mostSeconds: budget.commandSeconds)
            let sample = Sample(parts: [try folder.sync()])
            try check(folder, of: subject)
            return sample
        }
    }
}
