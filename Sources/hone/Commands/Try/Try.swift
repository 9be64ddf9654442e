import ArgumentParser
import Foundation
import HoneConfig
import HoneFacts
import HoneReport
import HoneStore
import HoneWorkflows

struct Try: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The scorecard of an export or a repository at once; nothing is written.",
        discussion: """
            Guesses what hone init guesses, reads the sources and prints the page. What was
            guessed is told on standard error. Of a repository only commits and the paths
            they touched are read. To keep the page, with goals and agreements: hone init,
            with the same options.

            Examples:
              hone try board.csv
              hone try --jira issues.json.gz --timezone Europe/London
              hone try --git ../shop --format markdown
            """)

    @OptionGroup var options: ProductOptions

    @Option(name: .long, help: "First day, YYYY-MM-DD. Default: 12 whole weeks back.")
    var from: String?

    @Option(name: .long, help: "Day after the last, YYYY-MM-DD.")
    var to: String?

    @OptionGroup var output: FormatOption

    @Flag(name: .shortAndLong, help: "Print every diagnostic, not only the first five of a source.")
    var verbose = false

    func run() async throws {
        let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
        let template = try options.template(in: here)
        let exports = options.exports(options.files)
        guard !exports.isEmpty || !template.sources.isEmpty else {
            throw Failure(.usage, "There is nothing to read: name an export, as in hone try board.csv, or a repository with --git.")
        }
        let store = try Store(inMemory: .unkeyed)
        let proposal = try await ProductProposal(template, exports, options, in: here, into: { store })
        let workspace = try Workspace(yaml: try proposal.checked(), in: here)
        let window = try WindowArguments(from: from, to: to).window(of: workspace)
        for remark in proposal.template.remarks { Console.error(remark) }
        try tell(try await outcomes(proposal, store, workspace))
        Console.progress("making the scorecard")
        let scorecard = try await workspace.onlyScorecard(from: store, window: window)
        Console.endProgress()
        ScorecardRun.print(scorecard, as: output.format)
    }

    /// What the sources brought; read now is what the look at the exports has not read as hone.yaml would have it read.
    private func outcomes(_ proposal: ProductProposal, _ store: Store, _ workspace: Workspace) async throws -> [CollectFacts.Outcome] {
        let known = Dictionary(try await store.cursors().map { ($0.origin, $0.position) }) { $1 }
        let sources = try workspace.sources(digest: .unkeyed, namesOnly: true).filter { source in
            known[source.origin].map(source.readsAnew) ?? true
        }
        let read = try await CollectFacts(log: store, sources: sources, now: workspace.now).run { Console.progress("reading \($0)") }
        Console.endProgress()
        let origins = Set(read.map(\.origin))
        return proposal.outcomes.filter { !origins.contains($0.origin) } + read
    }

    /// Tells of sources of which something was odd, beside the page.
    private func tell(_ outcomes: [CollectFacts.Outcome]) throws {
        let odd = outcomes.filter { $0.isRefused || !$0.reading.diagnostics.isEmpty }
        try OutcomeReport(odd, isVerbose: verbose, say: Console.error).print()
    }
}
