/// What a repository is before its history is read: where it stands, what it lacks, and its tags.
struct GitSurvey: Sendable {
    let glance: GitGlance
    let tags: [GitTag]

    /// Asks git. A handful of processes side by side, whatever the size of the history.
    /// - Parameters:
    ///   - glance: what was seen at a glance; nil where that was not enough.
    ///   - isKnown: whether it was read before, so that this git is known to be new enough.
    static func made(with git: GitProcess, path: String, after glance: GitGlance?, isKnown: Bool) async throws -> GitSurvey {
        if let glance {
            async let version: Void = isKnown ? () : checkVersion(git, path: path)
            let tags = glance.tags.isEmpty ? [] : try await GitTag.all(with: git)
            try await version
            return GitSurvey(glance: glance, tags: tags)
        }
        async let version: Void = checkVersion(git, path: path)
        async let shape = git.answer(["rev-parse"] + GitGround.questions + ["--show-cdup"])
        async let promisor = GitGlance.hasPromisor(git)
        async let head = headCommit(git)
        async let branch = headBranch(git)
        async let tags = GitTag.all(with: git)
        // The first of these to fail says best what is wrong.
        try await version
        let (bytes, ending) = try await shape
        guard ending.isSuccess else { throw GitError.opening(path, said: ending.lastErrorLine) }
        let lines = GitGlance.lines(bytes)
        guard let ground = GitGround(lines, path: path) else { throw GitError.opening(path, said: "an answer that is not understood") }
        let isPartial = try await promisor || ground.hasPromisorPack
        let mailmap = ground.isBare || lines.count < 6 ? "" : ground.mailmap(up: lines[5])
        let found = (head: try await head, branch: try await branch, tags: try await tags)
        return GitSurvey(
            glance: GitGlance(
                head: found.head, branch: found.branch, isShallow: ground.isShallow, boundary: ground.boundary, isPartial: isPartial,
                mailmap: mailmap, tags: found.tags.map { "\($0.object) \($0.name)" }, objects: ground.objects),
            tags: found.tags)
    }

    var head: String { glance.head }
    var branch: String? { glance.branch }
    var isShallow: Bool { glance.isShallow }
    var boundary: Set<String> { glance.boundary }
    var isPartial: Bool { glance.isPartial }

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
        return isBranch.isSuccess ? GitGlance.branch(line(name)) : nil
    }

    private static func checkVersion(_ git: GitProcess, path: String) async throws {
        let (bytes, ending) = try await git.answer(["version"])
        guard ending.isSuccess else { throw GitError.opening(path, said: ending.lastErrorLine) }
        let text = line(bytes)
        let numbers = text.split(whereSeparator: { !$0.isNumber }).prefix(2).compactMap { Int($0) }
        guard numbers.count == 2 else { return }
        if numbers[0] < 2 || (numbers[0] == 2 && numbers[1] < 25) { throw GitError.gitTooOld(text) }
    }

    static func line(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
}
