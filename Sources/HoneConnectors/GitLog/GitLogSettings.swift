package import HoneFacts

/// What `hone.yaml` says about a git history that comes as a file.
package struct GitLogSettings: Hashable, Sendable {
    /// As configured; relative paths start in the folder of `hone.yaml`.
    package let path: String
    package let tags: String?
    /// Name patterns of authors that are programs, beyond the well-known ones.
    package let botPatterns: [String]

    package init(gitLog path: String, tags: String? = nil, botPatterns: [String] = []) {
        self.path = path
        self.tags = tags
        self.botPatterns = botPatterns
    }

    package static let schema = SettingsSchema([
        .init(
            "git_log", .text,
            "Path of a git history as lines, plain or gzip: commit, sha, parents, author, mail, instant, committer, instant and subject apart by tabs, then added, deleted and path of each file.",
            isRequired: true, example: "exports/git-log.tsv.gz"),
        .init("tags", .text, "Path of its tags: name, kind, object, commit and instant apart by tabs.", example: "exports/git-tags.tsv"),
    ])

    package var origin: String { "git-log:" + path }
}
