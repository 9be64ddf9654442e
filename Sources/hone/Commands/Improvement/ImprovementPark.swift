import ArgumentParser
import HoneFacts
import HoneLoop
import HoneWorkflows

struct ImprovementPark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "park", abstract: "Put an improvement off until a day, on which it waits for an answer again.",
        discussion: "Example: hone improvement park 4 --until 2027-06-01 --reason \"after the move\"")

    @OptionGroup var argument: ImprovementArgument
    @OptionGroup var reason: ReasonOption
    @OptionGroup var role: RoleOption

    @Option(name: .long, help: "The day on which it is looked at again, YYYY-MM-DD.")
    var until: String

    func run() async throws {
        let (workspace, change) = try ImprovementCommand.change()
        let day = try WindowArguments.day(until, "--until")
        guard day > workspace.today else {
            throw Failure(.usage, "--until is \(day), which is not in the future.")
        }
        let parked = try await change.step(
            .park, argument.number, role: role.known(workspace), reason: reason.reason.trimmed, until: day)
        ImprovementCommand.report(parked, workspace)
    }
}
