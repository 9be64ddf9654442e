import ArgumentParser

struct ScorecardShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scorecard", abstract: "One page: goals and process side by side, and what cannot be said.",
        discussion: "Examples:\n  hone scorecard\n  hone scorecard --from 2026-01-01 --to 2026-04-01 --format markdown")

    @Option(name: .long, help: "First day, YYYY-MM-DD. Default: 12 whole weeks back.")
    var from: String?

    @Option(name: .long, help: "Day after the last, YYYY-MM-DD.")
    var to: String?

    @OptionGroup var output: FormatOption

    func run() async throws { try await ScorecardRun(from: from, to: to, format: output.format).run() }
}
