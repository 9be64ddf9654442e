import ArgumentParser
import HoneFacts
import HoneLoop
import HoneWorkflows

struct KPIReject: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: "Turn a proposal down, or the new version proposed for an agreed KPI.",
        discussion: "Example: hone kpi reject 1 --reason \"the evidence is too thin\"")

    @Argument(help: "Number of the KPI.")
    var number: Int

    @OptionGroup var reason: ReasonOption
    @OptionGroup var role: RoleOption

    func run() async throws {
        let (workspace, change) = try KPICommand.change()
        let kpi = try await change.step(.rejectKPI, number, role: role.known(workspace), reason: reason.reason.trimmed)
        try await KPICommand.report(kpi, workspace, change)
    }
}
