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
            they touched are read. To keep the page, with goals and agreements: hone init
            with the same sources.

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
        let exports = options.exports(options.files, say: Console.error)
        guard !exports.isEmpty || !template.sources.isEmpty else { throw nothingToRead(here) }
        _ = try options.stages()
        for (day, option) in [(from, "--from"), (to, "--to")] { _ = try day.map { try WindowArguments.day($0, option) } }
        if FileManager.default.fileExists(atPath: here.appendingPathComponent(Workspace.fileName).path) {
            Console.error("The \(Workspace.fileName) here is not looked at: its page is hone scorecard.")
        }
        let looked = try Store(inMemory: .unkeyed)
        // Each is guessed by itself. What a single one said then is read for the page too.
        var unread: [String] = []
        let proposal = try await ProductProposal(
            template, exports, options, in: here, into: { exports.count == 1 ? looked : try Store(inMemory: .unkeyed) },
            refused: { path, reason in
                Console.error(reason.sentence)
                unread.append(path)
            })
        guard exports.isEmpty || !proposal.outcomes.isEmpty else { throw Failure(.badData, "None of these exports can be read.") }
        if proposal.template.isZoneAssumed { Console.error("Time zone: UTC, because none was named (--timezone).") }
        for remark in proposal.template.remarks { Console.error(remark) }
        let workspace = try Workspace(yaml: try proposal.checked(), in: here)
        let window = try WindowArguments(from: from, to: to).window(of: workspace)
        for notice in workspace.notices { Console.error("\(notice)") }
        let (store, outcomes) = try await read(workspace, proposal.outcomes, looked)
        var failure = unread.isEmpty ? nil : Failure(.badData, "Left out of the page: \(unread.joined(separator: ", ")).")
        do { try OutcomeReport(outcomes, isVerbose: verbose, say: Console.error).print() } catch let failed as Failure {
            // A page of the others is better than none.
            guard outcomes.contains(where: { !$0.isRefused && !$0.isUseless }) else { throw failed }
            if let failure { Console.error(failure.sentence) }
            failure = failed
        }
        Console.progress("making the scorecard")
        let scorecard = try await workspace.onlyScorecard(from: store, window: window)
        Console.endProgress()
        ScorecardRun.print(scorecard, as: output.format)
        Console.error("Nothing was written. To keep this page, and to agree on goals: hone init with the same sources, then hone sync.")
        if let failure { throw failure }
    }

    /// Reads the sources in the order of hone.yaml: only those that were not looked at, where one export was and is read now as it was then.
    private func read(
        _ workspace: Workspace, _ outcomes: [CollectFacts.Outcome], _ looked: Store
    ) async throws -> (Store, [CollectFacts.Outcome]) {
        let known = Dictionary(try await looked.cursors().map { ($0.origin, $0.position) }) { $1 }
        let sources = try workspace.sources(digest: .unkeyed, namesOnly: true)
        let isAsLooked = !known.isEmpty && !sources.contains { source in known[source.origin].map(source.readsAnew) ?? false }
        let store = isAsLooked ? looked : try Store(inMemory: .unkeyed)
        let unread = isAsLooked ? sources.filter { known[$0.origin] == nil } : sources
        let read = try await CollectFacts(log: store, sources: unread, now: workspace.now).run { Console.progress("reading \($0)") }
        Console.endProgress()
        return (store, (isAsLooked ? outcomes : []) + read)
    }

    private func nothingToRead(_ here: URL) -> Failure {
        let tables = ProductOptions.tables(in: here).map { "hone try '\($0)'" }
        let repository = ProductOptions.repository(above: here).map { "hone try --git '\($0)'" }
        let ways = (tables.prefix(1) + [repository].compactMap(\.self)).joined(separator: ", or ")
        let hint = ways.isEmpty ? "name an export, as in hone try board.csv, or a repository with --git." : ways
        return Failure(.usage, "There is nothing to read here: \(hint)")
    }
}
