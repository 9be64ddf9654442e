import ArgumentParser
import HoneLoop
import HoneWorkflows

struct GateSkip: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "skip", abstract: "Leave a planned gate out on purpose, with the reason; one that nobody opened is called lapsed.",
        discussion: "Example: hone gate skip 2 --reason \"the phase has no new design\" --role sponsor")

    @Argument(help: "Number of the gate.")
    var number: Int

    @OptionGroup var reason: ReasonOption
    @OptionGroup var role: RoleOption

    func run() async throws {
        let (workspace, _, change) = try GateCommand.change()
        let gate = try await change.skip(number, role: role.known(workspace), reason: reason.reason.trimmed)
        try await GateCommand.report(gate, change)
    }
}
