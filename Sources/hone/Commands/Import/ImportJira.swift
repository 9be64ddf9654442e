import ArgumentParser
import HoneConnectors

struct ImportJira: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jira", abstract: "Read exported Jira issues: search results as JSON or JSON lines, plain or gzip.",
        discussion: "With a changelog in the export, every change of status is read too.\n\nExample: hone import jira issues.json")

    @Argument(help: "The exported files.", completion: .file())
    var files: [String]

    @Flag(name: .shortAndLong, help: "Print every diagnostic, not only the first five of a file.")
    var verbose = false

    func run() async throws {
        let workspace = try Workspace.current()
        try await ImportRun(workspace: workspace, isVerbose: verbose).run { digest in
            NamedFiles.once(files).map { workspace.jiraSource(workspace.relative($0), digest: digest) }
        }
    }
}
