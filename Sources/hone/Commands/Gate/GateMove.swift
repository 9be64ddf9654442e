import ArgumentParser
import HoneLoop
import HoneWorkflows

struct GateMove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Plan a gate that was not opened yet for another day, with the reason; its first day is told beside it.",
        discussion: """
            Example:
              hone gate move 2 --on 2027-07-01 --reason "the pump comes in June"
            """)

    @Argument(help: "Number of the gate.")
    var number: Int

    @Option(name: .long, help: "The day it is planned for now, YYYY-MM-DD.")
    var on: String

    @OptionGroup var reason: ReasonOption
    @OptionGroup var role: RoleOption

    func run() async throws {
        let day = try WindowArguments.day(on, "--on")
        let (workspace, _, change) = try GateCommand.change()
        let gate = try await change.move(number, to: day, role: role.known(workspace), reason: reason.reason.trimmed)
        try await GateCommand.report(gate, change)
    }
}
