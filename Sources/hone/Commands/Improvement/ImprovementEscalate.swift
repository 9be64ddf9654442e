import ArgumentParser
import HoneFacts
import HoneLoop
import HoneWorkflows

struct ImprovementEscalate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "escalate", abstract: "Hand an improvement to a role that can answer it. It stays on the scorecard.",
        discussion: """
            Example:
              hone improvement escalate 4 --to sponsor \\
                --reason "a second test environment costs money"
            """)

    @OptionGroup var argument: ImprovementArgument
    @OptionGroup var reason: ReasonOption
    @OptionGroup var role: RoleOption

    @Option(name: .long, help: "The role that can answer it, such as sponsor or product owner.")
    var to: String

    func run() async throws {
        let (workspace, change) = try ImprovementCommand.change()
        let escalated = try await change.step(
            .escalate, argument.number, role: role.known(workspace), text: RoleOption.known(to, workspace), reason: reason.reason.trimmed)
        ImprovementCommand.report(escalated, workspace)
    }
}
