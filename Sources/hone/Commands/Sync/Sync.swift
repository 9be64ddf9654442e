import ArgumentParser

struct Sync: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read the sources of hone.yaml and store what is new.",
        discussion:
            "Reading again adds nothing. A source that cannot be read does not stop the others. Where it can be kept, the scorecard is made as well, so that the next page comes at once.\n\nExample: hone sync\nExample: hone sync --names-only"
    )

    @Flag(name: .shortAndLong, help: "Print every diagnostic, not only the first five of a source.")
    var verbose = false

    @Flag(
        help:
            "Read of git only commits and the paths they touched, for an early page: no lines are counted. The next plain sync counts them."
    )
    var namesOnly = false

    func run() async throws { try await SyncRun(isVerbose: verbose, namesOnly: namesOnly).run() }
}
