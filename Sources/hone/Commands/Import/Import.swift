import ArgumentParser

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read files once, without adding them to hone.yaml.",
        subcommands: [ImportCSV.self, ImportGitHub.self, ImportJira.self, ImportGitLog.self])
}
