import ArgumentParser
import HoneFacts
import HoneLoop
import HoneWorkflows

struct ImprovementDecline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decline", abstract: "Turn an improvement down, with the reason that its author is owed.",
        discussion: "Example: hone improvement decline 4 --reason \"the old build goes away in March\"")

    @OptionGroup var argument: ImprovementArgument
    @OptionGroup var reason: ReasonOption
    @OptionGroup var role: RoleOption

    func run() async throws {
        let (workspace, change) = try ImprovementCommand.change()
        let declined = try await change.step(.decline, argument.number, role: role.known(workspace), reason: reason.reason.trimmed)
        ImprovementCommand.report(declined, workspace)
    }
}
