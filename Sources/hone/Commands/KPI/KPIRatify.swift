import ArgumentParser
import HoneFacts
import HoneLoop
import HoneWorkflows

struct KPIRatify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ratify", abstract: "Make a proposed KPI an agreement, if nothing is missing for it.",
        discussion: """
            Every member had three working days, at least half agreed, no objection is
            open, and both sides are among those who agreed where both exist. What is
            missing is said.

            Example: hone kpi ratify 1
            """)

    @Argument(help: "Number of the KPI.")
    var number: Int

    @OptionGroup var role: RoleOption

    func run() async throws {
        let (workspace, change) = try KPICommand.change()
        let kpi = try await change.ratify(number, role: role.known(workspace))
        try await KPICommand.report(kpi, workspace, change)
    }
}
