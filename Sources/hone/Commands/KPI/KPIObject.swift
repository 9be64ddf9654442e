import ArgumentParser
import HoneFacts
import HoneLoop
import HoneWorkflows

struct KPIObject: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "object", abstract: "Say what speaks against a KPI. Nobody has to say who objects.",
        discussion: "Example: hone kpi object 1 --reason \"it will be met by splitting items\"")

    @Argument(help: "Number of the KPI.")
    var number: Int

    @OptionGroup var reason: ReasonOption

    func run() async throws {
        let (workspace, change) = try KPICommand.change()
        let kpi = try await change.step(.object, number, role: "team", reason: reason.reason.trimmed)
        try await KPICommand.report(kpi, workspace, change)
    }
}
