import ArgumentParser
import HoneLoop
import HoneWorkflows

struct HealthTokens: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokens", abstract: "Give out the tokens of the open health check, one a line.",
        discussion: """
            They are printed once and kept nowhere; the store knows a hash of each, and
            whether it was used. Print them, cut them apart and let everybody draw one:
            then also you do not know whose is whose.

            Examples:
              hone health tokens
              hone health tokens --count 1        one more, for somebody who came later
            """)

    @Option(name: .long, help: "How many. Default: what is missing until everybody of the team has one.")
    var count: Int?

    func run() async throws {
        let (workspace, change) = try HealthCommand.change()
        let check = try await HealthCommand.open(workspace, change)
        // Without its key nobody could answer.
        _ = try HealthKey.seal(of: check, in: workspace.dataFolder)
        let given = try await change.counts(of: check).given
        let count = count ?? max(0, check.terms.teamSize - given)
        guard count > 0 else {
            throw Failure(
                .usage,
                given > 0 && self.count == nil
                    ? "All \(given) tokens were given out. One more: hone health tokens --count 1"
                    : "--count is how many tokens are printed, 1 or more.")
        }
        let most = 2 * check.terms.teamSize
        guard given + count <= most else {
            throw Failure(
                .usage,
                "A team of \(check.terms.teamSize) gets \(most) tokens at most, lost ones included: whoever holds many could answer for others."
            )
        }
        let tokens = (0..<count).map { _ in HealthToken.random() }
        try await change.give(tokens, in: check)
        for token in tokens { Console.print(token) }
        Console.error("\(given + count) given out for \(check.terms.teamSize) people. They are shown once.")
    }
}
