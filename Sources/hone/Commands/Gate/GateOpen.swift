import ArgumentParser
import HoneLoop
import HoneWorkflows

struct GateOpen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Lay out the evidence of a gate: each criterion with its number, interval and count.",
        discussion: """
            The sheet stays as it was read. A gate that is open, or was closed with a
            no-go, is opened again with the evidence of today.

            Examples:
              hone gate open 1
              hone gate open 1 --from 2026-01-01 --to 2026-04-01
            """)

    @Argument(help: "Number of the gate.")
    var number: Int

    @Option(name: .long, help: "First day of the evidence, YYYY-MM-DD. Default: 12 weeks that end today.")
    var from: String?

    @Option(name: .long, help: "Day after the last, YYYY-MM-DD.")
    var to: String?

    @OptionGroup var role: RoleOption

    func run() async throws {
        let (workspace, store, change) = try GateCommand.change()
        let window = try WindowArguments(from: from, to: to).window(or: change.usualWindow)
        let gate = try await change.open(
            number, window: window, role: role.known(workspace), in: workspace.evidence(from: store))
        try await GateCommand.report(gate, change)
    }
}
