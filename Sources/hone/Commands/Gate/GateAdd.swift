import ArgumentParser
import HoneFacts
import HoneLoop
import HoneWorkflows

struct GateAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Put a gate at the end of a phase, with what must be so for it to end.",
        discussion: """
            Bounds are written as those of KPIs: "<= 10 d", ">= 85 %", "10-15", "p50 <= 8
            d", ">= -2 wk". Numbers are of the whole product, not of the phase alone.

            Example:
              hone gate add Design --criterion "defect-removal-effectiveness >= 85 %" \\
                --criterion "schedule-performance >= 0.9" --on 2026-05-01
            """)

    @Argument(help: "The phase, as the plan or hone.yaml names it.")
    var phase: String

    @Option(name: .long, help: "What must be so: a metric and its bound. May be given more than once.")
    var criterion: [String] = []

    @Option(name: .long, help: "What the gate is called. Default: the phase's own name.")
    var name: String?

    @Option(name: .long, help: "The day it is planned for, YYYY-MM-DD.")
    var on: String?

    @OptionGroup var role: RoleOption

    func run() async throws {
        let day = try on.map { try WindowArguments.day($0, "--on") }
        guard !phase.trimmed.isEmpty, name?.trimmed.isEmpty != true else { throw Failure(.usage, "A phase and a gate need a name.") }
        let (workspace, store, change) = try GateCommand.change()
        let gate = try await change.add(
            phase: phase.trimmed, name: name?.trimmed, criteria: criterion.map(\.trimmed), plannedOn: day, role: role.known(workspace),
            in: workspace.evidence(from: store))
        try await GateCommand.report(gate, change)
    }
}
