/// Why a repository could not be read: what happened, why, and what to do.
package struct GitError: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        case gitMissing, gitTooOld, pathMissing, notRepository, ownership, objectsMissing, unreadable, stopped
    }

    package let code: Code
    package let message: String
    package let cause: String
    package let advice: String

    static let gitMissing = GitError(
        code: .gitMissing, message: "git could not be started.", cause: "No program named git is on the PATH.",
        advice: "Install git 2.25 or newer, or put it on the PATH.")

    static func gitTooOld(_ version: String) -> GitError {
        GitError(
            code: .gitTooOld, message: "This git is too old.", cause: "It calls itself \(version); 2.25 is the oldest that is read with.",
            advice: "Install git 2.25 or newer.")
    }

    /// git's words without addresses and mentions: who the history knows may not be known yet.
    private static func anonymous(_ line: String) -> String { NameMask(KnownPeople()).masked(line) }

    /// Tells from git's own last line why it would not open a repository.
    static func opening(_ path: String, said line: String) -> GitError {
        if line.contains("dubious ownership") {
            return GitError(
                code: .ownership, message: "git refuses to read \(path).", cause: "The repository belongs to another user of this machine.",
                advice: "If you trust it, run: git config --global --add safe.directory <full path of the repository>")
        }
        if line.contains("cannot change to") {
            return GitError(
                code: .pathMissing, message: "There is no folder \(path).", cause: "git could not go there.",
                advice: "Correct `git:` of this source; the path is relative to the folder of hone.yaml.")
        }
        if line.contains("not a git repository") {
            return GitError(
                code: .notRepository, message: "\(path) is not a git repository.",
                cause: "Neither it nor a folder above it holds a history.",
                advice: "Point `git:` of this source at a checkout or a bare repository, or run git init.")
        }
        return GitError(
            code: .unreadable, message: "git could not open \(path).", cause: "git said: \(anonymous(line))",
            advice: "Run git -C <path> status there and mend what it reports.")
    }

    /// git ended before the whole answer was there.
    static func stopped(_ command: String, status: String, said line: String) -> GitError {
        let isMissing = ["unable to read", "missing object", "bad object", "promisor"].contains { line.contains($0) }
        return GitError(
            code: isMissing ? .objectsMissing : .stopped,
            message: "git \(command) stopped before its end (\(status)).",
            cause: line.isEmpty ? "git said nothing about it." : "git said: \(anonymous(line))",
            advice: isMissing
                ? "Objects of this clone are missing: run git fsck, or clone it again, without a filter."
                : "What was read is kept whole; sync again. If it stops again, run git fsck in the repository.")
    }
}

extension GitError: CustomStringConvertible {
    package var description: String { "\(message) \(cause) \(advice)" }
}
