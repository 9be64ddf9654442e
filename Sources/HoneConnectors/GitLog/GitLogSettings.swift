package import HoneFacts

/// A printed log of git, and what goes with it.
package struct GitLogSettings: Hashable, Sendable {
    /// Path of the log, relative to the folder of `hone.yaml`.
    package var log: String
    /// Path of the tags of the same repository; nil where there are none.
    package var tags: String?
    /// Name patterns of authors that are programs, beyond the well-known ones.
    package var botPatterns: [String]

    package init(log: String, tags: String? = nil, botPatterns: [String] = []) {
        self.log = log
        self.tags = tags
        self.botPatterns = botPatterns
    }

    package static let schema = SettingsSchema([
        .init(
            "git_log", .text, "Path of a printed git log, plain or gzip: a history without its repository; see hone import git-log --help.",
            isRequired: true, example: "exports/git-log.tsv.gz"),
        .init("tags", .text, "Path of the printed tags of the same repository.", example: "exports/git-tags.tsv"),
    ])

    /// `git-log:` and the path of the log.
    package var origin: String { "git-log:" + log }
}
