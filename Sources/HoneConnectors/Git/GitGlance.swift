import HoneFacts

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where a repository stands before anything of its history is read: all that tells whether there is something new.
struct GitGlance: Hashable, Sendable {
    /// The commit of HEAD; empty where there is none yet.
    let head: String
    /// The short name of the branch, unmasked; nil for a detached HEAD.
    let branch: String?
    let isShallow: Bool
    /// Commits of a shallow clone whose parents are not here.
    let boundary: Set<String>
    /// Whether objects may be absent: a partial clone.
    let isPartial: Bool
    /// What author names are mapped by, as text that differs when the map differs.
    let mailmap: String
    /// For each tag the object that it names and its name, in the order of names.
    let tags: [String]
    /// The folder in which the repository keeps its objects.
    let objects: String

    /// Digest of everything that a sync looks at before it reads.
    /// - Parameter rules: digest of how commits are read.
    func state(_ rules: String, _ digest: Digest) -> String {
        digest.pseudonym(([rules, FileFacts.reading, head, branch ?? ""] + tags).joined(separator: "\n"))
    }
}

extension GitGlance {
    /// Asks git once, for all of it.
    /// - Returns: nil where one question is not enough: no commit yet, a tag that is called HEAD, no repository, damage.
    static func taken(with git: GitProcess, path: String) async throws -> GitGlance? {
        // A tag's own object, and not the commit in the end: what it leads to can only change with it.
        let refs = ["HEAD^{commit}", "--tags", "--symbolic", "--tags", "--symbolic-full-name", "HEAD", "--show-cdup"]
        let (bytes, ending) = try await git.answer(["rev-parse"] + GitGround.questions + refs)
        guard ending.isSuccess, ending.lastErrorLine.isEmpty else { return nil }
        let lines = GitGlance.lines(bytes)
        guard lines.count >= 7, let ground = GitGround(lines, path: path) else { return nil }
        // Outside of a checkout there is no way up to its top, and no line for it.
        let rest = lines[6...]
        let tagCount = (rest.count - 1) / 2
        let isInCheckout = rest.count % 2 == 0 && !ground.isBare
        let tags = zip(rest.prefix(tagCount), rest.dropFirst(tagCount)).map { "\($0) \($1)" }
        let name = rest[rest.startIndex + 2 * tagCount]
        guard name == "HEAD" || name.hasPrefix("refs/") else { return nil }
        let hasPromisor = try await ground.mayNamePromisor ? GitGlance.hasPromisor(git) : false
        return GitGlance(
            head: lines[5], branch: branch(name), isShallow: ground.isShallow, boundary: ground.boundary,
            isPartial: hasPromisor || ground.hasPromisorPack, mailmap: isInCheckout ? ground.mailmap(up: rest.last ?? "") : "", tags: tags,
            objects: ground.objects)
    }

    static func branch(_ fullName: String) -> String? {
        guard fullName != "HEAD" else { return nil }
        return fullName.hasPrefix("refs/heads/") ? String(fullName.dropFirst(11)) : fullName
    }

    /// Whether git's configuration names a remote that keeps objects back.
    static func hasPromisor(_ git: GitProcess) async throws -> Bool {
        try await git.answer(["config", "--get-regexp", "^(extensions\\.partialclone|remote\\..*\\.promisor)$"]).ending.isSuccess
    }

    /// Without the empty one behind the last line break.
    static func lines(_ bytes: [UInt8]) -> [String] {
        var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}
