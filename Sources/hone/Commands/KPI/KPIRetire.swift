import ArgumentParser
import HoneFacts
import HoneLoop
import HoneWorkflows

struct KPIRetire: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire", abstract: "End an agreed KPI. Its texts stay readable.",
        discussion: "Example: hone kpi retire 1 --reason \"it did what it was for\"")

    @Argument(help: "Number of the KPI.")
    var number: Int

    @OptionGroup var reason: ReasonOption
    @OptionGroup var role: RoleOption

    func run() async throws {
        let (workspace, change) = try KPICommand.change()
        let kpi = try await change.step(.retireKPI, number, role: role.known(workspace), reason: reason.reason.trimmed)
        try await KPICommand.report(kpi, workspace, change)
    }
}
