import ArgumentParser
import HoneConnectors

struct ImportGitHub: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "github", abstract: "Read exported GitHub objects: issues, pull requests, their timelines and reviews.",
        discussion:
            "One JSON object a line, plain or gzip: {\"type\": \"issue\" or \"pull\", the object, its events}.\n\nExample: hone import github issues-and-pulls.jsonl.gz"
    )

    @Argument(help: "The exported files.", completion: .file())
    var files: [String]

    @Flag(name: .shortAndLong, help: "Print every diagnostic, not only the first five of a file.")
    var verbose = false

    func run() async throws {
        let workspace = try Workspace.current()
        try await ImportRun(workspace: workspace, isVerbose: verbose).run { digest in
            NamedFiles.once(files).map { workspace.githubSource(workspace.relative($0), digest: digest) }
        }
    }
}
