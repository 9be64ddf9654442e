import ArgumentParser
import HoneFacts
import HoneLoop
import HoneWorkflows

struct KPIResolve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve", abstract: "Answer an objection, once those who have it are content with the answer.",
        discussion: """
            Example:
              hone kpi resolve 1 --objection 1 \\
                --reason "the guard counts reopened items"
            """)

    @Argument(help: "Number of the KPI.")
    var number: Int

    @Option(name: .long, help: "Number of the objection, as hone kpi show lists it.")
    var objection = 1

    @OptionGroup var reason: ReasonOption
    @OptionGroup var role: RoleOption

    func run() async throws {
        let (workspace, change) = try KPICommand.change()
        let kpi = try await change.step(
            .resolve, number, role: role.known(workspace), text: String(objection), reason: reason.reason.trimmed)
        try await KPICommand.report(kpi, workspace, change)
    }
}
