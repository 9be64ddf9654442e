import ArgumentParser
import HoneConnectors

struct ImportGitLog: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "git-log", abstract: "Read a printed git log, plain or gzip: a history without its repository.",
        discussion: """
            The log is what this prints, newest commit first:
              git log --numstat -M \\
                --format='commit%x09%H%x09%P%x09%an%x09%ae%x09%aI%x09%cn%x09%cI%x09%s' \\
                > log.tsv
            The tags are what this prints:
              git for-each-ref refs/tags --format="%(refname:short)%09%(objecttype)\\
            %09%(*objectname)%09%(objectname)%09%(creatordate:iso-strict)" > tags.tsv

            Example: hone import git-log log.tsv --tags tags.tsv
            """)

    @Argument(help: "The printed log.", completion: .file())
    var file: String

    @Option(name: .long, help: "The printed tags of the same repository.", completion: .file())
    var tags: String?

    @Flag(name: .shortAndLong, help: "Print every diagnostic, not only the first five of a file.")
    var verbose = false

    func run() async throws {
        let workspace = try Workspace.current()
        try await ImportRun(workspace: workspace, isVerbose: verbose).run { digest in
            [workspace.gitLogSource(workspace.relative(file), tags: tags.map(workspace.relative), digest: digest)]
        }
    }
}
