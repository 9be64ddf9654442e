import ArgumentParser
import HoneConnectors

struct ImportGitLog: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "git-log", abstract: "Read a git history that comes as a file, without its repository.",
        discussion: """
            One line a commit: the word commit, sha, parents, author, mail, instant, committer, instant and subject, apart by tabs;
            then one line a file: added, deleted, path. Newest first, plain or gzip.

            Example: hone import git-log git-log.tsv.gz --tags git-tags.tsv
            """)

    @Argument(help: "The file of commits.", completion: .file())
    var file: String

    @Option(name: .long, help: "The file of tags: name, kind, object, commit and instant, apart by tabs.", completion: .file())
    var tags: String?

    @Flag(name: .shortAndLong, help: "Print every diagnostic, not only the first five of a file.")
    var verbose = false

    func run() async throws {
        let workspace = try Workspace.current()
        try await ImportRun(workspace: workspace, isVerbose: verbose).run { digest in
            [workspace.gitLogSource(file, tags: tags, digest: digest)]
        }
    }
}
