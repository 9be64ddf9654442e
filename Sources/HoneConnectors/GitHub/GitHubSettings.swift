package import HoneFacts

/// What `hone.yaml` says about a file of GitHub objects.
package struct GitHubSettings: Hashable, Sendable {
    /// Path of the file, relative to the folder of `hone.yaml`.
    package var path: String

    package init(path: String) {
        self.path = path
    }

    package static let schema = SettingsSchema([
        .init(
            "github", .text, "Path of a file with GitHub issues and pull requests, one JSON object a line, plain or gzip.",
            isRequired: true, example: "github: exports/issues-pulls.jsonl.gz")
    ])

    /// `github:` and the path as configured.
    package var origin: String { "github:" + path }
}
