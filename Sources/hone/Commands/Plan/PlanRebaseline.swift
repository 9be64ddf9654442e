import ArgumentParser
import HoneLoop
import HoneWorkflows

struct PlanRebaseline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebaseline", abstract: "Settle on another baseline, for a reason. It holds from now on; those before stay readable.",
        discussion: """
            Example:
              hone plan rebaseline --role sponsor \\
                --reason "the supplier is two months late"
            """)

    @OptionGroup var reason: ReasonOption
    @OptionGroup var stated: StatedByOption
    @OptionGroup var role: RoleOption

    func run() async throws {
        let (workspace, evidence) = try await PlanCommand.evidence()
        let change = ChangePlan(evidence, log: try workspace.openStore())
        PlanCommand.report(
            try await change.resettle(statedBy: stated.day, role: role.known(workspace), reason: reason.reason.trimmed))
    }
}
