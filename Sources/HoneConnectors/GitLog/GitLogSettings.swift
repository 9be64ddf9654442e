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

    /// `git-log:` and the path of the log.
    package var origin: String { "git-log:" + log }
}
