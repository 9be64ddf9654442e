package import HoneFacts

/// What `hone.yaml` says about a git source.
package struct GitSettings: Hashable, Sendable {
    /// Path of a repository, of a folder inside its checkout, or of a bare repository; relative to the product's folder.
    package var repository: String
    /// Only changes under this folder of the repository count (a product in a monorepo); nil or empty: all.
    package var folder: String?
    /// Name patterns of authors that are programs, beyond the well-known ones; `*` stands for any characters.
    package var botPatterns: [String]
    /// Whether files are opened to count lines: those that commits add and delete, and those of the files at HEAD.
    package var countsLines: Bool

    package init(repository: String = ".", folder: String? = nil, botPatterns: [String] = [], countsLines: Bool = true) {
        self.repository = repository
        self.folder = folder
        self.botPatterns = botPatterns
        self.countsLines = countsLines
    }

    package static let schema = SettingsSchema([
        .init(
            "git", .text, "Path of a git repository: a checkout, a folder inside one, or a bare repository.", isRequired: true,
            default: ".", example: "git: ../shop"),
        .init(
            "path", .text, "Limits the source to a folder of the repository, for a product inside a monorepo.",
            example: "path: services/shop"),
        .init(
            "line_counts", .boolean,
            "Whether the lines that commits add and delete are counted. Without them commits and the paths they touch are read, many times faster; true counts later what was left out. For one time: `hone sync --names-only`.",
            default: "true", example: "line_counts: false"),
    ])

    /// The folder without slashes around it; nil for the whole repository.
    var trimmedFolder: String? {
        guard let folder else { return nil }
        let parts = folder.split(separator: "/").filter { $0 != "." }
        return parts.isEmpty ? nil : parts.joined(separator: "/")
    }

    /// The path without `./` and slashes at its end, so that one repository has one origin.
    private var plainRepository: String {
        let parts = repository.split(separator: "/").filter { $0 != "." }
        let plain = parts.joined(separator: "/")
        return repository.hasPrefix("/") ? "/" + plain : plain.isEmpty ? "." : plain
    }

    /// `git:` and the path as configured, and the folder where there is one.
    package var origin: String {
        "git:" + plainRepository + (trimmedFolder.map { ":" + $0 } ?? "")
    }
}
