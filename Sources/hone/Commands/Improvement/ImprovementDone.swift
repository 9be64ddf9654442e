import ArgumentParser
import HoneFacts
import HoneLoop
import HoneWorkflows

struct ImprovementDone: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "done", abstract: "Tick an improvement that nobody wanted to measure.", discussion: "Example: hone improvement done 4")

    @OptionGroup var argument: ImprovementArgument
    @OptionGroup var role: RoleOption

    @Option(name: .long, help: "The day it was done, YYYY-MM-DD. Default: today.")
    var on: String?

    func run() async throws {
        let (workspace, change) = try ImprovementCommand.change()
        let day = try on.map { try WindowArguments.day($0, "--on") } ?? workspace.today
        let done = try await change.step(.finishImprovement, argument.number, role: role.known(workspace), until: day)
        ImprovementCommand.report(done, workspace)
    }
}
