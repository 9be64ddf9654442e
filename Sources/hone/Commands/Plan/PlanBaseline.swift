import ArgumentParser
import HoneLoop
import HoneWorkflows

struct PlanBaseline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "baseline", abstract: "Settle on the plan as it is: work is held against it from now on, whatever is said later.",
        discussion: """
            It is set once. What was said of the plan before counts by it too. For another
            one: hone plan rebaseline.

            Example: hone plan baseline --stated-by 2026-03-01 --role "project manager"
            """)

    @OptionGroup var stated: StatedByOption
    @OptionGroup var role: RoleOption

    func run() async throws {
        let (workspace, evidence) = try await PlanCommand.evidence()
        let change = ChangePlan(evidence, log: try workspace.openStore())
        PlanCommand.report(try await change.settle(statedBy: stated.day, role: role.known(workspace)))
    }
}
