package import HoneFacts

/// What `hone.yaml` says about a file of GitHub objects.
package struct GitHubSettings: Hashable, Sendable {
    /// Path of the file, relative to the folder of `hone.yaml`.
    package var path: String
    /// Name patterns of accounts that are programs, beyond those that GitHub marks.
    package var botPatterns: [String]

    package init(path: String, botPatterns: [String] = []) {
        self.path = path
        self.botPatterns = botPatterns
    }

    package static let schema = SettingsSchema([
        .init(
            "github", .text,
            "Path of a file with GitHub objects: issues, pull requests with timelines, reviews; JSON lines, an archive, or a CSV with a column data; plain or gzip.",
            isRequired: true, example: "github: exports/issues-pulls.jsonl.gz")
    ])

    /// `github:` and the path as configured.
    package var origin: String { "github:" + path }
}
