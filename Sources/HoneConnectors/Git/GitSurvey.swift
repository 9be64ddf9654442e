#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a repository is before its history is read: where it stands, what it lacks.
struct GitSurvey: Sendable {
    /// The commit of HEAD; empty where there is none yet.
    var head = ""
    /// The short name of the branch, unmasked; nil for a detached HEAD.
    var branch: String?
    var isShallow = false
    /// Commits of a shallow clone whose parents are not here.
    var boundary: Set<String> = []
    /// Whether objects may be absent: a partial clone.
    var isPartial = false
    /// What author names are mapped by, as text that differs when the map differs.
    var mailmap = ""
    var tags: [GitTag] = []

    /// Asks git. A handful of processes side by side, whatever the size of the history.
    static func made(with git: GitProcess, path: String) async throws -> GitSurvey {
        async let version: Void = checkVersion(git, path: path)
        async let shape = git.answer([
            "rev-parse", "--is-bare-repository", "--is-shallow-repository", "--git-path", "shallow", "--git-path", "objects/pack",
            "--show-cdup",
        ])
        async let promisor = git.answer(["config", "--get-regexp", "^(extensions\\.partialclone|remote\\..*\\.promisor)$"])
        async let head = headCommit(git)
        async let branch = headBranch(git)
        async let tags = GitTag.all(with: git)
        // The first of these to fail says best what is wrong.
        try await version
        let (bytes, ending) = try await shape
        guard ending.isSuccess else { throw GitError.opening(path, said: ending.lastErrorLine) }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count >= 4 else { throw GitError.opening(path, said: "an answer that is not understood") }
        func place(_ text: String) -> String { text.hasPrefix("/") ? text : path + "/" + text }
        var survey = GitSurvey()
        survey.isShallow = lines[1] == "true"
        if survey.isShallow { survey.boundary = Set((fileText(place(lines[2])) ?? "").split(separator: "\n").map(String.init)) }
        survey.isPartial = try await promisor.ending.isSuccess || hasPromisor(packs: place(lines[3]))
        if lines[0] == "false", lines.count > 4 { survey.mailmap = fileText(place(lines[4]) + "/.mailmap") ?? "" }
        survey.head = try await head
        survey.branch = try await branch
        survey.tags = try await tags
        return survey
    }

    private static func headCommit(_ git: GitProcess) async throws -> String {
        let (sha, found) = try await git.answer(["rev-parse", "--quiet", "--verify", "HEAD^{commit}"])
        if found.isSuccess { return line(sha) }
        // A branch that names a commit which is not there is damage, not an empty repository.
        let (_, isNamed) = try await git.answer(["rev-parse", "--quiet", "--verify", "HEAD"])
        if isNamed.isSuccess { throw GitError.stopped("rev-parse", status: "HEAD", said: "bad object HEAD") }
        return ""
    }

    private static func headBranch(_ git: GitProcess) async throws -> String? {
        let (name, isBranch) = try await git.answer(["symbolic-ref", "--quiet", "HEAD"])
        guard isBranch.isSuccess else { return nil }
        let full = line(name)
        return full.hasPrefix("refs/heads/") ? String(full.dropFirst(11)) : full
    }

    private static func checkVersion(_ git: GitProcess, path: String) async throws {
        let (bytes, ending) = try await git.answer(["version"])
        guard ending.isSuccess else { throw GitError.opening(path, said: ending.lastErrorLine) }
        let text = line(bytes)
        let numbers = text.split(whereSeparator: { !$0.isNumber }).prefix(2).compactMap { Int($0) }
        guard numbers.count == 2 else { return }
        if numbers[0] < 2 || (numbers[0] == 2 && numbers[1] < 25) { throw GitError.gitTooOld(text) }
    }

    /// Whether a pack says that objects were left with the remote.
    private static func hasPromisor(packs: String) -> Bool {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: packs)) ?? []
        return names.contains { $0.hasSuffix(".promisor") }
    }

    private static func fileText(_ path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }

    static func line(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
}
